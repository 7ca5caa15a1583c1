import type { Exchange, HttpReply } from '../../src/app/host/http.ts';

/** A few pages that hold every kind of control, for the surface contract. What was posted is shown on the next page. */
export function staticPages(): Exchange {
  return ({ method, url, form }) => {
    const { pathname, search } = new URL(url);
    if (method === 'POST') {
      const sent = form.map(([name, value]) => `${name}=${value}`).join('&');
      return {
        status: 303,
        contentType: 'text/plain',
        body: '',
        location: `http://site.example/sent?${encodeURIComponent(sent)}`,
      };
    }
    if (pathname === '/sent')
      return page('Sent', `<p>${escapeHtml(decodeURIComponent(search.slice(1)))}</p><a href="/">Home</a>`);
    if (pathname === '/keys') return page('Keys', KEYS);
    if (pathname === '/long') return page('Long', LONG);
    if (pathname === '/parts') return page('Parts', `<p>${escapeHtml(search)}</p>${PARTS}`);
    if (pathname === '/query') return page('Query', `<p>${escapeHtml(search)}</p>`);
    return page('Home', HOME);
  };
}

function page(title: string, body: string): HttpReply {
  return {
    status: 200,
    contentType: 'text/html; charset=utf-8',
    body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><style>${STYLE}</style></head><body><h1>${title}</h1>${body}</body></html>`,
  };
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

const STYLE = `* { caret-color: transparent; animation: none !important; transition: none !important }
body { font: 14px sans-serif; margin: 16px } select, ::picker(select) { appearance: base-select }`;

const LONG = `${'<p>Filler</p>'.repeat(60)}<a href="/">Far below</a>`;

/** A page with a part that links and a search lead to, far below. */
const PARTS = `<a href="/">First link</a>${'<p>Filler</p>'.repeat(60)}
<div id="low"><a href="/parts?page=2#low">Next rows</a> <a href="#low">Here</a></div>
<form method="get" action="/parts#low"><label for="q">Search</label> <input id="q" name="q" type="search"> <button>Find</button></form>
${'<p>Filler</p>'.repeat(60)}`;

/** Fields to type into, one after another. */
const KEYS = `
<form method="get" action="/query"><p><label for="q">Search</label> <input id="q" name="q" type="search"> <button>Find</button></p></form>
<p><label for="n">Name</label> <input id="n" name="n" value="Ana"></p>
<p><label for="t">Note</label> <textarea id="t" name="t"></textarea></p>`;

const HOME = `
<nav aria-label="Main"><a href="/long" aria-current="page">Long page</a> <a href="/query?a=1">Ask</a></nav>
<form method="post" action="/save" novalidate>
  <p><label for="name">Full <b>name</b></label> <input id="name" name="name" value="Ana Kovač" required></p>
  <p><label for="note">Note</label> <textarea id="note" name="note">two
lines</textarea></p>
  <p><label for="secret">Secret</label> <input id="secret" name="secret" type="password" aria-describedby="hint"> <span id="hint">Never shown</span></p>
  <p><input id="keep" name="keep" type="checkbox" value="yes"> <label for="keep">Keep it</label></p>
  <fieldset><legend>Size</legend>
    <input id="s" name="size" type="radio" value="s" checked><label for="s">Small</label>
    <input id="l" name="size" type="radio" value="l"><label for="l">Large</label></fieldset>
  <p><label for="team">Team</label> <select id="team" name="team"><option value="a">Alpha</option><option value="b">Beta</option></select></p>
  <p><input name="hidden" type="hidden" value="h"><button name="act" value="save">Save</button> <button disabled>Delete</button>
  <button type="button" data-word="Cancel">Dismiss</button></p>
</form>
<p><button popovertarget="menu">Actions</button></p>
<div id="menu" popover role="menu" aria-label="Actions"><a role="menuitem" href="/query?menu=1">Open report</a></div>
<p><button commandfor="sure" command="show-modal">Remove</button></p>
<dialog id="sure" aria-label="Remove it?"><p>Are you sure?</p>
  <form method="post" action="/remove" novalidate><button>Yes, remove</button></form>
  <button type="button" commandfor="sure" command="close">Cancel</button></dialog>
<details><summary>More</summary><p>Inner text <a href="/query?more=1">Inner link</a></p></details>
<table><caption>People</caption><thead><tr><th scope="col">Name</th><th scope="col">Number</th></tr></thead>
<tbody><tr><td><a href="/query?p=1">Ana</a></td><td>E100001</td></tr><tr><td><a href="/query?p=2">Ana</a></td><td>E100002</td></tr></tbody></table>
<p hidden>Not shown</p><p aria-hidden="true">Not told</p>`;
