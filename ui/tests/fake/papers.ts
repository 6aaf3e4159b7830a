import type {
  AnswerTaken,
  AnswerTyped,
  DossierInput,
  DossierPreview,
  LedgerLine,
  NoticeLine,
  Released,
  VerifiedView,
} from "../../src/backend/backend";
import { refuse, type FakeDesk } from "./desk";
import { word } from "./forms";

/** The desk's side of what left on paper: two copies, of which one holds a day of birth that was corrected since. */
export function papersCommands(desk: FakeDesk): Record<string, (args: never) => unknown> {
  const say = (key: string) => word(desk.status.lang, key);
  const copy = (number: number, recipient: string, outdated: boolean): LedgerLine => ({
    ...{ copy: number, at: `2026-11-2${number} 09:00`, recipient, profile: "shelter", lang: "km" },
    ...{ code: `7Q2M-09XC-000${number}`, sha256: "5b0f6a1c".repeat(8), people: 2, fields: ["person.birth_date"] },
    ...{ author: "Ayu Pramesti", reason: "handover", receipts: [] },
    ...{ state: outdated ? "outdated" : "current", state_word: say(outdated ? "papers-outdated" : "papers-current") },
    outdated: desk.of("person").slice(0, outdated ? 1 : 0).map((person) => ({
      ...{ why: "corrected", why_word: "corrected since", record: desk.link(person), kind_word: say("record-person") },
      ...{ field: "person.birth_date", label: say("person-birth-date"), group_word: say("group-identity") },
    })),
  });
  const lines = [copy(2, "Rumah Aman Fiktif", false), copy(1, "Yayasan Contoh", true)];
  const notice: NoticeLine = { copy: copy(1, "Yayasan Contoh", true), state: "owed", state_word: "to be told", notices: [] };
  let printer = true;
  const preview = (): DossierPreview => ({
    ...{ token: "token-2", pages: 1, copy: 3, bytes: 21_400, code: "7Q2M-09XC-0003", annexes: [], missing: [] },
    ...{ discloses: [say("group-identity")], withholds: [say("group-health")], people: [] },
  });
  const taken = (answer: string, by: string, reason: string): AnswerTaken => {
    const line = lines[0] as LedgerLine;
    line.receipts = [{ answer, reason, office: "PNH", at: "2026-11-24T02:00:00Z", by, signed: by === "" }];
    return { ...line, answered: desk.of("rescue").slice(0, 1).map((rescue) => desk.link(rescue)), left: [] };
  };
  return {
    ledger: ({ of }: { of: string | null }) => (of === null ? lines : lines.slice(1)),
    verify_pick: (): VerifiedView => ({
      ...{ what: "dossier", known: true, office: "PNH", device: "device-A", made_at: "2026-11-21T02:00:00Z" },
      ...{ copy: 1, code: "7Q2M-09XC-0001", profile: "shelter" },
    }),
    receipt_pick: () => taken("accepted", "", ""),
    receipt_type: ({ input }: { input: AnswerTyped }) => {
      if (!lines.some((line) => line.code === input.code || String(line.copy) === input.code)) throw refuse("no-such-copy");
      return taken(input.answer, input.by, input.reason);
    },
    notices: () => [notice],
    notice_prepare: () => {
      Object.assign(notice, { state: "prepared", state_word: "made, not sent", notices: [3] });
      return preview();
    },
    notice_sent: () => void Object.assign(notice, { state: "sent", state_word: "told" }),
    sheet_prepare: ({ input }: { input: DossierInput; sheet: string }) => {
      if (input.records.length === 0) throw refuse("nobody");
      return preview();
    },
    dossier_print: ({ reason }: { reason: string }): Released => {
      if (reason === "broken printer" && printer) {
        printer = false;
        throw refuse("no-printer");
      }
      return { path: "", sha256: "5b0f6a1c".repeat(8), copy: 3, code: "7Q2M-09XC-0003", passphrase: null };
    },
  };
}
