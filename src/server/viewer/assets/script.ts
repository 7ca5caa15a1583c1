import type { EpisodeDetail, StepItem } from '../answers.ts';
import { byId, el } from './dom.ts';
import { icon } from './icons.ts';

/** The episode in words, a step a line; the step in front says why it was done and stays in the middle. */
export interface Script {
  show(episode: EpisodeDetail): void;
  mark(step: number): void;
}

/** A script that reports which step was chosen. */
export function createScript(onChoose: (step: number) => void): Script {
  const box = byId('script');
  let lines: HTMLElement[] = [];
  let marked: HTMLElement | undefined;
  const center = (): void => {
    if (marked) box.scrollTop = marked.offsetTop - (box.clientHeight - marked.offsetHeight) / 2;
  };
  box.addEventListener('click', event => {
    const line = (event.target as Element).closest<HTMLElement>('[data-step]');
    if (line) onChoose(Number(line.dataset.step));
  });
  new ResizeObserver(center).observe(box);
  return {
    show: episode => {
      lines = episode.stepItems.map((step, i) => lineOf(step, i, i === episode.mistakeStep));
      marked = undefined;
      box.replaceChildren(...lines);
    },
    mark: step => {
      marked?.removeAttribute('aria-current');
      marked = lines[step];
      marked?.setAttribute('aria-current', 'step');
      center();
    },
  };
}

function lineOf(step: StepItem, i: number, isMistake: boolean): HTMLElement {
  const { type, thought, instruction, label, phase, actionError } = step;
  const labels = [
    isMistake ? el('span', { class: 'label', 'data-label': 'wrong' }, 'mistake') : null,
    phase !== 'nominal' && phase !== '' ? el('span', { class: 'label', 'data-phase': phase }, phase) : null,
    el('span', { class: 'label', 'data-label': label }, label),
  ];
  return el(
    'div',
    { class: 'line', 'data-step': i },
    el('span', { class: 'line-number' }, String(step.step)),
    icon(type),
    el(
      'div',
      { class: 'line-words' },
      el('p', { class: 'instruction' }, el('bdi', {}, instruction)),
      thought ? el('p', { class: 'thought' }, el('bdi', {}, thought)) : null,
      actionError ? el('p', { class: 'failed' }, el('bdi', {}, actionError)) : null,
    ),
    el('span', { class: 'labels' }, ...labels),
  );
}
