// Texts that were refused and not yet put right, so that leaving the page does not lose them. Owns them in memory only,
// until they are saved or the vault is locked.

import type { Refused } from "../../backend/backend";

export interface Unsaved {
  text: string;
  refused: Refused;
}

const kept: Record<string, Unsaved> = {};
const keyOf = (record: string, field: string) => `${record}/${field}`;

/** The refused text of this field, if there is one. */
export function unsaved(record: string, field: string): Unsaved | undefined {
  return kept[keyOf(record, field)];
}

/** Keeps a refused text, or with nothing lets go of it. */
export function keep(record: string, field: string, text?: Unsaved): void {
  if (text) kept[keyOf(record, field)] = text;
  else delete kept[keyOf(record, field)];
}

/** Lets go of all of them, as locking does. */
export function letGo(): void {
  for (const key of Object.keys(kept)) delete kept[key];
}
