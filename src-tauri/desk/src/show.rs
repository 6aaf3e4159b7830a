//! From records to what a screen shows. Owns labels, displays and links in the reader's language; refuses rules and SQL.

use crate::{
    house::House,
    views::{FieldView, FormPage, OptionView, RecordLink, RecordPage, SectionView, ValueView},
};
use casework::{
    answer::Answer,
    form::{Field, FieldKind, Form},
    ids::RecordId,
    naming,
    record::{LiveAnswer, Record},
    values::Value,
    words::Words,
};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use std::collections::HashMap;

/// Everything a screen needs beside the records themselves.
pub(crate) struct Show<'a> {
    pub(crate) house: &'a House,
    pub(crate) words: &'a Words,
    pub(crate) zone: Tz,
    /// Records that others point at, by id: people, organisations, officers.
    pub(crate) links: HashMap<RecordId, RecordLink>,
    /// Laptops by their letter.
    pub(crate) laptops: HashMap<String, String>,
    /// True once an officer has opened the seal, which is in the audit; else a sealed value is shown as sealed.
    pub(crate) unsealed: bool,
}

impl Show<'_> {
    /// A record as one line. One that is called by another record (a referral by whom it was sent to) has that one's name.
    pub(crate) fn link(&self, record: &Record) -> RecordLink {
        let by = self.house.forms.get(&record.kind).map(|form| form.title.as_str());
        let called = by.and_then(|title| record.links(title).next()).and_then(|id| self.links.get(&id));
        let own = link(record, self.house, self.words);
        called.map_or(own.clone(), |called| RecordLink { title: called.title.clone(), ..own })
    }

    /// The record behind a link; one that is not here yet is shown as what it is, a placeholder.
    pub(crate) fn linked(&self, id: RecordId) -> RecordLink {
        self.links.get(&id).cloned().unwrap_or_else(|| RecordLink {
            id: id.to_string(),
            reference: String::new(),
            kind: String::new(),
            title: self.words.get("link-not-here").into_owned(),
        })
    }

    /// A record as a form with its answers.
    pub(crate) fn page(&self, record: &Record) -> RecordPage {
        let form = self.house.forms.get(&record.kind);
        RecordPage {
            link: self.link(record),
            kind_word: form.map_or_else(
                || record.kind.to_string(),
                |form| self.words.get(&form.word_key()).into_owned(),
            ),
            lasting: form.is_some_and(|form| form.lasting.is_some()),
            corrected_by: None,
            sections: form.map_or_else(Vec::new, |form| {
                self.sections(form, |field| record.answers.get(&field.id).map_or(&[], Vec::as_slice))
            }),
        }
    }

    /// A form before anything is written.
    pub(crate) fn blank(&self, form: &Form) -> FormPage {
        FormPage {
            kind: form.id.to_string(),
            kind_word: self.words.get(&form.word_key()).into_owned(),
            people_field: form.people().map(|field| field.id.to_string()),
            sections: self.sections(form, |_| &[]),
        }
    }

    /// A field with what is on record for it.
    pub(crate) fn field(&self, form: &Form, field: &Field, live: &[LiveAnswer]) -> FieldView {
        FieldView {
            id: field.id.to_string(),
            label: form.label(field, self.words).into_owned(),
            kind: kind_word(field.kind).to_owned(),
            many: field.many,
            required: field.required,
            sealed: field.sealed,
            options: self.options(field),
            to: field.to.iter().map(ToString::to_string).collect(),
            values: live.iter().map(|one| self.value(field, one)).collect(),
            conflict: !field.many
                && live.windows(2).any(|pair| matches!(pair, [a, b] if a.answer != b.answer)),
        }
    }

    /// True while the field's values stay behind their seal.
    pub(crate) const fn hides(&self, field: &Field) -> bool {
        field.sealed && !self.unsealed
    }

    /// A moment as the office's clock shows it.
    pub(crate) fn moment(&self, at: DateTime<Utc>) -> String {
        at.with_timezone(&self.zone).format("%Y-%m-%d %H:%M").to_string()
    }

    /// A canonical value as shown; text that is not canonical shows as it is, and `vault check` reports it.
    pub(crate) fn text(&self, field: &Field, canonical: &str) -> String {
        if field.kind == FieldKind::Record {
            return RecordId::from_canonical(canonical)
                .map_or_else(|_| canonical.to_owned(), |id| self.linked(id).title);
        }
        Value::read(field, canonical).map_or_else(|_| canonical.to_owned(), |value| value.display(self.words))
    }

    fn sections<'r>(&self, form: &Form, live: impl Fn(&Field) -> &'r [LiveAnswer]) -> Vec<SectionView> {
        let mut sections: Vec<SectionView> = Vec::new();
        for field in &form.fields {
            let view = self.field(form, field, live(field));
            match sections.iter_mut().find(|section| section.id == field.section) {
                Some(section) => section.fields.push(view),
                None => sections.push(SectionView {
                    id: field.section.clone(),
                    heading: self.words.get(&format!("section-{}", field.section)).into_owned(),
                    fields: vec![view],
                }),
            }
        }
        sections
    }

    fn options(&self, field: &Field) -> Vec<OptionView> {
        let word = |option: &String| self.words.get(&field.option_key(option)).into_owned();
        field.options.iter().map(|option| OptionView { id: option.clone(), word: word(option) }).collect()
    }

    fn value(&self, field: &Field, live: &LiveAnswer) -> ValueView {
        // What is sealed does not reach the page or a script: hiding it there would be no seal.
        let hidden = self.hides(field) && live.answer.known().is_some();
        let canonical = live.answer.known().filter(|_| !hidden).map(|text| text.reveal().clone());
        let link = canonical.as_deref().filter(|_| field.kind == FieldKind::Record);
        ValueView {
            change: live.change.clone(),
            standing: live.answer.standing().to_owned(),
            display: match &live.answer {
                _ if hidden => self.words.get("answer-sealed").into_owned(),
                Answer::Known(text) => self.text(field, text.reveal()),
                other => self.words.get(&format!("val-{}", other.standing())).into_owned(),
            },
            link: link.and_then(|text| RecordId::from_canonical(text).ok()).map(|id| self.linked(id)),
            canonical,
            as_typed: live.as_typed.as_ref().filter(|_| !hidden).map(|text| text.reveal().clone()),
            author: self.linked(live.author).title,
            device: self
                .laptops
                .get(&live.device)
                .cloned()
                .unwrap_or_else(|| live.device.chars().take(8).collect()),
            at: self.moment(live.at),
        }
    }
}

/// A record as one line.
pub(crate) fn link(record: &Record, house: &House, words: &Words) -> RecordLink {
    RecordLink {
        id: record.id.to_string(),
        reference: naming::reference(record).to_owned(),
        kind: record.kind.to_string(),
        title: naming::title(record, &house.forms, words),
    }
}

/// The stable word for a field kind, as in the forms.
pub(crate) const fn kind_word(kind: FieldKind) -> &'static str {
    match kind {
        FieldKind::Name => "name",
        FieldKind::Text => "text",
        FieldKind::Paragraph => "paragraph",
        FieldKind::Date => "date",
        FieldKind::Time => "time",
        FieldKind::Age => "age",
        FieldKind::Money => "money",
        FieldKind::Country => "country",
        FieldKind::Language => "language",
        FieldKind::Phone => "phone",
        FieldKind::Place => "place",
        FieldKind::Choice => "choice",
        FieldKind::YesNo => "yes-no",
        FieldKind::Number => "number",
        FieldKind::DocumentNumber => "document-number",
        FieldKind::Mrz => "mrz",
        FieldKind::Record => "record",
        FieldKind::File => "file",
    }
}
