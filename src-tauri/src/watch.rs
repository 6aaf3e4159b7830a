//! The lock that nobody has to think of. Owns looking at the clock and listening to the system, and the order in which a
//! vault is closed and its window torn down; refuses to ask the page, which may hang.

use std::path::Path;
use std::thread;
use std::time::Duration;

use desk::Why;
use desk::views::{Refused, Status};
use tauri::{AppHandle, Manager as _};

use crate::state::Shell;
use crate::{system, window};

/// How late a lock may come.
const EACH: Duration = Duration::from_millis(500);

/// Watches from now on, until the program ends.
pub(crate) fn keep(app: &AppHandle) {
    let clock = app.clone();
    thread::spawn(move || {
        loop {
            thread::sleep(EACH);
            clock.state::<Shell>().tick();
            if let Some(why) = clock.state::<Shell>().is_over() {
                // What the disk refused is told at the next unlock; the keys are gone all the same.
                let _told = lock(&clock, why);
            }
        }
    });
    let heard = app.clone();
    system::listen(move |why| {
        if heard.state::<Shell>().is_open() {
            let _told = lock(&heard, why);
        }
    });
}

/// Closes the desk, puts a backup in its place, and tears down the window that knew the vault before.
///
/// # Errors
/// The backup does not open with this passphrase or is not whole: the vault that was there is there, and locked.
pub(crate) fn restore(app: &AppHandle, from: &Path, passphrase: &str) -> Result<Status, Refused> {
    let shell = app.state::<Shell>();
    let officer = shell.status()?.officer;
    // The page that asked stands until it has been told what came of it.
    shell.lock(Why::Asked)?;
    let restored = shell.restore(from, officer.as_deref(), passphrase)?;
    window::renew(app);
    Ok(restored)
}

/// Closes the desk, and then tears down the window and the process that drew it.
///
/// # Errors
/// The disk refuses; the keys are forgotten and the window is torn down all the same.
pub(crate) fn lock(app: &AppHandle, why: Why) -> Result<Status, Refused> {
    let shell = app.state::<Shell>();
    let was_open = shell.is_open();
    let locked = shell.lock(why);
    if was_open {
        window::renew(app);
    }
    locked
}
