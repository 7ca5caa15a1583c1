/** What all consoles share: the style of the workspace bar, and fonts for every name in the world. */
export const shared = new URL('./', import.meta.url);

/** The npm packages that `fonts.css` draws on. */
export const fontPackages = [
  '@fontsource/noto-sans',
  '@fontsource/noto-sans-arabic',
  '@fontsource/noto-sans-hebrew',
  '@fontsource/noto-sans-jp',
  '@fontsource/noto-sans-kr',
  '@fontsource/noto-sans-sc',
] as const;
