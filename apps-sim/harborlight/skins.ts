import { dates, skinsOf } from '#range';

/** The looks of Harborlight ID: at home, by night, in the words of another maker, and with other tables. */
export const skins = skinsOf(
  { name: 'harborlight-home', ...dates('MMM D, YYYY', 'h:mm A') },
  { name: 'harborlight-night', theme: 'dark', density: 'dense', pageSize: 25 },
  {
    name: 'harborlight-top',
    nav: 'top',
    vocabulary: 1,
    pageSize: 12,
    ...dates('D MMMM YYYY'),
  },
  {
    name: 'harborlight-turned',
    vocabulary: 2,
    density: 'dense',
    columnShift: 2,
    choices: 'radios',
    pageSize: 8,
    ...dates('YYYY-MM-DD', 'HH:mm', ' '),
  },
  {
    name: 'harborlight-night-top',
    theme: 'dark',
    nav: 'top',
    vocabulary: 4,
    columnShift: 1,
    choices: 'radios',
    pageSize: 20,
  },
  { name: 'harborlight-plain', vocabulary: 3, ...dates('DD/MM/YYYY', 'HH:mm', ' ') },
);
