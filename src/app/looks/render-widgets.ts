import { markedAlone } from '../../core/marked.ts';
import type { App, Skin } from '../app.ts';
import type { Kit } from './kit.ts';
import type {
  ActionSpec,
  Cell,
  FieldSpec,
  FormSpec,
  Label,
  Paging,
  TableSpec,
  Text,
  Ui,
  WidgetName,
  WidgetSpecs,
} from '../pages/widgets.ts';
import { WIDGETS } from '../pages/widgets.ts';
import { type Anchors, createAnchors, leadingTo } from './anchors.ts';
import { printText } from './print-text.ts';
import { type DrawPartial, partialsOf } from './templates.ts';
import { escapeText, printWord } from './words.ts';

/** One page being drawn: the kit's partials and skin, and the counter that keeps element ids apart. */
interface Drawing {
  partial: DrawPartial;
  skin: Skin;
  words: App['words'];
  ui: Ui;
  nextId: number;
  anchors: Anchors;
}

/**
 * The widgets as a kit's partials get them: every label ready to print, cells and fields already HTML.
 * `Prepared` types document what `w` is in each partial.
 */
export interface PreparedAction extends Omit<ActionSpec, 'label'> {
  label: Label;
  /** As the kit draws it, in headings and cards. */
  html?: string;
}
export interface PreparedField {
  /** Of the control; labels and hints refer to it. */
  id: string;
  name: string;
  label: Label;
  kind: FieldSpec['kind'] | 'select' | 'radios';
  value: string;
  hint: string;
  problem: string;
  required: boolean;
  readonly: boolean;
  disabled: boolean;
  placeholder: string;
  width: 'short' | 'normal' | 'full';
  rows: number;
  options: { value: string; label: Label; selected: boolean; id: string }[];
}

/** The widgets over a kit, skin and vocabulary, for one page. */
export function createUi(kit: Kit, skin: Skin, words: App['words']): Ui {
  const ui = {} as Ui;
  const partial = partialsOf(kit, { ui });
  const drawing: Drawing = { partial, skin, words, ui, nextId: 1, anchors: createAnchors() };
  const widgets = Object.fromEntries(
    WIDGETS.map(name => [name, (spec: never) => drawing.partial(name, prepare(drawing, name, spec))]),
  );
  return Object.assign(ui, widgets, {
    text: escapeText,
    word: (word: string) => {
      const label = printWord(word, skin, words);
      return `<span${label.attrs}>${escapeText(label.text)}</span>`;
    },
  });
}

function printLabel({ skin, words }: Drawing, word: string): Label {
  return printWord(word, skin, words);
}
function printOptional(drawing: Drawing, word: string | undefined): Label | undefined {
  return word === undefined ? undefined : printLabel(drawing, word);
}
/** Things with a label, each with its label printed. */
function labelled<T extends { label: string }>(drawing: Drawing, items: readonly T[]) {
  return items.map(item => ({ ...item, label: printLabel(drawing, item.label) }));
}
/** Acts in headings and cards, as the kit draws them alone. */
function drawn(drawing: Drawing, actions: readonly ActionSpec[] = []): PreparedAction[] {
  return actions.map(a => ({ ...a, label: printLabel(drawing, a.label), html: drawing.ui.action(a) }));
}

function prepare<W extends WidgetName>(drawing: Drawing, name: W, spec: WidgetSpecs[W]): unknown {
  return PREPARERS[name]?.(drawing, spec) ?? spec;
}

/** What is done to a widget before its partial gets it; one that is not here is taken as it is. */
const PREPARERS: { [W in WidgetName]?: (drawing: Drawing, spec: WidgetSpecs[W]) => unknown } = {
  heading: (drawing, spec) => {
    const menu = labelled(drawing, spec.menu ?? []);
    return {
      ...spec,
      title: printLabel(drawing, spec.title),
      pills: spec.pills ?? [],
      actions: drawn(drawing, spec.actions),
      menu,
      menuLabel: printLabel(drawing, 'Actions'),
      menuId: menu.length > 0 ? newId(drawing, 'menu') : '',
    };
  },
  action: (drawing, spec) => ({ ...spec, label: printLabel(drawing, spec.label) }),
  pill: (drawing, spec) => ({ ...spec, label: printLabel(drawing, spec.text) }),
  form: prepareForm,
  table: prepareTable,
  facts: (drawing, spec) => {
    const rows = spec.rows.map(row => ({
      label: printLabel(drawing, row.label),
      html: cell(drawing, row.value),
    }));
    return { ...spec, title: printOptional(drawing, spec.title), columns: spec.columns ?? 1, rows };
  },
  tabs: (drawing, spec) => {
    const id = drawing.anchors.claim('tabs');
    // The tab in front leads to the page itself, which is asked for anew: with its place it would only be scrolled.
    const tabs = labelled(drawing, spec.tabs).map(tab =>
      'href' in tab && !tab.current ? { ...tab, href: leadingTo(tab.href, id) } : tab,
    );
    return { ...spec, id, label: printLabel(drawing, spec.label), tabs };
  },
  card: (drawing, spec) => {
    const id = newId(drawing, 'card');
    const title = printOptional(drawing, spec.title);
    return { tone: 'plain', ...spec, id, title, actions: drawn(drawing, spec.actions) };
  },
  dialog: (drawing, spec) => {
    const submit = printLabel(drawing, spec.form.submit);
    const form = { ...spec.form, fields: fields(drawing, spec.form.fields), submit };
    return { ...spec, title: printLabel(drawing, spec.title), form, cancel: printLabel(drawing, 'Cancel') };
  },
  timeline: (drawing, spec) => {
    const print = (text: Text): string => printText(text, drawing.skin);
    const items = spec.items.map(({ who, when, ...item }) => ({
      ...item,
      when: print(when),
      ...(who === undefined ? {} : { who: print(who) }),
    }));
    return { ...spec, items, title: printOptional(drawing, spec.title) };
  },
  prose: (drawing, spec) => ({ ...spec, title: printOptional(drawing, spec.title) }),
  crumbs: (drawing, spec) => ({ items: labelled(drawing, spec.items) }),
  stats: (drawing, spec) => {
    return { items: labelled(drawing, spec.items).map(item => ({ tone: 'neutral', ...item })) };
  },
};

function prepareForm(drawing: Drawing, spec: FormSpec): unknown {
  const label = (word: string): Label => printWord(word, drawing.skin, drawing.words);
  return {
    columns: 1,
    inline: false,
    ...spec,
    ...(spec.isInPlace ? inPlace(drawing, spec) : {}),
    fields: fields(drawing, spec.fields),
    legend: spec.legend === undefined ? undefined : label(spec.legend),
    buttons: spec.buttons.map((button, i) => ({
      style: i === 0 ? 'primary' : 'secondary',
      ...button,
      label: label(button.label),
    })),
    cancel: spec.cancel && { ...spec.cancel, label: label(spec.cancel.label) },
  };
}

/** A form whose answer shows the form where it stood. */
function inPlace(drawing: Drawing, { id, action }: FormSpec): Pick<FormSpec, 'id' | 'action'> {
  const anchor = id ?? drawing.anchors.claim('search');
  return { id: anchor, action: leadingTo(action, anchor) };
}

/** Fields as HTML, hidden ones apart so that kits can put them anywhere. */
function fields(drawing: Drawing, specs: FieldSpec[]): { html: string; wide: boolean; hidden: boolean }[] {
  return specs.map(spec => ({
    html: drawing.partial('field', prepareField(drawing, spec)),
    wide: spec.kind === 'textarea' || ('width' in spec && spec.width === 'full'),
    hidden: spec.kind === 'hidden',
  }));
}

function prepareField(drawing: Drawing, spec: FieldSpec): PreparedField {
  const id = newId(drawing, 'field');
  const choices = spec.kind === 'choice' ? spec.options : [];
  const asRadios =
    spec.kind === 'choice' && !spec.asSelect && choices.length <= 6 && drawing.skin.choices === 'radios';
  return {
    id,
    name: spec.name,
    label: printWord(spec.label, drawing.skin, drawing.words),
    kind: spec.kind === 'choice' ? (asRadios ? 'radios' : 'select') : spec.kind,
    value: spec.value ?? '',
    hint: spec.hint ?? '',
    problem: spec.problem ?? '',
    required: spec.required ?? false,
    readonly: spec.readonly ?? false,
    disabled: spec.disabled ?? false,
    placeholder: 'placeholder' in spec ? (spec.placeholder ?? '') : '',
    width: 'width' in spec ? (spec.width ?? 'normal') : 'normal',
    rows: spec.kind === 'textarea' ? (spec.rows ?? 4) : 1,
    options: choices.map((option, i) => ({
      value: option.value,
      label: printWord(option.label, drawing.skin, drawing.words),
      selected: option.value === (spec.value ?? ''),
      id: `${id}-${i + 1}`,
    })),
  };
}

function prepareTable(drawing: Drawing, spec: TableSpec): unknown {
  const order = columnOrder(spec.columns, drawing.skin.columnShift);
  const label = (word: string): Label => printWord(word, drawing.skin, drawing.words);
  return {
    ...spec,
    id: newId(drawing, 'table'),
    caption: label(spec.caption),
    showCaption: spec.showCaption ?? false,
    columns: order.map(i => label(spec.columns[i] ?? '')),
    rows: spec.rows.map(row => ({
      current: row.current ?? false,
      muted: row.muted ?? false,
      cells: order.map(i => cell(drawing, row.cells[i] ?? '')),
    })),
    ...(spec.paging ? paged(drawing, spec.caption, spec.paging) : {}),
  };
}

/** A list of several pages: each of them shows the list where it stood. */
function paged(drawing: Drawing, caption: string, paging: Paging): { anchor: string; paging: unknown } {
  const anchor = drawing.anchors.claim(caption);
  const [previous, next] = [leadingTo(paging.previous, anchor), leadingTo(paging.next, anchor)];
  const words = {
    previousLabel: printLabel(drawing, 'Previous'),
    nextLabel: printLabel(drawing, 'Next'),
  };
  return { anchor, paging: { ...paging, ...words, previous, next } };
}

/** The first column stays, and so does a last column without a heading, which holds actions; the middle is rotated. */
export function columnOrder(columns: readonly string[], shift: number): number[] {
  const all = columns.map((_, i) => i);
  const end = columns[columns.length - 1] === '' ? columns.length - 1 : columns.length;
  const middle = all.slice(1, end);
  if (middle.length < 2 || shift === 0) return all;
  const by = shift % middle.length;
  return [0, ...middle.slice(by), ...middle.slice(0, by), ...all.slice(end)];
}

/** A cell through the kit's `cell.ejs`, which gets `w` with one of text, href, pill, actions or checkbox. */
function cell(drawing: Drawing, value: Cell): string {
  const spec = isText(value) ? { text: value } : value;
  if ('actions' in spec) {
    return spec.actions.map(a => drawing.ui.action({ style: 'secondary', ...a })).join(' ');
  }
  if ('pill' in spec) return drawing.ui.pill(spec.pill);
  if ('checkbox' in spec) {
    return drawing.partial('cell', { checkbox: { checked: false, form: '', ...spec.checkbox } });
  }
  const { text, sub = '', href = '', code = false } = spec as Exclude<typeof spec, Text>;
  // A state that stands alone keeps its own word, as that of a pill does.
  const state = typeof text === 'string' ? markedAlone(text) : undefined;
  const print = state ? printLabel(drawing, state) : { text: printText(text, drawing.skin), attrs: '' };
  return drawing.partial('cell', { href, code, ...print, sub: printText(sub, drawing.skin) });
}

function isText(value: Cell): value is Text {
  return typeof value === 'string' || 'day' in value || 'time' in value;
}

function newId(drawing: Drawing, prefix: string): string {
  return `${prefix}-${drawing.nextId++}`;
}
