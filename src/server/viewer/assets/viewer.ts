import type { DatasetFacts } from '../answers.ts';
import { askDataset } from './api.ts';
import { byId, plural } from './dom.ts';
import { createFilters } from './filters.ts';
import { type Front, go, goBy, refind, showTrouble } from './front.ts';
import { createHelp } from './help.ts';
import { createInspector } from './inspector.ts';
import { onKeys } from './keys.ts';
import { createList } from './list.ts';
import { placeIn } from './place.ts';
import { createScript } from './script.ts';
import { createStage } from './stage.ts';
import { createTimeline } from './timeline.ts';

/** The page of the viewer: it begins with what its address says. */
async function start(): Promise<void> {
  const facts = await askDataset();
  document.title = `${facts.title} · episodes`;
  byId('title').textContent = facts.title;
  byId('facts').textContent = `${plural(facts.episodes, 'episode')} · ${plural(facts.steps, 'step')}`;
  const front = createFront(facts);
  window.addEventListener('popstate', () => {
    const place = placeIn(location.hash);
    if (place) void go(front, place);
  });
  listen(front);
  const first = placeIn(location.hash);
  if (first) await go(front, first);
  await refind(front);
}

function createFront(facts: DatasetFacts): Front {
  const stage = createStage(facts.revision);
  const front: Front = {
    facts,
    stage,
    timeline: createTimeline(step => void go(front, { id: front.id, step })),
    script: createScript(step => void go(front, { id: front.id, step })),
    inspector: createInspector(facts, stage.point),
    list: createList((id, place) => void go(front, { id, step: 0, place })),
    filters: createFilters(new URLSearchParams(location.search), () => void refind(front)),
    id: '',
    step: 0,
    place: -1,
    episode: null,
    counting: new AbortController(),
  };
  return front;
}

function listen(front: Front): void {
  const { stage, inspector, filters } = front;
  const toStep = (step: number): void => void go(front, { id: front.id, step });
  const help = createHelp();
  onKeys({
    step: by => toStep(front.step + by),
    edge: isEnd => toStep(isEnd ? Number.MAX_SAFE_INTEGER : 0),
    episode: by => void goBy(front, by),
    search: () => {
      document.body.classList.remove('is-wide');
      filters.focusSearch();
    },
    tab: inspector.choose,
    acts: stage.toggleActs,
    elements: stage.toggleElements,
    zoom: stage.toggleZoom,
    wide: () => void document.body.classList.toggle('is-wide'),
    help: help.toggle,
  });
}

start().catch(showTrouble);
