//! Officers, erasure and the audit on the command line, each as one call into the desk.

use std::path::Path;

use desk::DeskError;
use desk::views::{AuditLine, BackupLine, NewOfficer, OfficerLine};
use serde_json::json;

use super::arguments::{AuditDeed, OfficerDeed};
use super::outcome::{Outcome, columns};
use super::passphrase;
use super::session::Session;
use crate::failure::Failure;

type Done = Result<Outcome, Failure>;

/// Who may open the vault.
///
/// # Errors
/// What the desk refuses.
pub(super) fn officer(session: &mut Session, deed: OfficerDeed) -> Done {
    match deed {
        OfficerDeed::List => session.desk(|desk| {
            let officers = desk.officers()?;
            let row = |one: &OfficerLine| [one.name.clone(), one.role_word.clone()];
            Ok(Outcome::of(columns(&officers.iter().map(row).collect::<Vec<_>>()), &officers))
        }),
        OfficerDeed::Add { name, role, new_passphrase_file } => {
            let read = new_passphrase_file.as_deref().map(passphrase::in_file).transpose();
            let passphrase = read.map_err(|error| session.failure(&error))?.map(|text| text.to_string());
            let kdf = crate::ground::kdf().map_err(|error| session.failure(&error))?;
            session.desk(|desk| {
                let let_in = desk.add_officer(&NewOfficer { name, role, passphrase }, kdf)?;
                let words = let_in.passphrase.as_ref().map(|words| format!("\n{words}")).unwrap_or_default();
                Ok(Outcome::of(format!("{}{words}", let_in.name), &let_in))
            })
        }
        OfficerDeed::Remove { name } => session.desk(|desk| {
            desk.remove_officer(&name)?;
            Ok(Outcome::of("", &desk.officers()?))
        }),
    }
}

/// Erases a person, or with no reason lists the backups that still hold one.
///
/// # Errors
/// What the desk refuses.
pub(super) fn erase(session: &mut Session, reference: &str, reason: Option<&str>) -> Done {
    session.desk(|desk| {
        let row = |one: &BackupLine| [one.name.clone(), one.at.clone(), one.place.clone()];
        let table = |lines: &[BackupLine]| columns(&lines.iter().map(row).collect::<Vec<_>>());
        let Some(reason) = reason else {
            let holding = desk.backups_holding(desk.erased(reference)?)?;
            return Ok(Outcome::of(table(&holding), &holding));
        };
        let erased = desk.erase_and_sweep(reference, reason)?;
        let named = erased.named_in.iter().map(|reference| format!("\n! {reference}")).collect::<String>();
        let text = format!("{}\n{}{named}", erased.id, table(&erased.held_by));
        Ok(Outcome::of(text, &erased))
    })
}

/// The audit: shown, proven, kept elsewhere, exported.
///
/// # Errors
/// What the desk refuses.
pub(super) fn audit(session: &mut Session, deed: AuditDeed) -> Done {
    match deed {
        AuditDeed::Show => session.desk(|desk| {
            let rows = desk.audit_rows()?;
            let line = |row: &AuditLine| {
                [row.seq.to_string(), row.at.clone(), row.actor.clone(), row.act.clone(), row.object.clone()]
            };
            Ok(Outcome::of(columns(&rows.iter().map(line).collect::<Vec<_>>()), &rows))
        }),
        AuditDeed::Verify { against, file: Some(file) } => {
            let rows = desk::verify_export(&file, against.as_deref());
            rows.map(verified).map_err(|error| session.failure(&error))
        }
        AuditDeed::Verify { against: Some(against), file: None } => {
            session.desk(|desk| verify_against(desk, &against))
        }
        AuditDeed::Verify { against: None, file: None } => {
            session.desk(|desk| desk.audit_verify().map(verified))
        }
        AuditDeed::Anchor => session.desk(|desk| {
            let anchor = desk.anchor()?;
            Ok(Outcome::of(anchor.line.clone(), &anchor))
        }),
        AuditDeed::Export { file } => session.desk(|desk| desk.export_audit(&file).map(verified)),
    }
}

fn verify_against(desk: &desk::Desk, against: &Path) -> Result<Outcome, DeskError> {
    desk.audit_verify()?;
    let anchor = desk.audit_verify_against(against)?;
    Ok(Outcome::of(format!("{}  {}", anchor.rows, anchor.at), &anchor))
}

fn verified(rows: u32) -> Outcome {
    Outcome::with(rows.to_string(), json!({ "rows": rows }))
}
