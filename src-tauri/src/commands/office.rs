//! This laptop in its office: founding it, asking it for a letter, answering those who ask.

use desk::views::{AnswerView, EnrolledView, LaptopView, OfficeView};
use tauri::{AppHandle, State};

use super::Answer;
use crate::dialogs::{self, Wanted};
use crate::files;
use crate::state::Shell;

#[tauri::command(async)]
pub(super) fn office(shell: State<'_, Shell>) -> Answer<OfficeView> {
    shell.desk(|desk| desk.office_view())
}

#[tauri::command(async)]
pub(super) fn office_found(shell: State<'_, Shell>) -> Answer<OfficeView> {
    shell.desk(|desk| desk.found_office())
}

#[tauri::command(async)]
pub(super) fn office_distrust(shell: State<'_, Shell>, words: &str, reason: &str) -> Answer<()> {
    shell.desk(|desk| desk.distrust_office(words, reason))
}

/// Writes the office's key, sealed to one of its laptops, to where the officer says.
#[tauri::command(async)]
pub(super) fn office_key_out(
    app: AppHandle,
    shell: State<'_, Shell>,
    device: &str,
    reason: &str,
) -> Answer<Option<String>> {
    let Some(file) = dialogs::save(&app, Wanted::Document, "office.key.age") else { return Ok(None) };
    shell.desk(|desk| files::write(&file, &desk.hand_on_office_key(device, reason)?).map(Some))
}

/// Takes the office's key from a file that the officer chooses.
#[tauri::command(async)]
pub(super) fn office_key_in(app: AppHandle, shell: State<'_, Shell>) -> Answer<Option<OfficeView>> {
    let Some(file) = dialogs::open(&app, Wanted::Document) else { return Ok(None) };
    shell.desk(|desk| desk.take_office_key(&files::read(&file)?.0).map(Some))
}

/// Writes this laptop's request to where the officer says.
#[tauri::command(async)]
pub(super) fn request_save(app: AppHandle, shell: State<'_, Shell>) -> Answer<Option<String>> {
    let Some(file) = dialogs::save(&app, Wanted::Card, "laptop.request") else { return Ok(None) };
    shell.desk(|desk| files::write(&file, desk.request()?.card.as_bytes()).map(Some))
}

/// Reads a laptop's request; nobody is enrolled yet.
#[tauri::command(async)]
pub(super) fn request_pick(app: AppHandle, shell: State<'_, Shell>) -> Answer<Option<LaptopView>> {
    let Some(file) = dialogs::open(&app, Wanted::Document) else { return Ok(None) };
    shell.desk(|desk| desk.read_request(&files::read_text(&file)?).map(Some))
}

/// Enrols the laptop and writes the answer to where the officer says; asked again, the answer is the same.
#[tauri::command(async)]
pub(super) fn device_enrol(
    app: AppHandle,
    shell: State<'_, Shell>,
    request: &str,
    words: &str,
) -> Answer<Option<EnrolledView>> {
    let Some(file) = dialogs::save(&app, Wanted::Card, "laptop.answer") else { return Ok(None) };
    shell.desk(|desk| {
        let enrolled = desk.enrol(request, words)?;
        files::write(&file, enrolled.answer.as_bytes())?;
        Ok(Some(enrolled))
    })
}

/// Reads the office's answer; nothing is taken yet.
#[tauri::command(async)]
pub(super) fn answer_pick(app: AppHandle, shell: State<'_, Shell>) -> Answer<Option<AnswerView>> {
    let Some(file) = dialogs::open(&app, Wanted::Document) else { return Ok(None) };
    shell.desk(|desk| desk.read_answer(&files::read_text(&file)?).map(Some))
}

#[tauri::command(async)]
pub(super) fn device_join(shell: State<'_, Shell>, answer: &str, words: &str) -> Answer<OfficeView> {
    shell.desk(|desk| desk.join(answer, words))
}

/// Writes what opens this laptop's bundles to where the officer says: whoever has that file can read them.
#[tauri::command(async)]
pub(super) fn device_key(app: AppHandle, shell: State<'_, Shell>, reason: &str) -> Answer<Option<String>> {
    let Some(file) = dialogs::save(&app, Wanted::Document, "laptop.key") else { return Ok(None) };
    shell.desk(|desk| desk.export_key(&file, reason).map(|()| Some(file.display().to_string())))
}
