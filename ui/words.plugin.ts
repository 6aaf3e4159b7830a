// The dictionaries as the window takes them along: only the texts that a screen can ask for, without comments. The one
// dictionary in assets/locales is also the command line's and the dossiers'; most of its terms are never shown here.
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
      if (!id.endsWith(".ftl?words")) return null;
      const file = id.slice(0, -"?words".length);
      this.addWatchFile(file);
      return `export default ${JSON.stringify(keptOf(readFileSync(file, "utf8"), named))}`;
    },
  };
}
