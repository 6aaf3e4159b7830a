// Draws every scene at 1366 × 768 in light and dark and in three languages, and keeps one sheet of the six for each under
// tests/pictures at the root. With --compare nothing is written: what is drawn now is laid beside what is kept, and the
// scenes that differ are named. --whole FOLDER also writes each picture in full; names of scenes draw only those.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Browser, serve } from "./browser.js";
import { compare, sheet } from "./sheet.js";

const { values: options, positionals: only } = parseArgs({
  options: { compare: { type: "boolean" }, whole: { type: "string" } },
  allowPositionals: true,
});
const ui = fileURLToPath(new URL("../../", import.meta.url));
const kept = fileURLToPath(new URL("../../../tests/pictures/", import.meta.url));
const SIX = ["light", "dark"].flatMap((theme) => ["id", "en", "km"].map((lang) => ({ theme, lang })));
/** Share of a sheet that may differ: another machine's fonts are smoothed in another way. */
const TOLERATED = 0.004;
const PATIENCE_MS = 60_000;

const say = (text) => process.stdout.write(`${text}\n`);

async function draw(page, at, scene, { theme, lang }) {
  await page.send("Page.navigate", { url: `${at}/preview.html?scene=${scene}&lang=${lang}&theme=${theme}` });
  const ready = `(async () => {
    const broken = new Promise((_, fail) => addEventListener("unhandledrejection", (event) => fail(event.reason)));
    const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const last = performance.now() + ${PATIENCE_MS};
    const stands = async () => {
      while (!document.documentElement?.dataset.ready) {
        if (performance.now() > last) throw new Error("never ready");
        await new Promise((done) => setTimeout(done, 20));
      }
      // A letter asks for its font when it is first laid out, and a picture for its bytes.
      for (let twice = 0; twice < 2; twice += 1) {
        await frame();
        await document.fonts.ready;
        await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
      }
      await frame();
    };
    await Promise.race([stands(), broken]);
  })()`;
  await page.run(ready);
  return (await page.send("Page.captureScreenshot", { format: "png" })).data;
}

async function pictures(browser, at) {
  const bench = await browser.page();
  const look = await browser.page();
  await look.send("Page.navigate", { url: `${at}/preview.html?scene=unlock` });
  const names = (await look.run(`new Promise((done) => {
    const look = () => document.documentElement?.dataset.ready ? done(document.documentElement.dataset.scenes) : setTimeout(look, 20);
    look();
  })`)).split(" ");
  const unknown = only.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Error(`no such scene: ${unknown.join(" ")}`);
  const differ = [];
  for (const scene of only.length > 0 ? only : names) {
    const six = [];
    for (const one of SIX) six.push(await draw(look, at, scene, one).catch((fault) => Promise.reject(new Error(`${scene}, ${one.theme}, ${one.lang}: ${fault.message}`))));
    if (options.whole)
      six.forEach((png, n) => writeFileSync(join(options.whole, `${scene}-${SIX[n].theme}-${SIX[n].lang}.png`), png, "base64"));
    const made = await sheet(bench, six);
    const file = join(kept, `${scene}.webp`);
    if (options.compare) {
      const share = readdirSync(kept).includes(`${scene}.webp`) ? await compare(bench, readFileSync(file, "base64"), made) : 1;
      if (share > TOLERATED) differ.push(scene);
      say(`${(share * 100).toFixed(2).padStart(6)} %  ${scene}${share > TOLERATED ? "  differs" : ""}`);
    } else {
      writeFileSync(file, made, "base64");
      say(`${String(Math.round((made.length * 3) / 4000)).padStart(4)} kB  ${scene}`);
    }
  }
  const left = only.length > 0 ? [] : readdirSync(kept).filter((name) => name.endsWith(".webp") && !names.includes(name.slice(0, -5)));
  for (const name of left) if (!options.compare) rmSync(join(kept, name));
  if (options.compare) say(differ.length > 0 ? `differ: ${differ.join(" ")}` : "all as they are kept");
  return differ.length === 0;
}

const built = mkdtempSync(join(tmpdir(), "pulang-preview-"));
const vite = ["node_modules/vite/bin/vite.js", "build", "--logLevel", "error", "--config", "tests/preview.config.ts"];
const build = spawnSync("node", vite, { cwd: ui, stdio: "inherit", env: { ...process.env, PREVIEW_OUT: built } });
if (build.status !== 0) throw new Error("the preview was not built");
mkdirSync(kept, { recursive: true });
if (options.whole) mkdirSync(options.whole, { recursive: true });
const folder = await serve(built);
const browser = new Browser(process.env.CHROMIUM ?? "chromium");
try {
  process.exitCode = (await pictures(browser, folder.at)) ? 0 : 1;
} finally {
  await browser.close();
  folder.close();
  rmSync(built, { recursive: true });
}
