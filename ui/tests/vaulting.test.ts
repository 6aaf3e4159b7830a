import { waitFor } from "@testing-library/svelte";
import { expect, test } from "vitest";
import { PASSPHRASE, RECOVERY } from "./fake/desk";
import { open } from "./open";

async function at(tab: string) {
  const window = await open();
  await window.click("nav-settings");
  await window.user.click(await waitFor(() => found(tab)));
  return window;
}
const found = (word: string) => {
  const tab = [...document.querySelectorAll<HTMLElement>("[role=tab]")].find((one) => one.textContent?.includes(word));
  if (!tab) throw new Error(`no tab ${word}`);
  return tab;
};

test("an officer is let in with a passphrase that is shown once", async () => {
  const { click, type, get, all, desk } = await at("open the vault");
  await type("officer-name", "Budi Contoh");
  await click("officer-role-counsellor", "officer-add");
  expect((await get("officer-passphrase")).textContent).toBe(PASSPHRASE);
  expect(desk.last("officer_add")).toEqual({ input: { name: "Budi Contoh", role: "counsellor", passphrase: null } });
  await click("officer-written");
  expect(document.querySelector("[data-testid=officer-passphrase]")).toBeNull();
  await waitFor(() => expect(all("officer")).toHaveLength(3));
});

test("shutting somebody out says what a backup elsewhere stays open to", async () => {
  const { click, get, all } = await at("open the vault");
  await click("officer-remove");
  expect((await get("officers")).textContent).toContain("stay open to");
  await click("officer-remove-do");
  await waitFor(() => expect(all("officer")).toHaveLength(1));
});

test("a wrong old passphrase changes nothing and says so", async () => {
  const { click, type, get } = await at("open the vault");
  await type("officer-old", "not this one");
  await click("officer-change");
  expect((await get("failure")).dataset.code).toBe("wrong-passphrase");
});

test("the sheets from the safe are tried, and two shares go as two", async () => {
  const { click, get, user, desk } = await at("Recovery");
  await user.type(await get("drill-typed"), "wrong");
  await click("drill");
  expect((await get("failure")).dataset.code).toBe("recovery-mistyped");
  await user.clear(await get("drill-typed"));
  await user.type(await get("drill-typed"), `${RECOVERY}{Enter}{Enter}another share`);
  await click("drill");
  expect((await get("recovery-told")).textContent).toContain("open this vault");
  expect(desk.last("drill")).toEqual({ sheets: [RECOVERY, "another share"] });
});

test("a backup is made, checked and put back", async () => {
  const { click, get, type, all } = await at("Backups");
  await click("backup-make");
  expect((await get("backup-told")).textContent).toContain("/media/stick");
  await waitFor(() => expect(all("backup")).toHaveLength(3));
  await click("backup-check");
  await waitFor(async () => expect((await get("backup-told")).textContent).toContain("whole"));
  await type("restore-passphrase", PASSPHRASE);
  await click("backup-restore");
  await get("unlock-passphrase");
});

test("the audit is shown newest first, verified and exported", async () => {
  const { click, get, all } = await at("Audit");
  await waitFor(() => expect(all("audit-row")).toHaveLength(2));
  expect(all("audit-row")[0]?.textContent).toContain("dossier");
  await click("audit-verify");
  expect((await get("audit-told")).textContent).toContain("2 rows hold");
  await click("audit-export");
  await waitFor(async () => expect((await get("audit-told")).textContent).toContain("written"));
});
