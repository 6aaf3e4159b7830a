//! Files on the command line. Owns how they are shown; refuses rules.

use desk::DeskError;
use desk::views::{DocumentInput, DocumentView, FieldInput};

use super::arguments::DocumentDeed;
use super::outcome::{Outcome, columns};
use super::perform::field_input;
use super::session::Session;
use super::{pages, records};
use crate::failure::Failure;
use crate::files;
use serde_json::{Value, json};

/// Does what is asked with files.
pub(super) fn documents(session: &mut Session, deed: DocumentDeed) -> Result<Outcome, Failure> {
    let count = if let DocumentDeed::Add { files, .. } = &deed { files.len() } else { 1 };
    let ids: Vec<[String; 2]> = (0..count).map(|_| [session.ground.id(), session.ground.id()]).collect();
    session.desk(|desk| match deed {
        DocumentDeed::Add { files, about, sort, fields } => {
            let mut answers = fields.iter().map(|text| field_input(text)).collect::<Result<Vec<_>, _>>()?;
            answers.extend(sort.map(|text| FieldInput { field: "sort".into(), text, reading: None }));
            let mut added = Vec::new();
            for (file, [id, deed]) in files.iter().zip(ids) {
                let (bytes, name) = files::read(file)?;
                let (about, fields) = (about.clone(), answers.clone());
                added.push(desk.add_document(&DocumentInput { id, about, fields, deed }, &bytes, &name)?);
            }
            let text: Vec<String> = added.iter().map(text).collect();
            Ok(Outcome::with(text.join("\n\n"), added.iter().map(shape).collect()))
        }
        DocumentDeed::Attach { reference, field, file } => {
            let (bytes, name) = files::read(&file)?;
            let deed = ids.into_iter().next().map(|[deed, _]| deed).ok_or(DeskError::WrongUse)?;
            let saved = desk.attach((&reference, &field), &bytes, &name, &deed)?;
            let shown: Vec<&str> = saved.field.values.iter().map(|value| value.display.as_str()).collect();
            Ok(Outcome::of(format!("{}  {}", saved.field.label, shown.join(", ")), &saved))
        }
        DocumentDeed::Show { reference } => {
            let view = desk.document(desk.resolve(&reference)?)?;
            Ok(Outcome::with(text(&view), shape(&view)))
        }
        DocumentDeed::Save { reference, output, reason, field } => {
            let taken = desk.save_file(desk.resolve(&reference)?, field.as_deref(), &reason, &output)?;
            Ok(Outcome::of(format!("{}  {}", taken.path, taken.sha256), &taken))
        }
    })
}

fn text(view: &DocumentView) -> String {
    let record = pages::record(&view.record);
    let Some(file) = &view.file else { return record };
    let rows = [
        ["sha-256".to_owned(), file.sha256.clone()],
        ["type".to_owned(), file.media_type.clone()],
        ["bytes".to_owned(), file.bytes.to_string()],
        ["pages".to_owned(), file.pages.to_string()],
    ];
    let note = file.note.as_ref().map(|note| format!("\n{note}")).unwrap_or_default();
    format!("{record}\n{}{note}", columns(&rows))
}

fn shape(view: &DocumentView) -> Value {
    json!({ "record": records::record(&view.record), "file": view.file })
}
