import type { Look } from './look.ts';
import type { Page } from '../pages/page.ts';
import type { Widget } from '../pages/tree.ts';
import type { Ui, WidgetName } from '../pages/widgets.ts';

/** A page's widgets as HTML, through the partials of a kit; functions that its frame does not draw come first. */
export function drawPage(page: Page, ui: Ui, look: Look): string {
  const { command, toolbar } = page.frame;
  return [
    (command || toolbar) && !look.has('toolbar') ? ui.functions(page.frame) : '',
    page.crumbs ? ui.crumbs({ items: page.crumbs }) : '',
    ui.heading(page.heading),
    drawAll(page.lead, ui),
    page.tabs ? ui.tabs(page.tabs) : '',
    drawAll(page.body, ui),
  ].join('\n');
}

function drawAll(widgets: readonly Widget[], ui: Ui): string {
  return widgets.map(widget => draw(widget, ui)).join('\n');
}

function draw(widget: Widget, ui: Ui): string {
  if (widget.widget === 'card') return ui.card({ ...widget, body: drawAll(widget.body, ui) });
  if (widget.widget === 'columns') {
    const columns = widget.columns.map(column => ({ ...column, body: drawAll(column.body, ui) }));
    return ui.columns({ columns });
  }
  return (ui as unknown as Record<WidgetName, (given: object) => string>)[widget.widget](widget);
}
