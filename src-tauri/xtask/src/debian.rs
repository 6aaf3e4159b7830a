//! The system's packages. Owns which ones building and testing need and how they come onto a Debian; on another system,
//! or without the right to install, says exactly what to type.

use std::io::IsTerminal as _;

use crate::run::{Stop, program};

/// What building and running the window needs.
pub(crate) const BUILD: &[&str] =
    &["build-essential", "pkg-config", "libwebkit2gtk-4.1-dev", "libssl-dev", "xdg-utils"];
/// What driving a real window and reading papers by other programs needs.
pub(crate) const TEST: &[&str] = &["webkit2gtk-driver", "xvfb", "qpdf", "poppler-utils", "age", "xclip"];

/// Makes sure that the packages are there; asks for nothing and touches nothing when they are.
///
/// # Errors
/// Some are missing and cannot be installed from here: the text says what to type.
pub(crate) fn ready(packages: &[&str]) -> Result<(), Stop> {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    if !program("apt-get", &["--version"]).succeeds() {
        return elsewhere(packages);
    }
    let missing: Vec<&str> = packages.iter().copied().filter(|package| !installed(package)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    println!("installing {}", missing.join(" "));
    apt(&["-q", "update"], &missing)?;
    let options = ["-q", "-o", "DPkg::Lock::Timeout=300", "install", "-y", "--no-install-recommends"];
    apt(&[&options, missing.as_slice()].concat(), &missing)
}

fn installed(package: &str) -> bool {
    program("dpkg-query", &["-W", "-f=${Status}", package])
        .says()
        .is_some_and(|status| status.ends_with("install ok installed"))
}

fn apt(arguments: &[&str], missing: &[&str]) -> Result<(), Stop> {
    let root = program("id", &["-u"]).says().is_some_and(|id| id.trim() == "0");
    if root {
        return program("apt-get", arguments).env("DEBIAN_FRONTEND", "noninteractive").run();
    }
    let may_ask = std::io::stdin().is_terminal() && program("sudo", &["--version"]).succeeds();
    if may_ask || program("sudo", &["-n", "true"]).succeeds() {
        return program("sudo", &[&["DEBIAN_FRONTEND=noninteractive", "apt-get"], arguments].concat()).run();
    }
    Err(Stop(format!(
        "These packages are missing and only root may install them. Type, then start again:\n  \
         sudo apt-get update && sudo apt-get install -y --no-install-recommends {}",
        missing.join(" ")
    )))
}

/// A Linux without apt: what the build needs is asked of pkg-config, the rest shows when it is used.
fn elsewhere(packages: &[&str]) -> Result<(), Stop> {
    if program("pkg-config", &["--exists", "webkit2gtk-4.1", "openssl"]).succeeds() {
        return Ok(());
    }
    Err(Stop(format!(
        "This system has no apt-get. Install what these Debian packages hold, then start again:\n  {}\n\
         On Fedora, type:\n  \
         sudo dnf install gcc pkgconf-pkg-config webkit2gtk4.1-devel openssl-devel xdg-utils \
         xorg-x11-server-Xvfb qpdf poppler-utils age xclip\n\
         On Arch, type:\n  \
         sudo pacman -S --needed base-devel webkit2gtk-4.1 openssl xdg-utils xorg-server-xvfb qpdf poppler age xclip",
        packages.join(" ")
    )))
}
