import type {
  DueLine,
  GateLine,
  GateOverrideInput,
  GatePage,
  IdentificationPage,
  MovementLine,
  PermitAdvance,
  PermitLine,
  RecordLink,
  StandingPage,
  TodayPage,
  ToldView,
} from "../../src/backend/backend";
import { refuse, type FakeDesk } from "./desk";
import { word } from "./forms";

/** The desk's side of today, movements, the gate and identification. */
export function caseworkCommands(desk: FakeDesk): Record<string, (args: never) => unknown> {
  const say = (key: string) => word(desk.status.lang, key);
  const made = (kind: string, ref: string, title: string): RecordLink => ({ id: ref, ref, kind, title });
  const people = () => desk.of("person").map((person) => desk.link(person));
  const permits = new Map<string, { step: string; number: string; expires: string }>();
  let overridden = "";

  const permit = (person: RecordLink): PermitLine => {
    const kept = permits.get(person.id);
    const step = kept?.step ?? "missing";
    return {
      person,
      step,
      step_word: say(`imm-${step}`),
      number: kept?.number ?? null,
      expires: kept?.expires ?? null,
      matter: null,
      overstay: { days: "128–157", fine: "USD 1,570", waived: "USD 0", paid: "USD 0", due: "USD 1,570", settled: false },
    };
  };
  const checked = (person: RecordLink): GateLine => {
    const issued = permits.get(person.id)?.step === "issued";
    return {
      person,
      open: issued || overridden !== "",
      checks: ["document", "exit-permit"].map((requirement) => {
        const blocked = requirement === "exit-permit" && !issued;
        return {
          requirement,
          word: say(`gate-${requirement}`),
          open: !blocked || overridden !== "",
          blocker: blocked ? "No exit permit on record" : null,
          clear: blocked ? "Ask immigration for the permit" : null,
          may_override: blocked,
          record: null,
          overridden:
            blocked && overridden
              ? { record: made("gate-override", "PNH-2026-GOA01", say("gate-exit-permit")), reason: overridden, by: "Ayu Pramesti", at: "2026-11-24 19:00" }
              : null,
        };
      }),
    };
  };
  const flight = (): MovementLine => ({
    movement: made("movement", "PNH-2026-MA0002", say("move-flight")),
    sort: "flight",
    departs: "1 December 2026 12:05 ICT",
    arrives: "1 December 2026 16:20 WIB",
    way: "Phnom Penh → Jakarta",
    carrier: "FA 702",
    people: people().length,
    seats: 28,
    receiver: null,
    ahead: true,
    blocked: people().filter((person) => !checked(person).open).length,
  });
  const gate = (): GatePage => {
    const lines = people().map(checked);
    return { flight: flight(), people: lines, open: lines.every((line) => line.open) };
  };

  /** Two tasks, as many again as a test asks for, and a follow-up of everybody who flew. */
  const due = (): DueLine[] => {
    const someone = people();
    if (someone.length === 0) return [];
    const tasks = [...someone.slice(0, 2), ...Array.from({ length: desk.owed }, () => someone[0])];
    return [
      ...tasks.flatMap((person, n) =>
        person
          ? [
              {
                day: n === 0 ? "2026-11-23" : "2026-11-24",
                when: n === 0 ? "23 November 2026" : "24 November 2026",
                overdue: n === 0,
                sort: "task",
                what: "Call the family",
                person,
                people: [person.id],
                rescue: null,
                record: made("task", `PNH-2026-TKA0${n + 1}`, "Call the family"),
              },
            ]
          : [],
      ),
      {
        day: "2026-12-01",
        when: "1 December 2026",
        overdue: false,
        sort: "follow-up",
        what: say("due-follow-up").replace("{$days}", "30"),
        person: null,
        people: someone.slice(0, 27).map((person) => person.id),
        rescue: { id: desk.rescueId, ref: "PNH-2026-RA0003", kind: "rescue", title: "Riverside compound" },
        record: made("movement", "PNH-2026-MA0002", say("move-flight")),
      },
    ];
  };

  return {
    today: ({ limit }: { limit: number }): TodayPage => ({
      date: "24 November 2026",
      due: due().slice(0, limit),
      due_lines: due().length,
      flights: desk.of("person").length > 0 ? [flight()] : [],
      beds:
        desk.of("person").length > 0
          ? [{ holder: made("organisation", "PNH-2026-OA01", "Rumah Fiktif"), people: 28, beds: 24, over: true, outlook: [28, 28, 28, 27, 27, 27, 27, 0, 0, 0, 0, 0, 0, 0] }]
          : [],
      conflicts: desk.of("person").length > 0 ? 1 : 0,
      notices: desk.of("person").length > 0 ? 1 : 0,
    }),
    movements: ({ offset }: { offset: number }) => (desk.of("person").length > 0 && offset === 0 ? [flight()] : []),
    told: ({ of }: { of: string[] }): ToldView[] =>
      of.map((id) => ({
        person: desk.link(desk.get(id)),
        interviews: desk
          .about(id)
          .filter((record) => record.kind === "interview")
          .map((record) => ({ record: desk.link(record), when: null, authority: null, details: [] })),
      })),
    gate,
    override_gate: ({ input }: { input: GateOverrideInput }) => {
      if (input.reason.trim() === "") throw refuse("reason-needed");
      overridden = input.reason;
      return gate();
    },
    permits: ({ offset, limit }: { offset: number; limit: number }) => people().slice(offset, offset + limit).map(permit),
    advance_permits: ({ input }: { input: PermitAdvance }) => {
      if (input.to === "issued" && input.expires === "") throw refuse("needs-field", { field: "permit_expires" });
      for (const id of input.people) permits.set(id, { step: input.to, number: input.number, expires: input.expires });
      return people().map(permit);
    },
    standing: (): StandingPage => ({
      stage: "absconded",
      stage_word: say("exit-absconded"),
      derived_word: say("stage-sheltered"),
      because: made("placement", "PNH-2026-PA01", say("service-shelter")),
      overridden: { record: made("stage-override", "PNH-2026-SOA01", say("exit-absconded")), reason: "Left at night", by: "Ayu Pramesti", at: "2026-11-24 19:00" },
      tracks: ["identification", "immigration", "health", "justice"].map((track) => ({
        track,
        word: say(`track-${track}`),
        position: track === "health" ? say("gate-fit") : say("val-unknown"),
        because: track === "health" ? made("fitness", "PNH-2026-FTA01", say("gate-fit")) : null,
      })),
    }),
    identification: (): IdentificationPage => ({
      parts: [
        {
          element: "means",
          word: say("palermo-means"),
          not_required: true,
          questions: [{ label: say("palermo-means"), said: [], supported: false, contradicted: false, missing: true }],
        },
        {
          element: "ilo",
          word: "ILO",
          not_required: false,
          questions: ["wages", "debt"].map((one) => ({
            label: say(`ilo-${one}`),
            said: ["yes", "no"].map((text, n) => ({ text: say(`val-${text}`), source: made("screening", `PNH-2026-KA0${n + 1}`, "Screening") })),
            supported: true,
            contradicted: one === "wages",
            missing: false,
          })),
        },
      ],
      determinations: ["victim", "not-victim"].map((outcome, n) => ({
        record: made("determination", `PNH-2026-NA0${n + 1}`, say(`det-${outcome}`)),
        authority: made("organisation", `PNH-2026-OA0${n + 2}`, "Ministry"),
        when: "20 September 2026",
        outcome: say(`det-${outcome}`),
        details: [{ label: say("det-letter-no"), text: "17/2026" }],
        corrected: false,
      })),
      differ: true,
      interviews: [
        { record: made("interview", "PNH-2026-WA01", "Interview"), when: "2 July 2026", authority: made("organisation", "PNH-2026-OA02", "Ministry"), details: [] },
      ],
    }),
    chain: () =>
      ["first", "gap"].map((joint, n) => ({
        episode: made("episode", `PNH-2026-EA0${n + 1}`, say(n === 0 ? "episode-transit" : "episode-resale")),
        from: "2026",
        until: null,
        site: null,
        joint,
        joint_word: "28",
      })),
    spending: () => [{ sort: say("service-medicine"), alone: "USD 15.50", shared: "USD 0" }],
  };
}
