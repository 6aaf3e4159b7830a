//! Linux: the screen and what draws on it; logind and the screen savers, over D-Bus. Owns the wait that logind grants before the machine sleeps; refuses to
//! fail: without a bus there is nothing to hear, and the clock finds a machine that slept.

use std::io;
use std::os::unix::process::CommandExt as _;
use std::path::PathBuf;
use std::process::Command;
use std::thread;

use desk::Why;
use tauri::Url;
use zbus::blocking::{Connection, MessageIterator};
use zbus::message::Type;
use zbus::zvariant::OwnedFd;
use zbus::{MatchRule, Message};

/// Signals that may stand in the queue while the vault is being closed.
const QUEUE: usize = 16;

/// Calls `heard` when the machine goes to sleep or the screen is locked, from threads of its own.
pub(crate) fn listen(heard: impl Fn(Why) + Clone + Send + 'static) {
    let (sleep, session, saver) = (heard.clone(), heard.clone(), heard);
    thread::spawn(move || {
        let Ok(system) = Connection::system() else { return };
        let mut wait = ask_for_time(&system);
        let _gone = each(&system, "org.freedesktop.login1.Manager", "PrepareForSleep", |said| {
            if says_yes(said) {
                sleep(Why::Sleep);
                // Only now may it sleep.
                wait = None;
            } else if wait.is_none() {
                wait = ask_for_time(&system);
            }
        });
    });
    thread::spawn(move || {
        let Ok(system) = Connection::system() else { return };
        let _gone = each(&system, "org.freedesktop.login1.Session", "Lock", |_| session(Why::Screen));
    });
    for interface in [
        "org.freedesktop.ScreenSaver",
        "org.gnome.ScreenSaver",
        "org.cinnamon.ScreenSaver",
        "org.mate.ScreenSaver",
    ] {
        let saver = saver.clone();
        thread::spawn(move || {
            let Ok(bus) = Connection::session() else { return };
            let _gone = each(&bus, interface, "ActiveChanged", |said| {
                if says_yes(said) {
                    saver(Why::Screen);
                }
            });
        });
    }
}

/// Whoever may speak on the bus can lock the vault, and nothing else: so no sender is asked for.
fn each(
    bus: &Connection,
    interface: &'static str,
    member: &'static str,
    mut heard: impl FnMut(&Message),
) -> zbus::Result<()> {
    let rule = MatchRule::builder().msg_type(Type::Signal).interface(interface)?.member(member)?.build();
    for said in MessageIterator::for_match_rule(rule, bus, Some(QUEUE))? {
        heard(&said?);
    }
    Ok(())
}

fn says_yes(said: &Message) -> bool {
    said.body().deserialize::<bool>().unwrap_or(false)
}

/// Asks logind to wait with sleeping until the vault is closed; it waits for seconds at most, and need not.
fn ask_for_time(system: &Connection) -> Option<OwnedFd> {
    let wish = ("sleep", "Pulang", "closes the vault", "delay");
    let (path, interface) = ("/org/freedesktop/login1", "org.freedesktop.login1.Manager");
    let granted = system.call_method(Some("org.freedesktop.login1"), path, Some(interface), "Inhibit", &wish);
    granted.ok()?.body().deserialize::<OwnedFd>().ok()
}

/// True when the environment names a screen to draw on.
pub(crate) fn has_display() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    set("DISPLAY") || set("WAYLAND_DISPLAY")
}

/// Starts the program again, once, with what the page's engine and the resolver of names read from the environment, which a
/// program cannot change safely for itself: the renderer that also works on NVIDIA's drivers (elsewhere it is the quicker
/// one), and that no name is asked of any server. The engine looks names up ahead whatever the page's policy says
/// (`dns-prefetch`), and a name can carry a secret out. A system that resolves by a service of its own does not heed it.
pub(crate) fn in_surroundings_that_work() {
    const RENDERER: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
    if std::env::var_os(RENDERER).is_some() && std::env::var_os(RESOLVER).is_some_and(|set| set == NO_SERVER)
    {
        return;
    }
    let mut arguments = std::env::args_os();
    if let (Ok(program), Some(name)) = (std::env::current_exe(), arguments.next()) {
        let mut again = Command::new(program);
        if std::env::var_os(RENDERER).is_none() {
            again.env(RENDERER, "1");
        }
        // Comes back only when the system refuses; the window then opens as it may.
        let _refused = again.arg0(name).args(arguments).env(RESOLVER, NO_SERVER).exec();
    }
}

/// What glibc's resolver heeds; a program that has a server to find is started without it.
pub(crate) const RESOLVER: &str = "RES_OPTIONS";
const NO_SERVER: &str = "attempts:0";

/// The very file that runs now, also after an update has put another in its place.
pub(crate) fn this_program() -> io::Result<PathBuf> {
    Ok(PathBuf::from("/proc/self/exe"))
}

/// Whether the screen that the environment names answers. The toolkit asks once, and remembers.
pub(crate) fn reaches_screen() -> bool {
    gtk::init().is_ok()
}

/// No desktop here keeps one program from looking at another's window; where one asks first, it asks without us.
pub(crate) const SHIELDS: bool = false;

/// Nothing to be done.
pub(crate) const fn shield(_window: &tauri::WebviewWindow, _on: bool) {}

/// What is copied is marked as a secret, which the clipboard histories of the desktops heed.
pub(crate) fn unremembered(copying: arboard::Set<'_>) -> arboard::Set<'_> {
    arboard::SetExtLinux::exclude_from_history(copying)
}

/// What stands between the page's engine and every network: a port of this machine on which nothing listens. The page's policy
/// stops what the page loads, but not the lines that its engine opens ahead (`preconnect`).
pub(crate) fn way_out() -> Option<Url> {
    Url::parse("http://127.0.0.1:1").ok()
}

/// Where the page of the window that was put up as `nth` would keep its files if it kept any: the usual folder for the first, and
/// for each after it another name of a folder in which nothing can be written.
///
/// A page that remembers nothing has a store of its own, but the toolkit hands our pages over once for each name of a folder: a
/// second window by the same name shows that its address cannot be shown.
pub(crate) fn store_of(nth: usize) -> Option<PathBuf> {
    (nth > 0).then(|| PathBuf::from(format!("/proc/self/{}", "task/../".repeat(nth))))
}

#[cfg(test)]
mod tests {
    use super::store_of;
    use std::{collections::HashSet, fs};

    #[test]
    fn each_window_has_a_store_by_another_name_and_none_takes_a_file() {
        let stores: Vec<_> = (0..20).map(store_of).collect();
        assert_eq!(stores.iter().collect::<HashSet<_>>().len(), 20);
        for store in stores.iter().flatten() {
            assert!(store.is_dir());
            assert!(fs::write(store.join("cookies"), "kept").is_err());
        }
        assert_eq!(stores.first(), Some(&None));
    }
}
