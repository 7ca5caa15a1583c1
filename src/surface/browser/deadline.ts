/** The promise, or the rejection that `late` makes when it has not settled after some real milliseconds. */
export function withDeadline<T>(promise: Promise<T>, ms: number, late: () => Error): Promise<T> {
  return new Promise((done, fail) => {
    const timer = setTimeout(() => fail(late()), ms);
    promise.then(
      value => {
        clearTimeout(timer);
        done(value);
      },
      error => {
        clearTimeout(timer);
        fail(error);
      },
    );
  });
}
