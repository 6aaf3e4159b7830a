import { waitFor } from "@testing-library/svelte";
import { expect, test } from "vitest";
import { open, RESCUE } from "./open";

test("a new rescue wants its name, and the summary leads to the field", async () => {
  const { desk, user, type, click, get } = await open({ sample: false });
  await click("new-rescue", "save-record");
  const summary = await get("error-summary");
  await waitFor(() => expect(document.activeElement).toBe(summary));
  await user.click(summary.querySelector("button") as HTMLElement);
  expect(document.activeElement).toBe(await get("new-name"));
  await type("new-name", "Poipet, second house");
  await type("new-when", "28/12/2023");
  await click("save-record");
  await waitFor(async () => expect((await get("heading")).textContent).toBe("Poipet, second house"));
  expect(desk.last("add_record")?.input).toMatchObject({ kind: "rescue", about: [] });
});

test("an ambiguous date in a new record is asked about and then saved as the same record", async () => {
  const { desk, type, click, get } = await open({ sample: false });
  await click("new-rescue");
  await type("new-name", "Poipet");
  await type("new-when", "03/04/2023");
  await click("save-record");
  await get("question");
  const first = desk.last("add_record")?.input as { id: string; deed: string };
  await click("reading-2023-04-03");
  await waitFor(async () => expect((await get("heading")).textContent).toBe("Poipet"));
  const second = desk.last("add_record")?.input as { id: string; deed: string };
  expect([second.id, second.deed]).toEqual([first.id, first.deed]);
});

test("one event for a selection less the exceptions", async () => {
  const { desk, user, type, click, get } = await open();
  await click(RESCUE, "select-all");
  expect((await get("chosen")).textContent).toContain("28 people chosen");
  await click("add-event", "kind-movement", "about-summary", "about-PNH-2026-A0006");
  await user.selectOptions(await get("new-sort"), "transfer");
  await type("new-departed_at", "14 July 2023");
  await type("new-holder", "Teduh");
  await click("candidate");
  await click("save-record");
  await waitFor(() => expect(document.querySelector('[data-testid="dialog"]')).toBeNull());
  const input = desk.last("add_record")?.input as { about: string[]; fields: { field: string; text: string }[] };
  expect(input.about).toHaveLength(27);
  expect(input.about).not.toContain("id-person-5");
  expect(input.fields.map((field) => field.field)).toEqual(["sort", "departed_at", "holder"]);
  await click("tab-timeline");
  await waitFor(() => expect(document.body.textContent).toContain("27 people"));
});

test("one answer for a selection less the exceptions", async () => {
  const { desk, user, click, get, type } = await open();
  await click(RESCUE, "select-all", "more", "set-for-all", "about-summary", "about-PNH-2026-A0006");
  await user.selectOptions(await get("set-field"), "birth_place");
  await type("set-birth_place", "Tegalsari");
  await click("save-set");
  await waitFor(() => expect(document.querySelector('[data-testid="dialog"]')).toBeNull());
  const asked = desk.last("record_answers") as { records: string[]; input: object };
  expect(asked.records).toHaveLength(27);
  expect(asked.records).not.toContain("id-person-5");
  expect(asked.input).toMatchObject({ field: "birth_place", text: "Tegalsari" });
});

test("rows are chosen by keys: arrows go, Shift takes along, Ctrl+A takes all", async () => {
  const { user, click, get } = await open();
  await click(RESCUE);
  (await get("select-PNH-2026-A0004")).focus();
  await user.keyboard(" {Shift>}{ArrowDown}{ArrowDown}{/Shift}");
  expect((await get("chosen")).textContent).toContain("3 people chosen");
  expect(document.activeElement).toBe(await get("select-PNH-2026-A0006"));
  await user.keyboard("{Control>}a{/Control}");
  expect((await get("chosen")).textContent).toContain("28 people chosen");
});

test("Shift and a click choose the range between", async () => {
  const { user, click, get } = await open();
  await click(RESCUE, "select-PNH-2026-A0005");
  await user.keyboard("{Shift>}");
  await user.click(await get("select-PNH-2026-A0009"));
  await user.keyboard("{/Shift}");
  expect((await get("chosen")).textContent).toContain("5 people chosen");
});

test("a shelter that is not on record yet is made from the picker", async () => {
  const { desk, type, click } = await open();
  await click(RESCUE, "select-all", "add-event", "kind-placement");
  await type("new-holder", "Rumah Cahaya");
  await click("candidate-new");
  await waitFor(() => expect(desk.of("organisation")).toHaveLength(3));
  expect(desk.last("add_record")?.input).toMatchObject({
    kind: "organisation",
    fields: [{ field: "name", text: "Rumah Cahaya" }],
  });
});

test("Escape closes the picker's list and not the form around it", async () => {
  const { user, type, click, get } = await open();
  await click(RESCUE, "select-all", "add-event", "kind-placement");
  await type("new-holder", "Rumah");
  await get("candidate");
  await user.keyboard("{Escape}");
  await waitFor(async () => expect((await get("new-holder")).getAttribute("aria-expanded")).toBe("false"));
  await get("dialog");
  await user.keyboard("{Escape}");
  await waitFor(() => expect(document.querySelector('[data-testid="dialog"]')).toBeNull());
  const opener = await get("add-event");
  await waitFor(() => expect(document.activeElement).toBe(opener));
});

test("lock waits for what is being saved", async () => {
  const { desk, user, type, click, get } = await open();
  await click(RESCUE, "open-PNH-2026-A0005");
  await type("field-birth_place", "Tegalsari");
  await user.keyboard("{Control>}l{/Control}");
  await get("unlock-passphrase");
  const order = desk.calls.map((call) => call.command).filter((command) => ["record_answer", "lock"].includes(command));
  expect(order).toEqual(["record_answer", "lock"]);
});

test("lock is one key, and forgets where one was", async () => {
  const { desk, user, click, get } = await open();
  await click(RESCUE);
  await get("person-row");
  await user.keyboard("{Control>}l{/Control}");
  await get("unlock-passphrase");
  expect(desk.status.phase).toBe("locked");
  expect(document.body.textContent).not.toContain("Riverside compound");
});

test("a vault that was locked behind the window's back brings the lock screen", async () => {
  const { desk, click, get } = await open();
  await get("rescue-row");
  const { invoke } = window.__TAURI_INTERNALS__ as { invoke: typeof desk.invoke };
  desk.status = { ...desk.status, phase: "locked" };
  Object.assign(window, {
    __TAURI_INTERNALS__: {
      invoke: (command: string, args: Record<string, unknown>) =>
        command === "people" ? Promise.reject({ code: "locked", message: "The vault is locked." }) : invoke(command, args),
    },
  });
  await click("nav-people");
  await get("unlock-passphrase");
});

test("people are found as one types", async () => {
  const { desk, type, click, all } = await open();
  await click("nav-people");
  await waitFor(() => expect(all("person-row")).toHaveLength(28));
  await type("people-find", "dewi");
  await waitFor(() => expect(all("person-row").length).toBeLessThan(6));
  expect(desk.last("people")).toEqual({ text: "dewi", offset: 0, limit: 500 });
});

declare global {
  interface Window {
    __TAURI_INTERNALS__: unknown;
  }
}

test("older rescues come when they are asked for", async () => {
  const { desk, click, get, all } = await open();
  for (let n = 0; n < 60; n += 1) desk.add("rescue", [["name", `Rescue ${n}`]]);
  await click("nav-people", "nav-rescues");
  await waitFor(() => expect(all("rescue-row")).toHaveLength(50));
  await click("rescues-older");
  await waitFor(() => expect(all("rescue-row")).toHaveLength(61));
  expect(all("rescues-older")).toHaveLength(0);
  await get("new-rescue");
});
