import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { inOrder, keptOf, namedIn } from "../words.plugin";

const LOCALES = join(import.meta.dirname, "../../assets/locales");
const SOURCES = join(import.meta.dirname, "../src");
const FILES = ["terms", "window", "rooms", "ties", "vault"];

function entries(lang: string, file: string): Map<string, string> {
  const text = readFileSync(join(LOCALES, lang, `${file}.ftl`), "utf8");
  return new Map([...text.matchAll(/^([a-z0-9-]+) =([^]*?)(?=^\S|$(?![^]))/gm)].map((entry) => [entry[1] ?? "", entry[2] ?? ""]));
}

const sources = readdirSync(SOURCES, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.(svelte|ts)$/.test(name) && !name.endsWith("bindings.ts"))
  .map((name) => readFileSync(join(SOURCES, name), "utf8"))
  .join("\n");

const known = new Map(FILES.flatMap((file) => [...entries("en", file)]));
/** Keys named where t() is called, and keys that tables hand to it. */
const called = [...sources.matchAll(/\bt\(\s*"([a-z0-9-]+)"/g)].map((found) => found[1] ?? "");
const built = [
  ...["system", "light", "dark"].map((one) => `theme-${one}`),
  ...["day-first", "month-first", "ask"].map((one) => `dates-${one}`),
  ...["same", "different", "one-side"].map((one) => `duplicates-${one}`),
  ...["name", "sex", "birth", "document"].map((one) => `grid-${one}`),
];
const handed = [...sources.matchAll(/"([a-z]+(?:-[a-z0-9]+)+)"/g)].map((found) => found[1] ?? "").filter((key) => known.has(key));

test("every text that a screen asks for exists", () => {
  expect(called.length).toBeGreaterThan(150);
  expect([...called, ...built].filter((key) => !known.has(key))).toEqual([]);
});

test.each(["en", "id", "km"])("the window takes along every text of %s that a screen asks for, and few others", (lang) => {
  const named = namedIn(sources);
  const all = FILES.map((file) => readFileSync(join(LOCALES, lang, `${file}.ftl`), "utf8"));
  const kept = new Map(all.flatMap((text) => [...keptOf(text, named).matchAll(/^([a-z0-9-]+) = *(.*)$/gm)].map((one) => [one[1], one[2]])));
  expect([...called, ...built, ...handed].filter((key) => !kept.has(key))).toEqual([]);
  expect(kept.size).toBeLessThan(known.size - 200);
});

test.each(FILES)("the texts of %s stand in one order in every language, none lost", (file) => {
  const named = namedIn(sources);
  const of = (lang: string) => keptOf(readFileSync(join(LOCALES, lang, `${file}.ftl`), "utf8"), named);
  const names = inOrder(of("en")).map(([name]) => name);
  for (const lang of ["en", "id", "km"]) {
    const texts = inOrder(of(lang));
    expect(texts.map(([name]) => name)).toEqual(names);
    const again = texts.map(([name, text]) => `${name} = ${text}`).join("\n");
    expect(inOrder(again)).toEqual(texts);
    expect(again.replace(/\s/g, "").length).toBe(of(lang).replace(/\s/g, "").length);
  }
});

/** Words that the desk itself says into a view: why something was found or may be the same, what ties cases, what a table is by. */
const DESK = /^(found|stat|by|act|ground|strength|tie|duplicate)-/;

test.each(["window", "rooms", "ties"])("no text of %s stands there unused", (file) => {
  const used = new Set([...called, ...handed, ...built]);
  expect([...entries("en", file).keys()].filter((key) => !used.has(key) && !DESK.test(key))).toEqual([]);
});

test.each(["id", "km"])("%s has the same texts as English, with the same values in them", (lang) => {
  for (const file of FILES) {
    const [english, other] = [entries("en", file), entries(lang, file)];
    expect([...other.keys()].sort()).toEqual([...english.keys()].sort());
    const values = (text = "") => [...new Set([...text.matchAll(/\$[a-z]+/g)].map((found) => found[0]))].sort();
    for (const [key, text] of english) expect({ key, values: values(other.get(key)) }).toEqual({ key, values: values(text) });
  }
});

test.each(["en", "id", "km"])("no text of %s is empty", (lang) => {
  for (const [key, text] of [...entries(lang, "window"), ...entries(lang, "rooms"), ...entries(lang, "ties")]) expect({ key, empty: text.trim() === "" }).toEqual({ key, empty: false });
});
