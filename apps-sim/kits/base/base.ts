/** The partials that kits share: what a kit does not draw itself is drawn by these. */
export const base = new URL('./', import.meta.url);
