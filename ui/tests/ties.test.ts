import { expect, test } from "vitest";
import { ZONE } from "./fake/ties";
import { FIRST, open, RESCUE } from "./open";

test("two records stand side by side, and each field says in a word whether it is the same", async () => {
  const { click, get, all } = await open();
  await click("nav-people", "duplicates");
  expect((await get("duplicates-count")).textContent).toContain("2");
  expect(all("duplicate-row")).toHaveLength(2);
  expect((await get("pair")).textContent).toContain("the same day of birth");
  const rows = all("pair-field").map((row) => row.textContent ?? "");
  expect(rows[0]).toContain("≠ different");
  expect(rows[1]).toContain("= the same");
  expect(rows[2]).toContain("on one side only");
  expect((await get("pair")).textContent).not.toMatch(/%|\d points/);
});

test("a pair is dismissed by keys alone, with a reason, and undo brings it back", async () => {
  const { desk, user, click, get, all } = await open();
  await click("nav-people", "duplicates");
  await get("pair");
  const rows = all("duplicate-row");
  rows[0]?.focus();
  await user.keyboard("{ArrowDown}");
  await expect.poll(() => document.activeElement).toBe(rows[1]);
  await user.tab();
  expect(document.activeElement?.getAttribute("data-testid")).toBe("pair-open");
  (await get("duplicate-different")).focus();
  await user.keyboard("{Enter}");
  expect((await get("error-summary")).textContent).toContain("two people");
  expect(desk.last("decide_duplicate")).toBeUndefined();
  (await get("duplicate-reason")).focus();
  await user.keyboard("brothers");
  (await get("duplicate-different")).focus();
  await user.keyboard("{Enter}");
  await expect.poll(() => all("duplicate-row").length).toBe(1);
  expect(desk.last("decide_duplicate")).toMatchObject({ same: false, reason: "brothers" });
  await expect.poll(() => document.activeElement?.getAttribute("data-testid")).toBe("duplicate-row");
  await click("undo");
  await expect.poll(() => all("duplicate-row").length).toBe(2);
});

test("one person needs no reason, and when all is decided the page says so", async () => {
  const { desk, click, get, all } = await open();
  await click("nav-people", "duplicates", "duplicate-same");
  await expect.poll(() => all("duplicate-row").length).toBe(1);
  expect(desk.last("decide_duplicate")).toMatchObject({ same: true });
  await click("duplicate-same");
  await get("duplicates-none");
  expect(document.activeElement?.tagName).toBe("H1");
});

test("a person who may be on record twice says so on the first tab", async () => {
  const { click, get, all } = await open();
  await click(RESCUE, FIRST, "duplicates");
  await get("pair");
  expect(all("duplicate-row")).toHaveLength(1);
});

test("what ties cases is a list and a picture that can be walked by keys", async () => {
  const { desk, user, click, get, all } = await open();
  await click(RESCUE, "links");
  await get("network");
  expect(all("tie").map((row) => row.textContent)).toEqual([expect.stringContaining("Mas Yanto"), expect.stringContaining("+855 12 345 678")]);
  const nodes = all("node");
  expect(nodes.map((node) => node.getAttribute("tabindex"))).toEqual(["0", "-1", "-1", "-1"]);
  expect(nodes[1]?.getAttribute("aria-label")).toContain("Mas Yanto");
  nodes[0]?.focus();
  await user.keyboard("{ArrowRight}");
  expect(document.activeElement).toBe(nodes[1]);
  await user.keyboard("{Home}{ArrowLeft}{Enter}");
  await get("tab-roster");
  expect(desk.last("links")).toEqual({ of: desk.rescueId });
});

test("the zone fills the draft, and what was typed before stays and is named", async () => {
  const { desk, click, get, type, value } = await open();
  await click(RESCUE, FIRST, "tab-travel", "add-record", "kind-travel-document");
  await type("new-expires", "1 May 2030");
  await type("new-mrz", ZONE);
  await expect.poll(() => value("new-number")).toBe("L898902C3");
  expect(await value("new-sort")).toBe("passport");
  expect(await value("new-expires")).toBe("1 May 2030");
  await get("mrz-untouched");
  await click("save-record");
  const input = desk.last("add_record")?.input as { fields: { field: string; text: string }[] };
  expect(input.fields).toContainEqual(expect.objectContaining({ field: "mrz", text: ZONE }));
});

test("each check digit is named, and the text shows where it fails", async () => {
  const { click, get, type, value } = await open();
  await click(RESCUE, FIRST, "tab-travel", "add-record", "kind-travel-document");
  await type("new-mrz", ZONE.replace("7408122", "7408132"));
  expect((await get("digit-birth")).textContent).toContain("does not fit");
  expect((await get("digit-number")).textContent).not.toContain("not");
  expect((await get("trouble")).textContent).toContain("date of birth");
  expect(await value("new-number")).toBe("");
});

test("at intake a passport becomes a line of the list", async () => {
  const { desk, click, get, type, value } = await open();
  await click("import-list", "type-in", "grid-zone");
  await type("typed-zone", ZONE);
  await click("mrz-take");
  expect(await value("typed-0-name")).toBe("ANNA MARIA ERIKSSON");
  expect(await value("typed-zone")).toBe("");
  expect(document.activeElement).toBe(await get("typed-zone"));
  await click("grid-read");
  await expect.poll(() => (desk.last("roster_paste")?.text as string | undefined) ?? "").toContain("L898902C36UTO");
});
