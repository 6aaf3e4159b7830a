import { expect, test } from "vitest";
import { FIRST, open, RESCUE, SECOND } from "./open";

test("a photo is chosen, stays hidden, and is shown when it is opened", async () => {
  const { desk, click, get } = await open();
  await click(RESCUE, SECOND, "field-photo");
  expect(desk.last("file_pick")).toMatchObject({ record: "id-person-4", field: "photo" });
  await get("photo-open");
  expect(desk.calls.some((call) => call.command === "file_thumbnail")).toBe(false);
  await click("photo-open");
  expect((await get("photo")).getAttribute("alt")).toContain("Photo of");
  expect(desk.last("file_thumbnail")).toEqual({ id: "id-person-4", field: "photo" });
});

test("a file becomes a document, is looked at page by page, and leaves only with a reason", async () => {
  const { desk, click, get, type } = await open();
  await click(RESCUE, SECOND, "tab-documents", "add-file");
  expect((desk.last("document_pick")?.input as { about: string[] }).about).toEqual(["id-person-4"]);
  await get("field-file-facts");
  expect(desk.calls.some((call) => call.command === "file_page")).toBe(false);
  await click("field-file-open", "file-next");
  await get("file-picture");
  expect(desk.last("file_page")).toMatchObject({ field: "file", page: 2 });
  await click("file-save");
  expect((await get("failure")).textContent).toContain("reason");
  await type("file-reason", "asked for by the court");
  await click("file-save");
  expect(desk.last("file_save")).toMatchObject({ reason: "asked for by the court" });
});

test("a rescue's file is about the rescue's people", async () => {
  const { desk, click, get } = await open();
  await click(RESCUE, "tab-documents", "add-file");
  await get("field-file-facts");
  expect((desk.last("document_pick")?.input as { about: string[] }).about).toEqual([desk.rescueId]);
});

test("the history says who wrote what, and writes an earlier value again", async () => {
  const { desk, click, get, all } = await open();
  await click(RESCUE, FIRST, "tab-history");
  await get("past");
  expect(document.body.textContent).toContain("Raka Adiwinata");
  await click("restore");
  expect(desk.last("restore")).toMatchObject({ record: "id-person-3", field: "birth_date" });
  await expect.poll(() => all("restore").length).toBe(0);
});
