/**
 * Parts of the browser that call out, ask, keep an old page on the screen while a new one loads, or make ready
 * for each page what most never need.
 */
const UNWANTED_FEATURES: readonly string[] = [
  'Translate',
  'MediaRouter',
  'OptimizationHints',
  'PaintHolding',
  'BackForwardCache',
  'AutofillServerCommunication',
  'RenderDocument',
  'SpareRendererForSitePerProcess',
];

/**
 * Flags that pixels depend on, or that keep a page from reaching anything. Their digest is part of the
 * fingerprint.
 */
const SHARED_FLAGS: readonly string[] = [
  // The same pixels on every machine: no graphics card, no screen settings, no hinting, one colour space,
  // one language.
  '--disable-gpu',
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--force-color-profile=srgb',
  '--force-device-scale-factor=1',
  '--hide-scrollbars',
  '--lang=en-US',
  '--disable-smooth-scrolling',
  // Nothing in its own time: no thread that paints by itself, no task slowed down because the page is not
  // in front.
  '--disable-threaded-animation',
  '--disable-threaded-scrolling',
  '--disable-checker-imaging',
  '--disable-image-animation-resync',
  // A tile that is only partly painted anew blends its edges once more than one painted whole.
  '--disable-partial-raster',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-hang-monitor',
  '--disable-ipc-flooding-protection',
  // No host resolves but loopback, where the proxy of each session listens; no other way out.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-client-side-phishing-detection',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-field-trial-config',
  '--disable-sync',
  '--no-pings',
  // Nothing that asks, greets or remembers.
  '--no-default-browser-check',
  '--no-first-run',
  '--disable-breakpad',
  '--disable-crash-reporter',
  '--disable-notifications',
  '--disable-popup-blocking',
  '--disable-prompt-on-repost',
  '--disable-search-engine-choice-screen',
  '--mute-audio',
  '--password-store=basic',
  '--use-mock-keychain',
  `--disable-features=${UNWANTED_FEATURES.join(',')}`,
];

/** Flags with which frames are issued by the program. */
const FRAME_FLAGS: readonly string[] = [
  '--enable-begin-frame-control',
  '--run-all-compositor-stages-before-draw',
  '--disable-new-content-rendering-timeout',
  // One tile for a screen, drawn by the browser's own process: nothing is handed around in pieces.
  '--default-tile-width=1280',
  '--default-tile-height=800',
  '--in-process-gpu',
  // Memory that was given back is kept for the next page: to ask the system for it anew takes longer.
  '--enable-features=PartitionAllocLargeEmptySlotSpanRing,PartitionAllocLargeThreadCacheSize',
];

export type Mode = 'framed' | 'playwright';

/**
 * PNGs packed well, or in a third of the time and at a third more size. The pixels are the same, the bytes
 * are not.
 */
export type Pictures = 'small' | 'fast';

/** The flags of a way to drive the browser, without those that name paths, in a fixed order. */
export function flagsOf(mode: Mode): string[] {
  return mode === 'framed' ? [...SHARED_FLAGS, ...FRAME_FLAGS] : [...SHARED_FLAGS];
}

/** The environment of the browser, whole: nothing of ours is handed on but what `extra` names. */
export function environmentOf(
  folder: string,
  fontconfig: string,
  extra: Record<string, string>,
): Record<string, string> {
  return {
    PATH: '/usr/local/bin:/usr/bin:/bin',
    TZ: 'UTC',
    LANG: 'C.UTF-8',
    LC_ALL: 'C.UTF-8',
    HOME: folder,
    TMPDIR: folder,
    XDG_CONFIG_HOME: folder,
    XDG_CACHE_HOME: folder,
    FONTCONFIG_FILE: fontconfig,
    ...extra,
  };
}
