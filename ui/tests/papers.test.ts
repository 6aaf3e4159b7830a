import { waitFor } from "@testing-library/svelte";
import { expect, test } from "vitest";
import { open } from "./open";

test("the ledger is narrowed by word, by state and by whom it is about", async () => {
  const { desk, user, click, type, get, all } = await open();
  await click("nav-papers");
  await get("ledger-row");
  expect(all("ledger-row")).toHaveLength(2);
  expect((await get("outdated")).closest("td")?.textContent).toContain("corrected since");
  await user.selectOptions(await get("ledger-state"), "outdated");
  expect(all("ledger-row").map((row) => row.textContent)).toEqual([expect.stringContaining("Yayasan Contoh")]);
  await user.selectOptions(await get("ledger-state"), "");
  await type("ledger-text", "aman");
  expect((await get("ledger-count")).textContent).toContain("1");
  expect(desk.last("ledger")).toEqual({ of: null });
});

test("an answer from the signed page needs its code, and words unless it is a yes", async () => {
  const { desk, click, type, get } = await open();
  await click("nav-papers", "tab-receipts", "receipt-refused", "receipt-save");
  expect((await get("error-summary")).textContent).toContain("words");
  expect(desk.calls.some((call) => call.command === "receipt_type")).toBe(false);
  await type("receipt-code", "99");
  await type("receipt-reason", "no bed left");
  await click("receipt-save");
  expect((await get("failure")).dataset.code).toBe("no-such-copy");
  await type("receipt-code", "2");
  await type("receipt-by", "Sister Fiktif");
  await type("receipt-on", "22/11/2026");
  await click("receipt-save");
  expect((await get("receipt-taken")).textContent).toContain("PNH-2026-RA0003");
  expect(desk.last("receipt_type")?.input).toMatchObject({
    ...{ code: "2", answer: "refused", reason: "no bed left", by: "Sister Fiktif", signed_on: "22/11/2026" },
  });
});

test("a signed answer is taken from its file", async () => {
  const { desk, click, get } = await open();
  await click("nav-papers", "tab-receipts", "receipt-pick");
  await get("receipt-taken");
  expect(desk.last("receipt_pick")?.deed).toMatch(/^[0-9a-f-]{36}$/);
});

test("a file says who made it", async () => {
  const { click, get } = await open();
  await click("nav-papers", "tab-verify", "verify-pick");
  expect((await get("verified")).textContent).toContain("Unaltered");
});

test("today leads to the notices; one is made, printed, and said to have been sent", async () => {
  const { desk, click, get, all } = await open();
  await click("nav-today", "today-notices", "notice-make-1");
  await get("page-picture");
  await click("release");
  await get("released");
  expect(desk.last("notice_prepare")).toEqual({ copy: 1 });
  await click("nav-papers", "tab-notices", "notice-sent-1");
  await waitFor(() => expect(all("notice-sent-1")).toHaveLength(0));
  expect(desk.last("notice_sent")).toEqual({ copy: 3 });
});

test("a flight's manifest is on the screen at once and goes to the printer", async () => {
  const { desk, click, get } = await open();
  await click("nav-movements", "open-PNH-2026-MA0002", "manifest");
  await get("page-picture");
  expect(desk.last("sheet_prepare")).toMatchObject({ sheet: "manifest", input: { records: [expect.any(String)] } });
  await click("release");
  expect((await get("released")).textContent).toContain("printer");
  expect(desk.last("dossier_print")).toMatchObject({ token: "token-2", reason: "Manifest" });
});

test("when the printer refuses, another copy is prepared and can be saved instead", async () => {
  const { desk, click, type, get } = await open();
  await click("nav-movements", "open-PNH-2026-MA0002", "manifest");
  await get("page-picture");
  await type("plain-reason", "broken printer");
  await click("release");
  expect((await get("failure")).dataset.code).toBe("no-printer");
  await waitFor(() => expect(desk.calls.filter((call) => call.command === "sheet_prepare")).toHaveLength(2));
  await click("release-plain", "release");
  await get("released");
  expect(desk.last("dossier_release")?.input).toMatchObject({ encrypted: false, reason: "broken printer" });
});

test("a sheet is chosen with what it is about", async () => {
  const { click, get } = await open();
  await click("nav-papers", "tab-sheets", "sheet-roster");
  expect(await get("sheet-roster")).toBeInstanceOf(HTMLInputElement);
  expect(document.getElementById("sheet-about")).not.toBeNull();
});
