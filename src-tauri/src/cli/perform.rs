//! Each subcommand as one call into the desk. Owns which view is shown how; refuses rules.

use std::io::Read as _;

use desk::DeskError;
use desk::views::{
    AnswerInput, ColumnAnswer, CorrectionInput, FieldInput, NewRecord, RosterChoices, RosterTarget,
};
use serde_json::{Value, json};

use super::arguments::{Deed, PersonDeed, RecordDeed, RescueDeed, RosterDeed, SettingDeed, VaultDeed};
use super::outcome::{Outcome, columns};
use super::session::Session;
use super::{
    casework, documents, exchange, findings, keeping, pages, papers, records, trade, updating, vault,
};
use crate::failure::Failure;
use crate::files;

type Done = Result<Outcome, Failure>;

/// Everybody fits: a mission has a hundred thousand people at most.
const EVERYBODY: usize = 1_000_000;

/// More than this nobody reads; the surest come first.
const HITS: usize = 200;

/// Does one subcommand.
///
/// # Errors
/// The vault does not open, or the desk refuses.
pub(super) fn perform(session: &mut Session, deed: Deed) -> Done {
    match deed {
        Deed::Vault(VaultDeed::Check) => check(session),
        Deed::Vault(deed) => vault::perform(session, deed),
        Deed::Officer(deed) => keeping::officer(session, deed),
        Deed::Erase { reference, reason, list: _ } => keeping::erase(session, &reference, reason.as_deref()),
        Deed::Batch { .. } | Deed::Draw { .. } => Err(session.failure(&DeskError::WrongUse)),
        Deed::Sample => session.desk(|desk| {
            desk.fill_sample()?;
            desk.status().map(|status| Outcome::of("", &status))
        }),
        Deed::Gen { people, seed } => session.desk(|desk| {
            desk.generate(people, seed)?;
            desk.status().map(|status| Outcome::of("", &status))
        }),
        Deed::Duplicates(deed) => findings::duplicates(session, deed),
        Deed::Links { reference } => session.desk(|desk| {
            let links = desk.links(&reference)?;
            Ok(Outcome::of(findings::links(&links), &links))
        }),
        Deed::Mrz { file } => findings::mrz(session, &file),
        Deed::Stats(deed) => findings::stats(session, deed),
        Deed::Export(asked) => trade::export(session, asked),
        Deed::Import(deed) => trade::import(session, deed),
        Deed::Roster(deed) => roster(session, deed),
        Deed::Rescue(deed) => rescue(session, deed),
        Deed::Person(deed) => person(session, deed),
        Deed::Record(deed) => record(session, deed),
        Deed::Undo => {
            session.desk(|desk| desk.undo().map(|undone| Outcome::of(undone.deed.clone(), &undone)))
        }
        Deed::Redo => {
            session.desk(|desk| desk.redo().map(|undone| Outcome::of(undone.deed.clone(), &undone)))
        }
        Deed::Where { reference } => session.desk(|desk| {
            let of = reference.map(|reference| desk.resolve(&reference)).transpose()?;
            let lines = desk.where_is(of)?;
            Ok(list(pages::roster(&lines), lines.iter().map(records::line)))
        }),
        Deed::Timeline { reference } => session.desk(|desk| {
            let entries = desk.timeline(desk.resolve(&reference)?)?;
            Ok(Outcome::of(pages::timeline(&entries), &entries))
        }),
        Deed::Document(deed) => documents::documents(session, deed),
        Deed::Gate(deed) => casework::gate(session, deed),
        Deed::Today => casework::today(session),
        Deed::Movements { skip } => casework::all_movements(session, skip),
        Deed::Permits(deed) => casework::permits(session, deed),
        Deed::Standing { reference } => casework::standing(session, &reference),
        Deed::Chain { reference } => casework::chain(session, &reference),
        Deed::Spending { reference } => casework::spending(session, &reference),
        Deed::Identification { reference } => casework::identification(session, &reference),
        Deed::Told { references } => casework::told(session, &references),
        Deed::Dossier(deed) => papers::dossier(session, deed),
        Deed::Print(deed) => papers::print(session, deed),
        Deed::Update(deed) => updating::perform(session, deed),
        Deed::Verify { file } => papers::verify(session, &file),
        Deed::Ledger(deed) => papers::ledger(session, deed),
        Deed::Receipt(deed) => papers::receipt(session, deed),
        Deed::Notice(deed) => papers::notice(session, deed),
        Deed::Device(deed) => exchange::device(session, deed),
        Deed::Bundle(deed) => exchange::bundle(session, deed),
        Deed::Conflicts(deed) => exchange::conflicts(session, deed),
        Deed::Settings(deed) => settings(session, deed),
        Deed::Audit(deed) => keeping::audit(session, deed),
    }
}

pub(super) fn list(text: String, items: impl Iterator<Item = Value>) -> Outcome {
    Outcome::with(text, items.collect())
}

fn check(session: &mut Session) -> Done {
    session.desk(|desk| {
        let found = desk.check()?;
        let rows = [
            ["sound".to_owned(), found.sound.to_string()],
            ["batches".to_owned(), found.batches.to_string()],
            ["audit".to_owned(), found.audit.to_string()],
            ["files".to_owned(), found.files.to_string()],
            ["differing".to_owned(), found.differing.join(", ")],
            ["digest".to_owned(), found.digest.clone()],
        ];
        Ok(Outcome::of(columns(&rows), &found))
    })
}

fn roster(session: &mut Session, deed: RosterDeed) -> Done {
    let RosterDeed::Import { file, rescue, dry_run, sheet, answers } = deed;
    let deed = session.ground.id();
    session.desk(|desk| {
        let (bytes, name) = if file.as_os_str() == "-" { standard_input()? } else { files::read(&file)? };
        let mut preview = desk.open_roster(&bytes, &name)?;
        if sheet.is_some() || !answers.is_empty() {
            let answers =
                answers.iter().map(|text| column_answer(text, &preview)).collect::<Result<_, _>>()?;
            preview = desk.choose_in_roster(&RosterChoices { sheet, answers, ..RosterChoices::default() })?;
        }
        if dry_run {
            desk.drop_roster();
            return Ok(Outcome::of(pages::preview(&preview), &preview));
        }
        let taken = desk.take_roster(&RosterTarget { rescue: Some(rescue), new_rescue: Vec::new(), deed })?;
        let flags =
            taken.flags.iter().map(|flag| format!("\n{}  ! {}", flag.row, flag.why)).collect::<String>();
        Ok(Outcome::of(format!("{}  {}{flags}", taken.rescue.reference, taken.people), &taken))
    })
}

pub(super) fn standard_input() -> Result<(Vec<u8>, String), DeskError> {
    let mut bytes = Vec::new();
    std::io::stdin().read_to_end(&mut bytes).map_err(|_| DeskError::File)?;
    Ok((bytes, String::new()))
}

/// `C=day-first`: the column by its letter.
pub(super) fn column_answer(
    text: &str,
    preview: &desk::views::RosterPreview,
) -> Result<ColumnAnswer, DeskError> {
    let (letter, answer) = text.split_once('=').ok_or(DeskError::WrongUse)?;
    let column = preview.columns.iter().find(|column| column.letter.eq_ignore_ascii_case(letter));
    let column = column.ok_or(DeskError::WrongUse)?.index;
    Ok(ColumnAnswer { column, answer: answer.to_owned() })
}

fn rescue(session: &mut Session, deed: RescueDeed) -> Done {
    session.desk(|desk| match deed {
        RescueDeed::List => {
            let lines = desk.rescues(0, usize::MAX)?;
            Ok(list(pages::rescues(&lines), lines.iter().map(records::rescue_line)))
        }
        RescueDeed::Show { reference } => {
            let page = desk.rescue(desk.resolve(&reference)?)?;
            Ok(Outcome::with(pages::rescue(&page), records::rescue(&page)))
        }
    })
}

fn person(session: &mut Session, deed: PersonDeed) -> Done {
    session.desk(|desk| {
        let text = match deed {
            PersonDeed::Show { reference } => {
                let page = desk.person(desk.resolve(&reference)?)?;
                return Ok(Outcome::with(pages::person(&page), records::person(&page)));
            }
            PersonDeed::List => String::new(),
            PersonDeed::Search { text } => {
                let hits = desk.search(&text, HITS)?;
                return Ok(Outcome::of(findings::hits(&hits), &hits));
            }
        };
        let lines = desk.people(&text, 0, EVERYBODY)?;
        Ok(list(pages::roster(&lines), lines.iter().map(records::line)))
    })
}

fn record(session: &mut Session, deed: RecordDeed) -> Done {
    let (id, entry) = (session.ground.id(), session.ground.id());
    session.desk(|desk| match deed {
        RecordDeed::Set { mut words, except } => {
            let (Some(text), Some(field)) = (words.pop(), words.pop()) else {
                return Err(DeskError::WrongUse);
            };
            let record = words.first().cloned().ok_or(DeskError::WrongUse)?;
            let input = AnswerInput { record, field, text, standing: None, reading: None, deed: entry };
            let saved = desk.record_answers(&words, &except, &input)?;
            let lines: Vec<String> = saved.iter().map(saved_line).collect();
            Ok(match saved.as_slice() {
                [one] => Outcome::of(lines.join("\n"), one),
                several => Outcome::of(lines.join("\n"), &several),
            })
        }
        RecordDeed::Restore { reference, field, change } => {
            let saved = desk.restore(&reference, &field, &change, &entry)?;
            Ok(Outcome::of(saved_line(&saved), &saved))
        }
        RecordDeed::Correct { reference, fields } => {
            let fields = fields.iter().map(|text| field_input(text)).collect::<Result<_, _>>()?;
            let page = desk.correct(&CorrectionInput { record: reference, fields, id, deed: entry })?;
            Ok(Outcome::with(pages::record(&page), records::record(&page)))
        }
        RecordDeed::Remove { references, except, reason } => {
            let gone = desk.remove(&references, &except, &reason, &entry)?;
            let row = |one: &desk::views::RecordLink| [one.reference.clone(), one.title.clone()];
            Ok(Outcome::of(columns(&gone.iter().map(row).collect::<Vec<_>>()), &gone))
        }
        RecordDeed::Add { kind, about, except, fields } => {
            // `--for` takes every word after it; a reference holds no equals sign, a field always does.
            let (answers, about): (Vec<_>, Vec<_>) = about.into_iter().partition(|word| word.contains('='));
            let fields =
                answers.iter().chain(&fields).map(|text| field_input(text)).collect::<Result<_, _>>()?;
            let about = desk.meant_for(&kind, &about, &except)?.iter().map(ToString::to_string).collect();
            let page = desk.add_record(&NewRecord { id, kind, about, fields, deed: entry })?;
            Ok(Outcome::with(pages::record(&page), records::record(&page)))
        }
        RecordDeed::Show { reference, history, open } => {
            let id = desk.resolve(&reference)?;
            let mut page = desk.record(id)?;
            for field in open {
                let opened = desk.open_sealed(&reference, &field)?;
                let fields = page.sections.iter_mut().flat_map(|section| &mut section.fields);
                fields.filter(|one| one.id == opened.id).for_each(|one| *one = opened.clone());
            }
            let (mut text, mut json) = (pages::record(&page), records::record(&page));
            if history {
                let past = desk.history(id, None)?;
                let row = |one: &desk::views::PastChange| {
                    [
                        one.at.clone(),
                        one.author.clone(),
                        one.device.clone(),
                        one.origin.clone(),
                        one.field_id.clone(),
                        one.display.clone(),
                        one.change.clone(),
                    ]
                };
                text = format!("{text}\n\n{}", columns(&past.iter().map(row).collect::<Vec<_>>()));
                json = json!({ "record": json, "history": past });
            }
            Ok(Outcome::with(text, json))
        }
    })
}

pub(super) fn saved_line(saved: &desk::views::Saved) -> String {
    let shown: Vec<&str> = saved.field.values.iter().map(|value| value.display.as_str()).collect();
    format!("{}  {}", saved.field.label, shown.join(", "))
}

pub(super) fn field_input(text: &str) -> Result<FieldInput, DeskError> {
    let (field, text) = text.split_once('=').ok_or(DeskError::WrongUse)?;
    Ok(FieldInput { field: field.to_owned(), text: text.to_owned(), reading: None })
}

fn settings(session: &mut Session, deed: SettingDeed) -> Done {
    session.desk(|desk| {
        if let SettingDeed::Set { name, value, reason } = &deed {
            desk.set_setting(name, value, reason)?;
        }
        let shown = crate::ground::settings(desk)?;
        let rows: Vec<[String; 2]> =
            shown.iter().map(|(name, value)| [name.clone(), value.clone()]).collect();
        let json = shown.into_iter().map(|(name, value)| (name, Value::String(value))).collect();
        Ok(Outcome::with(columns(&rows), Value::Object(json)))
    })
}
