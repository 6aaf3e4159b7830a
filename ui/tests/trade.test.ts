import { waitFor } from "@testing-library/svelte";
import { expect, test } from "vitest";
import { PASTED } from "./fake/people";
import { open } from "./open";

async function looked() {
  const window = await open();
  await window.click("nav-exchange", "tab-cases", "cases-look");
  return window;
}

test("what would leave and who is left out is shown before there is anything to save", async () => {
  const { desk, get } = await looked();
  const summary = await get("cases-summary");
  expect(summary.textContent).toContain("People in the file: 26");
  expect((await get("cases-left-out")).textContent).toContain("Refused: 1");
  expect((await get("cases-beside")).textContent).toContain("Place of origin: 26");
  expect(desk.last("cases_summary")?.input).toMatchObject({ kind: "htcds", records: [], profile: "embassy" });
  expect(desk.calls.some((call) => call.command === "cases_export")).toBe(false);
});

test("nothing leaves without a reason, and then the very thing that was looked at", async () => {
  const { desk, click, type, get } = await looked();
  await click("cases-save");
  expect((await get("error-summary")).textContent).toContain("Say why");
  expect(desk.calls.some((call) => call.command === "cases_export")).toBe(false);
  await type("cases-reason", "letter 12");
  await click("cases-save");
  await waitFor(() => expect(desk.last("cases_export")?.input).toMatchObject({ kind: "htcds", reason: "letter 12" }));
});

test("another recipient is looked at anew, and where nobody may be in it nothing can be saved", async () => {
  const { user, get, all, click } = await looked();
  await get("cases-save");
  await user.selectOptions(await get("cases-for"), "shelter");
  await waitFor(() => expect(all("cases-summary")).toHaveLength(0));
  await click("cases-look");
  expect((await get("cases-summary")).textContent).toContain("Nobody");
  expect(all("cases-save")).toHaveLength(0);
});

test("one rescue is found by its name, and none chosen is never all of them", async () => {
  const { desk, click, type, get, all } = await open();
  await click("nav-exchange", "tab-cases", "cases-whom-rescue", "cases-look");
  expect((await get("error-summary")).textContent).toContain("rescue");
  expect(desk.calls.some((call) => call.command === "cases_summary")).toBe(false);
  await type("cases-rescue", "river");
  await click("candidate", "cases-look");
  await waitFor(() => expect(desk.last("cases_summary")?.input).toMatchObject({ records: [desk.rescueId] }));
  await click("cases-rescue-none");
  await waitFor(() => expect(all("cases-summary")).toHaveLength(0));
  await get("cases-look");
});

test("for research the consent has to say so", async () => {
  const { desk, user, get, click } = await looked();
  await user.selectOptions(await get("cases-purpose"), "research");
  await click("cases-look");
  expect((await get("cases-summary")).textContent).toContain("People in the file: 3");
  expect(desk.last("cases_summary")?.input).toMatchObject({ profile: "embassy", purpose: "research" });
});

test("people of another system can come in as cases of their own", async () => {
  const { desk, user, click, get } = await open();
  await click("import-list", "paste");
  await user.paste(PASTED);
  await click("paste-read");
  await get("preview-heading");
  await click("answer-3-dmy");
  await click("into-none", "take-in");
  await waitFor(() => expect(desk.last("cases_take")?.deed).toBeTruthy());
  expect(desk.calls.some((call) => call.command === "roster_take")).toBe(false);
});
