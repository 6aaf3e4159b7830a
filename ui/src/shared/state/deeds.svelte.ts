// Undo and redo, and the count that tells every open page to look again. Owns no history: the desk has it.

import * as backend from "../../backend/backend";
import type { Undone } from "../../backend/backend";
import { t } from "../i18n/words.svelte";
import { say } from "./notices.svelte";
import { refusal } from "./session.svelte";

let revision = $state(0);

/** Rises whenever something other than the page itself changed records. Read it in an effect to load again. */
export function revisions(): number {
  return revision;
}

let pending: Promise<unknown> = Promise.resolve();

/** Counts a call that writes among those that must be over before the next deed is taken back or the vault is locked. */
export function writing<T>(call: Promise<T>): Promise<T> {
  pending = Promise.allSettled([pending, call]);
  return call;
}

/** Waits for every write that is under way; whether it was taken or refused is its own field's matter. */
export async function settled(): Promise<void> {
  await pending;
}

/** Tells open pages to look again. */
export function changed(): void {
  revision += 1;
}

async function turn(deed: () => Promise<Undone>, key: "notice-undone" | "notice-redone"): Promise<void> {
  await settled();
  try {
    const undone = await deed();
    say(t(key, { deed: undone.deed, at: undone.at }));
    changed();
  } catch (thrown) {
    const refused = refusal(thrown);
    say([refused.message || t("failure-fault"), refused.recovery].filter(Boolean).join(" "));
  }
}

/** Takes back the officer's latest deed. */
export const undo = () => turn(backend.undo, "notice-undone");

/** Does again what was taken back last. */
export const redo = () => turn(backend.redo, "notice-redone");
