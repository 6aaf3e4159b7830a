//! Deeds that write.

use desk::views::{AnswerInput, CorrectionInput, NewRecord, RecordLink, RecordPage, Saved, Undone};
use tauri::State;

use super::Answer;
use crate::state::Shell;

#[tauri::command(async)]
pub(super) fn record_answer(shell: State<'_, Shell>, input: AnswerInput) -> Answer<Saved> {
    shell.desk(|desk| desk.record_answer(&input))
}

/// The same answer into several records, as one deed.
#[tauri::command(async)]
pub(super) fn record_answers(
    shell: State<'_, Shell>,
    records: Vec<String>,
    input: AnswerInput,
) -> Answer<Vec<Saved>> {
    shell.desk(|desk| desk.record_answers(&records, &[], &input))
}

#[tauri::command(async)]
pub(super) fn retract(
    shell: State<'_, Shell>,
    record: &str,
    field: &str,
    change: &str,
    deed: &str,
) -> Answer<Saved> {
    shell.desk(|desk| desk.retract(record, field, change, deed))
}

#[tauri::command(async)]
pub(super) fn add_record(shell: State<'_, Shell>, input: NewRecord) -> Answer<RecordPage> {
    shell.desk(|desk| desk.add_record(&input))
}

#[tauri::command(async)]
pub(super) fn correct(shell: State<'_, Shell>, input: CorrectionInput) -> Answer<RecordPage> {
    shell.desk(|desk| desk.correct(&input))
}

/// Removes records made by mistake, as one deed.
#[tauri::command(async)]
pub(super) fn remove(
    shell: State<'_, Shell>,
    records: Vec<String>,
    reason: &str,
    deed: &str,
) -> Answer<Vec<RecordLink>> {
    shell.desk(|desk| desk.remove(&records, &[], reason, deed))
}

#[tauri::command(async)]
pub(super) fn undo(shell: State<'_, Shell>) -> Answer<Undone> {
    shell.desk(|desk| desk.undo())
}

#[tauri::command(async)]
pub(super) fn redo(shell: State<'_, Shell>) -> Answer<Undone> {
    shell.desk(|desk| desk.redo())
}
