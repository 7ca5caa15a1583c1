import type { EpisodeDetail, ScreenDetail, StepItem } from '../answers.ts';
import { askScreen, pictureOf } from './api.ts';
import { byId, el, svg } from './dom.ts';
import { boxMark, drawAct } from './overlay.ts';
import { focusedBox, parseTree, type TreeLine } from './tree.ts';

/** A screen as it is shown. */
export interface ShownScreen {
  detail: ScreenDetail;
  lines: TreeLine[];
}

/** The picture of a step with its action on it. */
export interface Stage {
  /** Shows a step and gives its screen; null when another step was asked for meanwhile. */
  show(episode: EpisodeDetail, step: StepItem): Promise<ShownScreen | null>;
  /** Points a box out, or none. */
  point(box: number[] | null): void;
  toggleActs(): void;
  toggleElements(): void;
  toggleZoom(): void;
}

/** A stage in its section of the page. */
export function createStage(revision: string): Stage {
  const section = byId('stage');
  const pointer = svg('svg', { class: 'drawing pointer', 'aria-hidden': 'true' });
  const screens = createScreens();
  let turn = 0;

  const build = (step: StepItem, picture: HTMLImageElement | null, screen: ShownScreen): void => {
    const size = `0 0 ${Math.max(1, step.width)} ${Math.max(1, step.height)}`;
    pointer.setAttribute('viewBox', size);
    pointer.replaceChildren();
    const elements = svg('svg', { class: 'drawing elements', viewBox: size, 'aria-hidden': 'true' });
    elements.append(...screen.detail.elements.map(({ box }) => boxMark(box, 'mark-element')));
    const acts = el('div', { class: 'acts' }, ...drawAct(step, focusedBox(screen.lines)));
    const content = picture ?? el('pre', { class: 'text-screen', tabindex: '0' }, screen.detail.tree);
    const frame = el('div', { class: picture ? 'frame' : 'frame is-text' }, content, elements, acts, pointer);
    section.style.setProperty('--ratio', String(Math.max(1, step.width) / Math.max(1, step.height)));
    section.replaceChildren(frame);
  };

  return {
    show: async (episode, step) => {
      const mine = ++turn;
      section.dataset.state = 'loading';
      try {
        const address = pictureOf(episode.id, step.step, revision);
        const [screen, picture] = await Promise.all([
          screens(episode.id, step.step),
          step.hasImage ? loadPicture(address, step) : null,
        ]);
        if (mine !== turn) return null;
        build(step, picture, screen);
        section.dataset.state = 'ready';
        section.dataset.place = `${episode.id}/${step.step}`;
        preloadNext(episode, step, revision);
        return screen;
      } catch (error) {
        if (mine !== turn) return null;
        section.replaceChildren(el('p', { class: 'trouble', role: 'alert' }, (error as Error).message));
        section.dataset.state = 'failed';
        return null;
      }
    },
    point: box => pointer.replaceChildren(...(box ? [boxMark(box, 'mark-pointed')] : [])),
    toggleActs: () => void section.classList.toggle('no-acts'),
    toggleElements: () => void section.classList.toggle('with-elements'),
    toggleZoom: () => void section.classList.toggle('is-zoomed'),
  };
}

async function loadPicture(src: string, { width, height, step }: StepItem): Promise<HTMLImageElement> {
  const picture = el('img', { width, height, alt: `Screen before step ${step}`, draggable: 'false' });
  picture.src = src;
  await picture.decode().catch(async () => {
    const answer = await fetch(src);
    const refusal = answer.ok ? null : ((await answer.json()) as { error?: string }).error;
    throw new Error(refusal ?? 'The picture cannot be decoded: it is damaged.');
  });
  return picture;
}

const KEPT_SCREENS = 60;

/** Screens by place, the last ones kept. */
function createScreens(): (id: string, step: number) => Promise<ShownScreen> {
  const kept = new Map<string, Promise<ShownScreen>>();
  return (id, step) => {
    const key = `${id}/${step}`;
    const found =
      kept.get(key) ?? askScreen(id, step).then(detail => ({ detail, lines: parseTree(detail.tree) }));
    kept.delete(key);
    kept.set(key, found);
    found.catch(() => kept.delete(key));
    const oldest = kept.keys().next().value;
    if (kept.size > KEPT_SCREENS && oldest !== undefined) kept.delete(oldest);
    return found;
  };
}

/** The next picture is most often the next thing wanted. */
function preloadNext(episode: EpisodeDetail, { step }: StepItem, revision: string): void {
  const next = episode.stepItems[step + 1];
  if (next?.hasImage) new Image().src = pictureOf(episode.id, next.step, revision);
}
