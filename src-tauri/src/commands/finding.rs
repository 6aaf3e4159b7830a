//! Finding, comparing and counting.

use desk::views::SearchHit;
use tauri::State;

use super::Answer;
use crate::state::Shell;

#[tauri::command(async)]
pub(super) fn search(shell: State<'_, Shell>, text: &str, limit: usize) -> Answer<Vec<SearchHit>> {
    shell.desk(|desk| desk.search(text, limit))
}
