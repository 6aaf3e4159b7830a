//! What left on paper and what came back: the ledger, answers, whether a file is what it says, notices, single sheets.

use desk::DeskError;
use desk::views::{
    AnswerTaken, AnswerTyped, DossierInput, DossierPreview, LedgerLine, NoticeLine, Released, VerifiedView,
};
use tauri::{AppHandle, State};

use super::Answer;
use crate::dialogs::{self, Wanted};
use crate::state::Shell;
use crate::{files, printing};

/// The whole ledger, or who has something about one record.
#[tauri::command(async)]
pub(super) fn ledger(shell: State<'_, Shell>, of: Option<String>) -> Answer<Vec<LedgerLine>> {
    shell.desk(|desk| match of.as_deref() {
        Some(of) => desk.who_has(of, None),
        None => desk.ledger(),
    })
}

#[tauri::command(async)]
pub(super) fn verify_pick(app: AppHandle, shell: State<'_, Shell>) -> Answer<Option<VerifiedView>> {
    let Some(file) = dialogs::open(&app, Wanted::Document) else { return Ok(None) };
    shell.desk(|desk| desk.verify_file(&files::read(&file)?.0).map(Some))
}

#[tauri::command(async)]
pub(super) fn receipt_pick(
    app: AppHandle,
    shell: State<'_, Shell>,
    deed: &str,
) -> Answer<Option<AnswerTaken>> {
    let Some(file) = dialogs::open(&app, Wanted::Document) else { return Ok(None) };
    shell.desk(|desk| desk.take_receipt(&files::read(&file)?.0, deed).map(Some))
}

#[tauri::command(async)]
pub(super) fn receipt_type(shell: State<'_, Shell>, input: AnswerTyped) -> Answer<AnswerTaken> {
    shell.desk(|desk| desk.type_receipt(&input))
}

#[tauri::command(async)]
pub(super) fn notices(shell: State<'_, Shell>) -> Answer<Vec<NoticeLine>> {
    shell.desk(|desk| desk.notices())
}

/// In the language of the copy that it corrects: that is the one its holder reads.
#[tauri::command(async)]
pub(super) fn notice_prepare(shell: State<'_, Shell>, copy: u32) -> Answer<DossierPreview> {
    shell.desk(|desk| desk.notice_prepare(copy, None))
}

#[tauri::command(async)]
pub(super) fn notice_sent(shell: State<'_, Shell>, copy: u32) -> Answer<()> {
    shell.desk(|desk| desk.notice_sent(copy))
}

#[tauri::command(async)]
pub(super) fn sheet_prepare(
    shell: State<'_, Shell>,
    input: DossierInput,
    sheet: &str,
) -> Answer<DossierPreview> {
    shell.desk(|desk| desk.sheet_prepare(&input, sheet))
}

/// Hands the very bytes of the preview to the system's printer, from memory.
#[tauri::command(async)]
pub(super) fn dossier_print(shell: State<'_, Shell>, token: &str, reason: &str) -> Answer<Released> {
    shell.desk(|desk| -> Result<Released, DeskError> {
        desk.dossier_print(token, Some(reason), &mut |bytes: &[u8]| printing::print(bytes, None))
    })
}
