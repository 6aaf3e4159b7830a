import type { CaseExport, CasesExported, CasesTaken, Counted, ExportSummary } from "../../src/backend/backend";
import { refuse, type FakeDesk } from "./desk";
import { word } from "./forms";

/** The desk's side of cases that go to other systems. */
export function tradeCommands(desk: FakeDesk): Record<string, (args: never) => unknown> {
  const counted = (id: string, key: string, count: number): Counted => ({ id, word: word(desk.status.lang, key), count });
  const summary = (input: CaseExport): ExportSummary => {
    const people = input.profile === "shelter" ? 0 : input.purpose === "research" ? 3 : 26;
    return {
      people,
      records: people === 0 ? [] : [counted("person", "record-person", people), counted("episode", "record-episode", 54)],
      left_out: [counted("admission-refused", "consent-refused", 1), counted("admission-not-asked", "val-not-asked", 28 - people - 1)],
      beside: input.kind === "htcds" && people > 0 ? [counted("person.origin", "person-origin", people)] : [],
      absent: input.kind === "htcds" && people > 0 ? [counted("placement", "record-placement", 5)] : [],
    };
  };
  return {
    cases_summary: ({ input }: { input: CaseExport }): ExportSummary => summary(input),
    cases_export: ({ input }: { input: CaseExport }): CasesExported => {
      if (input.reason.trim() === "") throw refuse("reason-needed");
      return { path: "/home/rina/cases.xlsx", sha256: "7f3a90c2e41b5d68aa", copy: 4, summary: summary(input) };
    },
    cases_take: (): CasesTaken => ({ rescue: null, people: 3, values: 12, flags: [] }),
  };
}
