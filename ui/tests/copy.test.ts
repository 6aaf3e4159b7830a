import { waitFor } from "@testing-library/svelte";
import { afterEach, expect, test, vi } from "vitest";
import { PASSPHRASE } from "./fake/desk";
import { open, RESCUE } from "./open";

afterEach(() => vi.useRealTimers());

/** The seconds of the page pass only when a test says so. */
const stop = () => vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });

async function released() {
  const window = await open();
  await window.click(RESCUE, "dossier", "profile-host-police", "prepare", "release");
  return window;
}

async function officer() {
  const window = await open();
  await window.click("nav-settings");
  const tab = await waitFor(() => {
    const found = [...document.querySelectorAll<HTMLElement>("[role=tab]")].find((one) => one.textContent?.includes("open the vault"));
    if (!found) throw new Error("no tab");
    return found;
  });
  await window.user.click(tab);
  await window.type("officer-name", "Budi Contoh");
  await window.click("officer-add");
  await window.get("officer-passphrase");
  return window;
}

test("an officer's passphrase is lent to the clipboard and its seconds are counted down", async () => {
  stop();
  const { click, get, desk, all } = await officer();
  await click("copy");
  expect(desk.last("copy_secret")).toEqual({ text: PASSPHRASE });
  expect((await get("copy-left")).textContent).toContain("10 s");
  vi.advanceTimersByTime(3000);
  await waitFor(async () => expect((await get("copy-left")).textContent).toContain("7 s"));
  await click("copy");
  await waitFor(async () => expect((await get("copy-left")).textContent).toContain("10 s"));
  vi.advanceTimersByTime(60_000);
  await waitFor(() => expect(all("copy-left")).toEqual([]));
});

test("a dossier's passphrase can be copied, and nothing else of its page", async () => {
  const { click, get, desk, all } = await released();
  expect(all("copy")).toHaveLength(1);
  await click("copy");
  expect(desk.last("copy_secret")).toEqual({ text: (await get("release-passphrase")).textContent });
});

test("without a clipboard it is said, and nothing counts down", async () => {
  const { click, get, desk, all } = await officer();
  desk.noClipboard = true;
  await click("copy");
  expect((await get("failure")).dataset.code).toBe("no-clipboard");
  expect(all("copy-left")).toEqual([]);
});

test("other programs are kept from the window unless the office lets them, where the system can", async () => {
  const { click, get, desk } = await open();
  await click("nav-settings", "capture-off");
  expect(desk.last("set_setting")).toEqual({ name: "capture-protection", value: "off" });
  expect((await get("capture")).textContent).not.toContain("nothing that keeps");
});

test("a system that cannot keep them out says so and offers no choice", async () => {
  const window = await open();
  await window.desk.invoke("set_setting", { name: "capture-protection", value: "none" });
  await window.click("nav-settings");
  await waitFor(async () => expect((await window.get("capture")).textContent).toContain("nothing that keeps"));
  expect(document.querySelectorAll("[data-testid=capture] input, [data-testid=capture] [role=radio]")).toHaveLength(0);
});
