//! A deed before it is done: everything it would write, already parsed. Owns the one parse of what an officer types, links,
//! reference numbers and scopes; refuses half a deed: either all of it is written, or none.

use crate::{failure::DeskError, house::House};
use casework::{
    answer::Answer,
    form::{Field, FieldKind, Form, ScopeRule},
    ids::{FieldId, KindId, RecordId},
    private::Private,
    reference::{Mark, Reference},
    values::{Refusal, Typing, Value},
};
use std::collections::BTreeMap;
use uuid::Uuid;

/// The scope of what every laptop of an office shares: organisations, sites, suspects, officers.
pub(crate) const REGISTER: RecordId = RecordId(Uuid::nil());

/// A record that the deed makes.
#[derive(Debug, Clone)]
pub(crate) struct Birth {
    pub(crate) record: RecordId,
    pub(crate) kind: KindId,
    pub(crate) scope: RecordId,
}

/// One answer that the deed writes.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    pub(crate) record: RecordId,
    pub(crate) field: FieldId,
    pub(crate) answer: Answer<Private<String>>,
    pub(crate) as_typed: Option<Private<String>>,
}

/// A canonical answer and, where it differs, what was typed.
type Parsed = (Answer<Private<String>>, Option<Private<String>>);

/// What was typed into one field.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Typed<'a> {
    /// The raw text.
    pub(crate) text: &'a str,
    /// `unknown`, `not-asked` or `declined` instead of a text.
    pub(crate) standing: Option<&'a str>,
    /// The reading that the officer chose of an ambiguous text.
    pub(crate) reading: Option<&'a str>,
}

impl<'a> Typed<'a> {
    /// A text without more.
    pub(crate) const fn text(text: &'a str) -> Self {
        Self { text, standing: None, reading: None }
    }
}

/// What the draft has to look up in the register while it is written.
pub(crate) trait Lookup {
    /// The kind and scope of a record that exists.
    fn kind_and_scope(&self, record: RecordId) -> Result<Option<(KindId, RecordId)>, DeskError>;
    /// The record that an officer means by a reference or an id.
    fn find(&self, text: &str) -> Result<RecordId, DeskError>;
    /// The highest number given so far in a row of references, 0 for none.
    fn highest(&self, row: &str) -> Result<u32, DeskError>;
}

/// How this laptop numbers: office, year and mark.
#[derive(Debug, Clone)]
pub(crate) struct Numbering {
    pub(crate) office: String,
    pub(crate) year: i32,
    pub(crate) laptop: Mark,
}

/// A deed before it is done.
pub(crate) struct Draft<'a, L> {
    house: &'a House,
    lookup: &'a L,
    typing: &'a Typing,
    numbering: &'a Numbering,
    rows: BTreeMap<String, u32>,
    pub(crate) births: Vec<Birth>,
    pub(crate) entries: Vec<Entry>,
}

impl<'a, L: Lookup> Draft<'a, L> {
    pub(crate) const fn new(
        house: &'a House,
        lookup: &'a L,
        typing: &'a Typing,
        numbering: &'a Numbering,
    ) -> Self {
        Self {
            house,
            lookup,
            typing,
            numbering,
            rows: BTreeMap::new(),
            births: Vec::new(),
            entries: Vec::new(),
        }
    }

    /// Makes a record of `kind` about others: a person in a rescue, an event for people. Its reference is given here.
    pub(crate) fn make(
        &mut self,
        record: RecordId,
        kind: &str,
        about: &[RecordId],
    ) -> Result<&'a Form, DeskError> {
        let form = self.house.form(kind)?;
        let scope = self.scope(form, record, about)?;
        self.births.push(Birth { record, kind: form.id.clone(), scope });
        self.number(form, record)?;
        if let Some(field) = form.people().or_else(|| form.field("rescue")) {
            for target in about {
                self.point(form, record, field, *target)?;
            }
        }
        Ok(form)
    }

    /// Parses what was typed and adds the answer. An empty text writes nothing.
    pub(crate) fn write(
        &mut self,
        form: &Form,
        record: RecordId,
        field: &str,
        typed: Typed<'_>,
    ) -> Result<(), DeskError> {
        let field = form.field(field).ok_or(DeskError::NoSuchField)?;
        let Some((answer, as_typed)) = self.parse(form, field, typed)? else { return Ok(()) };
        self.add(form, field, Entry { record, field: field.id.clone(), answer, as_typed })
    }

    /// Adds an answer that was parsed already, by the same parse.
    pub(crate) fn put(
        &mut self,
        form: &Form,
        record: RecordId,
        field: &FieldId,
        answer: Answer<Private<String>>,
        as_typed: Option<Private<String>>,
    ) -> Result<(), DeskError> {
        let field = form.field(field.as_str()).ok_or(DeskError::NoSuchField)?;
        self.add(form, field, Entry { record, field: field.id.clone(), answer, as_typed })
    }

    fn add(&mut self, form: &Form, field: &Field, entry: Entry) -> Result<(), DeskError> {
        let repeats = |other: &&Entry| other.record == entry.record && other.field == entry.field;
        let mut others = self.entries.iter().filter(repeats).peekable();
        if !field.many && others.peek().is_some() {
            return Err(DeskError::OneValue { field: field.id.clone(), form: form.id.clone() });
        }
        if !others.any(|other| other.answer == entry.answer) {
            self.entries.push(entry);
        }
        Ok(())
    }

    /// Refuses a record that lacks what its form requires, so that nothing nameless is made.
    pub(crate) fn complete(&self, form: &Form, record: RecordId) -> Result<(), DeskError> {
        let has = |field: &Field| {
            self.entries.iter().any(|entry| entry.record == record && entry.field == field.id)
        };
        match form.fields.iter().find(|field| field.required && !has(field)) {
            Some(field) if field.id == "people" => Err(DeskError::NeedsPeople),
            Some(field) => Err(DeskError::NeedsField { field: field.id.clone(), form: form.id.clone() }),
            None => Ok(()),
        }
    }

    /// The one parse: from raw text to a canonical answer and, where it differs, what was typed.
    fn parse(&self, form: &Form, field: &Field, typed: Typed<'_>) -> Result<Option<Parsed>, DeskError> {
        if let Some(standing) = typed.standing {
            let answer = match standing {
                "unknown" => Answer::Unknown,
                "not-asked" => Answer::NotAsked,
                "declined" => Answer::Declined,
                _ => return Err(DeskError::WrongUse),
            };
            return Ok(Some((answer, None)));
        }
        if typed.text.trim().is_empty() {
            return Ok(None);
        }
        if field.kind == FieldKind::File {
            return Err(DeskError::TypedFile { field: field.id.clone(), form: form.id.clone() });
        }
        if field.kind == FieldKind::Record {
            let target = self.target(form, field, typed.text)?;
            return Ok(Some((Answer::Known(Private::new(target.to_string())), None)));
        }
        let answer = match (Value::parse(field, typed.text, self.typing), typed.reading) {
            (Err(Refusal::Ambiguous { readings, .. }), Some(chosen))
                if readings.iter().any(|reading| reading.canonical == chosen) =>
            {
                Answer::Known(Value::read(field, chosen).map_err(|_| DeskError::Fault("reading"))?)
            }
            (Ok(answer), _) => answer,
            (Err(refusal), _) => {
                return Err(DeskError::Unread { field: field.id.clone(), form: form.id.clone(), refusal });
            }
        };
        let answer = answer.try_map(|value| Ok::<_, DeskError>(Private::new(value.canonical())))?;
        let differs = answer.known().is_none_or(|canonical| canonical.reveal() != typed.text);
        Ok(Some((answer, differs.then(|| Private::new(typed.text.to_owned())))))
    }

    fn target(&self, form: &Form, field: &Field, text: &str) -> Result<RecordId, DeskError> {
        let target = match RecordId::from_canonical(text.trim()) {
            Ok(id) => id,
            Err(_) => self.lookup.find(text.trim())?,
        };
        self.allowed(form, field, target)?;
        Ok(target)
    }

    /// A link points at a record that exists, of a kind that the field allows.
    fn allowed(&self, form: &Form, field: &Field, target: RecordId) -> Result<(), DeskError> {
        let made_here =
            self.births.iter().find(|birth| birth.record == target).map(|birth| birth.kind.clone());
        let kind = match made_here {
            Some(kind) => kind,
            None => self.lookup.kind_and_scope(target)?.ok_or(DeskError::NotFound)?.0,
        };
        if field.to.contains(&kind) {
            Ok(())
        } else {
            Err(DeskError::WrongLink { field: field.id.clone(), form: form.id.clone() })
        }
    }

    fn point(
        &mut self,
        form: &Form,
        record: RecordId,
        field: &Field,
        target: RecordId,
    ) -> Result<(), DeskError> {
        self.allowed(form, field, target)?;
        let answer = Answer::Known(Private::new(target.to_string()));
        self.entries.push(Entry { record, field: field.id.clone(), answer, as_typed: None });
        Ok(())
    }

    /// Where the record lives: with the people it is about when they share a scope, so that sending one rescue sends all
    /// of it; in a scope of its own when it ties several together.
    fn scope(&self, form: &Form, record: RecordId, about: &[RecordId]) -> Result<RecordId, DeskError> {
        match form.scope {
            ScopeRule::Register => return Ok(REGISTER),
            ScopeRule::Own => return Ok(record),
            ScopeRule::People => {}
        }
        let mut scopes = Vec::new();
        for target in about {
            let made_here = self.births.iter().find(|birth| birth.record == *target).map(|birth| birth.scope);
            let scope = match made_here {
                Some(scope) => scope,
                None => self.lookup.kind_and_scope(*target)?.ok_or(DeskError::NotFound)?.1,
            };
            scopes.push(scope);
        }
        scopes.sort_unstable();
        scopes.dedup();
        Ok(match scopes.as_slice() {
            [shared] => *shared,
            _ => record,
        })
    }

    fn number(&mut self, form: &Form, record: RecordId) -> Result<(), DeskError> {
        let Numbering { office, year, laptop } = self.numbering;
        let row = Reference::new(office, *year, form.letter.as_deref(), laptop, 0).row();
        let last = match self.rows.get(&row) {
            Some(last) => *last,
            None => self.lookup.highest(&row)?,
        };
        let number = last + 1;
        self.rows.insert(row, number);
        let text = Reference::new(office, *year, form.letter.as_deref(), laptop, number).to_string();
        let field = FieldId::new("reference").map_err(|_| DeskError::Fault("reference"))?;
        self.entries.push(Entry { record, field, answer: Answer::Known(Private::new(text)), as_typed: None });
        Ok(())
    }
}
