import type { DatasetFacts, EpisodeDetail } from '../answers.ts';
import { askEpisode, askFacets, askPlace } from './api.ts';
import { byId, digits, el } from './dom.ts';
import type { Filters } from './filters.ts';
import { showHead } from './head.ts';
import type { Inspector } from './inspector.ts';
import type { EpisodeList } from './list.ts';
import { hashOf } from './place.ts';
import type { Script } from './script.ts';
import type { Stage } from './stage.ts';
import type { Timeline } from './timeline.ts';

/** The parts of the page, and which step of which episode is in front. */
export interface Front {
  facts: DatasetFacts;
  stage: Stage;
  timeline: Timeline;
  script: Script;
  inspector: Inspector;
  list: EpisodeList;
  filters: Filters;
  /** Empty before the first episode. */
  id: string;
  step: number;
  /** Where the episode stands in the list; -1 when it is not in it. */
  place: number;
  /** Null while it is being asked for. */
  episode: EpisodeDetail | null;
  /** Ends the count that is under way. */
  counting: AbortController;
}

/** Brings a step to the front. A place in the list that is not given is looked up. */
export async function go(front: Front, to: { id: string; step: number; place?: number }): Promise<void> {
  const { id, step, place } = to;
  const isNew = id !== front.id;
  front.step = Math.max(0, step);
  if (isNew) {
    Object.assign(front, { id, place: place ?? -1, episode: null });
    writeAddress(front, true);
    front.list.mark(id, front.place);
  }
  const episode = front.episode ?? (await takeEpisode(front, id));
  if (!episode || front.id !== id) return;
  if (front.episode === null) showEpisode(front, episode);
  const shown = showStep(front, episode);
  if (isNew && place === undefined) await relocate(front);
  await shown;
}

async function takeEpisode(front: Front, id: string): Promise<EpisodeDetail | null> {
  try {
    return await askEpisode(id);
  } catch (error) {
    if (front.id === id) showTrouble(error);
    return null;
  }
}

function showEpisode(front: Front, episode: EpisodeDetail): void {
  front.episode = episode;
  showHead(episode, front.facts);
  front.timeline.show(episode);
  front.script.show(episode);
  front.inspector.showEpisode(episode);
}

async function showStep(front: Front, episode: EpisodeDetail): Promise<void> {
  front.step = Math.min(front.step, Math.max(0, episode.stepItems.length - 1));
  const step = episode.stepItems[front.step];
  if (!step) return showTrouble(new Error('This episode has no steps.'));
  writeAddress(front, false);
  front.timeline.mark(front.step);
  front.script.mark(front.step);
  front.inspector.showStep(episode, step);
  const screen = await front.stage.show(episode, step);
  if (front.episode === episode && front.step === step.step) front.inspector.showScreen(screen);
}

/** Looks up where the episode in front stands in the list. */
async function relocate(front: Front): Promise<void> {
  const { id } = front;
  const { place } = await askPlace(front.filters.query(), id);
  if (front.id !== id) return;
  front.place = place;
  front.list.mark(id, place);
}

/** Finds again what the filters let through. The episode in front stays there, found or not. */
export async function refind(front: Front): Promise<void> {
  writeAddress(front, false);
  const query = front.filters.query();
  front.counting.abort();
  front.counting = new AbortController();
  try {
    const counts = askFacets(query, front.counting.signal);
    const [total, facets] = await Promise.all([front.list.load(query), counts]);
    front.filters.count(facets);
    byId('found').textContent = total === 0 ? 'Nothing found' : `${digits(total)} found`;
    if (front.id) await relocate(front);
    else await goBy(front, 1);
  } catch (error) {
    if ((error as Error).name !== 'AbortError') showTrouble(error);
  }
}

/** The next or previous episode of the list; one that is not in the list gives way to the first. */
export async function goBy(front: Front, episodes: number): Promise<void> {
  const place = front.place < 0 ? 0 : front.place + episodes;
  const item = await front.list.at(place);
  if (item) await go(front, { id: item.id, step: 0, place });
}

/** The address names the filters, the episode and the step; a new episode can be gone back from. */
function writeAddress({ filters, id, step }: Front, isNew: boolean): void {
  const query = filters.query().toString();
  const address = `${query ? `?${query}` : location.pathname}${hashOf(id, step)}`;
  if (isNew && location.hash) history.pushState(null, '', address);
  else history.replaceState(null, '', address);
}

/** Says in place of the screen what went wrong. */
export function showTrouble(error: unknown): void {
  const stage = byId('stage');
  stage.replaceChildren(el('p', { class: 'trouble', role: 'alert' }, (error as Error).message));
  stage.dataset.state = 'failed';
}
