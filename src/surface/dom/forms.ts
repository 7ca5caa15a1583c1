import type { Element } from 'domhandler';
import { type Effect, goTo } from './going.ts';
import { closest, eachElement, find, heldValue, isChecked, type Page } from './page.ts';

/** The form that a control belongs to: by its `form` attribute, or around it. */
export function formOf(page: Page, control: Element): Element | undefined {
  const id = control.attribs.form;
  return id ? page.byId.get(id) : closest(control, element => element.name === 'form');
}

/** The button that Enter in a field presses: the first submit button of the form. */
export function defaultButton(page: Page, form: Element): Element | undefined {
  const isSubmit = (element: Element): boolean => isSubmitButton(element) && formOf(page, element) === form;
  return find(page.document, isSubmit);
}

export function isSubmitButton(element: Element): boolean {
  const type = element.attribs.type?.toLowerCase();
  if (element.name === 'button') return type === undefined || type === 'submit';
  return element.name === 'input' && type === 'submit';
}

/** What submitting a form leads to, after HTML's form submission. */
export function submission(page: Page, form: Element, submitter: Element | undefined): Effect {
  const fields = entries(page, form, submitter);
  const method = (submitter?.attribs.formmethod ?? form.attribs.method ?? 'get').toLowerCase();
  const action = submitter?.attribs.formaction ?? form.attribs.action;
  const url = new URL(action || page.url, page.url);
  if (method === 'post') return { method: 'POST', url: url.href, form: fields };
  url.search = new URLSearchParams(fields.map(([name, value]) => [name, value])).toString();
  return goTo(page, url);
}

function entries(page: Page, form: Element, submitter: Element | undefined): [string, string][] {
  const out: [string, string][] = [];
  const visit = (element: Element): void => {
    const { name = '', type } = element.attribs;
    if (name === '' || element.attribs.disabled !== undefined) return;
    if (element === submitter) out.push([name, element.attribs.value ?? '']);
    if (element.name === 'button' || type === 'submit' || type === 'button') return;
    if (type === 'checkbox' || type === 'radio') {
      if (isChecked(page, element)) out.push([name, element.attribs.value ?? 'on']);
    } else out.push([name, normalLines(heldValue(page, element))]);
  };
  for (const element of inOrder(page, submitter)) if (formOf(page, element) === form) visit(element);
  return out;
}

/** The controls with the button that was pressed, which is none of them, at its place in the document. */
function inOrder(page: Page, submitter: Element | undefined): readonly Element[] {
  if (submitter === undefined || page.controls.includes(submitter)) return page.controls;
  const controls = new Set([...page.controls, submitter]);
  const all: Element[] = [];
  eachElement(page.document, element => {
    if (controls.has(element)) all.push(element);
  });
  return all;
}

/** Forms send line breaks as CR LF. */
function normalLines(value: string): string {
  return value.replace(/\r?\n/g, '\r\n');
}
