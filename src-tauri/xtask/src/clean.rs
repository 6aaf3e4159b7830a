//! The package on a Debian that has nothing else: `cargo xtask package --try`. Owns that the system is made anew, that what the
//! package names is all it gets before the command line is tried, and that an officer without rights does everything; leaves no
//! mount behind, since what is mounted there is in a namespace that ends with each command.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use crate::run::{Program, Stop, program};
use crate::tools::cargo;
use crate::{debian, headless, place, tally};

const SUITE: &str = "bookworm";
const MIRROR: &str = "http://deb.debian.org/debian";
/// What looks at the program, not what it stands on: added only after the command line was tried without.
const EYES: &[&str] =
    &["xvfb", "xdotool", "dbus-daemon", "at-spi2-core", "python3-pyatspi", "qpdf", "poppler-utils"];
const APT: &[&str] = &["apt-get", "-q", "install", "-y", "--no-install-recommends"];
/// The journey through the window, by what a screen reader hears: a packaged program lets nobody drive it otherwise.
const WALK: &str = "tests/installed/walk.py";
/// Journeys by the command line that a program without the tests' feature can be taken through. The vaults in them are made
/// with the real derivation of keys.
const JOURNEYS: &[&str] = &[
    "no_display::without_a_display_the_program_says_what_to_type",
    "by_command_line::each_refusal_has_its_exit_code",
    "by_command_line::the_sample_makes_sound_dossiers_for_three_recipients",
    "by_command_line::two_laptops_hold_the_same_after_a_bundle",
];

/// Installs the package on a fresh Debian, works with it by the command line and walks the journeys in its window.
///
/// # Errors
/// Not root, or a step fails: the text says which. The system stays where it is, to be looked into.
pub(crate) fn try_out(package: &Path) -> Result<(), Stop> {
    if program("id", &["-u"]).says().is_none_or(|id| id.trim() != "0") {
        return Err(Stop(
            "A system inside this one is made by root alone. Type it again with sudo -E.".into(),
        ));
    }
    debian::ready(&["debootstrap"])?;
    let clean = Clean::made()?;
    clean.installs(package)?;
    clean.works_without_a_window()?;
    clean.does(&[APT, EYES].concat())?;
    clean.walks_through_the_window()?;
    clean.goes_on_journeys(&journeys()?)
}

/// The program of the journeys, built as `cargo verify` builds it.
fn journeys() -> Result<PathBuf, Stop> {
    let build =
        ["test", "--workspace", "--locked", "--features", "test-kdf", "--test", "journeys", "--no-run"];
    let (mut built, mark) = (None, "Executable tests/journeys/main.rs (");
    let ended = cargo(&build).env("CARGO_TERM_COLOR", "never").heard(|line| {
        if let Some((_, rest)) = line.split_once(mark) {
            built = Some(PathBuf::from(rest.trim_end_matches(')')));
        }
    })?;
    built.filter(|_| ended.success()).ok_or_else(|| Stop("the journeys were not built".into()))
}

/// A Debian in a folder.
struct Clean {
    root: PathBuf,
}

impl Clean {
    /// The smallest Debian there is; what lay there from the last time is gone.
    fn made() -> Result<Self, Stop> {
        let root = std::path::absolute(place::target().join("clean"))?;
        if root.exists() {
            fs::remove_dir_all(&root)?;
        }
        let folder = root.display().to_string();
        program("debootstrap", &["--variant=minbase", SUITE, &folder, MIRROR]).run()?;
        let clean = Self { root };
        clean.does(&["useradd", "--create-home", "officer"])?;
        // What a Debian that has started makes for itself.
        for shared in ["/dev/shm", "/tmp/.X11-unix"] {
            clean.open_folder(shared)?;
        }
        Ok(clean)
    }

    /// Where something of that system lies on this one.
    fn at(&self, path: &str) -> PathBuf {
        self.root.join(path.trim_start_matches('/'))
    }

    /// A program of that system, in namespaces of its own: what is mounted for it goes with it. Nothing of this
    /// environment reaches it.
    fn inside(&self, more: &[&str], words: &[&str]) -> Program {
        let root = format!("--root={}", self.root.display());
        let room = ["--mount", "--pid", "--fork", "--kill-child", &root, "--mount-proc"];
        let bare = ["env", "-i", "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LANG=C.UTF-8"];
        program("unshare", &[&room[..], more, &bare[..], words].concat())
    }

    /// As root.
    fn does(&self, words: &[&str]) -> Result<(), Stop> {
        self.inside(&[], &[&["DEBIAN_FRONTEND=noninteractive", "HOME=/root"], words].concat()).run()
    }

    /// As an officer of that machine: the first who was given an account, without any right.
    fn officer(&self, words: &[&str]) -> Program {
        self.inside(&["--setgid=1000", "--setuid=1000"], &[&["HOME=/home/officer"], words].concat())
    }

    /// A folder that the officer may write to and this task may look into.
    fn open_folder(&self, path: &str) -> Result<PathBuf, Stop> {
        let folder = self.at(path);
        fs::create_dir_all(&folder)?;
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o1777))?;
        Ok(folder)
    }

    fn installs(&self, package: &Path) -> Result<(), Stop> {
        fs::copy(package, self.at("pulang.deb"))?;
        self.does(&["apt-get", "-q", "update"])?;
        self.does(&[APT, &["./pulang.deb"]].concat())
    }

    /// The sample case from an empty folder to its dossiers, with the real derivation of keys.
    fn works_without_a_window(&self) -> Result<(), Stop> {
        self.officer(&["pulang", "--help"]).run()?;
        let seen = "/home/officer/sample";
        let folder = self.open_folder(seen)?;
        self.open_folder(&format!("{seen}/dossiers"))?;
        let case = headless::Case { folder, seen: seen.into() };
        headless::walk(&case, &|words| self.officer(&[&["pulang"], words].concat()))
    }

    /// A training vault made, looked through, locked and opened again in the real window.
    fn walks_through_the_window(&self) -> Result<(), Stop> {
        fs::copy(WALK, self.at("walk.py"))?;
        let runtime = "/home/officer/runtime";
        self.officer(&["mkdir", "-m", "700", runtime]).run()?;
        // Every command has a process space of its own, so display, bus and program are started by one.
        let start = format!(
            "Xvfb :7 -screen 0 1366x768x24 -nolisten tcp & \
             until xdotool getdisplaygeometry; do sleep 0.2; done; exec dbus-run-session -- python3 /walk.py /usr/bin/pulang {runtime}/vault"
        );
        let around =
            [&format!("XDG_RUNTIME_DIR={runtime}"), "DISPLAY=:7", "GDK_BACKEND=x11", "sh", "-c", &start];
        self.officer(&around).run()
    }

    fn goes_on_journeys(&self, journeys: &Path) -> Result<(), Stop> {
        fs::copy(journeys, self.at("journeys"))?;
        // Where the journeys look for their lists, and leave a picture when they fail.
        let lists = "tests/fixtures/rosters";
        let here = std::env::current_dir()?;
        let there = self.open_folder(&here.join(lists).display().to_string())?;
        for list in fs::read_dir(lists)?.filter_map(Result::ok) {
            fs::copy(list.path(), there.join(list.file_name()))?;
        }
        self.open_folder(&std::path::absolute(place::target().join("tmp"))?.display().to_string())?;
        let walk = ["PULANG_PROGRAM=/usr/bin/pulang", "/journeys", "--test-threads=1", "--exact"];
        let mut counted = tally::Tally::default();
        let ended = self.officer(&[&walk, JOURNEYS].concat()).heard(|line| {
            if let Some(found) = tally::cargo_test(line) {
                counted += found;
            }
        })?;
        // A journey that was renamed would be passed over in silence.
        let all = u64::try_from(JOURNEYS.len()).unwrap_or(u64::MAX);
        if !ended.success() || counted.passed != all {
            return Err(Stop(format!("{} of {all} journeys on a clean Debian", counted.passed)));
        }
        println!("The window and {all} of {all} journeys: the package works on a clean Debian {SUITE}.");
        Ok(())
    }
}
