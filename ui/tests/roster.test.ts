import { waitFor } from "@testing-library/svelte";
import { expect, test } from "vitest";
import { PASTED } from "./fake/people";
import { open, RESCUE } from "./open";

async function pasted(start = {}) {
  const window = await open(start);
  await window.click("import-list", "paste");
  await window.user.paste(PASTED);
  await window.click("paste-read");
  await window.get("preview-heading");
  return window;
}

test("a pasted list is shown whole, with each doubtful cell and why, before anything is written", async () => {
  const { desk, all, get } = await pasted();
  expect(all("preview-row")).toHaveLength(28);
  expect(all("flag").map((flag) => flag.textContent?.trim())).toEqual(["Only the year is known"]);
  expect((await get("flags")).textContent).toBe("1 doubtful cell");
  expect(document.body.textContent).toContain("Possible duplicate of PNH-2026-A0009");
  expect(desk.calls.some((call) => ["roster_take", "add_record"].includes(call.command))).toBe(false);
});

test("one question for a column, asked for before anything is created", async () => {
  const { desk, type, click, get } = await pasted();
  await type("rescue-name", "Night of 28 June");
  await click("take-in");
  const summary = await get("error-summary");
  expect(summary.textContent).toContain("Tgl Lahir");
  summary.querySelector("button")?.click();
  expect(document.activeElement).toBe(await get("question-3"));
  expect(desk.calls.some((call) => call.command === "roster_take")).toBe(false);
  await click("answer-3-dmy");
  expect(desk.last("roster_choose")?.choices).toMatchObject({ answers: [{ column: 3, answer: "dmy" }] });
  await click("take-in");
  await waitFor(async () => expect((await get("heading")).textContent).toBe("Night of 28 June"));
  expect(desk.last("roster_take")?.target).toMatchObject({
    rescue: null,
    new_rescue: [{ field: "name", text: "Night of 28 June", reading: null }],
  });
});

test("rows are left out and columns corrected, and every correction is sent together", async () => {
  const { desk, user, click, get } = await pasted();
  await click("take-3");
  await waitFor(async () => expect((await get("take-in")).textContent).toContain("Create 27 people"));
  await click("columns");
  await user.selectOptions(await get("column-5"), "remarks");
  expect(desk.last("roster_choose")?.choices).toEqual({
    sheet: null,
    columns: [{ column: 5, field: "remarks" }],
    answers: [],
    left_out: [3],
  });
  expect((await get("skipped")).textContent).toContain("1 row is passed over");
});

test("into a rescue that is open, and one undo takes the whole list back", async () => {
  const { desk, user, click, get, all } = await open();
  await click(RESCUE, "import-list", "paste");
  await user.paste(PASTED);
  await click("paste-read", "answer-3-dmy", "take-in");
  await waitFor(() => expect(all("person-row")).toHaveLength(56));
  expect((await get("notice")).textContent).toContain("28 people taken into Riverside compound");
  expect(desk.last("roster_take")?.target).toMatchObject({ rescue: desk.rescueId, new_rescue: [] });
  await click("undo");
  await waitFor(() => expect(all("person-row")).toHaveLength(28));
});

test("the rescue that a list goes into can be found afterwards", async () => {
  const { desk, user, click, type, get } = await open();
  await click("import-list", "paste");
  await user.paste(PASTED);
  await click("paste-read", "answer-3-dmy", "into-existing", "take-in");
  expect((await get("error-summary")).textContent).toContain("rescue");
  await type("into-rescue", "river");
  await click("candidate", "take-in");
  await waitFor(() => expect(desk.last("roster_take")?.target).toMatchObject({ rescue: desk.rescueId, new_rescue: [] }));
});

test("a list with nobody in it is refused and the pasted text stays", async () => {
  const { user, click, get } = await open();
  await click("import-list", "paste");
  await user.paste("Nama\tUmur");
  await click("paste-read");
  expect((await get("failure")).dataset.code).toBe("roster-empty");
  expect(((await get("paste")) as HTMLTextAreaElement).value).toBe("Nama\tUmur");
});

test("a list that is left is let go of", async () => {
  const { desk, click } = await pasted();
  await click("nav-people");
  await waitFor(() => expect(desk.calls.some((call) => call.command === "roster_drop")).toBe(true));
});

test("cancelling the file dialog changes nothing", async () => {
  const { click, get } = await open();
  await click("import-list", "pick-file");
  await get("paste");
  expect(document.querySelector('[data-testid="failure"]')).toBeNull();
});
