//! The lock that comes by itself: on time, with the draft kept for its writer and for nobody else, and with another process
//! behind the window.

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::support::{Rig, Window, procs, program, testid, until};

pub(crate) const PASSPHRASE: &str = "gravel tuba olive mitten seesaw quarry";
const OTHERS: &str = "lantern river pebble ocean candle forest";

/// A vault with two officers and one rescue.
pub(crate) fn with_two_officers(rig: &Rig) {
    let at = |name: &str| rig.home().join(name);
    fs::write(at("sari.txt"), PASSPHRASE).unwrap();
    fs::write(at("budi.txt"), OTHERS).unwrap();
    let does = |deed: &[&str]| {
        let mut pulang = Command::new(program());
        pulang.arg("--vault").arg(rig.vault()).arg("--passphrase-file").arg(at("sari.txt"));
        pulang.args(["--lang", "en", "--officer", "Sari Contoh"]).args(deed);
        let done = pulang.env("XDG_CONFIG_HOME", at("config")).env("HOME", rig.home()).output().unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    };
    let recovery = at("recovery.txt").display().to_string();
    does(&["vault", "init", "--office", "PNH", "--recovery-out", &recovery]);
    does(&["officer", "add", "Budi Contoh", "--new-passphrase-file", &at("budi.txt").display().to_string()]);
    does(&["record", "add", "rescue", "name=Poipet", "when=28/6/2023"]);
}

pub(crate) fn unlocks(window: &Window, officer: &str, passphrase: &str) {
    window.type_into(&testid("unlock-officer"), officer);
    window.type_into(&testid("unlock-passphrase"), passphrase);
    window.click(&testid("unlock-submit"));
}

#[test]
fn it_locks_on_time_and_the_draft_goes_back_to_its_writer_only() {
    let rig = Rig::with(&[("PULANG_IDLE_SECONDS", "4")]);
    with_two_officers(&rig);
    let window = rig.open();
    unlocks(&window, "Sari Contoh", PASSPHRASE);
    window.click(&testid("new-rescue"));
    window.type_into(&testid("new-name"), "half a sentence");
    let drawn_by = procs::web_processes_under(rig.driver());
    assert!(!drawn_by.is_empty());

    // Nobody touches anything.
    window.sees(&testid("locked-by"), "nobody touched");
    until("the process that drew it is gone", || {
        let now = procs::web_processes_under(rig.driver());
        (!now.is_empty() && now.iter().all(|id| !drawn_by.contains(id))).then_some(())
    });
    let kept = fs::read(rig.vault().join("register.db")).unwrap();
    assert!(!kept.windows(15).any(|part| part == b"half a sentence"));

    unlocks(&window, "Budi Contoh", OTHERS);
    window.find(&testid("rescue-row"));
    window.sees("nav", "People");
    assert_eq!(window.text(&testid("draft")), None);
    window.click(&testid("lock"));

    unlocks(&window, "Sari Contoh", PASSPHRASE);
    window.find(&testid("draft"));
    let typed = "arguments[0](document.querySelector('[data-testid=new-name]').value);";
    until("the draft is back", || {
        window.script(typed).ok().filter(|text| text.as_str() == Some("half a sentence"))
    });
}

#[test]
fn work_keeps_it_open_and_a_page_that_hangs_does_not() {
    let rig = Rig::with(&[("PULANG_IDLE_SECONDS", "4")]);
    with_two_officers(&rig);
    let window = rig.open();
    unlocks(&window, "Sari Contoh", PASSPHRASE);
    window.find(&testid("rescue-row"));
    for _ in 0..7 {
        std::thread::sleep(Duration::from_secs(1));
        window.press(&["\u{e008}"]);
    }
    window.find(&testid("rescue-row"));

    // The page never answers again; the driver gives up on it, the clock does not.
    let hanging = window.script("setTimeout(() => { for (;;) {} }, 50); arguments[0](1);");
    assert!(hanging.is_ok());
    window.sees(&testid("locked-by"), "nobody touched");
}

/// A bus of the journey's own, on which anybody may speak.
struct Bus {
    daemon: Child,
    address: String,
}

impl Bus {
    fn start(folder: &Path) -> Self {
        let address = format!("unix:path={}", folder.join("bus").display());
        let mut daemon = Command::new("dbus-daemon");
        daemon.args(["--session", "--nofork", "--nopidfile", "--address", &address]);
        let daemon = daemon.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        until("the bus listens", || folder.join("bus").exists().then_some(()));
        Self { daemon, address }
    }

    fn says(&self, path: &str, signal: &str, argument: &[&str]) {
        let bus = format!("--bus={}", self.address);
        let mut send = Command::new("dbus-send");
        send.args([&bus, "--type=signal", path, signal]).args(argument);
        assert!(send.status().unwrap().success());
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        let _ended = self.daemon.kill();
        let _status = self.daemon.wait();
    }
}

#[test]
fn it_locks_when_the_machine_sleeps_and_when_the_screen_is_locked() {
    let folder = tempfile::tempdir().unwrap();
    let bus = Bus::start(folder.path());
    let address = bus.address.clone();
    let rig = Rig::with(&[("DBUS_SYSTEM_BUS_ADDRESS", &address), ("DBUS_SESSION_BUS_ADDRESS", &address)]);
    with_two_officers(&rig);
    let window = rig.open();
    for (path, signal, argument, says) in [
        (
            "/org/freedesktop/login1",
            "org.freedesktop.login1.Manager.PrepareForSleep",
            Some("boolean:true"),
            "went to sleep",
        ),
        (
            "/org/freedesktop/login1/session/_1",
            "org.freedesktop.login1.Session.Lock",
            None,
            "together with the screen",
        ),
        (
            "/org/gnome/ScreenSaver",
            "org.gnome.ScreenSaver.ActiveChanged",
            Some("boolean:true"),
            "together with the screen",
        ),
    ] {
        unlocks(&window, "Sari Contoh", PASSPHRASE);
        window.find(&testid("rescue-row"));
        bus.says(path, signal, argument.as_slice());
        window.sees(&testid("locked-by"), says);
    }
}

#[test]
fn pause_shows_a_neutral_page_and_the_passphrase_leads_on() {
    let rig = Rig::start();
    with_two_officers(&rig);
    let window = rig.open();
    unlocks(&window, "Sari Contoh", PASSPHRASE);
    window.find(&testid("rescue-row"));
    window.press(&["\u{e039}"]);
    window.sees(&testid("paused"), "short break");
    assert!(!window.text("body").unwrap().contains("Pulang"));
    window.picture(&Path::new(env!("CARGO_TARGET_TMPDIR")).join("pause.png"));
    window.click(&testid("go-on"));
    unlocks(&window, "Sari Contoh", PASSPHRASE);
    window.find(&testid("rescue-row"));
}
