import type { BundleView, CodeView, ImportView, LaptopView, StatsInput, StatsView, TableOut, TrustedView } from "../../src/backend/backend";
import { PASTED } from "./people";
import { refuse, type FakeDesk } from "./desk";

const laptop = (letter: string, fingerprint: string): LaptopView => ({
  device: `device-${letter}`,
  office: "PNH",
  letter,
  fingerprint,
  office_fingerprint: letter === "B" ? "meadow anchor velvet copper saddle window" : null,
  card: `card of ${letter}`,
});

/** No real code: modules that follow from the words, and the three corners, so that a picture looks like one. */
function codeOf(words: string): CodeView {
  const inner = 33;
  const corner = (x: number, y: number) => Math.max(Math.abs(x - 3), Math.abs(y - 3));
  const dark = (x: number, y: number): boolean => {
    const near = [corner(x, y), corner(inner - 1 - x, y), corner(x, inner - 1 - y)].find((far) => far <= 4);
    if (near !== undefined) return near !== 2 && near !== 4;
    return ((x * 7 + y * 13 + words.charCodeAt((x * y) % words.length)) % 5) % 2 === 0;
  };
  const places = Array.from({ length: inner * inner }, (_, at) => [at % inner, Math.floor(at / inner)] as const);
  const path = places.filter(([x, y]) => dark(x, y)).map(([x, y]) => `M${x + 4} ${y + 4}h1v1h-1z`);
  return { side: inner + 8, path: path.join("") };
}

const OWN = laptop("A", "lantern river pebble ocean candle forest");
const OTHER = laptop("B", "window mango bicycle harbour cotton violin");

/** The desk's side of exchange, settings and tables that are taken out. */
export function keepingCommands(desk: FakeDesk): Record<string, (args: never) => unknown> {
  const settings = new Map([["date-order", "day-first"], ["theme", document.documentElement.dataset.theme ?? "system"], ["size", document.documentElement.dataset.size ?? "100"], ["columns", ""], ["escrow", "none"], ["lock-after", "5"], ["capture-protection", "on"]]);
  const other: TrustedView = {
    device: OTHER.device,
    name: "PNH B",
    fingerprint: OTHER.fingerprint,
    trusted_at: "2026-11-20",
    revoked_at: null,
    last_import: "2026-11-23 08:40",
    by_office: false,
  };
  const imports: ImportView[] = [{ id: 1, at: "2026-11-23 08:40", sender: "PNH B", batches: 12, aside: false }];
  let picked = false;
  const bundle: BundleView = {
    ...{ sender: OTHER.device, sender_name: "PNH B", training: false, batches: 31, new: 12, completed: 0, waiting: 0, refused: 0 },
    ...{ quarantined: 0, unvouched: 0, erased: 0, clock_ahead: 0, forks: 0, unknown: 0, conflicts: 1, missing: 0, attachments: 0 },
    ...{ new_files: 2, missing_files: 1, left_out: 1 },
    ...{ new_life: false, import: 2, files: [], bytes: 18_400, digest: "7f3a90c2e41b5d68aa" },
  };
  const open = () =>
    desk.of("person").flatMap((person) =>
      desk
        .page(person)
        .sections.flatMap((section) => section.fields)
        .filter((field) => field.conflict)
        .map((field) => ({ id: `${person.id}/${field.id}`, record: desk.link(person), field, disputed: false, mine: field.values.filter((value) => value.device === OWN.letter).map((value) => value.change) })),
    );
  return {
    laptop: () => OWN,
    code: ({ words }: { words: string }) => codeOf(words),
    devices: () => [other],
    office: () => ({ ...desk.own }),
    office_found: () => Object.assign(desk.own, { letter: "A", lettered: true, enrolled: true, founder: true }),
    request_save: () => "/home/officer/laptop.request",
    request_pick: () => ({ ...laptop("", OTHER.fingerprint), card: "request of B" }),
    device_enrol: () => ({ device: OTHER.device, office: "PNH", letter: "B", answer: "answer" }),
    answer_pick: () => ({ office: "PNH", letter: "B", fingerprint: desk.own.fingerprint, answer: "answer" }),
    device_join: () => Object.assign(desk.own, { letter: "B", lettered: true, enrolled: true }),
    office_distrust: ({ words }: { words: string }) => {
      desk.own.offices = desk.own.offices.filter((one) => one.fingerprint !== words);
      return null;
    },
    office_key_out: () => "/home/officer/office.key.age",
    office_key_in: () => Object.assign(desk.own, { founder: true }),
    device_key: () => "/home/officer/laptop.key",
    card_save: () => "/home/officer/laptop.card",
    card_pick: () => OTHER,
    device_trust: () => OTHER,
    device_revoke: () => Object.assign(other, { revoked_at: "2026-11-24" }),
    bundle_export: () => bundle,
    bundle_aside: ({ aside }: { aside: boolean }) => imports.map((one) => Object.assign(one, { aside })),
    bundle_pick: () => {
      picked = true;
      return bundle;
    },
    bundle_take: () => {
      if (!picked) throw refuse("file");
      return bundle;
    },
    inbox: () => ({ conflicts: open(), edited_apart: [], placeholders: [], quarantined: [], imports }),
    settle: ({ id, take }: { id: string; take: string }) => {
      const [record = "", field = ""] = id.split("/");
      const kept = desk.get(record);
      const values = kept.answers.get(field) ?? [];
      kept.answers.set(field, values.filter((value) => (value.device === OWN.letter) === (take === "mine")));
      return desk.saved(kept, field).field;
    },
    settings: () => [...settings].map(([name, value]) => ({ name, value })),
    set_setting: ({ name, value }: { name: string; value: string }) => {
      if (name === "escrow" && !/^(age1\w+|none)$/.test(value)) throw refuse("bad-setting");
      settings.set(name, value);
    },
    statistics: ({ input }: { input: StatsInput }): StatsView => ({
      ...{ from: input.from, to: input.to, days: [], costs: [] },
      totals: [{ id: "returned", word: "Returned", people: 28 }],
      table: {
        ...{ heading: "Returned", of: "returned", by_rows: "Month", by_columns: "", columns: [""], column_totals: [28] },
        ...{ rows: ["2023-09", "2023-10"], cells: [[null], [28]], row_totals: [null, 28], total: 28 },
        ...{ threshold: input.threshold ?? null, withheld: 1 },
      },
    }),
    statistics_prepare: ({ input }: { input: StatsInput }) => {
      if (input.threshold === null) throw refuse("wrong-use");
      return { token: "table-1", pages: 1 };
    },
    statistics_print: async ({ token, reason }: { token: string; reason: string }) => {
      if (token !== "table-1") throw refuse("no-preview");
      if (reason.trim() === "") throw refuse("reason-needed");
      const { table } = (await desk.invoke("statistics", { input: { from: "", to: "", by: [], threshold: 11 } })) as StatsView;
      return { number: 2, path: "", table };
    },
    people_count: () => desk.of("person").length,
    table_take: ({ input }: { input: TableOut }) => {
      if (input.reason.trim() === "") throw refuse("reason-needed");
      return { path: "/home/officer/table.xlsx", sha256: "0".repeat(64), copy: 4 };
    },
    roster_dropped: () => desk.invoke("roster_paste", { text: PASTED }),
  };
}
