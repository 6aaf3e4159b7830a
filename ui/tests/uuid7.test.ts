import { expect, test } from "vitest";
import { uuid7 } from "../src/shared/uuid7";

test("an id carries its moment, version and variant", () => {
  const moment = Date.UTC(2026, 10, 24, 21, 4);
  const id = uuid7(moment);
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Number.parseInt(id.replace("-", "").slice(0, 12), 16)).toBe(moment);
});

test("ids sort by time and never repeat", () => {
  const ids = Array.from({ length: 500 }, (_, n) => uuid7(1_700_000_000_000 + n));
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(Array.from({ length: 500 }, () => uuid7(1_700_000_000_000))).size).toBe(500);
});
