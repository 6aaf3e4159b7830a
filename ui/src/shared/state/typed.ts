// What is being typed and not on record yet. Owns handing it to the desk while it is typed, which keeps it encrypted through
// a lock, and taking it back; refuses to keep it anywhere itself.

import * as backend from "../../backend/backend";
import type { RecordLink } from "../../backend/backend";
import type { Drafts } from "../record/drafts";
import { place, type Place } from "./router.svelte";

/** A form whose record is not made yet. */
export interface FormDraft {
  kind: string;
  people: RecordLink[];
  drafts: Drafts;
}

interface Draft {
  place: Place;
  form?: FormDraft | undefined;
  /** Texts by `record/field`. */
  fields: Record<string, string>;
}

const PAUSE_MS = 600;
const fields = new Map<string, string>();
let form: FormDraft | undefined;
let handed: string | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Notes the text of one field; nothing when it is on record or emptied. */
export function noteField(key: string, text?: string): void {
  if (fields.get(key) === text) return;
  if (text === undefined) fields.delete(key);
  else fields.set(key, text);
  soon();
}

/** Notes the form that is being filled in; nothing when it was saved or called off. */
export function noteForm(next?: FormDraft): void {
  if (next === form) return;
  form = next;
  soon();
}

/** Hands over what there is now. */
export async function handOver(): Promise<void> {
  clearTimeout(timer);
  const draft: Draft = { place: place(), form, fields: Object.fromEntries(fields) };
  const text = form || fields.size > 0 ? JSON.stringify(draft) : null;
  if (text === handed) return;
  await backend.keepDraft(text);
  handed = text;
}

/** Takes back what this officer was typing when the vault was locked. */
export async function takeBack(): Promise<Draft | undefined> {
  handed = await backend.draft();
  if (handed === null) return undefined;
  const draft = JSON.parse(handed) as Draft;
  form = draft.form;
  for (const [key, text] of Object.entries(draft.fields)) fields.set(key, text);
  return draft;
}

/** Forgets all of it here, as locking does; the desk has it. */
export function forgetTyped(): void {
  clearTimeout(timer);
  fields.clear();
  form = undefined;
  handed = null;
}

/** The form that came back. */
export function formBack(): FormDraft | undefined {
  return form;
}

function soon(): void {
  clearTimeout(timer);
  // A desk that was locked meanwhile has what was handed over before.
  timer = setTimeout(() => void handOver().catch(() => undefined), PAUSE_MS);
}
