// What was said last in a form, offered again the next time. Owns choices and organisations only, in memory until the vault
// is locked; refuses dates, amounts and anything that was written about a person.

import type { FieldView } from "../../backend/backend";
import type { Drafts } from "./drafts";

const kept = new Map<string, Drafts>();
const OFFERED = ["choice", "record"];

/** Keeps what can be offered again. */
export function keepLast(kind: string, fields: FieldView[], drafts: Drafts): void {
  const again = fields.filter((field) => OFFERED.includes(field.kind) && !field.sealed);
  kept.set(kind, Object.fromEntries(again.map((field) => [field.id, (drafts[field.id] ?? []).map((line) => ({ ...line }))])));
}

/** What was said last in a form of this kind, over the empty sheet. */
export function offerLast(kind: string, empty: Drafts): Drafts {
  return { ...empty, ...structuredClone(kept.get(kind) ?? {}) };
}

/** Forgets all of it, as locking does. */
export function forgetLast(): void {
  kept.clear();
}
