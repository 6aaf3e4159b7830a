//! The ledger as it is looked at: every copy that left, who holds what about whom, and what came back. Owns the question "who
//! has this?"; refuses to change a row.

use crate::{
    Desk,
    failure::DeskError,
    reading::count,
    receipts::Receipt,
    views::{LedgerLine, ReceiptView},
};
use casework::{ids::RecordId, naming};
use register::Disclosed;

impl Desk {
    /// Every copy that left, newest first.
    ///
    /// # Errors
    /// [`DeskError::Register`].
    pub fn ledger(&self) -> Result<Vec<LedgerLine>, DeskError> {
        self.register.disclosures()?.iter().map(|one| self.ledger_line(one)).collect()
    }

    /// Who holds something about a person, or about one field of theirs (`birth_date`, `travel-document.number`).
    ///
    /// # Errors
    /// [`DeskError::NotFound`]; [`DeskError::NoSuchField`] for a field that no form has.
    pub fn who_has(&self, of: &str, field: Option<&str>) -> Result<Vec<LedgerLine>, DeskError> {
        let asked = self.existing(self.resolve(of)?, None)?;
        let people: Vec<RecordId> = match asked.kind.as_str() {
            "person" => vec![asked.id],
            "rescue" => self.people_of(asked.id)?,
            _ => asked.links("people").collect(),
        };
        if let Some(field) = field {
            let name = field.rsplit('.').next().unwrap_or(field);
            if !self.house.forms.iter().any(|form| form.field(name).is_some()) {
                return Err(DeskError::NoSuchField);
            }
        }
        let matches = |shown: &String| {
            field.is_none_or(|field| shown == field || shown.rsplit('.').next() == Some(field))
        };
        let holds = |one: &&Disclosed| {
            one.disclosure.people.iter().any(|id| people.contains(id))
                && one.disclosure.fields.iter().any(matches)
        };
        self.register.disclosures()?.iter().filter(holds).map(|one| self.ledger_line(one)).collect()
    }

    fn ledger_line(&self, one: &Disclosed) -> Result<LedgerLine, DeskError> {
        let words = self.words();
        let held = &one.disclosure;
        let named = |id: RecordId| -> Result<Option<String>, DeskError> {
            Ok(self.records(&[id])?.first().map(|record| naming::title(record, &self.house.forms, words)))
        };
        let recipient = match RecordId::from_canonical(&held.recipient) {
            Ok(id) => named(id)?.unwrap_or_else(|| words.get("link-not-here").into_owned()),
            Err(_) => held.recipient.clone(),
        };
        let receipts = one.receipts.iter().filter_map(|bytes| Receipt::parse(bytes));
        Ok(LedgerLine {
            copy: u32::try_from(one.copy).unwrap_or(u32::MAX),
            at: held.at.with_timezone(&self.zone()?).format("%Y-%m-%d %H:%M").to_string(),
            recipient,
            profile: held.profile.clone(),
            lang: held.language.clone(),
            code: held.code.clone(),
            sha256: crate::handover::hex(&held.hash),
            people: count(held.people.len()),
            fields: held.fields.clone(),
            author: named(held.author)?.unwrap_or_default(),
            reason: held.reason.clone(),
            receipts: receipts
                .map(|one| ReceiptView {
                    answer: one.answer,
                    reason: one.reason,
                    office: one.office,
                    at: one.at,
                })
                .collect(),
        })
    }
}
