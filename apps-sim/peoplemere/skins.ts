import { dates, skinsOf } from '#range';

/** The looks of Peoplemere: the first is its home. */
export const skins = skinsOf(
  { name: 'orchard', ...dates('D MMM YYYY') },
  { name: 'night-shift', theme: 'dark', density: 'dense', pageSize: 25 },
  { name: 'town-hall', nav: 'top', vocabulary: 1, pageSize: 20, ...dates('D MMMM YYYY') },
  { name: 'registry', vocabulary: 2, columnShift: 2, choices: 'radios', pageSize: 10, density: 'dense' },
  {
    ...{
      name: 'evening-ribbon',
      vocabulary: 3,
      theme: 'dark',
      nav: 'top',
      columnShift: 3,
      choices: 'radios',
    },
    ...dates('MMM D, YYYY', 'h:mm A'),
  },
);
