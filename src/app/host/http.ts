/** One exchange between page and console, free of any server: the DOM surface calls it, Express adapts it. */

export interface HttpRequest {
  method: 'GET' | 'POST';
  /** Absolute, as the address bar shows it: `http://desk.calderrowe.example/tasks?state=open`. */
  url: string;
  /** Fields of a posted form, in order. */
  form: readonly (readonly [name: string, value: string])[];
}

export interface HttpReply {
  status: number;
  contentType: string;
  /** Set on redirects (303); absolute. */
  location?: string;
  body: string | Uint8Array;
  /** True for files that never change (styles, fonts): browsers may keep them. */
  immutable?: boolean;
}

/** Answers every request that a page can make. Unknown hosts and paths get an error page, never an exception. */
export type Exchange = (request: HttpRequest) => HttpReply;
