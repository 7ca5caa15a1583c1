import { dates, skinsOf } from '#range';

/** The looks of Postbay: the first is its home. */
export const skins = skinsOf(
  { name: 'letter', ...dates('D MMM YYYY', 'HH:mm:ss') },
  { name: 'night-post', theme: 'dark', density: 'dense', pageSize: 25 },
  { name: 'counter', nav: 'top', vocabulary: 1, pageSize: 20, ...dates('DD/MM/YYYY', 'HH:mm:ss') },
  { name: 'switchboard', vocabulary: 2, columnShift: 1, choices: 'radios', pageSize: 10 },
  { name: 'pigeonhole', vocabulary: 3, density: 'dense', ...dates('MMM D, YYYY', 'h:mm:ss A') },
);
