import { waitFor } from "@testing-library/svelte";
import { expect, test } from "vitest";
import type { FakeDesk } from "./fake/desk";
import { open } from "./open";

async function at(update: FakeDesk["update"]) {
  const window = await open();
  window.desk.update = update;
  await window.click("nav-settings");
  await window.get("folder");
  const tabs = await waitFor(() => document.querySelectorAll<HTMLElement>("[role=tab]"));
  await window.user.click(tabs[5] as HTMLElement);
  await window.click("update-choose");
  return window;
}

test("an update says who signed it before it can be taken, and then how to install it and how to come back", async () => {
  const { click, get, desk, all } = await at("fits");
  const seen = (await get("update-seen")).textContent;
  expect(seen).toContain("0.2.0");
  expect((await get("update")).textContent).toContain("while developing");
  expect(all("update-back")).toEqual([]);
  await click("update-take");
  const taken = (await get("update-taken")).textContent;
  expect(taken).toContain("sudo apt install ./pulang_0.2.0_amd64.deb");
  expect(taken).toContain("Way back");
  expect(desk.last("update_take")).toEqual({ back: false });
  expect(all("update-take")).toEqual([]);
});

test("an older one is taken only by the button that says so", async () => {
  const { click, get, desk, all } = await at("older");
  expect((await get("update-seen")).textContent).toContain("no newer");
  expect(all("update-take")).toEqual([]);
  await click("update-back");
  await get("update-taken");
  expect(desk.last("update_take")).toEqual({ back: true });
});

test("an altered one is refused and nothing of it is shown", async () => {
  const { get, all } = await at("altered");
  expect((await get("failure")).dataset.code).toBe("update-altered");
  expect(all("update-seen")).toEqual([]);
});

test("thinking better of it leaves the page as it was", async () => {
  const { desk, all } = await at("none");
  await waitFor(() => expect(desk.calls.map((one) => one.command)).toContain("update_check"));
  expect([...all("update-seen"), ...all("failure")]).toEqual([]);
});
