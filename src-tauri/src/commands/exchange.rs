//! Laptops that meet: cards, bundles, and what needs an officer afterwards.

use desk::views::{
    BundleView, CodeView, ErasedView, ExportInput, FieldView, ImportView, InboxView, LaptopView, TrustedView,
};
use tauri::{AppHandle, State};

use super::Answer;
use crate::dialogs::{self, Wanted};
use crate::state::Shell;

#[tauri::command(async)]
pub(super) fn laptop(shell: State<'_, Shell>) -> Answer<LaptopView> {
    shell.desk(|desk| desk.laptop())
}

/// The QR code of the words of a fingerprint.
#[tauri::command(async)]
pub(super) fn code(shell: State<'_, Shell>, words: &str) -> Answer<CodeView> {
    shell.desk(|_| desk::code_of(words))
}

#[tauri::command(async)]
pub(super) fn devices(shell: State<'_, Shell>) -> Answer<Vec<TrustedView>> {
    shell.desk(|desk| desk.devices())
}

#[tauri::command(async)]
pub(super) fn device_trust(shell: State<'_, Shell>, card: &str, office: bool) -> Answer<LaptopView> {
    shell.desk(|desk| desk.trust(card, office))
}

#[tauri::command(async)]
pub(super) fn device_revoke(shell: State<'_, Shell>, device: &str, reason: &str) -> Answer<TrustedView> {
    shell.desk(|desk| desk.revoke(device, reason))
}

#[tauri::command(async)]
pub(super) fn bundle_export(
    app: AppHandle,
    shell: State<'_, Shell>,
    input: ExportInput,
) -> Answer<Option<BundleView>> {
    let Some(file) = dialogs::save(&app, Wanted::Bundle, "case.pulang") else { return Ok(None) };
    shell.desk(|desk| desk.export_bundle(&input, &file).map(Some))
}

/// Looks into a bundle that the officer chooses; nothing is taken in yet.
#[tauri::command(async)]
pub(super) fn bundle_pick(app: AppHandle, shell: State<'_, Shell>) -> Answer<Option<BundleView>> {
    let Some(file) = dialogs::open(&app, Wanted::Bundle) else { return Ok(None) };
    shell.desk(|desk| desk.pick_bundle(&file).map(Some))
}

#[tauri::command(async)]
pub(super) fn bundle_take(shell: State<'_, Shell>) -> Answer<BundleView> {
    shell.desk(|desk| desk.take_picked_bundle())
}

#[tauri::command(async)]
pub(super) fn bundle_aside(shell: State<'_, Shell>, import: u32, aside: bool) -> Answer<Vec<ImportView>> {
    shell.desk(|desk| desk.set_bundle_aside(import, aside))
}

#[tauri::command(async)]
pub(super) fn inbox(shell: State<'_, Shell>) -> Answer<InboxView> {
    shell.desk(|desk| desk.inbox())
}

#[tauri::command(async)]
pub(super) fn settle(shell: State<'_, Shell>, id: &str, take: &str) -> Answer<FieldView> {
    shell.desk(|desk| desk.settle(id, take))
}

#[tauri::command(async)]
pub(super) fn erase(shell: State<'_, Shell>, reference: &str, reason: &str) -> Answer<ErasedView> {
    shell.desk(|desk| desk.erase(reference, reason))
}
