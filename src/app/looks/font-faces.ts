import postcss from 'postcss';
import { HAN, HANGUL } from '../../world/names/transliterate.ts';

/** A package's style sheet of fonts as published, and the address of its folder. */
export interface FontSheet {
  css: string;
  base: string;
}

/** One `@font-face` rule: its descriptors as published, without the source and the characters. */
interface Face {
  facts: string;
  /** Address of the file in its best format. */
  file: string;
  /** As in CSS: `U+4e00-4fff,U+5f35`; empty for all. */
  range: string;
}

/**
 * The rules of several font sheets as one sheet. A browser makes an object for each rule and each file of it on every
 * page, so of the hundreds of slices that large scripts come in only those that hold a character of the company's
 * names stay; the characters of all others are drawn from the one file that holds the whole script. Each rule names
 * one file, since every browser that we drive reads it.
 */
export function joinFontSheets(sheets: readonly FontSheet[]): string {
  return sheets.map(sheet => joinSheet(sheet)).join('\n');
}

function joinSheet({ css, base }: FontSheet): string {
  const faces = facesIn(css, base);
  const isSlice = ({ file }: Face): boolean => SLICE.test(file);
  const script = scriptOf(faces.find(isSlice));
  const whole = wholeScript(faces.find(isSlice), script);
  const wanted = CODES[script] ?? new Set();
  const kept = faces.filter(face => !isSlice(face) || whole === undefined || holdsAny(face.range, wanted));
  const left = faces.filter(face => !kept.includes(face));
  const rest = left.map(({ range }) => range).join(',');
  const all = whole === undefined || rest === '' ? kept : [{ ...whole, range: rest }, ...kept];
  return all.map(print).join('\n');
}

/** Slices are numbered: `noto-sans-jp-17-400-normal.woff2`. */
const SLICE = /-\d+-(\d+-[a-z]+\.woff2)$/;

/** Names that packages give to the file of a whole script, by the family's last letters. */
const SCRIPTS: Readonly<Record<string, string>> = { jp: 'japanese', kr: 'korean', sc: 'chinese-simplified' };

function scriptOf(slice: Face | undefined): string {
  return SCRIPTS[/-([a-z]+)-\d+-\d+-[a-z]+\.woff2$/.exec(slice?.file ?? '')?.[1] ?? ''] ?? '';
}

/** The face that holds all that the slices hold, or undefined where there is none. */
function wholeScript(slice: Face | undefined, script: string): Face | undefined {
  return slice && script ? { ...slice, file: slice.file.replace(SLICE, `-${script}-$1`) } : undefined;
}

function facesIn(css: string, base: string): Face[] {
  const faces: Face[] = [];
  postcss.parse(css).walkAtRules('font-face', rule => {
    const declared = rule.nodes?.filter(node => node.type === 'decl') ?? [];
    const valueFor = (name: string): string => declared.find(({ prop }) => prop === name)?.value ?? '';
    const file = /url\(\.?\/?([^)]+\.woff2)\)/.exec(valueFor('src'))?.[1];
    if (file === undefined) return;
    const listed = valueFor('unicode-range').replace(/\s/g, '');
    const facts = declared
      .filter(({ prop }) => prop !== 'src' && prop !== 'unicode-range')
      .map(({ prop, value }) => `${prop}: ${value};`)
      .join(' ');
    faces.push({ facts, file: `${base}/${file}`, range: SLICE.test(file) ? wideParts(listed) : listed });
  });
  return faces;
}

/** Slices claim letters of small scripts, too, which their own families draw. */
function wideParts(range: string): string {
  return range
    .split(',')
    .filter(part => boundsOf(part).low >= FIRST_WIDE)
    .join(',');
}

/** The code points of one part of a range: `U+4e00-4fff` or `U+5f35`. */
function boundsOf(part: string): { low: number; high: number } {
  const [from = '', to = from] = part.replace(/^U\+/i, '').split('-');
  return { low: Number.parseInt(from, 16), high: Number.parseInt(to, 16) };
}

function print({ facts, file, range }: Face): string {
  const characters = range === '' ? '' : ` unicode-range: ${range};`;
  return `@font-face { ${facts} src: url(${file}) format('woff2');${characters} }`;
}

/** Where the large scripts begin; what lies before is in every family. */
const FIRST_WIDE = 0x1100;

/** Marks, arrows and pictures, such as the tick of a chosen option; the file of a whole script lacks many. */
const FIRST_SYMBOL = 0x2000;
const LAST_SYMBOL = 0x2bff;

const codesOf = (text: string): ReadonlySet<number> =>
  new Set([...text].map(char => char.codePointAt(0) ?? 0).filter(code => code >= FIRST_WIDE));

/**
 * What names are drawn with from the slices of each script. The Chinese family comes first in pages and has what
 * Japanese names are written with, too.
 */
const CODES: Readonly<Record<string, ReadonlySet<number>>> = {
  'chinese-simplified': codesOf(HAN),
  korean: codesOf(HANGUL),
};

function holdsAny(range: string, wanted: ReadonlySet<number>): boolean {
  return range.split(',').some(part => {
    const { low, high } = boundsOf(part);
    if (low <= LAST_SYMBOL && high >= FIRST_SYMBOL) return true;
    for (const code of wanted) if (code >= low && code <= high) return true;
    return false;
  });
}
