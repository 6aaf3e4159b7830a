//! Cases to and from other systems, as text. Owns columns; refuses to choose what leaves.

use desk::DeskError;
use desk::views::{CaseExport, Counted, ExportSummary, RosterChoices};

use super::arguments::{ExportArgs, ImportDeed};
use super::outcome::{Outcome, columns};
use super::pages;
use super::perform::{column_answer, standard_input};
use super::session::Session;
use crate::failure::Failure;
use crate::files;

/// Cases written to a file; with `--preview` only said.
///
/// # Errors
/// The vault does not open, or the desk refuses.
pub(super) fn export(session: &mut Session, asked: ExportArgs) -> Result<Outcome, Failure> {
    let ExportArgs { kind, references, output, profile, purpose, from, to, reason, preview: _ } = asked;
    let input = CaseExport { kind, records: references, from, to, profile, purpose, reason };
    session.desk(|desk| match output {
        None => {
            let summary = desk.export_summary(&input)?;
            Ok(Outcome::of(told(desk, &summary), &summary))
        }
        Some(file) => {
            let left = desk.export_cases(&input, &file)?;
            Ok(Outcome::of(told(desk, &left.summary), &left))
        }
    })
}

fn told(desk: &desk::Desk, summary: &ExportSummary) -> String {
    let words = desk.words();
    let parts: [(&str, &[Counted]); 4] = [
        ("cases-records", &summary.records),
        ("cases-left-out", &summary.left_out),
        ("cases-beside", &summary.beside),
        ("cases-absent", &summary.absent),
    ];
    let mut lines = vec![words.fill("cases-people", &[("count", &summary.people.to_string())])];
    for (heading, counts) in parts.into_iter().filter(|(_, counts)| !counts.is_empty()) {
        let rows: Vec<[String; 2]> =
            counts.iter().map(|one| [format!("  {}", one.word), one.count.to_string()]).collect();
        lines.push(format!("{}\n{}", words.get(heading), columns(&rows)));
    }
    lines.join("\n")
}

/// Cases taken in; with `--dry-run` only shown.
///
/// # Errors
/// The vault does not open, or the desk refuses.
pub(super) fn import(session: &mut Session, deed: ImportDeed) -> Result<Outcome, Failure> {
    let ImportDeed::Htcds { file, rescue, dry_run, answers } = deed;
    let deed = session.ground.id();
    session.desk(|desk| {
        let (bytes, name) = if file.as_os_str() == "-" { standard_input()? } else { files::read(&file)? };
        let mut preview = desk.open_cases(&bytes, &name)?;
        if !answers.is_empty() {
            let answers = answers.iter().map(|text| column_answer(text, &preview));
            let answers = answers.collect::<Result<_, DeskError>>()?;
            preview = desk.choose_in_roster(&RosterChoices { answers, ..RosterChoices::default() })?;
        }
        if dry_run {
            desk.drop_roster();
            return Ok(Outcome::of(pages::preview(&preview), &preview));
        }
        let taken = desk.take_cases(rescue.as_deref(), &deed)?;
        let flags: String =
            taken.flags.iter().map(|flag| format!("\n{}  ! {}", flag.row, flag.why)).collect();
        Ok(Outcome::of(format!("{}{flags}", taken.people), &taken))
    })
}
