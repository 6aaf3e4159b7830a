//! The one window. Owns what a page may do: show our own pages and call the commands that the capability lists. After each
//! lock it is another one, so that no process is left that has seen a case.
//! Refuses other pages, second windows, downloads, remembered web data and, outside debug builds, developer tools.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use desk::{DeskError, Why};
use tauri::webview::NewWindowResponse;
use tauri::{
    AppHandle, DragDropEvent, Emitter as _, Manager as _, RunEvent, Url, WebviewUrl, WebviewWindowBuilder,
    WindowEvent,
};
use tauri_plugin_window_state::StateFlags;

use crate::ground::Ground;
use crate::state::Shell;
use crate::telling::Telling;
use crate::{commands, system, watch};

/// What the page is told when one file was dropped on the window: that there is one, not which.
const DROPPED: &str = "file-dropped";

/// What the page is told while long work is under way: how far it has come; and nothing when it is over.
const PROGRESS: &str = "progress";

/// True from when the window begins to be made anew until the new one stands: the program does not end with the old one.
struct Anew(AtomicBool);

/// How many windows were put up since the program started.
struct PutUp(AtomicUsize);

/// Opens the window on the officer's vault and returns when it was closed.
///
/// # Errors
/// [`DeskError::NoDisplay`], [`DeskError::DeadDisplay`]; what comes with the app is broken, or the system's web view does not
/// start.
pub(crate) fn open(vault: Option<&Path>) -> Result<(), DeskError> {
    if !system::has_display() {
        return Err(DeskError::NoDisplay);
    }
    // Before anything is read, since it starts the program anew.
    system::in_surroundings_that_work();
    // The toolkit ends the program when it has to find this out by itself.
    if !system::reaches_screen() {
        return Err(DeskError::DeadDisplay);
    }
    let telling = Arc::new(Telling::default());
    let hears = Arc::clone(&telling);
    let ground = Ground::lay(vault, Box::new(move |progress| hears.hear(progress)))?;
    let shell = Shell::new(ground, telling);
    let mut builder = tauri::Builder::default();
    if vault.is_none() {
        // A second start shows the first window; two vaults given by name may be open side by side.
        builder = builder.plugin(tauri_plugin_single_instance::init(|app, _, _| show(app)));
    }
    let remembered = StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED;
    let app = builder
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_window_state::Builder::new().with_state_flags(remembered).build())
        .manage(shell)
        .manage(Anew(AtomicBool::new(false)))
        .manage(PutUp(AtomicUsize::new(0)))
        .invoke_handler(commands::handler())
        .on_window_event(|window, event| {
            if let WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) = event
                && let [file] = paths.as_slice()
            {
                window.state::<Shell>().lay_down(file.clone());
                // A page that is not there to listen takes no file either.
                let _told = window.emit(DROPPED, ());
            }
        })
        .setup(|app| {
            put_up(app.handle())?;
            let page = app.handle().clone();
            // A page that is not there to listen is told by the next one.
            app.state::<Shell>().telling().to(Box::new(move |progress| drop(page.emit(PROGRESS, progress))));
            watch::keep(app.handle());
            Ok(())
        })
        .build(context())
        .map_err(|_| DeskError::Fault("window"))?;
    app.run(|app, event| match event {
        RunEvent::Exit => {
            // Nobody is left to tell; what was acknowledged is on the disk already.
            let _locked = app.state::<Shell>().lock(Why::Asked);
        }
        RunEvent::ExitRequested { api, code: None, .. } if app.state::<Anew>().0.load(Ordering::SeqCst) => {
            api.prevent_exit();
        }
        RunEvent::WindowEvent { event: WindowEvent::Destroyed, .. }
            if app.state::<Anew>().0.load(Ordering::SeqCst) =>
        {
            let app = app.clone();
            // From another thread: a window that is made while one is being torn down waits for itself.
            std::thread::spawn(move || put_up_again(&app));
        }
        _ => {}
    });
    Ok(())
}

fn put_up(app: &AppHandle) -> tauri::Result<()> {
    let nth = app.state::<PutUp>().0.fetch_add(1, Ordering::SeqCst);
    let mut builder = WebviewWindowBuilder::new(app, "main", WebviewUrl::default())
        .title("Pulang")
        .inner_size(1280.0, 720.0)
        .min_inner_size(960.0, 600.0)
        .on_navigation(is_ours)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        .general_autofill_enabled(false)
        .incognito(!is_driven_by_a_test())
        .devtools(cfg!(debug_assertions));
    if let Some(nowhere) = system::way_out() {
        builder = builder.proxy_url(nowhere);
    }
    if let Some(folder) = system::store_of(nth).filter(|_| !is_driven_by_a_test()) {
        builder = builder.data_directory(folder);
    }
    let window = builder.build()?;
    system::shield(&window, true);
    Ok(())
}

/// Keeps other programs from looking at the window, or no longer, as the open vault says.
pub(crate) fn shield(app: &AppHandle) {
    if let Some(window) = app.get_webview_window("main") {
        system::shield(&window, app.state::<Shell>().shields());
    }
}

/// Tears the window down, with the process that drew it and all that it knew, and puts up a new one.
pub(crate) fn renew(app: &AppHandle) {
    if app.state::<Anew>().0.swap(true, Ordering::SeqCst) {
        return;
    }
    let destroyed = app.get_webview_window("main").map(|window| window.destroy());
    if !matches!(destroyed, Some(Ok(()))) {
        app.state::<Anew>().0.store(false, Ordering::SeqCst);
    }
}

fn put_up_again(app: &AppHandle) {
    let made = put_up(app);
    app.state::<Anew>().0.store(false, Ordering::SeqCst);
    if made.is_err() {
        // Locked and without a window there is nothing to come back to.
        app.exit(1);
    }
}

/// `tauri.conf.json`, the pages and the capabilities, as they were when the program was built.
#[expect(clippy::disallowed_methods, reason = "tauri's macro, not our code")]
fn context() -> tauri::Context {
    tauri::generate_context!()
}

fn show(app: &AppHandle) {
    if let Some(window) = app.get_webview_window("main") {
        // A window that cannot be raised is still there: nothing to tell the officer.
        let _raised = window.unminimize().and_then(|()| window.set_focus());
    }
}

/// Our own pages: `tauri://localhost` on Linux and macOS, `http://tauri.localhost` on Windows, and while developing the
/// page server.
fn is_ours(url: &Url) -> bool {
    match (url.scheme(), url.host_str()) {
        ("tauri", Some("localhost")) | ("http" | "https", Some("tauri.localhost")) => true,
        ("http", Some("localhost")) => cfg!(dev) && url.port() == Some(1420),
        _ => false,
    }
}

/// WebDriver reaches only a web view that keeps its data; a release build cannot be driven at all.
fn is_driven_by_a_test() -> bool {
    cfg!(debug_assertions)
        && std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_some_and(|value| value == "true")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ours(url: &str) -> bool {
        is_ours(&url.parse().unwrap())
    }

    #[test]
    fn only_our_own_pages_may_load() {
        assert!(ours("tauri://localhost/"));
        assert!(ours("http://tauri.localhost/index.html"));
        for foreign in [
            "https://example.org/",
            "tauri://example.org/",
            "http://tauri.localhost.example.org/",
            "http://localhost:8080/",
            "http://127.0.0.1/",
            "file:///etc/passwd",
            "data:text/html,x",
            "about:blank",
        ] {
            assert!(!ours(foreign), "{foreign}");
        }
    }
}
