//! Windows and macOS. We do not listen to them yet: the clock locks the vault when the machine wakes.

use std::io;
use std::path::PathBuf;

use desk::Why;

/// Hears nothing.
pub(crate) fn listen(_heard: impl Fn(Why) + Clone + Send + 'static) {}

/// A program that was started has a screen here.
pub(crate) const fn has_display() -> bool {
    true
}

/// Other systems draw with another engine.
pub(crate) const fn in_surroundings_that_work() {}

/// As on Linux, where it is set.
pub(crate) const RESOLVER: &str = "RES_OPTIONS";

/// The file that this program was started from.
pub(crate) fn this_program() -> io::Result<PathBuf> {
    std::env::current_exe()
}

/// It answers.
pub(crate) const fn reaches_screen() -> bool {
    true
}

/// The system can keep pictures of a window from other programs.
pub(crate) const SHIELDS: bool = true;

/// Keeps the window out of screenshots, recordings and shared screens, or lets it in again.
pub(crate) fn shield(window: &tauri::WebviewWindow, on: bool) {
    // A system too old for it refuses; the window is needed all the same.
    let _refused = window.set_content_protected(on);
}

/// What is copied stays out of the clipboard's history and its cloud.
#[cfg(target_os = "windows")]
pub(crate) fn unremembered(copying: arboard::Set<'_>) -> arboard::Set<'_> {
    use arboard::SetExtWindows as _;
    copying.exclude_from_monitoring().exclude_from_cloud().exclude_from_history()
}

/// What is copied is marked as concealed.
#[cfg(target_os = "macos")]
pub(crate) fn unremembered(copying: arboard::Set<'_>) -> arboard::Set<'_> {
    arboard::SetExtApple::exclude_from_history(copying)
}

/// There is no history that we know of.
#[cfg(not(any(target_os = "windows", target_os = "macos")))]
pub(crate) fn unremembered(copying: arboard::Set<'_>) -> arboard::Set<'_> {
    copying
}

/// What these engines look up ahead was never tried, and so nothing is put in the way of our own pages.
pub(crate) const fn way_out() -> Option<tauri::Url> {
    None
}

/// The usual folder: here each window gets our pages.
pub(crate) const fn store_of(_nth: usize) -> Option<PathBuf> {
    None
}
