import { waitFor } from "@testing-library/svelte";
import { expect, test, vi } from "vitest";
import { gather, gathering } from "../src/shared/state/gathering.svelte";
import { PASSPHRASE } from "./fake/desk";
import { open } from "./open";

test("a vault of an older layout says at which step it is, and nobody can stop it half way", async () => {
  const coming = { work: "layout", done: 3, of: 9, percent: 40, stops: false };
  const { desk, type, click, get, all } = await open({ phase: "locked", coming });
  await type("unlock-passphrase", PASSPHRASE);
  await click("unlock-submit");
  expect((await get("working")).textContent).toContain("step 3 of 9");
  const bar = document.querySelector("progress");
  expect([bar?.value, bar?.max]).toEqual([2.4, 9]);
  expect(all("call-off")).toEqual([]);
  desk.tell(null);
  await waitFor(() => expect(all("working")).toEqual([]));
});

test("long work is called off by the button beside it, and says that nothing of it is kept", async () => {
  const coming = { work: "birthdays", done: 64, of: 128, percent: null, stops: true };
  const { desk, click, type, get, all } = await open({ coming });
  await click("palette");
  await type("palette-find", "dupli");
  await click("palette-option");
  expect((await get("working")).textContent).toContain("64 of 128");
  await click("call-off");
  expect((await get("failure")).dataset.code).toBe("called-off");
  expect(desk.calls.filter((call) => call.command === "call_off")).toHaveLength(1);
  expect(all("working")).toEqual([]);
});

test("a table is gathered page by page, told of once it is long, and called off between two pages", async () => {
  const now = vi.spyOn(performance, "now").mockReturnValue(0);
  const asked: number[] = [];
  const page = (from: number) => {
    asked.push(from);
    if (from === 2) now.mockReturnValue(5_000);
    if (from === 4) gathering()?.callOff();
    return Promise.resolve([from, from + 1]);
  };
  expect(await gather("table", 4, 2, page)).toEqual([0, 1, 2, 3]);
  expect(asked).toEqual([0, 2]);
  now.mockReturnValue(0);
  expect(await gather("table", 100, 2, page)).toBeUndefined();
  expect(asked).toEqual([0, 2, 0, 2, 4]);
  expect(gathering()).toBeUndefined();
  now.mockRestore();
});
