//! A new version from a stick, looked at and taken. It is installed by hand.

use desk::views::{UpdateTaken, UpdateView};
use tauri::{AppHandle, State};

use super::Answer;
use crate::dialogs::{self, Wanted};
use crate::ground;
use crate::state::Shell;

/// Proves the update that the officer picks, and keeps it for the deed that follows.
#[tauri::command(async)]
pub(super) fn update_check(app: AppHandle, shell: State<'_, Shell>) -> Answer<Option<UpdateView>> {
    let Some(file) = dialogs::open(&app, Wanted::Update) else { return Ok(None) };
    let seen = shell.check_update(&file)?;
    shell.lay_down(file);
    Ok(Some(seen))
}

/// Backs up, and writes the proven package to the folder that the officer picks.
#[tauri::command(async)]
pub(super) fn update_take(
    app: AppHandle,
    shell: State<'_, Shell>,
    back: bool,
) -> Answer<Option<UpdateTaken>> {
    let Some(folder) = dialogs::folder(&app) else { return Ok(None) };
    let file = shell.pick_up();
    shell.desk(|desk| {
        let file = file.ok_or(desk::DeskError::File)?;
        desk.take_update(&ground::publisher()?, &file, &folder, back).map(Some)
    })
}
