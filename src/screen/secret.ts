/** Every secret of the range carries this mark. */
export const SECRET = /SYNTH-[A-Za-z0-9-]{4,}/;
