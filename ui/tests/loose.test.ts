import { waitFor } from "@testing-library/svelte";
import { expect, test } from "vitest";
import { open } from "./open";

const three = { loose: [3, 4, 5] };

test("readable copies are asked about where the day begins, and what is out of reach is not", async () => {
  const { get, all } = await open(three);
  await waitFor(() => expect(all("loose-copy")).toHaveLength(2));
  const said = (await get("loose")).textContent;
  expect(said).toContain("2 readable copies still lie");
  expect(said).toContain("/home/officer/Documents/shelter.pdf");
  expect(said).not.toContain("/media/stick");
});

test("a vault without any says nothing", async () => {
  const { desk, all } = await open();
  await waitFor(() => expect(desk.calls.map((one) => one.command)).toContain("loose"));
  expect(all("loose")).toEqual([]);
});

test("a copy is deleted, and it is said what a disk may keep", async () => {
  const { click, desk, all } = await open(three);
  await click("loose-delete");
  await waitFor(() => expect(all("loose-copy")).toHaveLength(1));
  expect(desk.last("loose_delete")).toEqual({ numbers: [3] });
  expect(document.body.textContent).toContain("may keep traces");
});

test("another file in a copy's place is left alone, which is said, and the copy is asked about no more", async () => {
  const { click, desk, get, all } = await open(three);
  desk.swapped = true;
  await click("loose-delete");
  await waitFor(() => expect(all("loose-copy")).toHaveLength(1));
  await click("loose-delete");
  expect((await get("failure")).dataset.code).toBe("another-file");
  await waitFor(() => expect(all("loose")).toEqual([]));
});

test("a copy is kept without a word, and settled with a reason only", async () => {
  const { click, get, type, desk, all } = await open(three);
  await click("loose-keep");
  await waitFor(() => expect(all("loose-copy")).toHaveLength(1));
  await click("loose-settle");
  expect(((await get("loose-settle-do")) as HTMLButtonElement).disabled).toBe(true);
  await type("loose-reason", "handed to the shelter");
  await click("loose-settle-do");
  await waitFor(() => expect(all("loose")).toEqual([]));
  expect(desk.last("loose_settle")).toEqual({ numbers: [4], reason: "handed to the shelter" });
});
