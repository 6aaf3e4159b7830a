// What is typed into a form before its record is made. Owns the list of texts for each field; refuses to read them.

import type { FieldInput, FieldView, FormPage } from "../../backend/backend";
import { isWritten } from "../fields/kinds";

export interface Draft {
  text: string;
  reading: string | null;
  /** The title, when the text is the id of a record. */
  title?: string;
}

export type Drafts = Record<string, Draft[]>;

/** An empty sheet for these fields: one line each. */
export function emptyDrafts(fields: FieldView[]): Drafts {
  return Object.fromEntries(fields.map((field) => [field.id, [{ text: "", reading: null }]]));
}

/** The fields an officer fills in; the people it is about are chosen beside them. */
export function writtenFields(form: FormPage): FieldView[] {
  return form.sections
    .flatMap((section) => section.fields)
    .filter((field) => isWritten(field) && field.id !== form.people_field);
}

/** What was typed, field by field; what was left empty is not sent. */
export function inputs(drafts: Drafts): FieldInput[] {
  return Object.entries(drafts).flatMap(([field, lines]) =>
    lines.filter((line) => line.text.trim() !== "").map(({ text, reading }) => ({ field, text, reading })),
  );
}

/** Required fields that are still empty. */
export function missing(fields: FieldView[], drafts: Drafts): FieldView[] {
  return fields.filter((field) => field.required && !drafts[field.id]?.some((line) => line.text.trim() !== ""));
}
