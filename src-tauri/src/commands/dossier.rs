//! A dossier, looked at and released. What is released are the very bytes that were looked at.

use desk::views::{DossierInput, DossierPreview, ProfileView, ReleaseInput, Released};
use tauri::ipc::Response;
use tauri::{AppHandle, State};

use super::Answer;
use crate::dialogs::{self, Wanted};
use crate::state::Shell;

#[tauri::command(async)]
pub(super) fn dossier_profiles(shell: State<'_, Shell>, lang: &str) -> Answer<Vec<ProfileView>> {
    shell.desk(|desk| desk.dossier_profiles(lang))
}

#[tauri::command(async)]
pub(super) fn dossier_prepare(shell: State<'_, Shell>, input: DossierInput) -> Answer<DossierPreview> {
    shell.desk(|desk| desk.dossier_prepare(&input))
}

/// A page as a PNG, as bytes: a picture as a JSON array takes a hundred times as long.
#[tauri::command(async)]
pub(super) fn dossier_page(shell: State<'_, Shell>, token: &str, page: u32) -> Answer<Response> {
    shell.desk(|desk| desk.dossier_page(token, page).map(Response::new))
}

#[tauri::command(async)]
pub(super) fn dossier_release(
    app: AppHandle,
    shell: State<'_, Shell>,
    input: ReleaseInput,
) -> Answer<Option<Released>> {
    let Some(file) = dialogs::save(&app, Wanted::Dossier, "dossier.pdf") else { return Ok(None) };
    shell.desk(|desk| desk.dossier_release(&input, &file).map(Some))
}
