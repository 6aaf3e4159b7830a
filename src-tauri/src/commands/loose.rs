//! Readable copies that still lie where they were written.

use desk::views::LooseLine;
use tauri::State;

use super::Answer;
use crate::state::Shell;

#[tauri::command(async)]
pub(super) fn loose(shell: State<'_, Shell>) -> Answer<Vec<LooseLine>> {
    shell.desk(|desk| desk.loose())
}

#[tauri::command(async)]
pub(super) fn loose_delete(shell: State<'_, Shell>, numbers: Vec<u32>) -> Answer<Vec<LooseLine>> {
    shell.desk(|desk| desk.delete_loose(&numbers))
}

#[tauri::command(async)]
pub(super) fn loose_keep(shell: State<'_, Shell>, numbers: Vec<u32>) -> Answer<Vec<LooseLine>> {
    shell.desk(|desk| desk.keep_loose(&numbers))
}

#[tauri::command(async)]
pub(super) fn loose_settle(
    shell: State<'_, Shell>,
    numbers: Vec<u32>,
    reason: &str,
) -> Answer<Vec<LooseLine>> {
    shell.desk(|desk| desk.settle_loose(&numbers, reason))
}
