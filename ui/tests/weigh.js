// Adds up what a window loads, gzipped: every script and style of dist, and of the three languages the heaviest one. More than
// 150 kB is too much. A change of language loads another, which is counted in the last line.
import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const LIMIT = 150_000;
const assets = new URL("../dist/assets/", import.meta.url);
const rows = readdirSync(assets)
  .filter((name) => /\.(js|css)$/.test(name))
  .map((name) => ({ name, bytes: gzipSync(readFileSync(new URL(name, assets)), { level: 9 }).length }));
const sum = (some) => some.reduce((bytes, row) => bytes + row.bytes, 0);
const spoken = rows.filter((row) => /^(id|en|km)-/.test(row.name)).map((row) => row.bytes);
if (spoken.length !== 3) throw new Error("there are three languages");
const total = sum(rows) - spoken.reduce((a, b) => a + b, 0) + Math.max(...spoken);
for (const row of rows) process.stdout.write(`${String(row.bytes).padStart(7)} ${row.name}\n`);
process.stdout.write(`${String(total).padStart(7)} with one language, ${LIMIT} at most\n`);
process.stdout.write(`${String(sum(rows)).padStart(7)} with all three\n`);
process.exitCode = total > LIMIT ? 1 : 0;
