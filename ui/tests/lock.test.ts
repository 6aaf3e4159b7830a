import { waitFor } from "@testing-library/svelte";
import { expect, test } from "vitest";
import { PASSPHRASE } from "./fake/desk";
import { FIRST, open, RESCUE } from "./open";

test("pause shows a page that says nothing of the program, and the passphrase leads on", async () => {
  const { click, get, type, user } = await open();
  await get("rescue-row");
  await user.keyboard("{F9}");
  const page = await get("paused");
  expect(page.textContent).not.toContain("Pulang");
  expect(document.querySelector("[data-testid=unlock-passphrase]")).toBeNull();
  await click("go-on");
  await type("unlock-passphrase", PASSPHRASE);
  await click("unlock-submit");
  await get("rescue-row");
});

test("lock and pause work over an open dialog", async () => {
  const { click, get, user } = await open();
  await click(RESCUE, "select-all", "add-event");
  await get("dialog");
  await user.keyboard("{F9}");
  await get("paused");
});

test("the lock screen says why it is locked", async () => {
  const { desk, click, get, user } = await open();
  await get("rescue-row");
  desk.status = { ...desk.status, phase: "locked", locked_by: "sleep" };
  const lock = desk.invoke;
  desk.invoke = (command, args) => (command === "lock" ? Promise.resolve(desk.status) : lock(command, args));
  await user.keyboard("{Control>}l{/Control}");
  await click("lang-en");
  expect((await get("locked-by")).textContent).toContain("went to sleep");
});

test("a form that was being filled in is kept by the desk and given back after the lock", async () => {
  const { desk, click, get, type, value, user } = await open();
  await click(RESCUE, "select-all", "add-event", "kind-health");
  await type("new-needs", "half a sentence");
  await waitFor(() => expect(desk.draft).toContain("half a sentence"));
  await user.keyboard("{Control>}l{/Control}");
  await type("unlock-passphrase", PASSPHRASE);
  await click("unlock-submit");
  await get("draft");
  expect(await value("new-needs")).toBe("half a sentence");
  await click("save-record");
  await waitFor(() => expect(desk.draft).toBeNull());
  expect(desk.last("add_record")).toMatchObject({ input: { kind: "health" } });
});

test("a field that was being typed is given back where it stood", async () => {
  const { desk, click, get, type, value } = await open();
  await click(RESCUE, FIRST);
  await type("field-called_name", "Ya");
  await waitFor(() => expect(desk.draft).toContain('"Ya"'));
  // The window is torn down with the text still in the field.
  desk.status = { ...desk.status, phase: "locked", locked_by: "idle" };
  document.body.replaceChildren();
  const again = await import("@testing-library/svelte");
  again.cleanup();
  const App = (await import("../src/App.svelte")).default;
  again.render(App);
  await type("unlock-passphrase", PASSPHRASE);
  await click("unlock-submit");
  await get("field-called_name");
  expect(await value("field-called_name")).toBe("Ya");
});

test("touching the machine is told to the desk, now and then", async () => {
  const { desk, get, user } = await open();
  await get("rescue-row");
  await user.keyboard("a");
  await user.keyboard("b");
  expect(desk.calls.filter((call) => call.command === "stir").length).toBe(1);
});
