//! A list of people, looked through and taken in. The page never sees the disk: the file is chosen and read here.

use desk::views::{RosterChoices, RosterPreview, RosterTaken, RosterTarget};
use tauri::{AppHandle, State};

use super::Answer;
use crate::dialogs::{self, Wanted};
use crate::files;
use crate::state::Shell;

#[tauri::command(async)]
pub(super) fn roster_pick(app: AppHandle, shell: State<'_, Shell>) -> Answer<Option<RosterPreview>> {
    let Some(file) = dialogs::open(&app, Wanted::List) else { return Ok(None) };
    shell.desk(|desk| {
        let (bytes, name) = files::read(&file)?;
        desk.open_roster(&bytes, &name).map(Some)
    })
}

/// Reads the list that was dropped on the window.
#[tauri::command(async)]
pub(super) fn roster_dropped(shell: State<'_, Shell>) -> Answer<RosterPreview> {
    let dropped = shell.pick_up();
    shell.desk(|desk| {
        let (bytes, name) = files::read(&dropped.ok_or(desk::DeskError::File)?)?;
        desk.open_roster(&bytes, &name)
    })
}

#[tauri::command(async)]
pub(super) fn roster_paste(shell: State<'_, Shell>, text: &str) -> Answer<RosterPreview> {
    shell.desk(|desk| desk.open_roster(text.as_bytes(), ""))
}

#[tauri::command(async)]
pub(super) fn roster_choose(shell: State<'_, Shell>, choices: RosterChoices) -> Answer<RosterPreview> {
    shell.desk(|desk| desk.choose_in_roster(&choices))
}

#[tauri::command(async)]
pub(super) fn roster_take(shell: State<'_, Shell>, target: RosterTarget) -> Answer<RosterTaken> {
    shell.desk(|desk| desk.take_roster(&target))
}

#[tauri::command(async)]
pub(super) fn roster_drop(shell: State<'_, Shell>) -> Answer<()> {
    shell.desk(|desk| {
        desk.drop_roster();
        Ok(())
    })
}
