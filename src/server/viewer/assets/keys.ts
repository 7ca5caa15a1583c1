/** What keys ask for. */
export interface KeyActions {
  step(by: number): void;
  edge(isEnd: boolean): void;
  episode(by: number): void;
  search(): void;
  tab(number: number): void;
  acts(): void;
  elements(): void;
  zoom(): void;
  wide(): void;
  help(): void;
}

/** Listens to the keyboard. Keys go to a field, a dialog or an open filter first. */
export function onKeys(actions: KeyActions): void {
  const keys: Record<string, () => void> = {
    ArrowLeft: () => actions.step(-1),
    ArrowRight: () => actions.step(1),
    Home: () => actions.edge(false),
    End: () => actions.edge(true),
    ArrowUp: () => actions.episode(-1),
    ArrowDown: () => actions.episode(1),
    k: () => actions.episode(-1),
    j: () => actions.episode(1),
    '/': actions.search,
    a: actions.acts,
    b: actions.elements,
    z: actions.zoom,
    f: actions.wide,
    '?': actions.help,
    1: () => actions.tab(0),
    2: () => actions.tab(1),
    3: () => actions.tab(2),
    4: () => actions.tab(3),
  };
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const focused = document.activeElement;
    if (focused instanceof HTMLInputElement && focused.type === 'search') {
      // What was found is left under the hands: Enter and the arrows go on to the list.
      if (['Escape', 'Enter', 'ArrowDown'].includes(event.key)) {
        focused.blur();
        event.preventDefault();
        if (event.key === 'ArrowDown') actions.episode(1);
      }
      return;
    }
    if (document.querySelector('dialog[open]') && event.key !== '?') return;
    if (document.querySelector('[popover]:popover-open') && event.key !== '/') return;
    const act = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined;
    if (!act) return;
    event.preventDefault();
    act();
  });
}
