// A desk in memory that answers at the level of Tauri's own call, so that the adapter is tested too. It knows just
// enough to be refused by: dates that can be read in two ways, texts that cannot be read, a wrong passphrase.
import type {
  AnswerInput,
  CorrectionInput,
  NewRecord,
  NewVault,
  OptionView,
  Progress,
  Refused,
  RecordLink,
  RecordPage,
  RosterLine,
  Saved,
  Status,
  TimelineEntry,
  ValueView,
} from "../../src/backend/backend";
import { caseworkCommands } from "./casework";
import { filesCommands } from "./files";
import { dossierCommands } from "./dossier";
import { FORMS, formPage, labelOf, sections, word } from "./forms";
import { PEOPLE } from "./people";
import { keepingCommands } from "./keeping";
import { office } from "./office";
import { papersCommands } from "./papers";
import { tiesCommands } from "./ties";
import { rosterCommands } from "./roster";
import { tradeCommands } from "./trade";
import { vaultingCommands } from "./vaulting";

export const PASSPHRASE = "angin kayu lampu merah sungai batu";
export const RECOVERY = "K7QF-2M9X-PLD4-88TA";

interface Kept {
  id: string;
  kind: string;
  ref: string;
  answers: Map<string, ValueView[]>;
}

export function refuse(code: string, more: Partial<Refused> = {}): Refused {
  return {
    code,
    message: word("en", `err-${code}`),
    recovery: word("en", `rec-${code}`),
    field: null,
    at: null,
    readings: [],
    wait_seconds: 0,
    ...more,
  };
}

export class FakeDesk {
  /** The work that is under way, when it is this one. */
  working(...works: string[]): Promise<never> | undefined {
    if (!this.coming || !works.includes(this.coming.work)) return undefined;
    this.tell(this.coming);
    return new Promise((_, fail) => {
      this.#stop = () => {
        this.tell(null);
        fail(refuse("called-off"));
      };
    });
  }


  status: Status;
  records = new Map<string, Kept>();
  calls: { command: string; args: Record<string, unknown> }[] = [];
  wrong = 0;
  taken: (() => void)[] = [];
  rescueId = "";
  draft: string | null = null;
  /** Tasks that wait besides those that are always there. */
  owed = 0;
  /** Work that is told of and never ends, until it is called off. */
  coming: Progress | null = null;
  tell: (progress: Progress | null) => void = () => undefined;
  #stop: () => void = () => undefined;
  own = office();
  /** The readable copies at large, by number; and whether number 4 is no longer the file that was written. */
  loose: number[] = [];
  swapped = false;
  noClipboard = false;
  update: "fits" | "older" | "altered" | "none" = "fits";
  #counter = 0;
  #commands: Record<string, (args: never) => unknown>;

  constructor(start: { phase?: Status["phase"]; lang?: string; training?: boolean; sample?: boolean; loose?: number[]; coming?: Progress } = {}) {
    this.loose = start.loose ?? [];
    this.coming = start.coming ?? null;
    this.status = {
      phase: start.phase ?? "open",
      lang: start.lang ?? "en",
      folder: "/home/officer/.local/share/pulang",
      asks_name: false,
      wait_seconds: 0,
      locked_by: null,
      officer: "Ayu Pramesti",
      office: "PNH",
      training: start.training ?? false,
    };
    if (start.sample !== false) this.fill();
    this.#commands = { ...this.#own(), ...rosterCommands(this), ...keepingCommands(this), ...caseworkCommands(this), ...dossierCommands(this), ...papersCommands(this), ...filesCommands(this), ...tradeCommands(this), ...tiesCommands(this), ...vaultingCommands(this) };
  }

  /** Answers one call as Tauri would. */
  invoke = async (command: string, args: Record<string, unknown> = {}): Promise<unknown> => {
    this.calls.push({ command, args: structuredClone(args) });
    const answer = this.#commands[command];
    if (!answer) throw new Error(`no such command: ${command}`);
    return structuredClone(await answer(args as never));
  };

  /** The last arguments a command was called with. */
  last(command: string): Record<string, unknown> | undefined {
    return this.calls.filter((call) => call.command === command).at(-1)?.args;
  }

  link(record: Kept): RecordLink {
    const title = FORMS.get(record.kind)?.title ?? "";
    return { id: record.id, ref: record.ref, kind: record.kind, title: record.answers.get(title)?.[0]?.display ?? record.ref };
  }

  value(kind: string, field: string, text: string, more: Partial<ValueView> = {}): ValueView {
    this.#counter += 1;
    const form = FORMS.get(kind);
    const block = form?.fields.find((one) => one.id === field);
    const target = this.records.get(text);
    const option = (block?.options as string[] | undefined)?.includes(text);
    return {
      change: `change-${this.#counter}`,
      standing: "known",
      canonical: text,
      display: target ? this.link(target).title : option ? word(this.status.lang, `${block?.words as string}-${text}`) : text,
      as_typed: null,
      author: "Ayu Pramesti",
      device: "A",
      at: "2026-11-24 21:04",
      link: target ? this.link(target) : null,
      ...more,
    };
  }

  add(kind: string, fields: [string, string][], id = `id-${kind}-${this.records.size}`): Kept {
    const letter = FORMS.get(kind)?.letter ?? "";
    const ref = `PNH-2026-${letter}A${String(this.records.size + 1).padStart(4, "0")}`;
    const record: Kept = { id, kind, ref, answers: new Map() };
    for (const [field, text] of fields)
      record.answers.set(field, [...(record.answers.get(field) ?? []), this.value(kind, field, text)]);
    this.records.set(id, record);
    return record;
  }

  /** Fills in the invented rescue. */
  fill(): void {
    const shelter = this.add("organisation", [["name", "Rumah Teduh Shelter"], ["sort", "shelter"]]);
    const police = this.add("organisation", [["name", "Provincial police, Banteay Meanchey"], ["sort", "police"]]);
    const rescue = this.add("rescue", [["name", "Riverside compound"], ["when", "28 June 2023"], ["town", "Poipet"]]);
    this.rescueId = rescue.id;
    for (const one of PEOPLE)
      this.add("person", [
        ["full_name", one.name],
        ...(one.called ? ([["called_name", one.called]] as [string, string][]) : []),
        ["sex", one.sex],
        ["birth_date", one.birth],
        ["origin", one.origin],
        ["rescue", rescue.id],
      ]);
    const people = this.of("person").map((person) => ["people", person.id] as [string, string]);
    this.add("movement", [...people, ["sort", "extraction"], ["departed_at", "28 June 2023, 09:30"], ["to_place", "Phnom Penh"], ["holder", police.id]]);
    this.add("placement", [...people.slice(0, 27), ["sort", "shelter"], ["holder", shelter.id], ["from", "14 July 2023"], ["place", "Phnom Penh"]]);
    const first = this.of("person")[0];
    first?.answers.get("birth_date")?.push(
      this.value("person", "birth_date", "1994-12-03", { author: "Raka Adiwinata", device: "B", at: "2026-11-23 08:15" }),
    );
    first?.answers.set("religion", [this.value("person", "religion", "", { standing: "declined", canonical: null, display: word(this.status.lang, "val-declined") })]);
  }

  of(kind: string): Kept[] {
    return [...this.records.values()].filter((record) => record.kind === kind);
  }

  about(person: string): Kept[] {
    return [...this.records.values()].filter((record) => record.answers.get("people")?.some((value) => value.canonical === person));
  }

  line(person: Kept): RosterLine {
    const shown = (field: string) => person.answers.get(field)?.[0]?.display ?? null;
    const placed = this.about(person.id).filter((record) => record.kind === "placement").at(-1);
    const stage = placed ? "sheltered" : "extracted";
    return {
      person: this.link(person),
      called_name: shown("called_name"),
      sex: shown("sex") ?? word(this.status.lang, "val-not-asked"),
      birth: shown("birth_date") ?? "",
      minor: (shown("birth_date") ?? "") > "2006",
      document: PEOPLE.find((one) => one.name === this.link(person).title)?.document ?? null,
      stage,
      stage_word: word(this.status.lang, `stage-${stage}`),
      stage_overridden: false,
      place: placed?.answers.get("place")?.[0]?.display ?? null,
      holder: placed?.answers.get("holder")?.[0]?.link ?? null,
      since: placed?.answers.get("from")?.[0]?.display ?? null,
      conflicts: [...person.answers.entries()].filter(([field, values]) => field === "birth_date" && values.length > 1).length,
    };
  }

  /** A record as the desk shows it: what is sealed is not in it. */
  page(record: Kept): RecordPage {
    const page = this.open(record);
    const sealed = { canonical: null, as_typed: null, display: word(this.status.lang, "answer-sealed") };
    for (const field of page.sections.flatMap((section) => section.fields))
      if (field.sealed) field.values = field.values.map((value) => ({ ...value, ...sealed }));
    return page;
  }

  open(record: Kept): RecordPage {
    const form = FORMS.get(record.kind);
    const answers = new Map(record.answers).set("reference", [this.value(record.kind, "reference", record.ref)]);
    return {
      link: this.link(record),
      kind_word: word(this.status.lang, `record-${record.kind}`),
      lasting: form?.lasting !== undefined,
      corrected_by: this.of(record.kind).filter((one) => one.answers.get("corrects")?.some((value) => value.canonical === record.id)).map((one) => this.link(one))[0] ?? null,
      sections: form ? sections(this.status.lang, form, answers) : [],
    };
  }

  entry(record: Kept): TimelineEntry {
    const people = record.answers.get("people") ?? [];
    const when = ["departed_at", "from", "when"].map((field) => record.answers.get(field)?.[0]?.display).find(Boolean);
    return {
      record: this.link(record),
      kind_word: word(this.status.lang, `record-${record.kind}`),
      when: when ?? null,
      until: null,
      from: null,
      title: this.link(record).title,
      details: [...record.answers.entries()]
        .filter(([field]) => !["people", "sort", "reference"].includes(field))
        .map(([field, values]) => ({ label: labelOf(this.status.lang, record.kind, field), text: values.map((one) => one.display).join(", ") })),
      people: people.length,
      names: people.slice(0, 5).map((one) => one.display),
      corrected: false,
    };
  }

  /** The desk's one parse, in small. */
  read(kind: string, field: string, text: string, reading: string | null): ValueView {
    const block = FORMS.get(kind)?.fields.find((one) => one.id === field);
    const about = { field, ...{} };
    if (reading === null && (block?.kind === "date" || block?.kind === "time")) {
      if (/^\d\d?\/\d\d?\/\d{4}$/.test(text) && Number(text.split("/")[1]) <= 12 && Number(text.split("/")[0]) <= 12) {
        const [a, b, year] = text.split("/");
        throw refuse("ambiguous", {
          ...about,
          readings: [
            { id: `${year}-${b?.padStart(2, "0")}-${a?.padStart(2, "0")}`, word: `day ${a}, month ${b}` },
            { id: `${year}-${a?.padStart(2, "0")}-${b?.padStart(2, "0")}`, word: `day ${b}, month ${a}` },
          ],
        });
      }
      if (!/\d{4}/.test(text)) throw refuse("unreadable", { ...about, message: "The date could not be read.", at: Math.min(6, text.length - 1) });
    }
    const value = this.value(kind, field, reading ?? text);
    return reading !== null && !value.link ? { ...value, as_typed: text, display: reading } : value;
  }

  saved(record: Kept, field: string): Saved {
    const view = this.open(record).sections.flatMap((section) => section.fields).find((one) => one.id === field);
    if (!view) throw refuse("no-such-field");
    return { field: view, at: "21:04" };
  }

  get(id: string): Kept {
    const record = this.records.get(id);
    if (!record) throw refuse("not-found");
    return record;
  }

  #own(): Record<string, (args: never) => unknown> {
    const enter = (change: Partial<Status>) => (this.status = { ...this.status, ...change });
    return {
      status: () => this.status,
      set_lang: ({ lang }: { lang: string }) => enter({ lang }),
      begin_vault: ({ input }: { input: NewVault }) => {
        if (!/^[A-Z]{2,6}$/i.test(input.office)) throw refuse("bad-office");
        if (input.passphrase !== null && input.passphrase.split(" ").length < 5) throw refuse("weak-passphrase");
        enter({ officer: input.officer, office: input.office });
        return { passphrase: input.passphrase === null ? PASSPHRASE : null, recovery_key: RECOVERY };
      },
      finish_vault: ({ recoveryKey }: { recoveryKey: string }) => {
        if (recoveryKey.trim() !== RECOVERY) throw refuse("recovery-mistyped");
        return enter({ phase: "open" });
      },
      unlock: ({ passphrase }: { passphrase: string }) => {
        if (passphrase === PASSPHRASE) return this.working("layout") ?? enter({ phase: "open" });
        this.wrong += 1;
        throw refuse("wrong-passphrase", { wait_seconds: this.wrong >= 5 ? 30 : 0 });
      },
      lock: () => enter({ phase: "locked", locked_by: "asked" }),
      pause: () => enter({ phase: "locked", locked_by: "pause" }),
      stir: () => null,
      call_off: () => this.#stop(),
      copy_secret: ({ text }: { text: string }) => {
        if (this.noClipboard) throw refuse("no-clipboard");
        return text ? 10 : 0;
      },
      keep_draft: ({ text }: { text: string | null }) => void (this.draft = text),
      draft: () => this.draft,
      fill_sample: () => {
        this.fill();
        return enter({ training: true });
      },
      rescues: ({ offset, limit }: { offset: number; limit: number }) =>
        this.of("rescue").slice(offset, offset + limit).map((rescue) => {
          const people = this.of("person").filter((one) => one.answers.get("rescue")?.[0]?.canonical === rescue.id);
          const count = people.filter((one) => this.line(one).stage === "sheltered").length;
          return {
            rescue: this.link(rescue),
            when: rescue.answers.get("when")?.[0]?.display ?? "",
            place: rescue.answers.get("town")?.[0]?.display ?? "",
            people: people.length,
            stages: [
              { stage: "extracted", word: word(this.status.lang, "stage-extracted"), people: people.length - count },
              { stage: "sheltered", word: word(this.status.lang, "stage-sheltered"), people: count },
            ].filter((stage) => stage.people > 0),
          };
        }),
      rescue: ({ id }: { id: string }) => ({
        record: this.page(this.get(id)),
        roster: this.of("person").filter((one) => one.answers.get("rescue")?.[0]?.canonical === id).map((one) => this.line(one)),
      }),
      people: ({ text, offset, limit }: { text: string; offset: number; limit: number }) =>
        this.of("person")
          .filter((one) => this.link(one).title.toLowerCase().includes(text.toLowerCase()))
          .slice(offset, offset + limit)
          .map((one) => this.line(one)),
      search: ({ text, limit }: { text: string; limit: number }) =>
        this.of("person")
          .filter((one) => this.link(one).title.toLowerCase().includes(text.toLowerCase()))
          .slice(0, limit)
          .map((one) => ({
            record: this.link(one),
            detail: this.line(one).birth,
            why: [{ field: labelOf(this.status.lang, "person", "full_name"), how: "spelling", how_word: "≈", text: this.link(one).title, of: null }],
          })),
      person: ({ id }: { id: string }) => {
        const person = this.get(id);
        const rescue = this.records.get(person.answers.get("rescue")?.[0]?.canonical ?? "");
        return {
          record: this.page(person),
          line: this.line(person),
          rescue: rescue ? this.link(rescue) : null,
          related: this.about(id).map((one) => this.page(one)).reverse(),
        };
      },
      record: ({ id }: { id: string }) => this.page(this.get(id)),
      timeline: ({ id }: { id: string }) => {
        const kept = this.get(id);
        const records = kept.kind === "person" ? this.about(id) : [kept, ...this.of("movement"), ...this.of("placement")];
        return records.map((one) => this.entry(one));
      },
      form: ({ kind }: { kind: string }) => {
        const page = formPage(this.status.lang, kind);
        if (!page) throw refuse("no-such-kind");
        return page;
      },
      kinds: (): OptionView[] =>
        ["movement", "placement", "service", "travel-document", "consent", "episode", "interview", "health", "determination"].map(
          (id) => ({ id, word: word(this.status.lang, `record-${id}`) }),
        ),
      candidates: ({ kinds, text }: { kinds: string[]; text: string }) =>
        [...this.records.values()]
          .filter((one) => kinds.includes(one.kind))
          .map((one) => this.link(one))
          .filter((link) => link.title.toLowerCase().includes(text.toLowerCase()))
          .slice(0, 8),
      record_answer: ({ input }: { input: AnswerInput }) => {
        const record = this.get(input.record);
        const many = FORMS.get(record.kind)?.fields.find((one) => one.id === input.field)?.many === true;
        const value = input.standing
          ? this.value(record.kind, input.field, "", { standing: input.standing, canonical: null, display: word(this.status.lang, `val-${input.standing}`) })
          : this.read(record.kind, input.field, input.text, input.reading);
        const before = record.answers.get(input.field) ?? [];
        record.answers.set(input.field, many ? [...before, value] : [value]);
        return this.saved(record, input.field);
      },
      record_answers: ({ records, input }: { records: string[]; input: AnswerInput }) =>
        records.map((id) => {
          const record = this.get(id);
          record.answers.set(input.field, [this.read(record.kind, input.field, input.text, input.reading)]);
          return this.saved(record, input.field);
        }),
      retract: ({ record, field, change }: { record: string; field: string; change: string }) => {
        const kept = this.get(record);
        kept.answers.set(field, (kept.answers.get(field) ?? []).filter((value) => value.change !== change));
        return this.saved(kept, field);
      },
      add_record: ({ input }: { input: NewRecord }) => {
        const fields = input.fields.map((one) => [one.field, this.read(input.kind, one.field, one.text, one.reading)] as const);
        const record = this.add(input.kind, input.about.map((person) => ["people", person]), input.id);
        for (const [field, value] of fields) record.answers.set(field, [...(record.answers.get(field) ?? []), value]);
        this.taken.push(() => this.records.delete(record.id));
        return this.page(record);
      },
      correct: ({ input }: { input: CorrectionInput }) => {
        const old = this.get(input.record);
        const said = new Set(input.fields.map((one) => one.field));
        const read = input.fields
          .filter((one) => one.text !== "")
          .map((one) => [one.field, this.read(old.kind, one.field, one.text, one.reading)] as const);
        const record = this.add(old.kind, [["corrects", old.id]], input.id);
        for (const [field, values] of old.answers) if (!said.has(field)) record.answers.set(field, values);
        for (const [field, value] of read) record.answers.set(field, [...(record.answers.get(field) ?? []), value]);
        this.taken.push(() => this.records.delete(record.id));
        return this.page(record);
      },
      remove: ({ records, reason }: { records: string[]; reason: string }) => {
        if (reason.trim() === "") throw refuse("reason-needed");
        const gone = records.map((id) => this.get(id));
        const names = (one: Kept, id: string) => [...one.answers.values()].flat().some((value) => value.canonical === id);
        const others = [...this.records.values()].filter((one) => !gone.includes(one));
        if (others.some((one) => gone.some(({ id }) => names(one, id))))
          throw refuse("still-named", { message: word("en", "err-still-named").replace("{$ref}", gone[0]?.ref ?? "") });
        for (const one of gone) this.records.delete(one.id);
        this.taken.push(() => gone.forEach((one) => this.records.set(one.id, one)));
        return gone.map((one) => this.link(one));
      },
      undo: () => {
        const back = this.taken.pop();
        if (!back) throw refuse("nothing-to-undo");
        back();
        return { deed: word(this.status.lang, "act-record-add"), at: "21:04", changes: 3 };
      },
      redo: () => {
        throw refuse("nothing-to-undo");
      },
    };
  }
}
