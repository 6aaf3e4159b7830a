//! Files on the command line. Owns how they are shown; refuses rules.

use std::path::Path;

use desk::views::{DocumentInput, DocumentView, FieldInput};
use desk::{DeskError, NewFile};

use super::arguments::DocumentDeed;
use super::outcome::{Outcome, columns};
use super::perform::{field_input, saved_line};
use super::session::Session;
use super::{pages, records};
use crate::failure::Failure;
use crate::files;
use serde_json::{Value, json};

/// Does what is asked with files.
pub(super) fn documents(session: &mut Session, deed: DocumentDeed) -> Result<Outcome, Failure> {
    let count = if let DocumentDeed::Add { files, .. } = &deed { files.len() } else { 0 };
    let ids: Vec<String> = (0..count).map(|_| session.ground.id()).collect();
    let done = session.ground.id();
    session.desk(|desk| match deed {
        DocumentDeed::Add { files, about, except, sort, fields } => {
            let mut answers = fields.iter().map(|text| field_input(text)).collect::<Result<Vec<_>, _>>()?;
            answers.extend(sort.map(|text| FieldInput { field: "sort".into(), text, reading: None }));
            let mut taken = Vec::new();
            for (file, id) in files.iter().zip(ids) {
                let (bytes, name) = files::read(file)?;
                taken.push(NewFile { id, bytes, name });
            }
            let input = DocumentInput { id: String::new(), about, except, fields: answers, deed: done };
            let added = desk.add_documents(&input, &taken)?;
            let text: Vec<String> = added.iter().map(text).collect();
            Ok(Outcome::with(text.join("\n\n"), added.iter().map(shape).collect()))
        }
        DocumentDeed::Attach { mut words, except } => {
            let (Some(file), Some(field)) = (words.pop(), words.pop()) else {
                return Err(DeskError::WrongUse);
            };
            let (bytes, name) = files::read(Path::new(&file))?;
            let saved = desk.attach_to_all((&words, &except), &field, (&bytes, &name), &done)?;
            let lines: Vec<String> = saved.iter().map(saved_line).collect();
            Ok(match saved.as_slice() {
                [one] => Outcome::of(lines.join("\n"), one),
                several => Outcome::of(lines.join("\n"), &several),
            })
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
