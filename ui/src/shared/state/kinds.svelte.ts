// Kinds of record that the desk knows. Asked once for each opening of the vault, so that no screen offers what is not there.

import * as backend from "../../backend/backend";

let known = $state.raw<readonly string[]>([]);

/** The kinds that can be recorded about people; none until the desk has answered. */
export function knownKinds(): readonly string[] {
  return known;
}

/** Asks the desk which kinds there are. */
export async function learnKinds(): Promise<void> {
  known = (await backend.kinds()).map((option) => option.id);
}
