/** Words that no thing is told apart by. */
const SMALL = new Set(
  `about another anything asked asking because before everything from good have here here's just last left looked lost mean
  need nothing other please rest said should sorry thank thanks that them there these they thing things this those want were
  what when where which will with would your yours`.split(/\s+/),
);

const ASKS =
  /\?|\b(?:which|what|who|whose|where|when|how|whether|tell|say|let (?:me|us) know|name|confirm|choose|answer|describe)\b/i;
const OPEN = /\b(?:which|what|whose|where|when)\b/i;

/**
 * Whether a text asks for what somebody knows of a matter: it asks at all, in whatever form, and names a thing of the matter
 * or leaves open what it is.
 */
export function asksFor(text: string, matter: string): boolean {
  if (matter === '' || !ASKS.test(text)) return false;
  const asked = new Set(thingsIn(text));
  return OPEN.test(text) || thingsIn(matter).some(thing => asked.has(thing));
}

function thingsIn(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];
  return words.filter(word => (word.length > 3 || /\d/.test(word)) && !SMALL.has(word));
}
