/** What all kits share: a partial for every widget, and `base.css`. A kit names it as its `base` and overrides by file name. */
export const base = new URL('./', import.meta.url);
