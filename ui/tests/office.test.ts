import { waitFor } from "@testing-library/svelte";
import { expect, test } from "vitest";
import { open } from "./open";

async function partners() {
  const window = await open();
  await window.click("nav-exchange", "tab-partners");
  return window;
}

test("a laptop that asks is enrolled only after its words were shown", async () => {
  const { desk, click, get } = await partners();
  await click("request-pick");
  const words = (await get("request-words")).textContent;
  expect(desk.calls.some((call) => call.command === "device_enrol")).toBe(false);
  await click("enrol-do");
  await waitFor(() => expect(desk.last("device_enrol")).toEqual({ request: "request of B", words }));
});

test("a laptop without a letter says so, asks, and takes the answer", async () => {
  const { desk, click, get, all } = await open();
  Object.assign(desk.own, { letter: "BCDFGH", lettered: false, enrolled: false, founder: false });
  await click("nav-exchange", "tab-partners");
  expect((await get("office-letter")).textContent).toContain("BCDFGH");
  expect(all("request-pick")).toHaveLength(0);
  await click("request-save");
  await waitFor(() => expect(desk.calls.some((call) => call.command === "request_save")).toBe(true));
  await click("answer-pick");
  const words = (await get("answer-words")).textContent;
  await click("join-do");
  await waitFor(() => expect(desk.last("device_join")).toEqual({ answer: "answer", words }));
  await waitFor(async () => expect((await get("office-letter")).textContent).toContain("laptop B"));
});

test("a whole office is trusted by its own button", async () => {
  const { desk, click } = await partners();
  await click("card-pick", "office-trust");
  await waitFor(() => expect(desk.last("device_trust")).toMatchObject({ office: true }));
});

test("the words of this laptop, of its office and of a card stand beside a code that says them", async () => {
  const { desk, click, get } = await partners();
  for (const own of ["own-words", "office-words"]) {
    const words = (await get(own)).textContent;
    const picture = await get(`${own}-code`);
    expect(picture.getAttribute("role")).toBe("img");
    expect(picture.getAttribute("aria-label")).toMatch(/words/);
    expect(picture.querySelector("path")?.getAttribute("d")).toMatch(/^M4 4h/);
    expect(desk.calls).toContainEqual({ command: "code", args: { words } });
  }
  await click("card-pick");
  const met = (await get("met-words")).textContent;
  await get("met-words-code");
  expect(desk.last("code")).toEqual({ words: (await get("met-office-words")).textContent });
  expect(desk.calls).toContainEqual({ command: "code", args: { words: met } });
});

test("the ministry's key is shown, set and removed, and a key that is none is refused", async () => {
  const { desk, click, type, get, all } = await partners();
  await get("escrow-none");
  await type("escrow-key", "not a key");
  expect(await get("escrow-set")).toHaveProperty("disabled", true);
  await type("escrow-reason", "letter 4");
  await click("escrow-set");
  expect((await get("failure")).dataset.code).toBe("bad-setting");
  await type("escrow-key", " age1ministry ");
  await click("escrow-set");
  expect((await get("escrow-held")).textContent).toBe("age1ministry");
  await type("escrow-reason", "letter 5");
  await click("escrow-drop");
  await get("escrow-none");
  expect(desk.last("set_setting")).toEqual({ name: "escrow", value: "none", reason: "letter 5" });
  expect(all("escrow-drop")).toHaveLength(0);
});

test("this laptop's own key goes out with a reason alone", async () => {
  const { desk, click, type, get } = await partners();
  expect(await get("key-save")).toHaveProperty("disabled", true);
  await type("key-reason", "inspection");
  await click("key-save");
  await waitFor(() => expect(desk.last("device_key")).toEqual({ reason: "inspection" }));
});

test("trust in another office ends with a reason", async () => {
  const { desk, click, type, get, all } = await partners();
  await click("distrust-JKT");
  expect(await get("distrust-do")).toHaveProperty("disabled", true);
  await type("distrust-reason", "closed");
  await click("distrust-do");
  await waitFor(() => expect(desk.last("office_distrust")).toEqual({ words: "garden pencil silver bridge tunnel almond", reason: "closed" }));
  await waitFor(() => expect(all("distrust-JKT")).toHaveLength(0));
});

test("the office's key is handed on to a laptop of the office, with a reason, and taken there", async () => {
  const { desk, user, click, type, get } = await partners();
  await click("office-key-hand");
  await type("office-key-reason", "deputy");
  expect(await get("office-key-do")).toHaveProperty("disabled", true);
  await user.selectOptions(await get("office-key-for"), "device-B");
  await click("office-key-do");
  await waitFor(() => expect(desk.last("office_key_out")).toEqual({ device: "device-B", reason: "deputy" }));
  await get("office-key-hand");
});

test("a laptop that holds no key takes it, and an office founded twice is said", async () => {
  const { click, desk, get, all } = await open();
  Object.assign(desk.own, { founder: false, rivals: ["ladder copper spice winter tablet orange"] });
  await click("nav-exchange", "tab-partners");
  expect((await get("office-rival")).textContent).toContain("ladder copper spice winter tablet orange");
  expect(all("request-pick")).toHaveLength(0);
  await click("office-key-take");
  await get("request-pick");
});
