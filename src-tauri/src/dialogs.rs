//! The system's own file dialogs, opened here so that the page needs no right to them. Journeys answer in their place.

use std::path::PathBuf;

use tauri::AppHandle;
use tauri_plugin_dialog::{DialogExt as _, FileDialogBuilder};

/// What a file is wanted for.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Wanted {
    /// A list of people.
    List,
    /// A dossier.
    Dossier,
    /// A bundle between laptops.
    Bundle,
    /// A laptop's identity file.
    Card,
    /// A file of any kind.
    Document,
    /// A table as a spreadsheet.
    Table,
    /// One JSON object a line.
    Lines,
    /// A new version of the app.
    Update,
}

impl Wanted {
    const fn endings(self) -> (&'static str, &'static [&'static str]) {
        match self {
            Self::List => ("xlsx, ods, csv, tsv", &["xlsx", "xlsm", "xls", "ods", "csv", "tsv", "txt"]),
            Self::Dossier => ("pdf", &["pdf"]),
            Self::Bundle => ("pulang", &["pulang"]),
            Self::Card => ("card", &["card", "txt"]),
            Self::Document => ("", &[]),
            Self::Table => ("xlsx, csv", &["xlsx", "csv"]),
            Self::Lines => ("jsonl", &["jsonl"]),
            Self::Update => ("update", &["update"]),
        }
    }
}

/// Asks for a file to read; none when the officer thinks better of it.
pub(crate) fn open(app: &AppHandle, wanted: Wanted) -> Option<PathBuf> {
    if let Some(answer) = answered("open") {
        return answer;
    }
    dialog(app, wanted).blocking_pick_file()?.into_path().ok()
}

/// Asks where to write a file; none when the officer thinks better of it.
pub(crate) fn save(app: &AppHandle, wanted: Wanted, name: &str) -> Option<PathBuf> {
    if let Some(answer) = answered("save") {
        return answer;
    }
    dialog(app, wanted).set_file_name(name).blocking_save_file()?.into_path().ok()
}

/// Asks for a folder; none when the officer thinks better of it.
pub(crate) fn folder(app: &AppHandle) -> Option<PathBuf> {
    if let Some(answer) = answered("folder") {
        return answer;
    }
    app.dialog().file().blocking_pick_folder()?.into_path().ok()
}

fn dialog(app: &AppHandle, wanted: Wanted) -> FileDialogBuilder<tauri::Wry> {
    let (name, endings) = wanted.endings();
    let dialog = app.dialog().file();
    if endings.is_empty() { dialog } else { dialog.add_filter(name, endings) }
}

/// A journey's answer: the path in the file of that name, or a dialog called off when there is none.
#[cfg(feature = "test-kdf")]
fn answered(which: &str) -> Option<Option<PathBuf>> {
    let folder = PathBuf::from(std::env::var_os("PULANG_DIALOGS")?);
    Some(std::fs::read_to_string(folder.join(which)).ok().map(PathBuf::from))
}

#[cfg(not(feature = "test-kdf"))]
const fn answered(_which: &str) -> Option<Option<PathBuf>> {
    None
}
