//! Files in the vault. The page never sees the disk: a file is chosen and read here, and a picture goes over as bytes.

use desk::views::{DocumentInput, DocumentView, FileTaken, FileView, Saved};
use tauri::ipc::Response;
use tauri::{AppHandle, State};

use super::Answer;
use crate::dialogs::{self, Wanted};
use crate::files;
use crate::state::Shell;

#[tauri::command(async)]
pub(super) fn document_pick(
    app: AppHandle,
    shell: State<'_, Shell>,
    input: DocumentInput,
) -> Answer<Option<DocumentView>> {
    let Some(file) = dialogs::open(&app, Wanted::Document) else { return Ok(None) };
    shell.desk(|desk| {
        let (bytes, name) = files::read(&file)?;
        desk.add_document(&input, &bytes, &name).map(Some)
    })
}

#[tauri::command(async)]
pub(super) fn file_pick(
    app: AppHandle,
    shell: State<'_, Shell>,
    record: &str,
    field: &str,
    deed: &str,
) -> Answer<Option<Saved>> {
    let Some(file) = dialogs::open(&app, Wanted::Document) else { return Ok(None) };
    shell.desk(|desk| {
        let (bytes, name) = files::read(&file)?;
        desk.attach((record, field), &bytes, &name, deed).map(Some)
    })
}

#[tauri::command(async)]
pub(super) fn files_of(shell: State<'_, Shell>, id: &str) -> Answer<Vec<FileView>> {
    shell.desk(|desk| desk.files_of(desk.resolve(id)?))
}

#[tauri::command(async)]
pub(super) fn file_thumbnail(shell: State<'_, Shell>, id: &str, field: &str) -> Answer<Response> {
    shell.desk(|desk| desk.file_thumbnail(desk.resolve(id)?, field).map(Response::new))
}

/// A page as a picture, as bytes.
#[tauri::command(async)]
pub(super) fn file_page(shell: State<'_, Shell>, id: &str, field: &str, page: u32) -> Answer<Response> {
    shell.desk(|desk| desk.file_page(desk.resolve(id)?, field, page).map(Response::new))
}

#[tauri::command(async)]
pub(super) fn file_save(
    app: AppHandle,
    shell: State<'_, Shell>,
    id: &str,
    field: &str,
    name: &str,
    reason: &str,
) -> Answer<Option<FileTaken>> {
    let Some(file) = dialogs::save(&app, Wanted::Document, name) else { return Ok(None) };
    shell.desk(|desk| desk.save_file(desk.resolve(id)?, Some(field), reason, &file).map(Some))
}
