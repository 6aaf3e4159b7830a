//! What `cargo start` does on a machine without a display: the sample case, from an empty folder to the dossiers, by
//! the command line. Owns the order of the commands; refuses a vault that is anybody's: the folder is new each time.

use std::fs;
use std::path::PathBuf;

use crate::place;
use crate::run::{Stop, program};

/// The sample case is invented, so its passphrase may be read by anybody.
const PASSPHRASE: &str = "gravel tuba olive mitten seesaw quarry\n";
/// The recipients that get a dossier of the whole rescue, each in the language it reads.
const RECIPIENTS: &[(&str, &str)] = &[("embassy", "id"), ("host-police", "km"), ("shelter", "en")];

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
    let passphrase = folder.join("passphrase.txt");
    fs::write(&passphrase, PASSPHRASE)?;
    let desk = Desk { pulang, vault: folder.join("vault"), passphrase };

    let recovery = folder.join("recovery.txt").display().to_string();
    desk.does(&[
        "vault",
        "init",
        "--officer",
        "Sample Officer",
        "--office",
        "PNH",
        "--recovery-out",
        &recovery,
    ])?;
    desk.does(&["sample"])?;
    // The newest rescue stands first; the large one came before it.
    let rescue = desk.reference(&["rescue", "list"], |list| list.lines().last())?;
    let person = desk.reference(&["person", "list"], |list| list.lines().next())?;
    desk.does(&["where", &rescue])?;
    desk.does(&["timeline", &rescue])?;

    let dossiers = folder.join("dossiers");
    fs::create_dir(&dossiers)?;
    for (recipient, lang) in RECIPIENTS {
        desk.writes_dossier(&rescue, recipient, lang, dossiers.join(format!("{recipient}.pdf")))?;
    }
    desk.writes_dossier(&person, "shelter", "en", dossiers.join("one-person.pdf"))?;
    desk.does(&["vault", "check"])?;

    println!(
        "\nThe dossiers are in {}\nTo look around, type:\n  {pulang} --vault {} --passphrase-file {} person list",
        dossiers.display(),
        desk.vault.display(),
        desk.passphrase.display()
    );
    Ok(())
}

/// The command line on one vault.
struct Desk<'a> {
    pulang: &'a str,
    vault: PathBuf,
    passphrase: PathBuf,
}

impl Desk<'_> {
    /// Shows a command and runs it.
    fn does(&self, deed: &[&str]) -> Result<(), Stop> {
        println!("$ pulang {}", deed.join(" "));
        program(self.pulang, &self.on_this_vault(deed)).run()
    }

    /// Shows a command, runs it, and returns the reference that the wanted line begins with.
    fn reference(&self, deed: &[&str], line: fn(&str) -> Option<&str>) -> Result<String, Stop> {
        self.does(deed)?;
        let list = program(self.pulang, &self.on_this_vault(deed)).says().unwrap_or_default();
        let reference = line(&list).and_then(|line| line.split_whitespace().next()).map(str::to_owned);
        reference.ok_or_else(|| Stop(format!("`pulang {}` shows nothing", deed.join(" "))))
    }

    fn writes_dossier(
        &self,
        reference: &str,
        recipient: &str,
        lang: &str,
        file: PathBuf,
    ) -> Result<(), Stop> {
        let file = file.display().to_string();
        self.does(&[
            "--lang", lang, "dossier", reference, "--for", recipient, "--reason", "sample", "-o", &file,
        ])
    }

    fn on_this_vault(&self, deed: &[&str]) -> Vec<String> {
        let places = ["--vault".into(), self.vault.display().to_string(), "--passphrase-file".into()];
        let passphrase = self.passphrase.display().to_string();
        places.into_iter().chain([passphrase]).chain(deed.iter().map(|&word| word.to_owned())).collect()
    }
}
