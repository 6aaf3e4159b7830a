// Chromium, spoken to over a pipe: opens pages of one size, one clock and no motion, and runs scripts in them. Owns that two
// runs see the same; refuses the network but for the folder it is given.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";

const SIZE = { width: 1366, height: 768, deviceScaleFactor: 1, mobile: false };
/** When every picture is taken; the clock goes on from there. */
const NOW = Date.UTC(2026, 10, 24, 14, 4);
const STILL = `
  const begun = ${NOW} - performance.now();
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...given) { given.length ? super(...given) : super(begun + performance.now()); }
    static now() { return Math.round(begun + performance.now()); }
  };
  addEventListener("DOMContentLoaded", () => {
    const still = document.createElement("style");
    still.textContent = "* { animation: none !important; transition: none !important; caret-color: transparent !important }";
    document.head.append(still);
  });`;
const KINDS = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".woff2": "font/woff2", ".woff": "font/woff" };

/** Hands out the files of one folder on this machine; the result is where. */
export async function serve(folder) {
  const server = createServer((asked, answer) => {
    const path = normalize(new URL(asked.url, "http://here").pathname);
    try {
      const bytes = readFileSync(join(folder, path));
      answer.writeHead(200, { "Content-Type": KINDS[extname(path)] ?? "application/octet-stream" }).end(bytes);
    } catch {
      answer.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { at: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

export class Browser {
  #child;
  #home = mkdtempSync(join(tmpdir(), "pulang-pictures-"));
  #waiting = new Map();
  #last = 0;

  constructor(program) {
    const options = ["--headless", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"];
    const looks = ["--font-render-hinting=none", "--force-color-profile=srgb", `--user-data-dir=${this.#home}`];
    this.#child = spawn(program, [...options, ...looks], { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
    this.#child.on("error", (fault) => this.#end(fault));
    this.#child.on("exit", () => this.#end(new Error("chromium ended")));
    let rest = "";
    this.#child.stdio[4].setEncoding("utf8").on("data", (text) => {
      const said = (rest + text).split("\0");
      rest = said.pop();
      for (const one of said) this.#heard(JSON.parse(one));
    });
  }

  #heard({ id, result, error }) {
    const waits = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waits?.fail(new Error(error.message));
    else waits?.done(result);
  }

  #end(fault) {
    for (const { fail } of this.#waiting.values()) fail(fault);
    this.#waiting.clear();
  }

  send(method, params = {}, sessionId) {
    const id = ++this.#last;
    this.#child.stdio[3].write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise((done, fail) => this.#waiting.set(id, { done, fail }));
  }

  /** A page to look at scenes in, or to work with pictures in. */
  async page() {
    const { targetId } = await this.send("Target.createTarget", { url: "about:blank" });
    const { sessionId } = await this.send("Target.attachToTarget", { targetId, flatten: true });
    const send = (method, params) => this.send(method, params, sessionId);
    await send("Page.enable");
    await send("Emulation.setDeviceMetricsOverride", SIZE);
    await send("Emulation.setTimezoneOverride", { timezoneId: "Asia/Phnom_Penh" });
    await send("Emulation.setFocusEmulationEnabled", { enabled: true });
    await send("Page.addScriptToEvaluateOnNewDocument", { source: STILL });
    const run = async (expression) => {
      const { result, exceptionDetails } = await send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    };
    return { send, run };
  }

  async close() {
    const gone = new Promise((done) => this.#child.once("exit", done));
    this.#child.kill();
    await gone;
    rmSync(this.#home, { recursive: true, force: true, maxRetries: 5 });
  }
}
