//! The sample case by the command line, from an empty folder to the dossiers: what `cargo start` does on a machine without a
//! display, and what a package must do on a clean one. Owns the order of the commands; refuses a vault that is anybody's.

use std::fs;
use std::path::PathBuf;

use crate::place;
use crate::run::{Program, Stop, program};

/// The sample case is invented, so its passphrase may be read by anybody.
const PASSPHRASE: &str = "gravel tuba olive mitten seesaw quarry\n";
/// The recipients that get a dossier of the whole rescue, each in the language it reads.
const RECIPIENTS: &[(&str, &str)] = &[("embassy", "id"), ("host-police", "km"), ("shelter", "en")];

/// The folder of one walk, which is new and holds a folder `dossiers`.
pub(crate) struct Case {
    /// Where it lies.
    pub(crate) folder: PathBuf,
    /// The same as the program sees it.
    pub(crate) seen: String,
}

/// Makes a training vault with the sample case, shows it, and writes its dossiers to a folder that it names.
///
/// # Errors
/// A command fails; the text names it.
pub(crate) fn sample_case(pulang: &str) -> Result<(), Stop> {
    let folder = std::path::absolute(place::fresh_folder(&place::target().join("sample"))?)?;
    println!(
        "\nThere is no display here, so the window cannot open. The command line does the same work.\n\
         The sample case goes into {}\n",
        folder.display()
    );
    fs::create_dir(folder.join("dossiers"))?;
    let seen = folder.display().to_string();
    walk(&Case { folder, seen: seen.clone() }, &|words| program(pulang, words))?;
    println!(
        "\nThe dossiers are in {seen}/dossiers\nTo look around, type:\n  \
         {pulang} --vault {seen}/vault --passphrase-file {seen}/passphrase.txt person list"
    );
    Ok(())
}

/// The same work through whatever leads to the program.
///
/// # Errors
/// A command fails; the text names it.
pub(crate) fn walk(case: &Case, pulang: &dyn Fn(&[&str]) -> Program) -> Result<(), Stop> {
    fs::write(case.folder.join("passphrase.txt"), PASSPHRASE)?;
    let at = |name: &str| format!("{}/{name}", case.seen);
    let desk = Desk { pulang, vault: at("vault"), passphrase: at("passphrase.txt") };

    desk.does(&[
        "vault",
        "init",
        "--officer",
        "Sample Officer",
        "--office",
        "PNH",
        "--recovery-out",
        &at("recovery.txt"),
    ])?;
    desk.does(&["sample"])?;
    // The newest rescue stands first; the large one came before it.
    let rescue = desk.reference(&["rescue", "list"], |list| list.lines().last())?;
    let person = desk.reference(&["person", "list"], |list| list.lines().next())?;
    desk.does(&["where", &rescue])?;
    desk.does(&["timeline", &rescue])?;

    for (recipient, lang) in RECIPIENTS {
        desk.writes_dossier(&rescue, recipient, lang, &at(&format!("dossiers/{recipient}.pdf")))?;
    }
    desk.writes_dossier(&person, "shelter", "en", &at("dossiers/one-person.pdf"))?;
    desk.does(&["vault", "check"])
}

/// The command line on one vault.
struct Desk<'a> {
    pulang: &'a dyn Fn(&[&str]) -> Program,
    vault: String,
    passphrase: String,
}

impl Desk<'_> {
    /// Shows a command and runs it.
    fn does(&self, deed: &[&str]) -> Result<(), Stop> {
        println!("$ pulang {}", deed.join(" "));
        self.on_this_vault(deed).run()
    }

    /// Shows a command, runs it, and returns the reference that the wanted line begins with.
    fn reference(&self, deed: &[&str], line: fn(&str) -> Option<&str>) -> Result<String, Stop> {
        self.does(deed)?;
        let list = self.on_this_vault(deed).says().unwrap_or_default();
        let reference = line(&list).and_then(|line| line.split_whitespace().next()).map(str::to_owned);
        reference.ok_or_else(|| Stop(format!("`pulang {}` shows nothing", deed.join(" "))))
    }

    fn writes_dossier(&self, reference: &str, recipient: &str, lang: &str, file: &str) -> Result<(), Stop> {
        self.does(&[
            "--lang", lang, "dossier", reference, "--for", recipient, "--reason", "sample", "-o", file,
        ])
    }

    fn on_this_vault(&self, deed: &[&str]) -> Program {
        let places = ["--vault", &self.vault, "--passphrase-file", &self.passphrase];
        (self.pulang)(&[&places[..], deed].concat())
    }
}
