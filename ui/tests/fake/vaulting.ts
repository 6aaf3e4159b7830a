import type { AuditLine, BackupLine, LooseLine, NewOfficer, OfficerLine, UpdateView } from "../../src/backend/backend";
import { PASSPHRASE, RECOVERY, refuse, type FakeDesk } from "./desk";
import { word } from "./forms";

/** The desk's side of looking after the vault: officers, the way back, backups, the audit. */
export function vaultingCommands(desk: FakeDesk): Record<string, (args: never) => unknown> {
  const officers: OfficerLine[] = [
    { id: "o1", name: "Ayu Pramesti", role: "head", role_word: "Head of office", you: true },
    { id: "o2", name: "Raka Contoh", role: "officer", role_word: "Officer", you: false },
  ];
  const lines: BackupLine[] = [
    { name: "20261123T093000Z", at: "2026-11-23 16:30", place: "/home/officer/vault/backups/20261123T093000Z", files: 12, missing: 0 },
    { name: "20261120T093000Z", at: "2026-11-20 16:30", place: "", files: 0, missing: 0 },
  ];
  const audit: AuditLine[] = [
    { seq: 1, at: "2026-11-23T09:30:00Z", actor: "o1", act: "unlock", object: "", detail: "" },
    { seq: 2, at: "2026-11-23T09:31:00Z", actor: "o1", act: "dossier", object: "r1", detail: "shelter" },
  ];
  const open = (): LooseLine[] => {
    const numbers = desk.loose;
    const lines: LooseLine[] = [
      { number: 3, at: "2026-11-23 16:20", sort: "dossier", sort_word: word(desk.status.lang, "loose-sort-dossier"), mark: "7Q2M-09XC-ABCD-EFGH", path: "/home/officer/Documents/shelter.pdf", here: true, asked: true },
      { number: 4, at: "2026-11-23 16:31", sort: "table", sort_word: word(desk.status.lang, "loose-sort-table"), mark: "12", path: "/home/officer/Documents/a list with quite a long name for the meeting.xlsx", here: true, asked: true },
      { number: 5, at: "2026-11-23 16:40", sort: "recovery", sort_word: word(desk.status.lang, "loose-sort-recovery"), mark: "", path: "/media/stick/recovery.pdf", here: false, asked: false },
    ];
    return lines.filter((one) => numbers.includes(one.number)).map((one) => ({ ...one, asked: one.asked && !kept.has(one.number) }));
  };
  const kept = new Set<number>();
  const close = (numbers: number[]) => {
    desk.loose = desk.loose.filter((one) => !numbers.includes(one));
    return open();
  };
  const update = (): UpdateView => ({
    version: "0.2.0",
    here: "0.1.0",
    from: "0.1.0",
    target: "linux-x86_64",
    file: "pulang_0.2.0_amd64.deb",
    bytes: 9_500_000,
    notes: "Quicker lists.\nLarger type in dossiers.",
    publisher: "development",
    fingerprint: "gravel tuba olive mitten seesaw quarry",
    standing: desk.update === "older" ? "update-older" : "fits",
    said: `0.2.0\n${word(desk.status.lang, "update-development")}\n${desk.update === "older" ? word(desk.status.lang, "err-update-older") : ""}`,
  });
  const anchor = { rows: 2, at: "2026-11-23T09:31:00Z", line: "" };
  return {
    officers: () => officers,
    officer_add: ({ input }: { input: NewOfficer }) => {
      officers.push({ id: "o3", name: input.name, role: input.role, role_word: input.role, you: false });
      return { name: input.name, passphrase: PASSPHRASE };
    },
    officer_remove: ({ name }: { name: string }) => void officers.splice(officers.findIndex((one) => one.name === name), 1),
    change_passphrase: ({ old }: { old: string }) => {
      if (old !== PASSPHRASE) throw refuse("wrong-passphrase");
      return "angin baru lampu biru sungai batu";
    },
    rekey: () => 2,
    drill: ({ sheets }: { sheets: string[] }) => {
      if (!sheets.includes(RECOVERY)) throw refuse("recovery-mistyped");
    },
    recovery_sheet: () => "/media/stick/recovery.pdf",
    backups: () => lines,
    backup_make: () => {
      const made = { name: "20261124T093000Z", at: "2026-11-24 16:30", place: "/media/stick/20261124T093000Z", files: 12, missing: 0 };
      lines.unshift(made);
      return made;
    },
    backup_check: () => anchor,
    backup_restore: ({ passphrase }: { passphrase: string }) => {
      if (passphrase !== PASSPHRASE) throw refuse("wrong-passphrase");
      return Object.assign(desk.status, { phase: "locked", locked_by: "asked" });
    },
    loose: open,
    loose_delete: ({ numbers }: { numbers: number[] }) => {
      if (desk.loose.includes(4) && numbers.includes(4) && desk.swapped) {
        close([4]);
        throw refuse("another-file");
      }
      return close(numbers);
    },
    loose_keep: ({ numbers }: { numbers: number[] }) => {
      numbers.forEach((one) => kept.add(one));
      return open();
    },
    loose_settle: ({ numbers }: { numbers: number[] }) => close(numbers),
    update_check: () => {
      if (desk.update === "altered") throw refuse("update-altered");
      if (desk.update === "none") return null;
      return update();
    },
    update_take: ({ back }: { back: boolean }) => {
      if (desk.update === "older" && !back) throw refuse("update-older");
      const path = "/media/stick/pulang_0.2.0_amd64.deb";
      return { path, install: "sudo apt install ./pulang_0.2.0_amd64.deb", way_back: word(desk.status.lang, "update-way-back"), said: `${path}\nsudo apt install ./pulang_0.2.0_amd64.deb\n${word(desk.status.lang, "update-way-back")}`, backup: "/vault/backups/20261124T093000Z", update: update() };
    },
    audit_rows: () => audit,
    audit_verify: () => audit.length,
    audit_against: () => anchor,
    audit_export: () => audit.length,
  };
}
