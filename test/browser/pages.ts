import type { Exchange, HttpReply, HttpRequest } from '../../src/app/host/http.ts';

/** A tiny site for the browser's tests: two hosts, a form, a popover, a dialog, details and a select drawn in the page. */
export interface Site {
  exchange: Exchange;
  /** Every request, in order: `GET http://…`. */
  log: HttpRequest[];
}

export const DESK = 'http://desk.acme.example';
export const HR = 'http://hr.acme.example';

const STYLE = `body { margin: 0; font: 14px sans-serif; padding: 16px } a:hover, button:hover { background: #fd0 }
  button { transition: background 0.4s } select, ::picker(select) { appearance: base-select }
  .spin { width: 20px; height: 20px; border: 2px solid #333; animation: turn 1s linear infinite }
  @keyframes turn { to { transform: rotate(1turn) } }`;

function page(title: string, body: string): HttpReply {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
    <link rel="stylesheet" href="/style.css"></head><body><h1>${title}</h1>
    <nav><a href="${DESK}/">Desk</a> <a href="${HR}/people">People</a> <a href="/pop" target="_blank">Window</a></nav>
    ${body}</body></html>`;
  return { status: 200, contentType: 'text/html; charset=utf-8', body: html };
}

export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}

const FORM = `<form method="post" action="/save">
  <p><label>Name <input name="name" value="Ana"></label> <label>Note <textarea name="note"></textarea></label></p>
  <p><label><input type="checkbox" name="tag" value="a"> First</label>
  <label><input type="checkbox" name="tag" value="b"> Second</label>
  <label for="reason">Reason</label> <select name="reason" id="reason"><option>Joiner</option><option>Mover</option><option>Leaver</option></select></p>
  <button>Save</button></form>
  <button popovertarget="menu">Actions</button><div popover id="menu"><a href="/people">All people</a></div>
  <button commandfor="sure" command="show-modal">Delete</button>
  <dialog id="sure"><p>Really?</p><form method="dialog"><button>Keep</button></form></dialog>
  <details><summary>More</summary><p>Hidden text</p></details><div class="spin"></div>`;

/** Makes a site of its own for one test. `extra` answers some paths in its place. */
export function makeSite(extra: (url: URL) => HttpReply | undefined = () => undefined): Site {
  const log: HttpRequest[] = [];
  const exchange: Exchange = request => {
    log.push(request);
    const url = new URL(request.url);
    if (!url.hostname.endsWith('.acme.example')) {
      return { ...page('No such host', `<p>${escapeHtml(request.url)}</p>`), status: 502 };
    }
    if (url.pathname === '/style.css') {
      return { status: 200, contentType: 'text/css; charset=utf-8', body: STYLE, immutable: true };
    }
    const own = extra(url);
    if (own) return own;
    if (request.method === 'POST')
      return { status: 303, contentType: 'text/plain', body: '', location: `${HR}/saved` };
    if (url.pathname === '/') return page('Desk', FORM);
    if (url.pathname === '/long') return page('Long', `${'<p>line</p>'.repeat(100)}<a href="/">Bottom</a>`);
    return page(url.pathname.slice(1), `<p>${escapeHtml(url.search)}</p>${'<li>row</li>'.repeat(20)}`);
  };
  return { exchange, log };
}
