//! Cases to and from other systems. The page never sees the disk: files are chosen here.

use desk::views::{CaseExport, CasesExported, CasesTaken, ExportSummary};
use tauri::{AppHandle, State};

use super::Answer;
use crate::dialogs::{self, Wanted};
use crate::state::Shell;

#[tauri::command(async)]
pub(super) fn cases_summary(shell: State<'_, Shell>, input: CaseExport) -> Answer<ExportSummary> {
    shell.desk(|desk| desk.export_summary(&input))
}

#[tauri::command(async)]
pub(super) fn cases_export(
    app: AppHandle,
    shell: State<'_, Shell>,
    input: CaseExport,
) -> Answer<Option<CasesExported>> {
    let (wanted, name) = match input.kind.as_str() {
        "jsonl" => (Wanted::Document, "cases.jsonl"),
        _ => (Wanted::Table, "cases.xlsx"),
    };
    let Some(file) = dialogs::save(&app, wanted, name) else { return Ok(None) };
    shell.desk(|desk| desk.export_cases(&input, &file).map(Some))
}

#[tauri::command(async)]
pub(super) fn cases_take(shell: State<'_, Shell>, deed: &str) -> Answer<CasesTaken> {
    shell.desk(|desk| desk.take_cases(None, deed))
}
