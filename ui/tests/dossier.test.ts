import { waitFor } from "@testing-library/svelte";
import { expect, test } from "vitest";
import { open, RESCUE } from "./open";

test("recipient, language and reason are asked before anything is made", async () => {
  const { desk, user, type, click, get, all } = await open();
  await click(RESCUE, "dossier", "prepare");
  expect((await get("error-summary")).textContent).toContain("Choose who receives it");
  await click("profile-host-police", "dossier-lang-km");
  await user.selectOptions(await get("second-lang"), "en");
  await type("reason", "handover of the case");
  expect((await get("profile-lists")).textContent).toContain("Acts compelled");
  await click("prepare");
  await get("page-picture");
  expect(desk.last("dossier_prepare")?.input).toEqual({
    records: [desk.rescueId],
    profile: "host-police",
    lang: "km",
    second_lang: "en",
    recipient: null,
    reason: "handover of the case",
    consent_override: null,
  });
  expect((await get("left-out")).textContent).toContain("not asked for consent yet");
  expect(all("dossier-person")).toHaveLength(28);
});

test("the pages of the very file are looked at one by one", async () => {
  const { desk, click, get } = await open();
  await click(RESCUE, "dossier", "profile-shelter", "prepare");
  await get("page-picture");
  expect(desk.last("dossier_page")).toEqual({ token: "token-1", page: 1 });
  await click("page-next", "page-next");
  await waitFor(() => expect(desk.last("dossier_page")).toEqual({ token: "token-1", page: 3 }));
  expect((await get("page-number")).textContent).toBe("Page 3 of 3");
  expect(((await get("page-next")) as HTMLButtonElement).disabled).toBe(true);
});

test("without consent the reason for the exception is asked for, and nothing typed is lost", async () => {
  const { desk, type, click, get, value } = await open();
  await click(RESCUE, "dossier", "profile-host-police");
  await type("reason", "nobody agreed");
  await click("prepare");
  expect((await get("failure")).dataset.code).toBe("no-consent");
  await click("failure-field");
  expect(document.activeElement).toBe(await get("override"));
  await type("override", "a judge's order");
  await click("prepare");
  await get("dossier-preview");
  expect((desk.last("dossier_prepare")?.input as Record<string, unknown>).consent_override).toBe("a judge's order");
  await click("dossier-change");
  expect(await value("reason")).toBe("nobody agreed");
});

test("without consent the way to ask for it is there, and the pages come after the answer", async () => {
  const { desk, user, type, click, get } = await open();
  await click(RESCUE, "dossier", "profile-host-police");
  await type("reason", "nobody agreed");
  await click("prepare", "ask-consent", "consent-read");
  expect(((await get("new-recipient")) as HTMLSelectElement).value).toBe("host-police");
  await user.selectOptions(await get("new-outcome"), "given");
  await type("new-answered_on", "29/6/2023");
  await click("save-record");
  const asked = desk.last("add_record")?.input as { kind: string; about: string[] };
  expect([asked.kind, asked.about.length]).toEqual(["consent", 28]);
  await waitFor(() => expect(desk.calls.filter((call) => call.command === "dossier_prepare")).toHaveLength(2));
});

test("an exception that was ticked needs a reason", async () => {
  const { desk, click, get } = await open();
  await click(RESCUE, "dossier", "profile-host-police", "overriding", "prepare");
  expect((await get("error-summary")).textContent).toContain("The exception needs a reason");
  expect(desk.calls.some((call) => call.command === "dossier_prepare")).toBe(false);
});

test("a copy leaves encrypted, and its passphrase is shown once", async () => {
  const { desk, click, get } = await open();
  await click(RESCUE, "dossier", "profile-shelter", "prepare", "release");
  expect((await get("release-passphrase")).textContent).toBe("lembah kertas bulan padi kuda");
  expect(desk.last("dossier_release")?.input).toEqual({ token: "token-1", encrypted: true, reason: null });
});

test("a plain copy needs a reason", async () => {
  const { desk, type, click, get } = await open();
  await click(RESCUE, "dossier", "profile-shelter", "prepare", "release-plain", "release");
  expect((await get("error-summary")).textContent).toContain("A plain copy needs a reason");
  await type("plain-reason", "the shelter has no computer");
  await click("release");
  await get("released");
  expect(desk.last("dossier_release")?.input).toMatchObject({ encrypted: false, reason: "the shelter has no computer" });
  expect(document.querySelector('[data-testid="release-passphrase"]')).toBeNull();
});

test("a dossier can be asked for a choice of people", async () => {
  const { desk, click } = await open();
  await click(RESCUE, "select-PNH-2026-A0004", "select-PNH-2026-A0005", "dossier-chosen", "profile-shelter", "prepare");
  await waitFor(() =>
    expect((desk.last("dossier_prepare")?.input as { records: string[] }).records).toEqual(["id-person-3", "id-person-4"]),
  );
});
