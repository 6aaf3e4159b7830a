//! One display, one driver and one home folder for each journey, so that journeys run side by side and leave nothing.

use std::ffi::OsString;
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;

use super::{Window, until};

/// A program that ends with the journey.
pub(crate) struct Ended(Child);

impl Drop for Ended {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ended = self.0.kill();
        let _status = self.0.wait();
    }
}

/// A machine for one journey. The fields are dropped in this order: driver, display, home.
pub(crate) struct Rig {
    driver: Ended,
    _display: Ended,
    screen: String,
    home: TempDir,
    port: u16,
}

impl Rig {
    /// Starts a display and a driver with an empty home.
    pub(crate) fn start() -> Self {
        Self::with(&[])
    }

    /// The same, with more in the environment of the program.
    pub(crate) fn with(environment: &[(&str, &str)]) -> Self {
        let home = tempfile::tempdir().unwrap();
        let (display, number) = start_display();
        let port = free_port();
        let driver = start_driver(home.path(), &number, port, environment);
        until("the driver listens", || TcpStream::connect(("127.0.0.1", port)).ok());
        Self { driver, _display: display, screen: number, home, port }
    }

    /// Opens the window on this rig's vault, as the officer does.
    pub(crate) fn open(&self) -> Window {
        Window::open(self.port, &[Path::new("--vault"), &self.vault()])
    }

    /// The driver's process, above the program's and the page's.
    pub(crate) fn driver(&self) -> u32 {
        self.driver.0.id()
    }

    /// Answers every dialog of this sort, `open` or `save`, with that path from now on.
    pub(crate) fn answers(&self, dialog: &str, path: &Path) {
        fs::write(self.home.path().join("dialogs").join(dialog), path.as_os_str().as_encoded_bytes())
            .unwrap();
    }

    /// The display by its name, for another program on it.
    pub(crate) fn screen(&self) -> &str {
        &self.screen
    }

    /// The home folder, which goes with the journey.
    pub(crate) fn home(&self) -> &Path {
        self.home.path()
    }

    /// The folder of this rig's vault.
    pub(crate) fn vault(&self) -> PathBuf {
        self.home.path().join("vault")
    }
}

/// A display alone, gone with what is returned first.
pub(crate) fn start_display() -> (Ended, String) {
    let mut display = Command::new("Xvfb")
        .args(["-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("Xvfb is missing, type: cargo verify");
    let mut number = String::new();
    BufReader::new(display.stdout.take().unwrap()).read_line(&mut number).unwrap();
    (Ended(display), format!(":{}", number.trim()))
}

fn start_driver(home: &Path, display: &str, port: u16, environment: &[(&str, &str)]) -> Ended {
    let mut driver = Command::new("WebKitWebDriver");
    driver
        .arg(format!("--port={port}"))
        .env("DISPLAY", display)
        .env("HOME", home)
        .env("PULANG_DIALOGS", dialogs(home))
        .env("PATH", stand_ins(home))
        .env("TAURI_WEBVIEW_AUTOMATION", "true")
        .env("GDK_BACKEND", "x11")
        .env("NO_AT_BRIDGE", "1")
        .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1")
        .env("LANG", "C.UTF-8")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("DBUS_SESSION_BUS_ADDRESS")
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    for (name, folder) in [
        ("XDG_DATA_HOME", "share"),
        ("XDG_CONFIG_HOME", "config"),
        ("XDG_CACHE_HOME", "cache"),
        ("XDG_STATE_HOME", "state"),
        ("XDG_RUNTIME_DIR", "runtime"),
    ] {
        let folder = home.join(folder);
        fs::create_dir(&folder).unwrap();
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o700)).unwrap();
        driver.env(name, folder);
    }
    driver.envs(environment.iter().copied());
    Ended(driver.spawn().expect("WebKitWebDriver is missing, type: cargo verify"))
}

/// The folder where a journey leaves its answers to the system's dialogs; without an answer a dialog is called off.
fn dialogs(home: &Path) -> PathBuf {
    let folder = home.join("dialogs");
    fs::create_dir(&folder).unwrap();
    folder
}

/// Programs that stand in for the system's viewer and printer, first on the path: they keep what they were given.
fn stand_ins(home: &Path) -> OsString {
    let folder = home.join("bin");
    fs::create_dir(&folder).unwrap();
    for (name, script) in
        [("xdg-open", "printf '%s\\n' \"$1\" >> \"$HOME/opened\""), ("lp", "cat > \"$HOME/printed\"")]
    {
        let file = folder.join(name);
        fs::write(&file, format!("#!/bin/sh\n{script}\n")).unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).unwrap();
    }
    let mut path = folder.into_os_string();
    if let Some(rest) = std::env::var_os("PATH") {
        path.push(":");
        path.push(rest);
    }
    path
}

/// A port that nobody listens on now; the driver takes it a moment later.
fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}
