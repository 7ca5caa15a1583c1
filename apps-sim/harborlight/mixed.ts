/** A whole number that depends on the text alone. */
export function mixed(text: string): number {
  let n = 7;
  for (let i = 0; i < text.length; i++) n = (Math.imul(n, 31) + text.charCodeAt(i)) | 0;
  // The last letters alone would decide the rest of a division.
  n = Math.imul(n ^ (n >>> 15), 0x2c1b3c6d);
  return (n ^ (n >>> 12)) >>> 0;
}
