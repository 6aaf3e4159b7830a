//! What the window keeps and takes out: settings, how many people there are, a table with its reason, laptops' cards.

use desk::views::{LaptopView, SettingView, TableOut, TableTaken};
use tauri::{AppHandle, State};

use super::Answer;
use crate::dialogs::{self, Wanted};
use crate::state::Shell;
use crate::{files, ground, window};

#[tauri::command(async)]
pub(super) fn settings(shell: State<'_, Shell>) -> Answer<Vec<SettingView>> {
    shell.desk(|desk| {
        let shown = ground::settings(desk)?.into_iter();
        Ok(shown.map(|(name, value)| SettingView { name, value }).collect())
    })
}

#[tauri::command(async)]
pub(super) fn set_setting(
    app: AppHandle,
    shell: State<'_, Shell>,
    name: &str,
    value: &str,
    reason: Option<&str>,
) -> Answer<()> {
    shell.set(name, value, reason.unwrap_or_default())?;
    window::shield(&app);
    Ok(())
}

#[tauri::command(async)]
pub(super) fn people_count(shell: State<'_, Shell>) -> Answer<u32> {
    shell.desk(|desk| desk.people_count())
}

#[tauri::command(async)]
pub(super) fn table_take(
    app: AppHandle,
    shell: State<'_, Shell>,
    input: TableOut,
) -> Answer<Option<TableTaken>> {
    let Some(file) = dialogs::save(&app, Wanted::Table, "table.xlsx") else { return Ok(None) };
    shell.desk(|desk| desk.take_table(&input, &file).map(Some))
}

#[tauri::command(async)]
pub(super) fn card_save(app: AppHandle, shell: State<'_, Shell>) -> Answer<Option<String>> {
    let Some(file) = dialogs::save(&app, Wanted::Card, "laptop.card") else { return Ok(None) };
    shell.desk(|desk| files::write(&file, desk.laptop()?.card.as_bytes()).map(Some))
}

/// Reads a colleague's card; nothing is trusted yet.
#[tauri::command(async)]
pub(super) fn card_pick(app: AppHandle, shell: State<'_, Shell>) -> Answer<Option<LaptopView>> {
    let Some(file) = dialogs::open(&app, Wanted::Card) else { return Ok(None) };
    shell.desk(|desk| desk.read_card(&files::read_text(&file)?).map(Some))
}
