import { waitFor } from "@testing-library/svelte";
import { expect, test } from "vitest";
import { FIRST, open, RESCUE, SECOND } from "./open";

test("leaving a field saves what was typed, and says when", async () => {
  const { desk, user, type, click, get } = await open();
  await click(RESCUE, SECOND);
  await type("field-birth_place", "Tegalsari");
  await user.tab();
  await waitFor(async () => expect((await get("notice")).textContent?.trim()).toBe("Saved 21:04"));
  const input = desk.last("record_answer")?.input as Record<string, unknown>;
  expect(input).toMatchObject({ field: "birth_place", text: "Tegalsari", standing: null, reading: null });
  expect(input.deed).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test("a field that was only looked at is not saved", async () => {
  const { desk, user, click } = await open();
  await click(RESCUE, SECOND, "field-full_name");
  await user.tab();
  expect(desk.calls.some((call) => call.command === "record_answer")).toBe(false);
});

test("a date with two readings is a question, and the chosen reading is saved", async () => {
  const { desk, user, type, click, get, value } = await open();
  await click(RESCUE, SECOND);
  await type("field-birth_date", "03/04/2007");
  await user.tab();
  expect((await get("question")).textContent).toContain("03/04/2007");
  expect(await value("field-birth_date")).toBe("03/04/2007");
  await click("reading-2007-04-03");
  await waitFor(() => expect(document.querySelector('[data-testid="question"]')).toBeNull());
  expect((desk.last("record_answer")?.input as Record<string, unknown>).reading).toBe("2007-04-03");
  expect((await get("row-birth_date")).textContent).toContain("Read as 2007-04-03");
});

test("a text that cannot be read stays in the field and shows where reading stopped", async () => {
  const { user, type, click, get, value } = await open();
  await click(RESCUE, SECOND);
  await type("field-birth_date", "akhir Juin");
  await user.tab();
  const trouble = await get("trouble");
  expect(trouble.querySelector("mark")?.textContent).toBe("Juin");
  expect(await value("field-birth_date")).toBe("akhir Juin");
  const field = await get("field-birth_date");
  expect(field.getAttribute("aria-invalid")).toBe("true");
  expect(field.getAttribute("aria-describedby")).toContain(trouble.id);
});

test("a refused text is still there after looking at something else", async () => {
  const { user, type, click, get, value } = await open();
  await click(RESCUE, SECOND);
  await type("field-birth_date", "akhir Juin");
  await user.tab();
  await get("trouble");
  await click("nav-people", SECOND);
  expect(await value("field-birth_date")).toBe("akhir Juin");
  await get("trouble");
  await type("field-birth_date", "June 2007");
  await user.tab();
  await waitFor(() => expect(document.querySelector('[data-testid="trouble"]')).toBeNull());
});

test("unknown, not asked and declined are answers of their own", async () => {
  const { desk, user, click, get } = await open();
  await click(RESCUE, SECOND);
  await user.selectOptions(await get("field-religion-standing"), "declined");
  await waitFor(async () =>
    expect(((await get("field-religion")) as HTMLInputElement).placeholder).toBe("Declined to answer"),
  );
  expect((desk.last("record_answer")?.input as Record<string, unknown>).standing).toBe("declined");
});

test("a set takes values in and out", async () => {
  const { desk, user, type, click, all } = await open();
  await click(RESCUE, SECOND);
  await type("field-aliases", "Melly{Enter}");
  await waitFor(() => expect(all("field-aliases-value")).toHaveLength(1));
  await user.selectOptions(document.getElementById("field-vulnerabilities") as HTMLElement, "pregnant");
  await waitFor(() => expect(all("field-vulnerabilities-value")).toHaveLength(1));
  await click("field-aliases-remove");
  await waitFor(() => expect(all("field-aliases-value")).toHaveLength(0));
  expect(desk.last("retract")).toMatchObject({ field: "aliases" });
});

test("two values side by side wait for an officer, with who wrote each and where", async () => {
  const { desk, click, get, all } = await open();
  await click(RESCUE, FIRST);
  const conflict = await get("field-birth_date-conflict");
  expect(conflict.textContent).toContain("Raka Adiwinata");
  expect(conflict.textContent).toContain("laptop B");
  all("field-birth_date-take")[1]?.click();
  await waitFor(() => expect(document.querySelector('[data-testid="field-birth_date-conflict"]')).toBeNull());
  expect(desk.get("id-person-3").answers.get("birth_date")?.map((value) => value.canonical)).toEqual(["1994-12-03"]);
  expect(desk.calls.some((call) => call.command === "record_answer")).toBe(false);
});

test("an emptied field takes its value back out; it is never an empty text", async () => {
  const { desk, user, click, get } = await open();
  await click(RESCUE, SECOND);
  await user.clear(await get("field-called_name"));
  await user.tab();
  await waitFor(() => expect(desk.last("retract")).toMatchObject({ field: "called_name" }));
  expect(desk.calls.some((call) => call.command === "record_answer")).toBe(false);
});

test("a record is added, and one key takes it back", async () => {
  const { user, type, click, get, all } = await open();
  await click(RESCUE, SECOND, "tab-needs", "add-record", "kind-service");
  await user.selectOptions(await get("new-sort"), "medicine");
  await type("new-from", "14 July 2023");
  await click("save-record");
  await waitFor(() => expect(all("related-service")).toHaveLength(1));
  await waitFor(() => expect(all("dialog")).toHaveLength(0));
  await user.keyboard("{Control>}z{/Control}");
  await waitFor(() => expect(all("related-service")).toHaveLength(0));
  expect((await get("notice")).textContent).toContain("Taken back");
});

test("Ctrl+Z belongs to the text while it is being typed", async () => {
  const { desk, user, type, click } = await open();
  await click(RESCUE, SECOND);
  await type("field-birth_place", "Tegal");
  await user.keyboard("{Control>}z{/Control}");
  expect(desk.calls.some((call) => call.command === "undo")).toBe(false);
});

test("the identity bar says minor in a word", async () => {
  const { click, get } = await open();
  await click(RESCUE, SECOND);
  expect((await get("minor")).textContent).toContain("Minor");
});

test("what is sealed stays hidden until it is opened", async () => {
  const { desk, user, click, get } = await open();
  desk.add("episode", [
    ["people", "id-person-4"],
    ["sort", "exploitation"],
    ["acts_compelled", "made to write messages"],
  ]);
  await click(RESCUE, SECOND, "tab-identification");
  await get("related-episode");
  expect(document.body.textContent).not.toContain("made to write messages");
  await user.click((await get("related-episode")).querySelector("button") as HTMLElement);
  await get("field-acts_compelled-open");
  expect(desk.calls.some((call) => call.command === "open_sealed")).toBe(false);
  expect(JSON.stringify(desk.page(desk.of("episode").at(-1) as never))).not.toContain("made to write messages");
  await click("field-acts_compelled-open");
  expect(((await get("field-acts_compelled")) as HTMLTextAreaElement).value).toBe("made to write messages");
});

test("what an authority decided stays as written, and a correction stands beside it", async () => {
  const { desk, user, type, click, get } = await open();
  const [person] = desk.of("person");
  const said: [string, string][] = [["people", person?.id ?? ""], ["outcome", "not-victim"], ["letter", "17/23"]];
  const first = desk.add("determination", said);
  await click(RESCUE, FIRST, "tab-identification");
  await user.click((await get("related-determination")).querySelector("button") as HTMLElement);
  expect((await get("row-letter")).querySelector("input")).toBeNull();
  expect((await get("row-wording")).querySelector("input, textarea")).not.toBeNull();
  await click("correct", "save-correction");
  await get("error-summary");
  await type("correct-letter", "18/23");
  await click("save-correction");
  await waitFor(() => expect(desk.last("correct")?.input).toMatchObject({ record: first.id, fields: [{ field: "letter", text: "18/23" }] }));
  await waitFor(async () => expect((await get("row-letter")).textContent).toContain("18/23"));
  await click("back");
  expect((await get("corrected-by")).textContent).toContain("PNH-2026-NA");
  expect((await get("row-letter")).textContent).toContain("17/23");
});

test("a record made by mistake is removed with a reason, and one key brings it back", async () => {
  const { desk, user, type, click, get, all } = await open();
  const person = desk.of("person")[0];
  const meal = desk.add("service", [["people", person?.id ?? ""], ["sort", "food"]]);
  await click(RESCUE, FIRST, "tab-needs");
  await user.click((await get("related-service")).querySelector("button") as HTMLElement);
  await click("remove", "remove-save");
  expect((await get("form-remove")).textContent).toContain("reason");
  expect(desk.of("service")).toHaveLength(1);
  await type("remove-reason", "entered twice");
  await click("remove-save");
  await waitFor(() => expect(desk.last("remove")).toMatchObject({ records: [meal.id], reason: "entered twice" }));
  await waitFor(() => expect(all("related-service")).toHaveLength(0));
  expect((await get("notice")).textContent).toContain(meal.ref);
  await user.keyboard("{Control>}z{/Control}");
  await waitFor(() => expect(all("related-service")).toHaveLength(1));
});

test("several made by mistake are chosen where they stand and go in one deed", async () => {
  const { desk, user, type, click, get, all } = await open();
  const person = desk.of("person")[0];
  const [first, second, third] = ["food", "legal", "medical"].map((sort) => desk.add("service", [["people", person?.id ?? ""], ["sort", sort]]));
  await click(RESCUE, FIRST, "tab-needs");
  expect(all("remove-chosen")).toHaveLength(0);
  await click(`choose-${first?.ref ?? ""}`, `choose-${third?.ref ?? ""}`);
  expect((await get("remove-chosen")).textContent).toContain("2");
  await click("remove-chosen");
  await type("remove-reason", "entered twice");
  await click("remove-save");
  await waitFor(() => expect(desk.last("remove")).toMatchObject({ records: [third?.id, first?.id], reason: "entered twice" }));
  await waitFor(() => expect(all("related-service")).toHaveLength(1));
  expect((await get("related-service")).textContent).toContain(second?.ref);
  expect((await get("notice")).textContent).toContain("2");
  expect(all("remove-chosen")).toHaveLength(0);
  await user.keyboard("{Control>}z{/Control}");
  await waitFor(() => expect(all("related-service")).toHaveLength(3));
});

test("what another record names is not removed, and the window says why", async () => {
  const { desk, user, type, click, get } = await open();
  const [person] = desk.of("person");
  const item = desk.add("service", [["people", person?.id ?? ""], ["sort", "food"]]);
  desk.add("expense", [["people", person?.id ?? ""], ["service", item.id]]);
  await click(RESCUE, FIRST, "tab-needs");
  await user.click((await get("related-service")).querySelector("button") as HTMLElement);
  await click("remove");
  await type("remove-reason", "entered twice");
  await click("remove-save");
  await waitFor(async () => expect((await get("form-remove")).textContent).toContain(`Other records name ${item.ref}`));
  expect(((await get("remove-reason")) as HTMLInputElement).value).toBe("entered twice");
});
