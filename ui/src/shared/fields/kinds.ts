// What each kind of field looks like while it is typed. Owns only the look: what a text means is for the desk to say.

import type { FieldView, OptionView, ValueView } from "../../backend/backend";
import { t } from "../i18n/words.svelte";

/** Kinds that have an example of what may be typed. */
const HINTS: Record<string, string> = {
  date: "hint-date",
  time: "hint-time",
  age: "hint-age",
  money: "hint-money",
  phone: "hint-phone",
  mrz: "hint-mrz",
};

/** An example of what may be typed, where that is not plain. */
export function hint(kind: string): string {
  const key = HINTS[kind];
  return key ? t(key) : "";
}

/** The choices of a field that is chosen and not typed. */
export function choices(field: FieldView): OptionView[] | undefined {
  if (field.kind === "choice") return field.options;
  if (field.kind !== "yes-no") return undefined;
  if (field.options.length > 0) return field.options;
  return [
    { id: "yes", word: t("val-yes") },
    { id: "no", word: t("val-no") },
  ];
}

/** Whether the officer can type into this field. A file is chosen instead, and the number is the desk's. */
export function isWritten(field: FieldView): boolean {
  return field.kind !== "file" && field.id !== "reference";
}

/** What stands in the input for a value: what was typed when it was typed, else the value as it is shown. */
export function textOf(field: FieldView, value: ValueView | undefined): string {
  if (!value || value.standing !== "known") return "";
  if (choices(field)) return value.canonical ?? "";
  return value.as_typed ?? value.display;
}
