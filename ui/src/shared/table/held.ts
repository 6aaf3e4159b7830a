import type { RosterLine } from "../../backend/backend";

/** Who has the person and since when; a holder that is the place itself is not named twice. */
export function held(line: RosterLine): string {
  const holder = line.holder?.title === line.place ? undefined : line.holder?.title;
  return [holder, line.since].filter(Boolean).join(" · ");
}
