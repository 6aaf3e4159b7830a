// The window's words, from the one dictionary in assets/locales. Owns the language in use; refuses to guess it from
// the web view, which may report "C". What the desk sends is already in words.

import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import names from "./names";

export const LANGUAGES = ["id", "en", "km"] as const;
export type Lang = (typeof LANGUAGES)[number];

/** Each language by its own name: whoever cannot read the others must find theirs. */
export const OWN_NAMES: Record<Lang, string> = { id: "Bahasa Indonesia", en: "English", km: "ភាសាខ្មែរ" };

const texts: Record<Lang, () => Promise<{ default: string[][] }>> = {
  id: () => import("./id"),
  en: () => import("./en"),
  km: () => import("./km"),
};

let bundle = $state.raw<FluentBundle>();
let current = $state<Lang>("en");

/** Whether this is one of the window's languages. */
export function isLang(text: string): text is Lang {
  return (LANGUAGES as readonly string[]).includes(text);
}

/** The language in use. */
export function lang(): Lang {
  return current;
}

/** Shows the window in this language from now on; English stands in for one that the window does not have. */
export async function speak(wanted: string): Promise<void> {
  const next: Lang = isLang(wanted) ? wanted : "en";
  if (bundle && next === current) return;
  const { default: sources } = await texts[next]();
  const made = new FluentBundle(next, { useIsolating: false });
  for (const [file, texts] of sources.entries()) {
    const source = texts.map((text, place) => `${names[file]?.[place]} = ${text}`).join("\n");
    made.addResource(new FluentResource(source), { allowOverrides: true });
  }
  bundle = made;
  current = next;
  document.documentElement.lang = next;
}

/** The text under this key. A key without a text shows itself, which a test keeps from happening. */
export function t(key: string, args?: Record<string, FluentVariable>): string {
  const pattern = bundle?.getMessage(key)?.value;
  // A value that a text wants and was not given shows as its name: never a broken page for the sake of a word.
  return pattern && bundle ? bundle.formatPattern(pattern, args ?? null, []) : key;
}
