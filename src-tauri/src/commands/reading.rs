//! What the screens ask for.

use desk::views::{
    FormPage, OptionView, PersonPage, RecordLink, RecordPage, RescueLine, RescuePage, RosterLine,
    TimelineEntry,
};
use tauri::State;

use super::Answer;
use crate::state::Shell;

#[tauri::command(async)]
pub(super) fn rescues(shell: State<'_, Shell>, offset: usize, limit: usize) -> Answer<Vec<RescueLine>> {
    shell.desk(|desk| desk.rescues(offset, limit))
}

#[tauri::command(async)]
pub(super) fn rescue(shell: State<'_, Shell>, id: &str) -> Answer<RescuePage> {
    shell.desk(|desk| desk.rescue(desk.resolve(id)?))
}

#[tauri::command(async)]
pub(super) fn people(
    shell: State<'_, Shell>,
    text: &str,
    offset: usize,
    limit: usize,
) -> Answer<Vec<RosterLine>> {
    shell.desk(|desk| desk.people(text, offset, limit))
}

#[tauri::command(async)]
pub(super) fn person(shell: State<'_, Shell>, id: &str) -> Answer<PersonPage> {
    shell.desk(|desk| desk.person(desk.resolve(id)?))
}

#[tauri::command(async)]
pub(super) fn record(shell: State<'_, Shell>, id: &str) -> Answer<RecordPage> {
    shell.desk(|desk| desk.record(desk.resolve(id)?))
}

#[tauri::command(async)]
pub(super) fn timeline(shell: State<'_, Shell>, id: &str) -> Answer<Vec<TimelineEntry>> {
    shell.desk(|desk| desk.timeline(desk.resolve(id)?))
}

#[tauri::command(async)]
pub(super) fn form(shell: State<'_, Shell>, kind: &str) -> Answer<FormPage> {
    shell.desk(|desk| desk.form_page(kind))
}

#[tauri::command(async)]
pub(super) fn kinds(shell: State<'_, Shell>) -> Answer<Vec<OptionView>> {
    shell.desk(|desk| Ok(desk.kinds()))
}

#[tauri::command(async)]
pub(super) fn candidates(shell: State<'_, Shell>, kinds: Vec<String>, text: &str) -> Answer<Vec<RecordLink>> {
    let kinds: Vec<&str> = kinds.iter().map(String::as_str).collect();
    shell.desk(|desk| desk.candidates(&kinds, text))
}
