//! The desk's way into the register: what the forms say of fields, and the few reads and the one write that every use case
//! shares. Owns no rule and no statement.

use crate::{
    Desk, House, Tools,
    draft::{Birth, Entry, Lookup, Numbering},
    failure::DeskError,
};
use casework::{
    answer::Answer,
    finding,
    form::FieldKind,
    ids::{FieldId, KindId, RecordId},
    now::Now,
    private::Private,
    record::Record,
    values::{Country, Typing, Value, fold},
    words::{Lang, Words},
};
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use chrono_tz::Tz;
use journal::{ChangeId, DeedId, Write};
use register::{
    AuditEntry, Interpreter, Key, NewDeed, NewWrite, Page, Reading, Register, RegisterError, Replaces, Role,
};
use std::{collections::HashMap, path::Path, sync::Arc};
use uuid::Uuid;

/// The version of forms and rules that this app writes into every batch.
const SCHEMA: u32 = 1;

/// Makes the register of a new vault.
pub(crate) fn make(path: &Path, key: &vault::DataKey, house: &Arc<House>) -> Result<Register, DeskError> {
    Ok(Register::create(path, Key(key.expose()), interpreter(house))?)
}

/// Opens the register of a vault; none when it does not open with this key. One that a crash kept from being made is made.
pub(crate) fn open(
    path: &Path,
    key: &vault::DataKey,
    house: &Arc<House>,
    tools: &Tools,
) -> Result<Option<Register>, DeskError> {
    let told = &mut |step| tools.brought_forward(step);
    match Register::open_told(path, Key(key.expose()), interpreter(house), told) {
        Ok(register) => Ok(Some(register)),
        Err(RegisterError::WrongKey) => Ok(None),
        Err(RegisterError::Missing) => make(path, key, house).map(Some),
        Err(error) => Err(error.into()),
    }
}

/// What the forms say of fields and values.
fn interpreter(house: &Arc<House>) -> Interpreter {
    let (reads, sorts) = (Arc::clone(house), Arc::clone(house));
    let (finds, counts) = (Arc::clone(house), Arc::clone(house));
    let mut forms: Vec<String> = house.forms.iter().map(|form| format!("{form:?}")).collect();
    forms.push(finding::VERSION.to_string());
    Interpreter {
        fingerprint: Uuid::new_v5(&Uuid::NAMESPACE_OID, forms.concat().as_bytes()).to_string(),
        schema: SCHEMA,
        reading: Box::new(move |kind, field| {
            let form = reads.forms.get(kind)?;
            let definition = form.field(field.as_str())?;
            let role = match definition.kind {
                FieldKind::Record => Role::Link,
                FieldKind::Name => Role::Name,
                FieldKind::Text if form.title == *field => Role::Name,
                FieldKind::DocumentNumber if *field == "reference" => Role::Reference,
                _ => Role::Plain,
            };
            Some(Reading { many: definition.many, role })
        }),
        sort_key: Box::new(move |kind, field, canonical| {
            let definition = sorts.forms.get(kind)?.field(field.as_str())?;
            let key = Value::read(definition, canonical).ok()?.sort_key();
            (key != canonical).then_some(key)
        }),
        fold: Box::new(fold),
        terms: Box::new(move |kind, field, canonical| {
            let Some(form) = finds.forms.get(kind) else { return Vec::new() };
            match form.field(field.as_str()).map(|definition| definition.kind) {
                Some(FieldKind::Name) => finding::name_terms(canonical),
                Some(FieldKind::Text) if form.title == *field => finding::name_terms(canonical),
                Some(FieldKind::DocumentNumber) => finding::number_terms(canonical),
                Some(FieldKind::Phone) => finding::phone_terms(canonical),
                // Accounts, payments and vehicles of suspects are lines of text, and tie cases by their numbers.
                Some(FieldKind::Text) if ["accounts", "payments", "vehicles"].contains(&field.as_str()) => {
                    finding::number_terms(canonical)
                }
                _ => Vec::new(),
            }
        }),
        figure: Box::new(move |kind, field, canonical| {
            let definition = counts.forms.get(kind)?.field(field.as_str())?;
            match Value::read(definition, canonical).ok()? {
                Value::Choice(_) | Value::Place(_) | Value::Money(_) | Value::Country(_) => {
                    Some(canonical.to_owned())
                }
                Value::Date(date) => Some(date.earliest().to_string()),
                Value::Time(when) => Some(when.earliest().to_string()),
                Value::Age(age) => Some(age.birth_between().1.to_string()),
                _ => None,
            }
        }),
    }
}

impl Desk {
    /// The dictionary of the window's language.
    pub fn words(&self) -> &Words {
        self.house.words(self.lang)
    }

    /// What comes with the app.
    pub fn house(&self) -> &House {
        &self.house
    }

    pub(crate) fn now(&self) -> DateTime<Utc> {
        (self.tools.now)()
    }

    pub(crate) fn zone(&self) -> Result<Tz, DeskError> {
        self.house.post.zone.parse().map_err(|_| DeskError::Fault("zone"))
    }

    /// Today, where the office is.
    pub(crate) fn today(&self) -> NaiveDate {
        self.zone()
            .map_or_else(|_| self.now().date_naive(), |zone| self.now().with_timezone(&zone).date_naive())
    }

    /// The moment of looking, for rules that tell what has come from what is planned.
    pub(crate) fn moment(&self) -> Now {
        Now { instant: self.now(), today: self.today() }
    }

    /// All the context that a parse may use.
    pub(crate) fn typing(&self, lang: Lang) -> Result<Typing, DeskError> {
        let country = |code: &str| Country::read(code).map_err(|_| DeskError::Fault("country"));
        Ok(Typing {
            lang,
            date_order: self.date_order()?,
            today: self.today(),
            zone: self.zone()?,
            home: country(&self.house.post.home)?,
            host: country(&self.house.post.host)?,
        })
    }

    pub(crate) fn numbering(&self) -> Result<Numbering, DeskError> {
        Ok(Numbering { office: self.office()?, year: self.today().year(), laptop: self.mark.clone() })
    }

    /// The record, which must be here and of `kind` where one is named.
    pub(crate) fn existing(&self, id: RecordId, kind: Option<&str>) -> Result<Record, DeskError> {
        let record = self.register.record(id)?.ok_or(DeskError::NotFound)?;
        self.for_the_role(&record.kind)?;
        if kind.is_none_or(|kind| record.kind == kind) { Ok(record) } else { Err(DeskError::NotFound) }
    }

    pub(crate) fn records(&self, ids: &[RecordId]) -> Result<Vec<Record>, DeskError> {
        self.readable(self.register.records(ids)?)
    }

    pub(crate) fn of_kind(&self, kind: &str) -> Result<Vec<Record>, DeskError> {
        self.readable(self.register.of_kind(&kind_id(kind)?, Page::ALL)?)
    }

    pub(crate) fn pointing_at(
        &self,
        target: RecordId,
        kind: &str,
        field: &str,
    ) -> Result<Vec<RecordId>, DeskError> {
        Ok(self.register.pointing_at(target, Some(&kind_id(kind)?), Some(&field_id(field)?))?)
    }

    /// The records that name `person` among their people.
    pub(crate) fn naming(&self, person: RecordId) -> Result<Vec<RecordId>, DeskError> {
        Ok(self.register.pointing_at(person, None, Some(&field_id("people")?))?)
    }

    /// Records of some kinds by name or reference; all of them, by id, when the text is empty.
    pub(crate) fn named(
        &self,
        kinds: &[&str],
        text: &str,
        offset: usize,
        limit: usize,
    ) -> Result<Vec<RecordId>, DeskError> {
        let page = Page { offset, limit };
        let text = text.trim();
        if text.is_empty() {
            let mut found = Vec::new();
            for kind in kinds {
                found.extend(self.register.ids_of_kind(&kind_id(kind)?, page)?);
            }
            found.truncate(limit);
            return Ok(found);
        }
        let mut found = self.register.by_reference(&text.to_uppercase())?;
        found.retain(|id| {
            self.register
                .kind_and_scope(*id)
                .is_ok_and(|place| place.is_some_and(|(kind, _)| kinds.contains(&kind.as_str())))
        });
        for id in self.register.find_by_name(text, kinds, page)? {
            if !found.contains(&id) {
                found.push(id);
            }
        }
        Ok(found)
    }

    pub(crate) fn find_reference(&self, text: &str) -> Result<RecordId, DeskError> {
        match self.register.by_reference(&text.to_uppercase())?.as_slice() {
            [one] => Ok(*one),
            [] => Err(DeskError::NotFound),
            _ => Err(DeskError::SeveralFound),
        }
    }

    pub(crate) fn holds_a_case(&self) -> Result<bool, DeskError> {
        let one = Page { offset: 0, limit: 1 };
        let any = |kind: &str| -> Result<bool, DeskError> {
            Ok(!self.register.ids_of_kind(&kind_id(kind)?, one)?.is_empty())
        };
        Ok(any("person")? || any("rescue")?)
    }

    /// The one write: a deed with everything it makes and says, in one transaction.
    pub(crate) fn do_deed(
        &mut self,
        id: DeedId,
        act: &str,
        births: Vec<Birth>,
        entries: Vec<Entry>,
    ) -> Result<(), DeskError> {
        self.held(&births, &entries)?;
        let births = births.into_iter().map(|one| register::Birth {
            record: one.record,
            kind: one.kind,
            scope: one.scope,
        });
        let write = |entry: Entry| NewWrite {
            record: entry.record,
            field: entry.field,
            write: Write::Answered(entry.answer),
            as_typed: entry.as_typed,
            replaces: Replaces::Live,
        };
        let (births, writes) = (births.collect(), entries.into_iter().map(write).collect());
        self.commit((id, act), None, births, writes)
    }

    /// Takes the value that `change` wrote out of a field.
    pub(crate) fn take_back(
        &mut self,
        id: DeedId,
        record: RecordId,
        field: &FieldId,
        change: &str,
    ) -> Result<(), DeskError> {
        let change: ChangeId = change.parse().map_err(|_| DeskError::NoSuchValue)?;
        let live = self.register.history(record, Some(field))?;
        let held = live.iter().find(|past| past.live && past.id == change).ok_or(DeskError::NoSuchValue)?;
        // In a set two laptops may have added the same element; taking it out takes out both.
        let replaces = match held.write.answer() {
            Some(answer) => Replaces::Holding(answer.clone()),
            None => Replaces::Exactly(vec![change]),
        };
        let write =
            NewWrite { record, field: field.clone(), write: Write::Retracted, as_typed: None, replaces };
        self.commit((id, "value-removed"), None, Vec::new(), vec![write])
    }

    /// Puts a deed of the officer at work into the log, now: the one way there.
    pub(crate) fn commit(
        &mut self,
        (id, act): (DeedId, &str),
        undoes: Option<DeedId>,
        births: Vec<register::Birth>,
        writes: Vec<NewWrite>,
    ) -> Result<(), DeskError> {
        let (tools, author, now_ms) = (Arc::clone(&self.tools), self.officer, self.now_ms());
        let deed = NewDeed { id, act: act.to_owned(), author, undoes, now_ms, births, writes };
        self.register.commit(&deed, &mut || (tools.seed)(), None)?;
        self.worked = true;
        Ok(())
    }

    /// Writes a row of the audit: codes and ids only.
    pub(crate) fn audit(&mut self, act: &str, object: RecordId) -> Result<(), DeskError> {
        let entry = self.audit_entry(act, &object.to_string(), "");
        self.register.audit(&entry)?;
        Ok(())
    }

    pub(crate) fn audit_entry(&self, act: &str, object: &str, detail: &str) -> AuditEntry {
        AuditEntry {
            at: self.now(),
            actor: self.officer.to_string(),
            act: act.to_owned(),
            object: object.to_owned(),
            detail: detail.to_owned(),
        }
    }

    pub(crate) fn now_ms(&self) -> u64 {
        u64::try_from(self.now().timestamp_millis()).unwrap_or(0)
    }

    /// Laptops by the letter that their references carry.
    pub(crate) fn laptops(&self) -> Result<HashMap<String, String>, DeskError> {
        let mut laptops = HashMap::new();
        if let Some((device, _)) = self.register.identity() {
            laptops.insert(device.to_string(), self.mark.to_string());
        }
        for (peer, _) in self.known_laptops()? {
            laptops.insert(peer.device.to_string(), peer.name());
        }
        Ok(laptops)
    }
}

impl Lookup for Desk {
    fn kind_and_scope(&self, record: RecordId) -> Result<Option<(KindId, RecordId)>, DeskError> {
        Ok(self.register.kind_and_scope(record)?)
    }

    fn find(&self, text: &str) -> Result<RecordId, DeskError> {
        self.find_reference(text)
    }

    fn highest(&self, row: &str) -> Result<u32, DeskError> {
        let last = self.register.last_reference(row)?;
        let number = last.and_then(|text| text.get(row.len()..).and_then(|digits| digits.parse().ok()));
        Ok(number.unwrap_or(0))
    }
}

pub(crate) fn kind_id(kind: &str) -> Result<KindId, DeskError> {
    KindId::new(kind).map_err(|_| DeskError::NoSuchKind)
}

pub(crate) fn field_id(field: &str) -> Result<FieldId, DeskError> {
    FieldId::new(field).map_err(|_| DeskError::NoSuchField)
}

/// An answer that is known.
pub(crate) fn known(text: &str) -> Answer<Private<String>> {
    Answer::Known(Private::new(text.to_owned()))
}
