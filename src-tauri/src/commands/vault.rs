//! Making, opening and closing the vault.

use desk::Why;
use desk::views::{NewVault, Status, VaultStarted};
use tauri::{AppHandle, State};

use super::Answer;
use crate::state::Shell;
use crate::{watch, window};

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
pub(super) fn finish_vault(app: AppHandle, shell: State<'_, Shell>, recovery_key: &str) -> Answer<Status> {
    let finished = shell.finish(recovery_key);
    window::shield(&app);
    finished
}

#[tauri::command(async)]
pub(super) fn unlock(
    app: AppHandle,
    shell: State<'_, Shell>,
    officer: Option<&str>,
    passphrase: &str,
) -> Answer<Status> {
    let unlocked = shell.unlock(officer, passphrase);
    window::shield(&app);
    unlocked
}

/// Lends what is shown once to the clipboard; gives the seconds until it is taken back.
#[tauri::command(async)]
pub(super) fn copy_secret(shell: State<'_, Shell>, text: String) -> Answer<u32> {
    shell.lend(text)
}

#[tauri::command(async)]
pub(super) fn lock(app: AppHandle) -> Answer<Status> {
    watch::lock(&app, Why::Asked)
}

/// Locks behind a page that says nothing of what the program is.
#[tauri::command(async)]
pub(super) fn pause(app: AppHandle) -> Answer<Status> {
    watch::lock(&app, Why::Pause)
}

/// Somebody touched the machine.
#[tauri::command]
pub(super) fn stir(shell: State<'_, Shell>) {
    shell.stir();
}

/// Calls off the long work that is under way. It waits for nothing: the desk is busy with that work.
#[tauri::command]
pub(super) fn call_off(shell: State<'_, Shell>) {
    shell.telling().call_off();
}

#[tauri::command(async)]
pub(super) fn keep_draft(shell: State<'_, Shell>, text: Option<&str>) -> Answer<()> {
    shell.desk(|desk| desk.keep_draft(text))
}

#[tauri::command(async)]
pub(super) fn draft(shell: State<'_, Shell>) -> Answer<Option<String>> {
    shell.desk(|desk| desk.draft())
}

#[tauri::command(async)]
pub(super) fn fill_sample(shell: State<'_, Shell>) -> Answer<Status> {
    shell.desk(|desk| desk.fill_sample().and_then(|()| desk.status()))
}
