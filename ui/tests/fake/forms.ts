// The app's own forms and dictionaries, read as the desk reads them, so that the fake shows the real fields and labels.
import { FluentBundle, FluentResource } from "@fluent/bundle";
import type { FieldView, FormPage, SectionView, ValueView } from "../../src/backend/backend";

const tomls = import.meta.glob<string>("../../../assets/forms/*.toml", { query: "?raw", import: "default", eager: true });
const ftls = import.meta.glob<string>("../../../assets/locales/*/*.ftl", { query: "?raw", import: "default", eager: true });

type Block = Record<string, unknown>;
export interface FormText {
  id: string;
  letter: string;
  title: string;
  lasting?: string;
  fields: Block[];
}

function value(text: string): unknown {
  if (text.startsWith("[") || text.startsWith('"')) return JSON.parse(text);
  return text === "true" ? true : text === "false" ? false : text;
}

function parse(text: string): FormText {
  const form: Block = {};
  const fields: Block[] = [];
  let into = form;
  for (const line of text.split("\n").map((one) => one.trim())) {
    if (line === "[[field]]") fields.push((into = {}));
    else if (line.startsWith("[")) into = {};
    else {
      const [, key, rest] = /^(\w+) = (.+)$/.exec(line) ?? [];
      if (key && rest) into[key] = value(rest);
    }
  }
  return { ...(form as unknown as FormText), fields };
}

export const FORMS = new Map(
  Object.values(tomls)
    .map(parse)
    .map((form) => [form.id, form]),
);

const bundles = new Map<string, FluentBundle>();

export function word(lang: string, ...keys: string[]): string {
  let bundle = bundles.get(lang);
  if (!bundle) {
    bundle = new FluentBundle(lang, { useIsolating: false });
    for (const [path, text] of Object.entries(ftls))
      if (path.includes(`/${lang}/`)) bundle.addResource(new FluentResource(text), { allowOverrides: true });
    bundles.set(lang, bundle);
  }
  for (const key of keys) {
    const pattern = bundle.getMessage(key)?.value;
    if (pattern) return bundle.formatPattern(pattern, {}, []);
  }
  return keys[0] ?? "";
}

const key = (id: string) => id.replaceAll("_", "-");
export const labelOf = (lang: string, form: string, field: string) =>
  word(lang, `${form}-${key(field)}`, `field-${key(field)}`);

export function sections(lang: string, form: FormText, answers: Map<string, ValueView[]>): SectionView[] {
  const made = new Map<string, SectionView>();
  for (const block of form.fields) {
    const id = block.id as string;
    const section = block.section as string;
    const values = answers.get(id) ?? [];
    const field: FieldView = {
      id,
      label: labelOf(lang, form.id, id),
      kind: block.kind as string,
      many: block.many === true,
      required: block.required === true,
      sealed: block.sealed === true,
      options: ((block.options as string[]) ?? []).map((option) => ({
        id: option,
        word: word(lang, `${block.words as string}-${option}`),
      })),
      to: (block.to as string[]) ?? [],
      values,
      conflict: block.many !== true && values.length > 1,
    };
    const view = made.get(section) ?? { id: section, heading: word(lang, `section-${section}`), fields: [] };
    view.fields.push(field);
    made.set(section, view);
  }
  return [...made.values()];
}

export function formPage(lang: string, kind: string): FormPage | undefined {
  const form = FORMS.get(kind);
  return form && {
    kind,
    kind_word: word(lang, `record-${kind}`),
    people_field: form.fields.some((field) => field.id === "people") ? "people" : null,
    sections: sections(lang, form, new Map()),
  };
}
