// Who is at work and in which vault. Owns the last status the desk gave; refuses to keep anything about people.

import * as backend from "../../backend/backend";
import { refusedBy, type Refused, type Status } from "../../backend/backend";
import { speak } from "../i18n/words.svelte";

let status = $state.raw<Status>();

/** The last status; none until the desk has answered once. */
export function session(): Status | undefined {
  return status;
}

/** Takes over a status that a command gave. */
export async function enter(next: Status): Promise<void> {
  await speak(next.lang);
  status = next;
}

/** Asks the desk where things stand. */
export async function look(): Promise<void> {
  await enter(await backend.status());
}

/** Turns anything thrown into a refusal; one that says "locked" brings the lock screen back. */
export function refusal(thrown: unknown): Refused {
  const refused = refusedBy(thrown);
  if (refused.code === "locked" && status?.phase === "open") void look();
  return refused;
}
