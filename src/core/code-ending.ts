/** The ending of a file of code here: compiled in the package, as it was written in a clone. */
export const CODE_ENDING = import.meta.url.endsWith('.js') ? '.js' : '.ts';
