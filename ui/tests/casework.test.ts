import { waitFor } from "@testing-library/svelte";
import { expect, test } from "vitest";
import { FIRST, open, RESCUE } from "./open";

test("twenty-eight permits are advanced in three actions, and the gate opens", async () => {
  const window = await open();
  await window.click("nav-movements", "tab-permits");
  await window.get("permit-row");
  await window.click("permits-all", "permits-issue");
  await window.type("permit-number", "EP-17");
  await window.click("permits-save");
  expect((await window.get("failure")).textContent).not.toBe("");
  expect(await window.value("permit-number")).toBe("EP-17");
  await window.type("permit-expires", "9/12/2026");
  await window.click("permits-save");
  await expect.poll(() => window.desk.calls.filter((call) => call.command === "advance_permits").length).toBe(2);
  const last = window.desk.calls.filter((call) => call.command === "advance_permits").at(-1);
  expect((last?.args.input as { people: string[] }).people).toHaveLength(28);
  await expect.poll(() => window.all("permit-row").every((row) => row.textContent?.includes("EP-17"))).toBe(true);
  await window.click("tab-list", "open-PNH-2026-MA0002");
  await window.get("gate-state");
  await expect.poll(() => window.all("blocker-exit-permit").length).toBe(0);
});

test("a blocker says what clears it, and an override keeps its reason in sight", async () => {
  const window = await open();
  await window.click("nav-movements", "open-PNH-2026-MA0002");
  expect((await window.get("blocker-exit-permit")).textContent).toContain("Ask immigration for the permit");
  await window.click("override-exit-permit", "override-save");
  await window.get("failure");
  await window.type("override-reason", "Agreed by telephone");
  await window.click("override-save");
  await expect.poll(() => window.all("blocker-exit-permit")[0]?.textContent).toContain("Agreed by telephone");
  expect(window.all("blocker-exit-permit")[0]?.textContent).toContain("No exit permit on record");
});

test("one reason overrides a requirement for a selection, less the exceptions", async () => {
  const window = await open();
  await window.click("nav-movements", "open-PNH-2026-MA0002", "override-exit-permit", "override-all");
  const others = window.all("override-also") as HTMLInputElement[];
  expect(others).toHaveLength(27);
  expect(others.every((one) => one.checked)).toBe(true);
  await window.user.click(others[3] as HTMLElement);
  expect(((await window.get("override-all")) as HTMLInputElement).checked).toBe(false);
  await window.type("override-reason", "Agreed by telephone");
  await window.click("override-save");
  await expect.poll(() => window.desk.last("override_gate")).toBeDefined();
  const input = window.desk.last("override_gate")?.input as { people: string[]; reason: string };
  expect(input.people).toHaveLength(27);
  expect(new Set(input.people).size).toBe(27);
  expect(input.people).not.toContain(others[3]?.value);
  expect(input.reason).toBe("Agreed by telephone");
});

test("the manifest goes to the dossier of the airline with everybody on it", async () => {
  const window = await open();
  await window.click("nav-movements", "open-PNH-2026-MA0002", "manifest");
  await expect.poll(() => window.all("gate-row").length).toBe(0);
});

test("identification shows findings side by side and how often the story was told", async () => {
  const window = await open();
  await window.click(RESCUE, FIRST, "tab-identification");
  await window.get("findings-differ");
  expect(window.all("determination")).toHaveLength(2);
  expect((await window.get("interview-count")).textContent).toContain("told once");
  await window.get("means-not-required");
});

test("a stage that was set shows its reason beside what the records say", async () => {
  const window = await open();
  await window.click(RESCUE, FIRST);
  const card = await window.get("standing");
  expect(card.textContent).toContain("Left at night");
  expect(card.textContent).toContain("Sheltered");
  await window.get("standing-because");
});

test("today is empty in an empty vault", async () => {
  const window = await open({ sample: false });
  await window.click("nav-today");
  await window.get("today-nothing");
});

test("what is due beyond the first lines comes when it is asked for", async () => {
  const { desk, click, all } = await open();
  desk.owed = 150;
  await click("nav-today");
  await waitFor(() => expect(all("due-row")).toHaveLength(100));
  await click("today-later");
  await waitFor(() => expect(all("due-row")).toHaveLength(153));
  expect(all("today-later")).toHaveLength(0);
  expect(desk.last("today")).toEqual({ limit: 200 });
});

test("the board of permits goes on when it is asked to", async () => {
  const { desk, click, all } = await open();
  for (let n = 0; n < 190; n += 1) desk.add("person", [["full_name", `Contoh ${n}`]]);
  await click("nav-movements", "tab-permits");
  await waitFor(() => expect(all("permit-row")).toHaveLength(200));
  await click("permits-more");
  await waitFor(() => expect(all("permit-row")).toHaveLength(218));
  expect(all("permits-more")).toHaveLength(0);
});

test("one line of today stands for a group and opens it chosen", async () => {
  const window = await open();
  await window.click("nav-today");
  const line = await window.get("due-group");
  expect(line.textContent).toContain("27");
  await window.click("due-group");
  expect((await window.get("chosen")).textContent).toContain("27 people chosen");
});

test("before an interview of a group the desk is asked once what everybody has told", async () => {
  const window = await open();
  await window.click(RESCUE, "select-all", "add-event", "kind-interview");
  await window.get("told-already");
  await window.click("told-read");
  await window.get("interview-budget");
  const asked = window.desk.calls.filter((call) => call.command === "told");
  expect(asked.map((call) => (call.args.of as string[]).length)).toEqual([28, 28]);
  expect(window.desk.calls.some((call) => call.command === "identification")).toBe(false);
});

test("a finding about a group begins at each one's own basis, opened one at a time, and is looked over before it is written", async () => {
  const { desk, user, click, get, all } = await open();
  await click(RESCUE, "select-all", "add-event", "kind-determination");
  await get("basis-sheet");
  const looked = () => desk.calls.filter((call) => call.command === "identification");
  expect(looked()).toHaveLength(0);
  await click(FIRST.replace("open-", "basis-"));
  expect((await get("basis-answers")).textContent).toContain("Supported 1");
  expect(all("basis-finding")).toHaveLength(2);
  expect(looked()).toHaveLength(1);
  await click("basis-read");
  await user.selectOptions(await get("new-outcome"), "victim");
  await click("save-record");
  expect(all("looked-over")).toHaveLength(0);
  await user.type(await get("new-decided_on"), "29/9/2023");
  await click("save-record");
  expect((await get("looked-over")).textContent).toContain("29/9/2023");
  expect(desk.calls.some((call) => call.command === "add_record")).toBe(false);
  await click("change-record");
  expect(((await get("new-decided_on")) as HTMLInputElement).value).toBe("29/9/2023");
  await click("save-record", "confirm-record");
  await waitFor(() => expect(desk.last("add_record")?.input).toMatchObject({ kind: "determination" }));
});
