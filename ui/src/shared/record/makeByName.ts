import * as backend from "../../backend/backend";
import type { RecordLink } from "../../backend/backend";
import { uuid7 } from "../uuid7";

/**
 * Makes a record from its name alone: the first field that its form requires.
 *
 * @throws Refusal when the desk does not make it.
 */
export async function makeByName(kind: string, name: string): Promise<RecordLink> {
  const form = await backend.form(kind);
  const fields = form.sections.flatMap((section) => section.fields);
  const title = fields.find((field) => field.required && field.kind !== "record") ?? fields[0];
  const page = await backend.addRecord({
    id: uuid7(),
    kind,
    about: [],
    fields: title ? [{ field: title.id, text: name, reading: null }] : [],
    deed: uuid7(),
  });
  return page.link;
}
