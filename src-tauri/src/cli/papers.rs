//! What leaves on paper, and what comes back: dossiers, their ledger, receipts, and whether a file is what it says. Owns how
//! each is shown; refuses rules.

use std::fs::File;
use std::io::BufReader;

use desk::views::{AnswerTyped, DossierInput, LedgerLine, LooseLine, NoticeLine, RecordLink};
use desk::{Desk, DeskError, Wrap};

use super::arguments::{DossierArgs, LedgerDeed, LooseArgs, NoticeDeed, PrintArgs, ReceiptDeed};
use super::outcome::{Outcome, columns};
use super::session::Session;
use crate::failure::Failure;
use crate::{files, printing, process};

type Done = Result<Outcome, Failure>;

/// Prepares a dossier; shows it, prints it, or lets it out.
pub(super) fn dossier(session: &mut Session, deed: DossierArgs) -> Done {
    let lang = session.globals.lang.clone();
    session.desk(|desk| {
        let records = if deed.except.is_empty() {
            deed.references.clone()
        } else {
            desk.people_meant(&deed.references, &deed.except)?.iter().map(ToString::to_string).collect()
        };
        let input = DossierInput {
            records,
            profile: deed.profile.clone(),
            lang: lang.unwrap_or_else(|| desk.lang().tag().to_owned()),
            second_lang: deed.beside.clone(),
            recipient: deed.recipient.clone(),
            reason: deed.reason.clone(),
            consent_override: deed.consent_override.clone(),
        };
        let preview = desk.dossier_prepare(&input)?;
        if deed.preview {
            let rows = [
                ["pages".to_owned(), preview.pages.to_string()],
                ["copy".to_owned(), preview.copy.to_string()],
                ["discloses".to_owned(), preview.discloses.join("; ")],
                ["withholds".to_owned(), preview.withholds.join("; ")],
                ["missing".to_owned(), preview.missing.join("; ")],
            ];
            let left_out = preview.people.iter().filter(|one| !one.included);
            let left_out: String =
                left_out.map(|one| format!("\n- {}  {}", one.person.reference, one.why)).collect();
            let annexes = preview.annexes.iter();
            let annexes: String =
                annexes.map(|one| format!("\n- {}  {}", one.document.title, one.why)).collect();
            return Ok(Outcome::of(format!("{}{left_out}{annexes}", columns(&rows)), &preview));
        }
        let reason = deed.reason.as_deref();
        let released = if deed.print {
            let mut printer = |bytes: &[u8]| printing::print(bytes, deed.printer.as_deref());
            desk.dossier_print(&preview.token, reason, &mut printer)?
        } else {
            let path = deed.output.as_deref().ok_or(DeskError::WrongUse)?;
            desk.dossier_release_as(&preview.token, &wrap(&deed)?, reason, path)?
        };
        let passphrase = released.passphrase.as_ref().map(|words| format!("\n{words}")).unwrap_or_default();
        Ok(Outcome::of(format!("{}  {}{passphrase}", released.path, released.code), &released))
    })
}

fn wrap(deed: &DossierArgs) -> Result<Wrap, DeskError> {
    if !deed.to.is_empty() {
        let keys = deed.to.iter().map(|file| files::read_text(file)).collect::<Result<_, _>>()?;
        return Ok(Wrap::Keys(keys));
    }
    if let Some(file) = &deed.password_file {
        return Ok(Wrap::chosen(files::read_text(file)?.trim()));
    }
    Ok(if deed.encrypted { Wrap::Drawn } else { Wrap::Plain })
}

/// A single sheet, into a file or onto the system's printer.
pub(super) fn print(session: &mut Session, deed: PrintArgs) -> Done {
    let lang = session.globals.lang.clone();
    session.desk(|desk| {
        let input = DossierInput {
            records: deed.references,
            profile: String::new(),
            lang: lang.unwrap_or_else(|| desk.lang().tag().to_owned()),
            second_lang: deed.beside,
            recipient: deed.recipient,
            reason: deed.reason.clone(),
            consent_override: deed.consent_override,
        };
        let preview = desk.sheet_prepare(&input, &deed.sheet)?;
        let reason = deed.reason.as_deref();
        let mut printer = |bytes: &[u8]| printing::print(bytes, None);
        let released = match &deed.output {
            Some(path) => desk.dossier_release_as(&preview.token, &Wrap::Plain, reason, path)?,
            None => desk.dossier_print(&preview.token, reason, &mut printer)?,
        };
        Ok(Outcome::of(format!("{}  {}", released.path, released.code), &released))
    })
}

/// Says who made a file, and that it is unaltered.
pub(super) fn verify(session: &mut Session, file: &std::path::Path) -> Done {
    session.desk(|desk| {
        let (bytes, _) = files::read(file)?;
        // A bundle may be larger than any paper, and is read from the disk.
        let view = match desk::is_sealed(&bytes) {
            true => desk.verify_bundle(BufReader::new(File::open(file).map_err(|_| DeskError::File)?))?,
            false => desk.verify_file(&bytes)?,
        };
        let known = if view.known { "known" } else { "unknown office" };
        let rows = [
            ["unaltered".to_owned(), known.to_owned()],
            ["what".to_owned(), view.what.clone()],
            ["office".to_owned(), view.office.clone()],
            ["laptop".to_owned(), view.device.clone()],
            ["made".to_owned(), view.made_at.clone()],
            ["copy".to_owned(), view.copy.to_string()],
            ["code".to_owned(), view.code.clone()],
        ];
        Ok(Outcome::of(columns(&rows), &view))
    })
}

/// The ledger of what left.
pub(super) fn ledger(session: &mut Session, deed: LedgerDeed) -> Done {
    session.desk(|desk| {
        let lines = match deed {
            LedgerDeed::List => desk.ledger()?,
            LedgerDeed::WhoHas { reference, field } => desk.who_has(&reference, field.as_deref())?,
            LedgerDeed::Loose(asked) => return loose(desk, &asked),
        };
        Ok(Outcome::of(table(&lines), &lines))
    })
}

/// Deletes, keeps and settles readable copies, in this order, and lists those that are left.
fn loose(desk: &mut Desk, asked: &LooseArgs) -> Result<Outcome, DeskError> {
    if !asked.delete.is_empty() {
        desk.delete_loose(&asked.delete)?;
        process::complain(&desk.words().get("loose-deleted"));
    }
    if !asked.keep.is_empty() {
        desk.keep_loose(&asked.keep)?;
    }
    if !asked.settle.is_empty() {
        desk.settle_loose(&asked.settle, asked.reason.as_deref().unwrap_or_default())?;
    }
    let lines = desk.loose()?;
    let away = desk.words().get("loose-away");
    let row = |line: &LooseLine| {
        let place = if line.here { line.path.clone() } else { format!("{} ({away})", line.path) };
        [line.number.to_string(), line.at.clone(), line.sort_word.clone(), line.mark.clone(), place]
    };
    Ok(Outcome::of(columns(&lines.iter().map(row).collect::<Vec<_>>()), &lines))
}

/// Receipts in and out.
pub(super) fn receipt(session: &mut Session, deed: ReceiptDeed) -> Done {
    let id = session.ground.id();
    session.desk(|desk: &mut Desk| {
        let taken = match deed {
            ReceiptDeed::Add { file } => desk.take_receipt(&files::read(&file)?.0, &id)?,
            ReceiptDeed::Type { code, answer, reason, by, signed_on } => {
                desk.type_receipt(&AnswerTyped { code, answer, reason, by, signed_on, deed: id })?
            }
            ReceiptDeed::Make { file, answer, reason, by, output } => {
                desk.answer_dossier(&files::read(&file)?.0, &answer, &reason, &by, &output)?;
                return Ok(Outcome::of(output.display().to_string(), &output.display().to_string()));
            }
        };
        let said = |mark: &str, links: &[RecordLink]| -> String {
            links.iter().map(|link| format!("\n{mark} {}", link.reference)).collect()
        };
        let (answered, left) = (said("=", &taken.answered), said("?", &taken.left));
        let text = format!("{}{answered}{left}", table(std::slice::from_ref(&taken.line)));
        Ok(Outcome::of(text, &taken))
    })
}

/// Correction notices.
pub(super) fn notice(session: &mut Session, deed: NoticeDeed) -> Done {
    let lang = session.globals.lang.clone();
    session.desk(|desk| match deed {
        NoticeDeed::List => {
            let lines = desk.notices()?;
            let row = |one: &NoticeLine| {
                let made: Vec<String> = one.notices.iter().map(ToString::to_string).collect();
                [
                    one.copy.copy.to_string(),
                    one.copy.recipient.clone(),
                    one.state_word.clone(),
                    made.join(", "),
                ]
            };
            Ok(Outcome::of(columns(&lines.iter().map(row).collect::<Vec<_>>()), &lines))
        }
        NoticeDeed::Make { copy, output, print, encrypted } => {
            let preview = desk.notice_prepare(copy, lang.as_deref())?;
            let released = if print {
                desk.dossier_print(&preview.token, None, &mut |bytes: &[u8]| printing::print(bytes, None))?
            } else {
                let path = output.as_deref().ok_or(DeskError::WrongUse)?;
                let wrap = if encrypted { Wrap::Drawn } else { Wrap::Plain };
                desk.dossier_release_as(&preview.token, &wrap, None, path)?
            };
            let words = released.passphrase.as_ref().map(|words| format!("\n{words}")).unwrap_or_default();
            Ok(Outcome::of(
                format!("{}  {}  {}{words}", released.copy, released.path, released.code),
                &released,
            ))
        }
        NoticeDeed::Sent { copy } => {
            desk.notice_sent(copy)?;
            Ok(Outcome::of(copy.to_string(), &copy))
        }
    })
}

/// A copy on each line, and below it what of it is out of date.
fn table(lines: &[LedgerLine]) -> String {
    let row = |line: &LedgerLine| {
        let answers: Vec<&str> = line.receipts.iter().map(|one| one.answer.as_str()).collect();
        [
            line.copy.to_string(),
            line.at.clone(),
            line.recipient.clone(),
            line.profile.clone(),
            line.people.to_string(),
            line.code.clone(),
            line.state_word.clone(),
            answers.join(", "),
        ]
    };
    let rows = columns(&lines.iter().map(row).collect::<Vec<_>>());
    let mut text = Vec::new();
    for (shown, line) in rows.lines().zip(lines) {
        text.push(shown.to_owned());
        text.extend(line.outdated.iter().map(|one| {
            format!("  ! {}  {}: {}  {}", one.record.reference, one.kind_word, one.label, one.why_word)
        }));
    }
    text.join("\n")
}
