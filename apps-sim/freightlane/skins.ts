import { dates, skinsOf } from '#range';

/** The looks of the hub: the first is its home. */
export const skins = skinsOf(
  { name: 'harbour', ...dates('MM/DD/YYYY', 'h:mm A', ' ') },
  { name: 'night-lane', vocabulary: 1, theme: 'dark', density: 'dense', pageSize: 25 },
  { name: 'depot', nav: 'top', vocabulary: 2, pageSize: 20 },
  {
    name: 'waybill',
    vocabulary: 3,
    columnShift: 2,
    choices: 'radios',
    pageSize: 10,
    ...dates('DD.MM.YYYY', 'HH:mm', ' '),
  },
);
