import { join } from 'node:path';
import { filesBelow } from '../code-digest.ts';
import { type Asked, type Files, kitLine, known, originalAt, read, render } from './asked.ts';
import { copyOf } from './code-copy.ts';

/** A console in every shape, or a copy of another one. */
export function appFiles(asked: Asked): Files {
  const { name, like, kit, catalog } = asked;
  const kits = Object.keys(catalog.range.kits);
  if (kit !== undefined) known('kit', kit, kits);
  if (like !== undefined) return copied(asked, known('app', like, Object.keys(catalog.range.apps)));
  const parts = ['app', 'state', 'pages', 'acts', 'skills', 'wanted'];
  return Object.fromEntries(
    parts.map(file => [`apps-sim/${name}/${file}.ts`, render(`app/${file}.txt`, asked)]),
  );
}

/** The text of a console with an address of its own, in a kit where its author chooses one. */
function addressed(text: string, { name, kit }: { name: string; kit: string | undefined }): string {
  const bare = kit === undefined ? text : text.replace(/^ {2}kit: '[^']*',\n/m, '');
  return bare.replace(/host: '[^']*',/, `host: '${name}',\n${kitLine(kit)}`.trimEnd());
}

function copied(asked: Asked, like: string): Files {
  const { name, kit } = asked;
  const unit = `apps-sim/${like}/`;
  const { base, isOwn } = originalAt(asked, unit, unit);
  const copies = filesBelow(join(base, unit)).map(file => {
    const path = file.slice(join(base, unit).length);
    const from = unit + path;
    const text = copyOf(read({ base, path: from, isOwn }), {
      ...{ from, unit, names: { old: like, now: name }, isInHouse: isOwn },
    });
    return [`apps-sim/${name}/${path}`, path === 'app.ts' ? addressed(text, { name, kit }) : text];
  });
  return Object.fromEntries(copies);
}
