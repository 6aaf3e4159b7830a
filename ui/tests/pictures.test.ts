// Each screen has its picture for review under tests/pictures, and no picture is of a screen that is gone.
import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { scenes } from "./scenes";

test("each scene has its kept sheet, and each sheet its scene: else run cargo xtask pictures", () => {
  const kept = readdirSync(`${import.meta.dirname}/../../tests/pictures`).filter((name) => name.endsWith(".webp"));
  expect(kept.sort()).toEqual(Object.keys(scenes).map((name) => `${name}.webp`).sort());
});
