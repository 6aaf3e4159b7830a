import { waitFor } from "@testing-library/svelte";
import { expect, test } from "vitest";
import { PASSPHRASE, RECOVERY } from "./fake/desk";
import { open } from "./open";

test("the passphrase opens the vault", async () => {
  const { type, click, get } = await open({ phase: "locked" });
  const field = await get("unlock-passphrase");
  await waitFor(() => expect(document.activeElement).toBe(field));
  await type("unlock-passphrase", PASSPHRASE);
  await click("unlock-submit");
  expect((await get("heading")).textContent).toBe("Rescues");
});

test("a wrong passphrase is said in the alert, which takes the focus and leads back", async () => {
  const { type, click, get, value } = await open({ phase: "locked" });
  await type("unlock-passphrase", "not this one");
  await click("unlock-submit");
  const failure = await get("failure");
  expect(failure.dataset.code).toBe("wrong-passphrase");
  await waitFor(() => expect(document.activeElement).toBe(failure));
  await click("failure-field");
  expect(document.activeElement).toBe(await get("unlock-passphrase"));
  expect(await value("unlock-passphrase")).toBe("not this one");
});

test("after five wrong passphrases the wait is counted down and nothing is tried", async () => {
  const { desk, type, click, get } = await open({ phase: "locked" });
  for (let wrong = 0; wrong < 5; wrong += 1) {
    await type("unlock-passphrase", `wrong ${wrong}`);
    await click("unlock-submit");
  }
  await waitFor(async () => expect((await get("unlock-wait")).textContent).toMatch(/Wait (30|29) seconds/));
  expect(((await get("unlock-submit")) as HTMLButtonElement).disabled).toBe(true);
  await type("unlock-passphrase", `${PASSPHRASE}{Enter}`);
  expect(desk.calls.filter((call) => call.command === "unlock")).toHaveLength(5);
});

test("a vault of several officers asks for the name", async () => {
  const { desk, type, click, get } = await open({ phase: "locked" });
  desk.status.asks_name = true;
  await click("lang-en", "lang-id");
  await type("unlock-officer", "Raka");
  await type("unlock-passphrase", PASSPHRASE);
  await click("unlock-submit");
  await get("rescue-row");
  expect(desk.last("unlock")).toEqual({ officer: "Raka", passphrase: PASSPHRASE });
});

test("the language changes at once, before anything is open", async () => {
  const { click, get } = await open({ phase: "locked" });
  await click("lang-km");
  await waitFor(async () => expect((await get("unlock-submit")).textContent?.trim()).toBe("ដោះសោ"));
  expect(document.documentElement.lang).toBe("km");
});

test("a new vault shows passphrase and recovery key once and insists on the key", async () => {
  const { desk, type, click, get } = await open({ phase: "empty", sample: false });
  await click("vault-begin");
  expect((await get("error-summary")).textContent).toContain("The officer's name is needed");
  await type("vault-officer", "Ayu Pramesti");
  await type("vault-office", "PNH");
  await click("vault-begin");
  expect((await get("generated-passphrase")).textContent).toBe(PASSPHRASE);
  await type("recovery-typed", "K7QF-2M9X");
  await click("vault-finish");
  expect((await get("failure")).dataset.code).toBe("recovery-mistyped");
  expect(desk.status.phase).toBe("empty");
  await type("recovery-typed", RECOVERY);
  await click("vault-finish");
  await get("rescues-empty");
});

test("a laptop that joins an office founds none", async () => {
  const { desk, type, click, get } = await open({ phase: "empty", sample: false });
  await type("vault-officer", "Ayu Pramesti");
  await type("vault-office", "PNH");
  await click("vault-joins-join", "vault-begin");
  await get("generated-passphrase");
  expect(desk.last("begin_vault")?.input).toMatchObject({ office: "PNH", joins: true });
});

test("an own passphrase that is too easy is refused and kept", async () => {
  const { type, click, get, value } = await open({ phase: "empty" });
  await type("vault-officer", "Ayu Pramesti");
  await type("vault-office", "PNH");
  await click("vault-own-own");
  await type("vault-passphrase", "satu dua");
  await click("vault-begin");
  expect((await get("failure")).dataset.code).toBe("weak-passphrase");
  expect(await value("vault-passphrase")).toBe("satu dua");
});

test("a training vault is filled with the sample and says so on every screen", async () => {
  const { desk, type, click, get } = await open({ phase: "empty", sample: false });
  await type("vault-officer", "Ayu Pramesti");
  await type("vault-office", "PNH");
  await click("vault-training");
  await type("recovery-typed", RECOVERY);
  await click("vault-finish");
  await get("training-banner");
  expect(desk.calls.some((call) => call.command === "fill_sample")).toBe(true);
});
