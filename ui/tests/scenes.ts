// How to reach each screen by what stands on it: shared by the pictures and by the accessibility tests.
import type { FakeDesk } from "./fake/desk";
import { PASSPHRASE } from "./fake/desk";
import { PASTED } from "./fake/people";
import { ZONE } from "./fake/ties";

type Start = ConstructorParameters<typeof FakeDesk>[0];

export interface Scene {
  start?: Start;
  play: (root: HTMLElement) => Promise<void>;
}

/** Waits for an element with this test id. */
export async function find(root: HTMLElement, id: string): Promise<HTMLElement> {
  const last = Date.now() + 15_000;
  while (Date.now() < last) {
    const found = root.querySelector<HTMLElement>(`[data-testid="${id}"]`);
    if (found) return found;
    await new Promise((done) => setTimeout(done, 5));
  }
  throw new Error(`${id} never came`);
}

export async function click(root: HTMLElement, ...ids: string[]): Promise<void> {
  for (const id of ids) (await find(root, id)).click();
}

export async function type(root: HTMLElement, id: string, text: string): Promise<void> {
  const field = (await find(root, id)) as HTMLInputElement;
  field.focus();
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

async function choose(root: HTMLElement, id: string, option: string): Promise<void> {
  const list = (await find(root, id)) as HTMLSelectElement;
  list.value = option;
  list.dispatchEvent(new Event("change", { bubbles: true }));
}

const RESCUE = "open-PNH-2026-RA0003";
const PERSON = "open-PNH-2026-A0004";

export const scenes: Record<string, Scene> = {
  unlock: { start: { phase: "locked" }, play: async (root) => void (await find(root, "unlock-passphrase")) },
  "unlock-wrong": {
    start: { phase: "locked" },
    play: async (root) => {
      for (let wrong = 0; wrong < 5; wrong += 1) {
        await type(root, "unlock-passphrase", "not this one");
        await click(root, "unlock-submit");
        await new Promise((done) => setTimeout(done, 30));
      }
      await find(root, "failure");
    },
  },
  "unlock-layout": {
    start: { phase: "locked", coming: { work: "layout", done: 3, of: 9, percent: 40, stops: false } },
    play: async (root) => {
      await type(root, "unlock-passphrase", PASSPHRASE);
      await click(root, "unlock-submit");
      await find(root, "working");
    },
  },
  "new-vault": { start: { phase: "empty" }, play: async (root) => void (await find(root, "vault-officer")) },
  recovery: {
    start: { phase: "empty" },
    play: async (root) => {
      await type(root, "vault-officer", "Ayu Pramesti");
      await type(root, "vault-office", "PNH");
      await click(root, "vault-begin");
      await find(root, "recovery-key");
    },
  },
  ...Object.fromEntries(
    ["officers", "recovery", "backups", "audit"].map((room, place) => [
      `vault-${room}`,
      {
        play: async (root: HTMLElement) => {
          await click(root, "nav-settings");
          await find(root, "folder");
          root.querySelectorAll<HTMLElement>("[role=tab]")[place + 1]?.click();
          await find(root, room);
        },
      },
    ]),
  ),
  paused: {
    play: async (root) => {
      await click(root, "pause");
      await find(root, "paused");
    },
  },
  draft: {
    play: async (root) => {
      await click(root, RESCUE, "select-all", "add-event", "kind-health");
      await type(root, "new-needs", "half a sentence");
      await new Promise((done) => setTimeout(done, 900));
      await click(root, "lock");
      await type(root, "unlock-passphrase", PASSPHRASE);
      await click(root, "unlock-submit");
      await find(root, "new-needs");
    },
  },
  update: {
    play: async (root) => {
      await click(root, "nav-settings");
      await find(root, "folder");
      root.querySelectorAll<HTMLElement>("[role=tab]")[5]?.click();
      await click(root, "update-choose");
      await find(root, "update-seen");
    },
  },
  loose: {
    start: { loose: [3, 4, 5] },
    play: async (root) => {
      await click(root, "loose-settle");
      await find(root, "loose-reason");
    },
  },
  empty: { start: { sample: false }, play: async (root) => void (await find(root, "rescues-empty")) },
  rescues: { start: { training: true }, play: async (root) => void (await find(root, "rescue-row")) },
  "new-rescue": {
    play: async (root) => {
      await click(root, "new-rescue", "save-record");
      await find(root, "error-summary");
    },
  },
  roster: {
    start: { training: true },
    play: async (root) => {
      await click(root, RESCUE, "select-PNH-2026-A0005", "select-PNH-2026-A0006");
      await find(root, "person-row");
    },
  },
  event: {
    play: async (root) => {
      await click(root, RESCUE, "select-all", "add-event", "kind-movement", "about-summary");
      await find(root, "new-sort");
    },
  },
  kinds: {
    play: async (root) => {
      await click(root, RESCUE, "select-all", "add-event");
      await find(root, "kind-movement");
    },
  },
  timeline: {
    play: async (root) => {
      await click(root, RESCUE, "tab-timeline");
      await find(root, "timeline-entry");
    },
  },
  details: {
    play: async (root) => {
      await click(root, RESCUE, "tab-details");
      await find(root, "field-name");
    },
  },
  person: {
    play: async (root) => {
      await click(root, RESCUE, PERSON);
      await find(root, "field-full_name");
    },
  },
  question: {
    play: async (root) => {
      await click(root, RESCUE, "open-PNH-2026-A0005");
      await type(root, "field-birth_date", "03/04/2007");
      (await find(root, "field-birth_date")).dispatchEvent(new FocusEvent("blur"));
      await find(root, "question");
    },
  },
  records: {
    play: async (root) => {
      await click(root, RESCUE, PERSON, "tab-travel");
      await find(root, "related-movement");
    },
  },
  people: {
    play: async (root) => {
      await click(root, "nav-people");
      await find(root, "person-row");
    },
  },
  import: {
    play: async (root) => {
      await click(root, "import-list");
      await find(root, "paste");
    },
  },
  preview: {
    play: async (root) => {
      await click(root, "import-list");
      await type(root, "paste", PASTED);
      await click(root, "paste-read");
      await find(root, "preview-row");
    },
  },
  dossier: {
    play: async (root) => {
      await click(root, RESCUE, "dossier", "profile-host-police");
      await find(root, "profile-lists");
    },
  },
  pages: {
    play: async (root) => {
      await click(root, RESCUE, "dossier", "profile-host-police", "prepare");
      await find(root, "page-picture");
    },
  },
  "no-consent": {
    play: async (root) => {
      await click(root, RESCUE, "dossier", "profile-host-police");
      await type(root, "reason", "nobody agreed");
      await click(root, "prepare");
      await find(root, "ask-consent");
    },
  },
  released: {
    play: async (root) => {
      await click(root, RESCUE, "dossier", "profile-host-police", "prepare", "release");
      await find(root, "released");
    },
  },
  family: {
    play: async (root) => {
      await click(root, RESCUE, PERSON, "tab-family");
      await find(root, "field-phones");
    },
  },
  handover: {
    play: async (root) => {
      await click(root, RESCUE, "tab-handover");
      await find(root, "handover-host-police");
    },
  },
  documents: {
    play: async (root) => {
      await click(root, RESCUE, "tab-documents");
      await find(root, "entries-empty");
    },
  },
  consent: {
    play: async (root) => {
      await click(root, RESCUE, "select-all", "add-event", "kind-consent");
      await find(root, "consent-script");
    },
  },
  grid: {
    play: async (root) => {
      await click(root, "import-list", "type-in");
      await type(root, "typed-0-name", "Sari Umpama");
    },
  },
  palette: {
    play: async (root) => {
      await click(root, "palette");
      await type(root, "palette-find", "a");
      await find(root, "palette-option");
    },
  },
  "take-table": {
    play: async (root) => {
      await click(root, RESCUE, "columns", "take-table", "table-save");
      await find(root, "error-summary");
    },
  },
  export: {
    play: async (root) => {
      await click(root, "nav-exchange", "to-PNH B", "bundle-write");
      await find(root, "bundle-written");
    },
  },
  "import-bundle": {
    play: async (root) => {
      await click(root, "nav-exchange", "tab-import", "bundle-pick");
      await find(root, "bundle-seen");
    },
  },
  statistics: {
    play: async (root) => {
      await click(root, "nav-statistics");
      await find(root, "stats-table");
    },
  },
  "statistics-paper": {
    play: async (root) => {
      await click(root, "nav-statistics");
      await choose(root, "stats-for", "11");
      await type(root, "stats-reason", "yearly report, letter 9");
      await click(root, "stats-look");
      await find(root, "page-picture");
    },
  },
  today: {
    play: async (root) => {
      await click(root, "nav-today");
      await find(root, "bed-row");
    },
  },
  movements: {
    play: async (root) => {
      await click(root, "nav-movements");
      await find(root, "movement-row");
    },
  },
  permits: {
    play: async (root) => {
      await click(root, "nav-movements", "tab-permits", "permits-all", "permits-issue");
      await find(root, "permit-number");
    },
  },
  gate: {
    play: async (root) => {
      await click(root, "nav-movements", "open-PNH-2026-MA0002", "override-exit-permit");
      await find(root, "override-reason");
    },
  },
  "gate-for-many": {
    play: async (root) => {
      await click(root, "nav-movements", "open-PNH-2026-MA0002", "override-exit-permit", "override-all");
      await find(root, "override-also");
    },
  },
  removing: {
    play: async (root) => {
      await click(root, RESCUE, PERSON, "tab-needs");
      (await find(root, "related-placement")).querySelector("button")?.click();
      await click(root, "remove", "remove-save");
      await find(root, "failure");
    },
  },
  identification: {
    play: async (root) => {
      await click(root, RESCUE, PERSON, "tab-identification");
      await find(root, "chain");
    },
  },
  "basis-sheet": {
    play: async (root) => {
      await click(root, RESCUE, "select-all", "add-event", "kind-determination", PERSON.replace("open-", "basis-"));
      await find(root, "basis-answers");
    },
  },
  "looked-over": {
    play: async (root) => {
      await click(root, RESCUE, "select-all", "add-event", "kind-determination", "basis-read");
      await choose(root, "new-outcome", "victim");
      await type(root, "new-decided_on", "29/9/2023");
      await click(root, "save-record");
      await find(root, "looked-over");
    },
  },
  inbox: {
    play: async (root) => {
      await click(root, "nav-exchange", "tab-inbox");
      await find(root, "inbox-conflict");
    },
  },
  "office-distrust": { play: async (root) => void (await click(root, "nav-exchange", "tab-partners", "distrust-JKT")) },
  "office-key": { play: async (root) => void (await click(root, "nav-exchange", "tab-partners", "office-key-hand")) },
  partners: {
    play: async (root) => {
      await click(root, "nav-exchange", "tab-partners", "card-pick");
      await find(root, "card-met");
    },
  },
  keys: {
    play: async (root) => {
      await click(root, "nav-exchange", "tab-partners");
      await type(root, "escrow-key", "age1qexampleqexampleqexampleqexampleqexampleqexampleqexample");
      await type(root, "escrow-reason", "letter 4 of the ministry");
      await click(root, "escrow-set");
      await find(root, "escrow-held");
      await type(root, "key-reason", "inspection, letter 12");
    },
  },
  enrolment: {
    play: async (root) => {
      await click(root, "nav-exchange", "tab-partners", "request-pick");
      await find(root, "request-words");
    },
  },
  cases: {
    play: async (root) => {
      await click(root, "nav-exchange", "tab-cases", "cases-look");
      await find(root, "cases-summary");
    },
  },
  history: {
    play: async (root) => {
      await click(root, RESCUE, PERSON);
      await find(root, "identity");
      await click(root, "tab-history");
      await find(root, "past");
    },
  },
  document: {
    play: async (root) => {
      await click(root, RESCUE, "tab-documents", "add-file", "field-file-open");
      await find(root, "file-picture");
    },
  },
  photo: {
    play: async (root) => {
      await click(root, RESCUE, PERSON, "field-photo", "photo-open");
      await find(root, "photo");
    },
  },
  working: {
    start: { coming: { work: "birthdays", done: 8192, of: 21450, percent: null, stops: true } },
    play: async (root) => {
      await click(root, "palette");
      await type(root, "palette-find", document.documentElement.lang === "km" ? "ស្ទួន" : "dupli");
      await click(root, "palette-option");
      await find(root, "call-off");
    },
  },
  duplicates: {
    play: async (root) => {
      await click(root, "nav-people", "duplicates", "duplicate-different");
      await find(root, "error-summary");
    },
  },
  links: {
    play: async (root) => {
      await click(root, RESCUE, "links");
      await find(root, "network");
    },
  },
  zone: {
    play: async (root) => {
      await click(root, RESCUE, PERSON, "tab-travel", "add-record", "kind-travel-document");
      await type(root, "new-mrz", ZONE.replace("7408122", "7408132"));
      await find(root, "digit-birth");
    },
  },
  "zone-intake": {
    play: async (root) => {
      await click(root, "import-list", "type-in", "grid-zone");
      await type(root, "typed-zone", ZONE);
      await find(root, "mrz-take");
    },
  },
  ...Object.fromEntries(
    Object.entries({ ledger: "ledger-row", receipts: "receipt-code", notices: "notice-row", sheets: "sheet-roster" }).map(
      ([room, id]) => [
        `papers-${room}`,
        {
          play: async (root: HTMLElement) => {
            await click(root, "nav-papers", `tab-${room}`);
            await find(root, id);
          },
        },
      ],
    ),
  ),
  "papers-verify": {
    play: async (root) => {
      await click(root, "nav-papers", "tab-verify", "verify-pick");
      await find(root, "verified");
    },
  },
  "papers-answered": {
    play: async (root) => {
      await click(root, "nav-papers", "tab-receipts", "receipt-pick");
      await find(root, "receipt-taken");
    },
  },
  manifest: {
    play: async (root) => {
      await click(root, "nav-movements", "open-PNH-2026-MA0002", "manifest");
      await find(root, "page-picture");
    },
  },
  settings: {
    play: async (root) => {
      await click(root, "nav-settings");
      await find(root, "folder");
    },
  },
  shortcuts: {
    play: async (root) => {
      await click(root, "shortcuts");
      await find(root, "dialog");
    },
  },
};
