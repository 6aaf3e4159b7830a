// Texts that are not on record yet: still being typed, or refused and not yet put right. Leaving the page does not lose them,
// and neither does a lock, since the desk is told of each.

import type { Refused } from "../../backend/backend";
import { forgetTyped, noteField } from "../state/typed";

export interface Unsaved {
  text: string;
  refused?: Refused | undefined;
}

const kept: Record<string, Unsaved> = {};
const keyOf = (record: string, field: string) => `${record}/${field}`;

/** The unsaved text of this field, if there is one. */
export function unsaved(record: string, field: string): Unsaved | undefined {
  return kept[keyOf(record, field)];
}

/** Keeps an unsaved text, or with nothing lets go of it. */
export function keep(record: string, field: string, text?: Unsaved): void {
  const key = keyOf(record, field);
  if (text) kept[key] = text;
  else delete kept[key];
  noteField(key, text?.text);
}

/** Puts back what was being typed when the vault was locked. */
export function putBack(fields: Record<string, string>): void {
  for (const [key, text] of Object.entries(fields)) kept[key] = { text };
}

/** Lets go of all of them, as locking does. */
export function letGo(): void {
  for (const key of Object.keys(kept)) delete kept[key];
  forgetTyped();
}
