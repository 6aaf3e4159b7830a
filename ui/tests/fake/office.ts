import type { OfficeView } from "../../src/backend/backend";

const WORDS = "meadow anchor velvet copper saddle window";

/** A laptop that founded its office, and trusts another one. */
export const office = (): OfficeView => ({
  code: "PNH",
  letter: "A",
  enrolled: true,
  lettered: true,
  founder: true,
  fingerprint: WORDS,
  taken_by: null,
  rivals: [],
  offices: [
    { code: "PNH", fingerprint: WORDS, own: true },
    { code: "JKT", fingerprint: "garden pencil silver bridge tunnel almond", own: false },
  ],
});
