// Which columns a list of people shows. Owns the choice and keeps it with the vault's settings; refuses to hide the name.

import * as backend from "../../backend/backend";
import { say } from "./notices.svelte";
import { refusal } from "./session.svelte";

export const COLUMNS = ["called", "sex", "birth", "document", "stage", "where"] as const;
export type ColumnId = (typeof COLUMNS)[number];

let shown = $state.raw<readonly ColumnId[]>(COLUMNS);

/** The columns beside the name, in their order. */
export function columns(): readonly ColumnId[] {
  return shown;
}

/** Takes over what was kept; an unknown or empty list is all of them. */
export function takeColumns(kept: string): void {
  const wanted = COLUMNS.filter((id) => kept.split(",").includes(id));
  shown = wanted.length > 0 ? wanted : COLUMNS;
}

/** Shows or hides a column, and keeps it so. */
export async function showColumn(id: ColumnId, on: boolean): Promise<void> {
  shown = COLUMNS.filter((one) => (one === id ? on : shown.includes(one)));
  try {
    await backend.setSetting("columns", shown.length === COLUMNS.length ? "" : shown.join(",") || "name");
  } catch (thrown) {
    say(refusal(thrown).message);
  }
}
