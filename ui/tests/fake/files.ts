import type { DocumentInput, FileView, PastChange } from "../../src/backend/backend";
import { drawPage } from "./dossier";
import { refuse, type FakeDesk } from "./desk";
import { labelOf } from "./forms";

const SHA = "5f".repeat(32);

/** The desk's side of files and of the past: the file that is chosen is always the same letter of two pages. */
export function filesCommands(desk: FakeDesk): Record<string, (args: never) => unknown> {
  const file = (field: string): FileView => ({
    field,
    sha256: SHA,
    here: true,
    media_type: field === "photo" ? "image/jpeg" : "application/pdf",
    bytes: 48_000,
    thumbnail: field === "photo",
    pages: field === "photo" ? 1 : 2,
    note: null,
  });
  return {
    document_pick: ({ input }: { input: DocumentInput }) => {
      const about = input.about.map((one) => ["people", one] as [string, string]);
      const record = desk.add("document", [...about, ["name", "letter.pdf"], ["file", SHA]], input.id);
      return { record: desk.page(record), file: file("file") };
    },
    file_pick: ({ record, field }: { record: string; field: string }) => {
      const kept = desk.get(record);
      kept.answers.set(field, [desk.value(kept.kind, field, SHA)]);
      return desk.saved(kept, field);
    },
    files_of: ({ id }: { id: string }) =>
      ["photo", "file"].filter((field) => desk.get(id).answers.has(field)).map((field) => file(field)),
    file_thumbnail: () => drawPage(1),
    file_page: () => drawPage(1),
    file_save: ({ reason }: { reason: string }) => {
      if (reason.trim() === "") throw refuse("reason-needed");
      return { path: "/home/officer/letter.pdf", sha256: SHA, copy: 3 };
    },
    history: ({ id }: { id: string }): PastChange[] => {
      const kept = desk.get(id);
      return [...kept.answers.entries()].flatMap(([field, values]) =>
        values.map((value, place) => ({
          change: value.change,
          field_id: field,
          field: labelOf(desk.status.lang, kept.kind, field),
          display: value.display,
          as_typed: value.as_typed,
          author: value.author,
          device: value.device,
          at: value.at,
          origin: "typed",
          deed: "",
          live: place === 0,
          restorable: place > 0,
        })),
      );
    },
    restore: ({ record, field, change }: { record: string; field: string; change: string }) => {
      const kept = desk.get(record);
      const found = kept.answers.get(field)?.find((value) => value.change === change);
      if (!found) throw refuse("no-such-value");
      kept.answers.set(field, [found]);
      return desk.saved(kept, field);
    },
    open_sealed: ({ record, field }: { record: string; field: string }) => desk.saved(desk.get(record), field).field,
  };
}
