//! Subcommands about laptops that meet: one call into the desk each.

use std::fs::File;
use std::io::IsTerminal as _;
use std::path::Path;

use desk::DeskError;
use desk::views::{BundleView, ExportInput, ImportView};

use super::arguments::{BundleDeed, ConflictDeed, DeviceDeed};
use super::outcome::{Outcome, columns};
use super::perform::list;
use super::session::Session;
use super::{pages, records};
use crate::failure::Failure;
use crate::files;

type Done = Result<Outcome, Failure>;

pub(super) fn device(session: &mut Session, deed: DeviceDeed) -> Done {
    session.desk(|desk| match deed {
        DeviceDeed::Show { qr: false } => {
            desk.laptop().map(|laptop| Outcome::of(pages::laptop(&laptop), &laptop))
        }
        DeviceDeed::Show { qr: true } => {
            let laptop = desk.laptop()?;
            let page = format!("{} {}\n{}", laptop.office, laptop.letter, laptop.fingerprint);
            Ok(Outcome::of(coded(page, &laptop.fingerprint)?, &laptop))
        }
        DeviceDeed::List => {
            let devices = desk.devices()?;
            let row = |one: &desk::views::TrustedView| {
                let revoked = one.revoked_at.clone().unwrap_or_default();
                [
                    one.device.clone(),
                    one.name.clone(),
                    one.fingerprint.clone(),
                    one.trusted_at.clone(),
                    if one.by_office { "office" } else { "card" }.to_owned(),
                    revoked,
                ]
            };
            Ok(Outcome::of(columns(&devices.iter().map(row).collect::<Vec<_>>()), &devices))
        }
        DeviceDeed::Revoke { device, reason } => {
            let revoked = desk.revoke(&device, &reason)?;
            Ok(Outcome::of(format!("{}  {}", revoked.device, revoked.name), &revoked))
        }
        DeviceDeed::Trust { file, office } => {
            let laptop = desk.trust(&files::read_text(&file)?, office)?;
            let of_office =
                laptop.office_fingerprint.iter().filter(|_| office).map(|words| format!("\n{words}"));
            let text = format!("{}\n{}{}", laptop.device, laptop.fingerprint, of_office.collect::<String>());
            Ok(Outcome::of(text, &laptop))
        }
        DeviceDeed::Key { out, reason } => {
            desk.export_key(&out, &reason)?;
            let path = out.display().to_string();
            Ok(Outcome::with(path.clone(), serde_json::json!({ "key": path })))
        }
        DeviceDeed::Office { qr } => {
            let office = desk.office_view()?;
            let page = pages::office(&office);
            let coding = qr && office.enrolled;
            Ok(Outcome::of(if coding { coded(page, &office.fingerprint)? } else { page }, &office))
        }
        DeviceDeed::Distrust { words, reason } => {
            desk.distrust_office(&words, &reason)?;
            let office = desk.office_view()?;
            Ok(Outcome::of(pages::office(&office), &office))
        }
        DeviceDeed::HandOn { device, reason, output } => {
            let path = files::write(&output, &desk.hand_on_office_key(&device, &reason)?)?;
            Ok(Outcome::with(path.clone(), serde_json::json!({ "key": path })))
        }
        DeviceDeed::Take { file } => {
            let office = desk.take_office_key(&files::read(&file)?.0)?;
            Ok(Outcome::of(pages::office(&office), &office))
        }
        DeviceDeed::Found => desk.found_office().map(|office| Outcome::of(pages::office(&office), &office)),
        DeviceDeed::Request { output } => {
            let request = desk.request()?;
            let path = files::write(&output, request.card.as_bytes())?;
            Ok(Outcome::of(format!("{path}\n{}", request.fingerprint), &request))
        }
        DeviceDeed::Enrol { file, words, output } => {
            let enrolled = desk.enrol(&files::read_text(&file)?, &words)?;
            let path = files::write(&output, enrolled.answer.as_bytes())?;
            Ok(Outcome::of(format!("{path}\n{} {}", enrolled.office, enrolled.letter), &enrolled))
        }
        DeviceDeed::Join { file, words } => {
            let office = desk.join(&files::read_text(&file)?, &words)?;
            Ok(Outcome::of(pages::office(&office), &office))
        }
    })
}

/// A page with a QR code under it, black on white whatever the terminal's own colours are. A script has the words.
fn coded(page: String, words: &str) -> Result<String, DeskError> {
    let blocks = desk::code_of(words)?.blocks;
    let (ink, plain) = if std::io::stdout().is_terminal() { ("\x1b[30;107m", "\x1b[0m") } else { ("", "") };
    let lines: String = blocks.lines().map(|line| format!("\n{ink}{line}{plain}")).collect();
    Ok(page + &lines)
}

pub(super) fn bundle(session: &mut Session, deed: BundleDeed) -> Done {
    session.desk(|desk| {
        let view: BundleView = match deed {
            BundleDeed::Export { to, output, all, case, parts } => {
                let cards = to.iter().map(|file| files::read_text(file)).collect::<Result<Vec<_>, _>>()?;
                let input = ExportInput { cards, devices: Vec::new(), case, all, parts };
                desk.export_bundle(&input, &output)?
            }
            BundleDeed::Import { file, dry_run } => {
                let (file, bytes) = opened(&file)?;
                if dry_run { desk.look_into_bundle(file, bytes)? } else { desk.import_bundle(file, bytes)? }
            }
            BundleDeed::Show { file } => {
                let (file, bytes) = opened(&file)?;
                desk.show_bundle(file, bytes)?
            }
            BundleDeed::List => return Ok(imports(&desk.imports()?)),
            BundleDeed::Aside { import, back } => return Ok(imports(&desk.set_bundle_aside(import, !back)?)),
        };
        Ok(Outcome::of(pages::bundle(&view), &view))
    })
}

fn imports(list: &[ImportView]) -> Outcome {
    let row = |one: &ImportView| {
        let mark = if one.aside { "–" } else { "" };
        [one.id.to_string(), one.at.clone(), one.sender.clone(), one.batches.to_string(), mark.to_owned()]
    };
    Outcome::of(columns(&list.iter().map(row).collect::<Vec<_>>()), &list)
}

fn opened(file: &Path) -> Result<(std::io::BufReader<File>, u64), DeskError> {
    let file = File::open(file).map_err(|_| DeskError::File)?;
    let bytes = file.metadata().map_err(|_| DeskError::File)?.len();
    Ok((std::io::BufReader::new(file), bytes))
}

pub(super) fn conflicts(session: &mut Session, deed: ConflictDeed) -> Done {
    session.desk(|desk| match deed {
        ConflictDeed::List => {
            let open = desk.conflicts()?;
            Ok(list(pages::conflicts(&open), open.iter().map(records::conflict)))
        }
        ConflictDeed::Inbox => {
            let inbox = desk.inbox()?;
            let apart = inbox.edited_apart.iter().map(|one| format!("\n{}  {}", one.reference, one.title));
            let text = format!("{}{}", pages::conflicts(&inbox.conflicts), apart.collect::<String>());
            Ok(Outcome::of(text, &inbox))
        }
        ConflictDeed::Settle { id, take } => {
            let field = desk.settle(&id, &take)?;
            let shown: Vec<&str> = field.values.iter().map(|value| value.display.as_str()).collect();
            Ok(Outcome::of(format!("{}  {}", field.label, shown.join(", ")), &field))
        }
    })
}
