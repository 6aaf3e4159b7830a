// Adds up what the window loads: every script and style of dist, gzipped. More than 150 kB is too much.
import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const LIMIT = 150_000;
const assets = new URL("../dist/assets/", import.meta.url);
const rows = readdirSync(assets)
  .filter((name) => /\.(js|css)$/.test(name))
  .map((name) => ({ name, bytes: gzipSync(readFileSync(new URL(name, assets)), { level: 9 }).length }));
const total = rows.reduce((sum, row) => sum + row.bytes, 0);
for (const row of rows) process.stdout.write(`${String(row.bytes).padStart(7)} ${row.name}\n`);
process.stdout.write(`${String(total).padStart(7)} in all, ${LIMIT} at most\n`);
process.exitCode = total > LIMIT ? 1 : 0;
