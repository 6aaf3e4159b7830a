import type { AuditLine, BackupLine, NewOfficer, OfficerLine } from "../../src/backend/backend";
import { PASSPHRASE, RECOVERY, refuse, type FakeDesk } from "./desk";

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
    audit_rows: () => audit,
    audit_verify: () => audit.length,
    audit_against: () => anchor,
    audit_export: () => audit.length,
  };
}
