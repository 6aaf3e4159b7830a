import type { DossierInput, DossierPreview, ProfileView, ReleaseInput, Released } from "../../src/backend/backend";
import type { FakeDesk } from "./desk";
import { refuse } from "./desk";
import { word } from "./forms";

const SHOWS: Record<string, string[]> = {
  embassy: ["identity", "travel-document", "rescue-facts", "episodes-sites", "statement", "health", "family"],
  "host-police": ["identity", "travel-document", "rescue-facts", "episodes-sites", "suspects", "evidence"],
  shelter: ["identity", "rescue-facts", "risks", "health", "diet"],
};
const NEVER = ["acts-compelled", "counselling", "family", "other-people"];

/** The desk's side of a dossier: three people were not asked for consent yet. */
export function dossierCommands(desk: FakeDesk): Record<string, (args: never) => unknown> {
  const say = (lang: string, key: string) => word(lang, key);
  return {
    dossier_profiles: ({ lang }: { lang: string }): ProfileView[] =>
      Object.entries(SHOWS).map(([id, shows]) => ({
        id,
        word: say(lang, `profile-${id}`),
        purpose: say(lang, `purpose-${id}`),
        discloses: shows.map((group) => say(lang, `group-${group}`)),
        withholds: NEVER.map((group) => say(lang, `group-${group}`)),
      })),
    dossier_prepare: ({ input }: { input: DossierInput }): DossierPreview => {
      if (input.reason === "nobody agreed" && !input.consent_override) throw refuse("no-consent");
      const lang = desk.status.lang;
      return {
        token: "token-1",
        pages: 3,
        copy: 1,
        bytes: 214_300,
        code: "QH7K-22PX-M1VD",
        discloses: (SHOWS[input.profile] ?? []).map((group) => say(lang, `group-${group}`)),
        withholds: NEVER.map((group) => say(lang, `group-${group}`)),
        people: desk.of("person").map((person, n) => ({
          person: desk.link(person),
          included: n >= 3 || Boolean(input.consent_override),
          why: say(lang, n >= 3 ? "admission-consent" : input.consent_override ? "admission-override" : "admission-not-asked"),
        })),
        annexes: [],
        missing: [say(lang, "group-statement")],
      };
    },
    dossier_page: ({ page }: { page: number }) => drawPage(page),
    dossier_release: ({ input }: { input: ReleaseInput }): Released => {
      if (!input.encrypted && !input.reason) throw refuse("reason-needed");
      return {
        path: "/media/stick/PNH-2026-RA0003-host-police-1.pdf",
        sha256: "5b0f6a1c".repeat(8),
        copy: 1,
        code: "QH7K-22PX-M1VD",
        passphrase: input.encrypted ? "lembah kertas bulan padi kuda" : null,
      };
    },
  };
}

/** A page as a picture where there is a canvas, and one dot where there is none. */
export async function drawPage(page: number): Promise<ArrayBuffer> {
  const canvas = document.createElement("canvas");
  canvas.width = 794;
  canvas.height = 1123;
  const pen = navigator.userAgent.includes("jsdom") ? null : canvas.getContext("2d");
  if (!pen) return new Uint8Array([137, 80, 78, 71]).buffer;
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, 794, 1123);
  pen.fillStyle = "#1b1f24";
  pen.font = "32px sans-serif";
  pen.fillText(`Page ${page} of the dossier`, 80, 120);
  pen.fillStyle = "#ccc";
  for (let line = 0; line < 30; line += 1) pen.fillRect(80, 180 + line * 28, 500 + ((line * 97) % 130), 9);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done));
  return blob ? blob.arrayBuffer() : new ArrayBuffer(0);
}
