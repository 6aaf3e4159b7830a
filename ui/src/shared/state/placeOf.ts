import type { RecordLink } from "../../backend/backend";
import type { Place } from "./router.svelte";

/** The screen that shows a record: people and rescues have their own. */
export function placeOf(link: RecordLink): Place {
  if (link.kind === "person") return { screen: "person", id: link.id };
  if (link.kind === "rescue") return { screen: "rescue", id: link.id };
  return { screen: "record", id: link.id };
}
