//! Looking after the vault from the window: officers, the way back, backups, the audit.

use desk::views::{AnchorView, AuditLine, BackupLine, NewOfficer, OfficerLet, OfficerLine, Status};
use tauri::{AppHandle, State};
use zeroize::Zeroizing;

use super::Answer;
use crate::dialogs::{self, Wanted};
use crate::state::Shell;
use crate::{ground, watch};

#[tauri::command(async)]
pub(super) fn officers(shell: State<'_, Shell>) -> Answer<Vec<OfficerLine>> {
    shell.desk(|desk| desk.officers())
}

#[tauri::command(async)]
pub(super) fn officer_add(shell: State<'_, Shell>, input: NewOfficer) -> Answer<OfficerLet> {
    shell.desk(|desk| desk.add_officer(&input, ground::kdf()?))
}

#[tauri::command(async)]
pub(super) fn officer_remove(shell: State<'_, Shell>, name: &str) -> Answer<()> {
    shell.desk(|desk| desk.remove_officer(name))
}

/// Another passphrase for whoever is at work, generated and shown once.
#[tauri::command(async)]
pub(super) fn change_passphrase(shell: State<'_, Shell>, old: &str) -> Answer<Option<String>> {
    shell.desk(|desk| desk.change_passphrase(old, None, ground::kdf()?))
}

#[tauri::command(async)]
pub(super) fn rekey(shell: State<'_, Shell>) -> Answer<u32> {
    shell.desk(|desk| desk.rekey())
}

#[tauri::command(async)]
pub(super) fn drill(shell: State<'_, Shell>, sheets: Vec<String>) -> Answer<()> {
    shell.desk(|desk| desk.drill(&wiped(sheets)))
}

/// Writes the page for the safe to where the officer says; the key comes from a sheet that was read. Works before a vault is
/// there, when the key has just been shown.
#[tauri::command(async)]
pub(super) fn recovery_sheet(
    app: AppHandle,
    shell: State<'_, Shell>,
    sheets: Vec<String>,
    shares: bool,
) -> Answer<Option<String>> {
    let page = shell.recovery_sheet(&wiped(sheets), shares)?;
    let Some(file) = dialogs::save(&app, Wanted::Dossier, "recovery.pdf") else { return Ok(None) };
    shell.put_sheet(&file, &page).map(Some)
}

#[tauri::command(async)]
pub(super) fn backups(shell: State<'_, Shell>) -> Answer<Vec<BackupLine>> {
    shell.desk(|desk| desk.backups())
}

#[tauri::command(async)]
pub(super) fn backup_make(app: AppHandle, shell: State<'_, Shell>) -> Answer<Option<BackupLine>> {
    let Some(folder) = dialogs::folder(&app) else { return Ok(None) };
    shell.desk(|desk| desk.backup_to(&folder).map(Some))
}

/// Proves that a backup is one of this vault and that the audit goes through it.
#[tauri::command(async)]
pub(super) fn backup_check(app: AppHandle, shell: State<'_, Shell>) -> Answer<Option<AnchorView>> {
    let Some(folder) = dialogs::folder(&app) else { return Ok(None) };
    shell.desk(|desk| desk.check_backup(&folder).map(Some))
}

/// Locks, puts the vault aside and a backup in its place; the officer unlocks it then.
#[tauri::command(async)]
pub(super) fn backup_restore(app: AppHandle, passphrase: &str) -> Answer<Option<Status>> {
    let Some(folder) = dialogs::folder(&app) else { return Ok(None) };
    watch::restore(&app, &folder, passphrase).map(Some)
}

#[tauri::command(async)]
pub(super) fn audit_rows(shell: State<'_, Shell>) -> Answer<Vec<AuditLine>> {
    shell.desk(|desk| desk.audit_rows())
}

#[tauri::command(async)]
pub(super) fn audit_verify(shell: State<'_, Shell>) -> Answer<u32> {
    shell.desk(|desk| desk.audit_verify())
}

/// Proves the audit against a file that left earlier: a dossier, a bundle, a backup's anchor.
#[tauri::command(async)]
pub(super) fn audit_against(app: AppHandle, shell: State<'_, Shell>) -> Answer<Option<AnchorView>> {
    let Some(file) = dialogs::open(&app, Wanted::Document) else { return Ok(None) };
    shell.desk(|desk| desk.audit_verify().and_then(|_| desk.audit_verify_against(&file)).map(Some))
}

#[tauri::command(async)]
pub(super) fn audit_export(app: AppHandle, shell: State<'_, Shell>) -> Answer<Option<u32>> {
    let Some(file) = dialogs::save(&app, Wanted::Lines, "audit.jsonl") else { return Ok(None) };
    shell.desk(|desk| desk.export_audit(&file).map(Some))
}

fn wiped(sheets: Vec<String>) -> Vec<Zeroizing<String>> {
    sheets.into_iter().map(Zeroizing::new).collect()
}
