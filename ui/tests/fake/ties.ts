import type { DuplicateView, LinksView, MrzView, NewRecord, RecordLink, Tie } from "../../src/backend/backend";
import { refuse, type FakeDesk } from "./desk";
import { labelOf, word } from "./forms";

/** The passport of Utopia, as the standard prints it. */
export const ZONE = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10";

/** The desk's side of duplicates, of what ties cases together, and of the machine readable zone. */
export function tiesCommands(desk: FakeDesk): Record<string, (args: never) => unknown> {
  const say = (key: string) => word(desk.status.lang, key);
  const decided = new Set<string>();

  const pair = (at: number, strength: string): DuplicateView => {
    const [one, other] = desk.of("person").slice(at, at + 2).map((person) => desk.link(person)) as [RecordLink, RecordLink];
    const field = (id: string, a: string, b: string) => ({ label: labelOf(desk.status.lang, "person", id), one: a, other: b, same: a === b });
    return {
      ...{ one, other, strength, strength_word: say(`strength-of-${strength}`) },
      reasons: [say("ground-birth"), say("ground-spelling")],
      against: strength === "strong" ? [] : [say("ground-other-origin")],
      fields: [
        field("full_name", one.title, other.title),
        field("birth_date", "12 March 1994", "12 March 1994"),
        field("phones", "+62 812 3456 7890", ""),
      ],
    };
  };
  const pairs = () => [pair(0, "strong"), pair(2, "possible")].filter((one) => !decided.has(one.one.id + one.other.id));

  const linked = (of: string): LinksView => {
    const people = desk.of("person").map((person) => desk.link(person));
    const rescue = desk.link(desk.get(desk.rescueId));
    const suspect: RecordLink = { id: "id-suspect", ref: "PNH-2026-SA0001", kind: "suspect", title: "Mas Yanto" };
    const tie = (sort: string, said: string, title: string, record: RecordLink | null): Tie => ({
      ...{ sort, word: said, title, record, people: people.length, more: false, names: people, rescues: [rescue] },
    });
    const ties = [tie("suspect", say("record-suspect"), suspect.title, suspect), tie("phone", say("tie-phone"), "+855 12 345 678", null)];
    const about = desk.records.get(of);
    const middle = about ? desk.link(about) : suspect;
    return {
      of: middle,
      ties,
      picture: {
        side: 1000,
        nodes: [
          { id: middle.id, sort: middle.kind, label: middle.title, people: 0, x: 500, y: 500 },
          { id: suspect.id, sort: "suspect", label: suspect.title, people: 28, x: 500, y: 270 },
          { id: "phone:1", sort: "phone", label: "+855 12 345 678", people: 28, x: 500, y: 730 },
          { id: rescue.id, sort: "rescue", label: rescue.ref, people: 0, x: 940, y: 500 },
        ],
        edges: [{ from: 0, to: 1 }, { from: 0, to: 2 }, { from: 1, to: 3 }, { from: 2, to: 3 }],
      },
    };
  };

  const zone = (text: string): MrzView => {
    const whole = text.replace(/\s/g, "").toUpperCase() === ZONE.replace("\n", "");
    const complete = text.replace(/\s/g, "").length === 88;
    const of = (kind: string, field: string, text: string, display = text) => ({ field, label: labelOf(desk.status.lang, kind, field), text, display });
    const digits = ["number", "birth", "expiry", "personal", "composite"].map((id) => ({ id, word: say(`mrz-over-${id}`), holds: whole || !["birth", "composite"].includes(id) }));
    return {
      size: complete ? say("mrz-size-passport") : null,
      kind: "travel-document",
      digits: complete ? digits : [],
      refused: whole ? null : refuse("unreadable", { field: "mrz", message: say(complete ? "mrz-check-birth" : "mrz-length"), at: complete ? 64 : null }),
      fields: whole ? [of("travel-document", "sort", "passport"), of("travel-document", "number", "L898902C3"), of("travel-document", "expires", "2012-04-15"), of("travel-document", "mrz", ZONE)] : [],
      person: whole ? [of("person", "full_name", "ANNA MARIA ERIKSSON"), of("person", "sex", "female", say("sex-female")), of("person", "birth_date", "1974-08-12")] : [],
      name_cut: false,
    };
  };

  return {
    duplicates: ({ of }: { of: string | null }) => desk.working("birthdays") ?? pairs().filter((one) => of === null || of === desk.rescueId || [one.one.id, one.other.id].includes(of)),
    decide_duplicate: ({ pair: [one, other], same, reason, ids }: { pair: [string, string]; same: boolean; reason: string; ids: [string, string] }) => {
      decided.add(one + other);
      desk.taken.push(() => decided.delete(one + other));
      const input = { id: ids[0], kind: "movement", about: [one, other], deed: ids[1], fields: [] } satisfies NewRecord;
      return { link: { id: input.id, ref: "PNH-2026-SPA0001", kind: "same-person", title: same ? "same" : reason }, kind_word: "", sections: [] };
    },
    links: ({ of }: { of: string }) => linked(of),
    read_mrz: ({ text }: { text: string }) => zone(text),
  };
}
