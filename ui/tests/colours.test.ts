import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const css = readFileSync(join(import.meta.dirname, "../src/tokens.css"), "utf8");
const tokens = new Map([...css.matchAll(/--([a-z-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map((token) => [token[1] ?? "", [token[2] ?? "", token[3] ?? ""]]));

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** Text on ground: 4.5 to 1 (WCAG 2.2, 1.4.3). Edges of controls on ground: 3 to 1 (1.4.11). */
const TEXT: [string, string[]][] = [
  ["ink", ["paper", "sheet", "sunk", "blue-wash", "amber-wash", "red-wash", "green-wash"]],
  ["ink-soft", ["paper", "sheet", "sunk", "blue-wash", "amber-wash"]],
  ["blue", ["paper", "sheet", "sunk", "blue-wash"]],
  ["blue-strong", ["paper", "sheet", "sunk", "blue-wash"]],
  ["on-blue", ["blue", "blue-strong"]],
  ["amber", ["paper", "sheet", "sunk", "blue-wash", "amber-wash"]],
  ["red", ["paper", "sheet", "red-wash"]],
  ["green", ["paper", "sheet", "green-wash"]],
  ["on-training", ["training"]],
  ["paper", ["ink"]],
];
const EDGES: [string, string[]][] = [
  ["edge", ["paper", "sheet", "sunk"]],
  ["blue", ["paper", "sheet", "sunk", "blue-wash"]],
  ["red", ["sheet"]],
];

const pairs = [
  ...TEXT.flatMap(([front, grounds]) => grounds.map((ground) => [front, ground, 4.5] as const)),
  ...EDGES.flatMap(([front, grounds]) => grounds.map((ground) => [front, ground, 3] as const)),
];

test.each(pairs)("%s on %s is at least %d to 1, by day and by night", (front, ground, least) => {
  for (const theme of [0, 1]) {
    const [a, b] = [tokens.get(front)?.[theme] ?? "", tokens.get(ground)?.[theme] ?? ""];
    expect(contrast(a, b)).toBeGreaterThanOrEqual(least);
  }
});
