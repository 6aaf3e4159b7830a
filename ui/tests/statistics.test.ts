import { waitFor } from "@testing-library/svelte";
import { expect, test } from "vitest";
import { open } from "./open";

test("exact figures offer no way out; a withheld table is printed once its pages were looked at", async () => {
  const { desk, user, type, click, get, all } = await open();
  await click("nav-statistics");
  await get("stats-table");
  expect(all("stats-look")).toHaveLength(0);
  await user.selectOptions(await get("stats-for"), "11");
  expect(((await get("stats-look")) as HTMLButtonElement).disabled).toBe(true);
  await type("stats-reason", "yearly report");
  await click("stats-look");
  await get("page-picture");
  expect(desk.last("dossier_page")).toEqual({ token: "table-1", page: 1 });
  expect((desk.last("statistics_prepare")?.input as { threshold: number }).threshold).toBe(11);
  await waitFor(async () => expect(document.activeElement).toBe(await get("stats-print")));
  await click("stats-print");
  await waitFor(() => expect(all("notice")[0]?.textContent).toContain("Table 2 was sent to the printer"));
  expect(desk.last("statistics_print")).toEqual({ token: "table-1", reason: "yearly report" });
  expect(all("stats-print")).toHaveLength(0);
});

test("another question drops the pages of the one before", async () => {
  const { user, type, click, get, all } = await open();
  await click("nav-statistics");
  await user.selectOptions(await get("stats-for"), "11");
  await type("stats-reason", "yearly report");
  await click("stats-look");
  await get("stats-print");
  await user.selectOptions(await get("stats-by"), "year");
  await waitFor(() => expect(all("stats-print")).toHaveLength(0));
});
