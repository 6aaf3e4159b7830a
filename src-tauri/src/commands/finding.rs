//! Finding, comparing and counting.

use desk::views::{SearchHit, StatsInput, StatsReleased, StatsView};
use tauri::{AppHandle, State};

use super::Answer;
use crate::dialogs::{self, Wanted};
use crate::state::Shell;

#[tauri::command(async)]
pub(super) fn search(shell: State<'_, Shell>, text: &str, limit: usize) -> Answer<Vec<SearchHit>> {
    shell.desk(|desk| desk.search(text, limit))
}

#[tauri::command(async)]
pub(super) fn statistics(shell: State<'_, Shell>, input: StatsInput) -> Answer<StatsView> {
    shell.desk(|desk| desk.statistics(&input))
}

#[tauri::command(async)]
pub(super) fn statistics_release(
    app: AppHandle,
    shell: State<'_, Shell>,
    input: StatsInput,
    reason: &str,
) -> Answer<Option<StatsReleased>> {
    let Some(file) = dialogs::save(&app, Wanted::Table, "table.xlsx") else { return Ok(None) };
    shell.desk(|desk| desk.release_statistics(&input, reason, &file).map(Some))
}
