import { dates, skinsOf } from '#range';

/** The looks of the console. Dates stay as the system writes and reads them. */
export const skins = skinsOf(
  { name: 'corvane-beige', nav: 'top', ...dates('DD.MM.YYYY', 'HH:mm', ' ') },
  { name: 'corvane-night', theme: 'dark', density: 'dense', nav: 'side', pageSize: 20 },
  { name: 'corvane-clerk', vocabulary: 1, nav: 'side', ...dates('DD.MM.YYYY', 'HH:mm:ss', ' ') },
  { name: 'corvane-radios', vocabulary: 2, columnShift: 2, choices: 'radios', pageSize: 10 },
  { name: 'corvane-ledger', vocabulary: 3, density: 'dense', columnShift: 4, pageSize: 25 },
);
