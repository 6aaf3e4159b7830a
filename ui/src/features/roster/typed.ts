// A list typed person by person, as the same text that a pasted sheet would be. Owns the columns; refuses to read a cell.

import type { FormPage, MrzField, MrzView } from "../../backend/backend";

export const CELLS = ["name", "sex", "birth", "document"] as const;
/** What was typed about one person, and the zone of the document where it came from one. */
export type Line = Record<(typeof CELLS)[number], string> & { mrz?: string };

/** The line that a zone would fill in. */
export function lineOf(view: MrzView): Line {
  const said = (fields: MrzField[], id: string) => fields.find((one) => one.field === id);
  return {
    name: said(view.person, "full_name")?.text ?? "",
    sex: said(view.person, "sex")?.display ?? "",
    birth: said(view.person, "birth_date")?.text ?? "",
    document: said(view.fields, "number")?.text ?? "",
    mrz: said(view.fields, "mrz")?.text ?? "",
  };
}

/** Whether nothing was typed for this person. */
export function isEmpty(line: Line | undefined): boolean {
  return !line || CELLS.every((cell) => line[cell].trim() === "");
}

const labelOf = (form: FormPage, id: string) =>
  form.sections.flatMap((section) => section.fields).find((field) => field.id === id)?.label ?? id;

/** An age is one or two figures and perhaps words around them; a birth date has a year. */
const isAge = (text: string) => text.trim() !== "" && !/\d{4}|\d\D+\d/.test(text);

/** A cell of a list with tabs between: what would end the cell becomes a space. */
const cell = (text: string) => text.replace(/[\t\r\n]+/g, " ").trim();

/** The lines under the titles that the desk itself gives these fields. */
export function listOf(lines: Line[], person: FormPage, document: FormPage): string {
  const titles = [
    labelOf(person, "full_name"),
    labelOf(person, "sex"),
    labelOf(person, "birth_date"),
    labelOf(person, "age_told"),
    labelOf(document, "number"),
    labelOf(document, "mrz"),
  ];
  const rows = lines
    .filter((line) => !isEmpty(line))
    .map((line) => [line.name, line.sex, isAge(line.birth) ? "" : line.birth, isAge(line.birth) ? line.birth : "", line.document, line.mrz ?? ""]);
  return [titles, ...rows].map((row) => row.map(cell).join("\t")).join("\n");
}
