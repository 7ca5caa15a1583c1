import { join } from 'node:path';
import { filesBelow } from '../code-digest.ts';
import { type Asked, type Files, known, originalAt, read, render } from './asked.ts';
import { capital, copyOf } from './code-copy.ts';

/** A kit of classes over the base, or a copy of another one. */
export function kitFiles(asked: Asked): Files {
  const { name, like, catalog } = asked;
  const place = `apps-sim/kits/${name}`;
  if (like !== undefined) return copied(asked, known('kit', like, Object.keys(catalog.range.kits)));
  return {
    [`${place}/kit.ts`]: render('kit/kit.txt', asked),
    [`${place}/kit.css`]: render('kit/css.txt', asked),
  };
}

function copied(asked: Asked, like: string): Files {
  const { name } = asked;
  const unit = `apps-sim/kits/${like}/`;
  const { base, isOwn } = originalAt(asked, unit, unit);
  const copies = filesBelow(join(base, unit)).map(file => {
    const path = file.slice(join(base, unit).length);
    const from = unit + path;
    const text = read({ base, path: from, isOwn });
    // The design system keeps its name, in the summary with its licence: only the kit has another.
    const moved = copyOf(text, { from, unit, names: { old: like, now: like }, isInHouse: isOwn });
    return [`apps-sim/kits/${name}/${path}`, path === 'kit.ts' ? renamed(moved, name) : moved];
  });
  return Object.fromEntries(copies);
}

/** A kit of its own name. A kind of console is at home in one kit, which stays the one that was copied. */
function renamed(text: string, name: string): string {
  return text
    .replace(/(?<=^ {2}name: )'[^']*'/m, `'${name}'`)
    .replace(/(?<=^ {2}title: )'[^']*'/m, `'${capital(name)}'`)
    .replace(/(?<=^ {2}homeOf: )\[[^\]]*\]/m, '[]');
}
