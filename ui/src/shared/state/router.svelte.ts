// Where the officer is. Owns the way back; refuses addresses: the page's own never changes, so none can be leaked or
// navigated to.

import type { RecordLink } from "../../backend/backend";

export type RescueTab = "roster" | "timeline" | "tasks" | "documents" | "handover" | "details" | "history";
export type PersonTab =
  | "summary"
  | "timeline"
  | "needs"
  | "identification"
  | "documents"
  | "travel"
  | "family"
  | "history";
export type ExchangeTab = "export" | "import" | "inbox" | "partners" | "cases";

export type PapersTab = "ledger" | "receipts" | "notices" | "verify" | "sheets";

/** What is looked at before it leaves: a dossier, a single sheet, or a notice about an earlier copy. */
export type Sheet = "manifest" | "roster" | "statement" | "expenses";

export type SettingsTab = "general" | "officers" | "recovery" | "backups" | "audit" | "update";

export type MovementsTab = "list" | "permits";

export type Place =
  | { screen: "today" }
  | { screen: "movements"; tab?: MovementsTab }
  | { screen: "movement"; id: string }
  | { screen: "rescues" }
  | { screen: "new-rescue" }
  | { screen: "rescue"; id: string; tab?: RescueTab; chosen?: string[] }
  | { screen: "people" }
  | { screen: "person"; id: string; tab?: PersonTab }
  | { screen: "record"; id: string }
  | { screen: "draft" }
  | { screen: "roster"; rescue?: { id: string; title: string }; dropped?: number; alone?: boolean }
  | { screen: "dossier"; records: string[]; title: string; profile?: string; sheet?: Sheet; notice?: number }
  | { screen: "papers"; tab?: PapersTab; of?: RecordLink }
  | { screen: "exchange"; tab?: ExchangeTab }
  | { screen: "statistics" }
  | { screen: "duplicates"; of?: RecordLink }
  | { screen: "links"; of: RecordLink }
  | { screen: "settings"; tab?: SettingsTab };

const HOME: Place = { screen: "rescues" };
let trail = $state.raw<Place[]>([HOME]);

/** Where the officer is now. */
export function place(): Place {
  return trail[trail.length - 1] ?? HOME;
}

/** Goes somewhere; `back` returns. */
export function go(next: Place): void {
  trail = [...trail.slice(-49), next];
}

/** Goes somewhere in place of here, as after finishing a form that nobody wants to come back to. */
export function goInstead(next: Place): void {
  trail = [...trail.slice(0, -1), next];
}

/** Whether there is a way back. */
export function canGoBack(): boolean {
  return trail.length > 1;
}

/** Returns to the place before. */
export function back(): void {
  if (canGoBack()) trail = trail.slice(0, -1);
}

/** Forgets every place, as locking does: what is behind a lock is not on a trail. */
export function forgetTrail(): void {
  trail = [HOME];
}
