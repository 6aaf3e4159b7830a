// The dictionaries as the window takes them along: only the texts that a screen can ask for, without comments. The one
// dictionary in assets/locales is also the command line's and the dossiers'; most of its terms are never shown here. The
// names of the texts are the same in every language, so they come once, and each language brings its texts in their order.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

const SOURCES = join(import.meta.dirname, "src");

/** Everything in the sources that may be the key of a text: whole, or the beginning of one that is put together. */
export function namedIn(sources: string): { whole: Set<string>; begun: string[] } {
  const found = (pattern: RegExp) => [...sources.matchAll(pattern)].map((one) => one[1] ?? "");
  return {
    whole: new Set(found(/["'`]([a-z][a-z0-9]*(?:-[a-z0-9]+)*)["'`]/g)),
    begun: [...new Set(found(/`([a-z][a-z0-9]*(?:-[a-z0-9]+)*-)\$\{/g))],
  };
}

/** The texts of a dictionary that `named` asks for, and nothing else of it. */
export function keptOf(ftl: string, named: ReturnType<typeof namedIn>): string {
  const texts = ftl.matchAll(/^([a-z0-9-]+) =[^]*?(?=^\S|$(?![^]))/gm);
  return [...texts]
    .filter(([, key = ""]) => named.whole.has(key) || named.begun.some((start) => key.startsWith(start)))
    .map(([text]) => text.trimEnd())
    .join("\n");
}

/** The name of each text with the text, in the order of the names. */
export function inOrder(kept: string): [string, string][] {
  const texts = [...kept.matchAll(/^([a-z0-9-]+) = ?([^]*?)(?=\n\S|$(?![^]))/gm)];
  return texts.map(([, key = "", text = ""]): [string, string] => [key, text]).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Reads the sources of the window once, and lets through what they name. */
export function words(): Plugin {
  let named: ReturnType<typeof namedIn>;
  return {
    name: "words",
    enforce: "pre",
    buildStart() {
      const names = readdirSync(SOURCES, { recursive: true, encoding: "utf8" }).filter((name) => /\.(svelte|ts)$/.test(name));
      named = namedIn(names.map((name) => readFileSync(join(SOURCES, name), "utf8")).join("\n"));
    },
    load(id) {
      const [file = "", wanted] = id.split("?");
      if (!file.endsWith(".ftl") || (wanted !== "words" && wanted !== "names")) return null;
      this.addWatchFile(file);
      const texts = inOrder(keptOf(readFileSync(file, "utf8"), named));
      return `export default ${JSON.stringify(texts.map(([name, text]) => (wanted === "names" ? name : text)))}`;
    },
  };
}
