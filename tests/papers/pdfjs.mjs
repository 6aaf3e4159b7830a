// The text of a PDF as pdf.js reads it: `node pdfjs.mjs FILE FOLDER`, FOLDER holding node_modules/pdfjs-dist.
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

// Drawing needs these and reading does not; without a canvas Node has none of them.
for (const name of ["DOMMatrix", "ImageData", "Path2D"]) globalThis[name] ??= class {};

// As it stands in the file: by itself pdf.js takes Thai and Lao am apart, as Unicode's compatibility forms do.
const READ = { disableNormalization: true };

const [file, folder] = process.argv.slice(2);
const home = join(resolve(folder), "node_modules/pdfjs-dist");
const { getDocument } = await import(pathToFileURL(join(home, "legacy/build/pdf.mjs")).href);
const data = new Uint8Array(await readFile(file));
const pdf = await getDocument({ data, cMapUrl: join(home, "cmaps/"), cMapPacked: true, verbosity: 0 }).promise;
for (let number = 1; number <= pdf.numPages; number += 1) {
  const content = await (await pdf.getPage(number)).getTextContent(READ);
  process.stdout.write(content.items.map((item) => item.str + (item.hasEOL ? "\n" : "")).join("") + "\n");
}
