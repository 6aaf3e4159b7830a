//! What a field said before, and what it says behind its seal.

use desk::views::{FieldView, PastChange, Saved};
use tauri::State;

use super::Answer;
use crate::state::Shell;

#[tauri::command(async)]
pub(super) fn history(shell: State<'_, Shell>, id: &str) -> Answer<Vec<PastChange>> {
    shell.desk(|desk| desk.history(desk.resolve(id)?, None))
}

#[tauri::command(async)]
pub(super) fn restore(
    shell: State<'_, Shell>,
    record: &str,
    field: &str,
    change: &str,
    deed: &str,
) -> Answer<Saved> {
    shell.desk(|desk| desk.restore(record, field, change, deed))
}

#[tauri::command(async)]
pub(super) fn open_sealed(shell: State<'_, Shell>, record: &str, field: &str) -> Answer<FieldView> {
    shell.desk(|desk| desk.open_sealed(record, field))
}
