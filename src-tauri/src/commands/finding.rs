//! Finding, comparing and counting.

use desk::views::{
    DuplicateView, LinksView, MrzView, RecordPage, RowDuplicate, SearchHit, StatsInput, StatsPages,
    StatsReleased, StatsView,
};
use tauri::{AppHandle, State};

use super::Answer;
use crate::dialogs::{self, Wanted};
use crate::printing;
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

/// The pages of the table as it would be printed; each is looked at as a dossier's is.
#[tauri::command(async)]
pub(super) fn statistics_prepare(shell: State<'_, Shell>, input: StatsInput) -> Answer<StatsPages> {
    shell.desk(|desk| desk.statistics_prepare(&input))
}

#[tauri::command(async)]
pub(super) fn statistics_print(shell: State<'_, Shell>, token: &str, reason: &str) -> Answer<StatsReleased> {
    shell.desk(|desk| desk.statistics_print(token, reason, &mut |bytes| printing::print(bytes, None)))
}

#[tauri::command(async)]
pub(super) fn duplicates(shell: State<'_, Shell>, of: Option<String>) -> Answer<Vec<DuplicateView>> {
    shell.desk(|desk| desk.duplicates(of.as_deref()))
}

#[tauri::command(async)]
pub(super) fn decide_duplicate(
    shell: State<'_, Shell>,
    pair: (String, String),
    same: bool,
    reason: &str,
    ids: (String, String),
) -> Answer<RecordPage> {
    shell.desk(|desk| desk.decide_duplicate((&pair.0, &pair.1), same, reason, ids))
}

#[tauri::command(async)]
pub(super) fn roster_duplicates(shell: State<'_, Shell>) -> Answer<Vec<RowDuplicate>> {
    shell.desk(|desk| desk.roster_duplicates())
}

#[tauri::command(async)]
pub(super) fn links(shell: State<'_, Shell>, of: &str) -> Answer<LinksView> {
    shell.desk(|desk| desk.links(of))
}

#[tauri::command(async)]
pub(super) fn read_mrz(shell: State<'_, Shell>, text: &str) -> Answer<MrzView> {
    shell.desk(|desk| desk.read_mrz(text))
}
