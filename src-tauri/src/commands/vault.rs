//! Making, opening and closing the vault.

use desk::views::{NewVault, Status, VaultStarted};
use tauri::State;

use super::Answer;
use crate::state::Shell;

#[tauri::command(async)]
pub(super) fn status(shell: State<'_, Shell>) -> Answer<Status> {
    shell.status()
}

#[tauri::command(async)]
pub(super) fn set_lang(shell: State<'_, Shell>, lang: &str) -> Answer<Status> {
    shell.speak(lang)
}

#[tauri::command(async)]
pub(super) fn begin_vault(shell: State<'_, Shell>, input: NewVault) -> Answer<VaultStarted> {
    shell.begin(&input)
}

#[tauri::command(async)]
pub(super) fn finish_vault(shell: State<'_, Shell>, recovery_key: &str) -> Answer<Status> {
    shell.finish(recovery_key)
}

#[tauri::command(async)]
pub(super) fn unlock(shell: State<'_, Shell>, officer: Option<&str>, passphrase: &str) -> Answer<Status> {
    shell.unlock(officer, passphrase)
}

#[tauri::command(async)]
pub(super) fn lock(shell: State<'_, Shell>) -> Answer<Status> {
    shell.lock()
}

#[tauri::command(async)]
pub(super) fn fill_sample(shell: State<'_, Shell>) -> Answer<Status> {
    shell.desk(|desk| desk.fill_sample().and_then(|()| desk.status()))
}
