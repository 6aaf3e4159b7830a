//! The ledger as it is looked at: every copy that left, who holds what about whom, and what came back. Owns the question "who
//! has this?"; refuses to change a row.

use crate::{
    Desk,
    failure::DeskError,
    outdated::{Content, InDoubt, Outdated},
    reading::count,
    receipts::Receipt,
    views::{LedgerLine, OutdatedView, ReceiptView},
};
use casework::{ids::RecordId, naming};
use register::Disclosed;

impl Desk {
    /// Every copy that left, newest first, with what of it is no longer true or no longer allowed.
    ///
    /// # Errors
    /// [`DeskError::Register`].
    pub fn ledger(&self) -> Result<Vec<LedgerLine>, DeskError> {
        let doubt = self.in_doubt()?;
        self.register.disclosures()?.iter().map(|one| self.ledger_line(one, &doubt, &|_| true)).collect()
    }

    /// Who holds something about a person, or about one field of theirs (`birth_date`, `travel-document.number`), and which of
    /// those copies are out of date in it. Somebody who was erased is asked for by id.
    ///
    /// # Errors
    /// [`DeskError::NotFound`]; [`DeskError::NoSuchField`] for a field that no form has.
    pub fn who_has(&self, of: &str, field: Option<&str>) -> Result<Vec<LedgerLine>, DeskError> {
        let id = self.resolve(of)?;
        let people: Vec<RecordId> = match self.records(&[id])?.first() {
            Some(asked) if asked.kind == "person" => vec![id],
            Some(asked) if asked.kind == "rescue" => self.people_of(id)?,
            Some(asked) => asked.links("people").collect(),
            None => vec![id],
        };
        if let Some(field) = field {
            let name = field.rsplit('.').next().unwrap_or(field);
            if !self.house.forms.iter().any(|form| form.field(name).is_some()) {
                return Err(DeskError::NoSuchField);
            }
        }
        let matches =
            |shown: &str| field.is_none_or(|field| shown == field || shown.rsplit('.').next() == Some(field));
        let holds = |one: &&Disclosed| {
            one.disclosure.people.iter().any(|id| people.contains(id))
                && one.disclosure.fields.iter().any(|shown| matches(shown))
        };
        let asked_for = |one: &Outdated| {
            let theirs = one.people.is_empty() || one.people.iter().any(|id| people.contains(id));
            theirs && matches(&format!("{}.{}", one.kind, one.field))
        };
        let doubt = self.in_doubt()?;
        let held = self.register.disclosures()?;
        held.iter().filter(holds).map(|one| self.ledger_line(one, &doubt, &asked_for)).collect()
    }

    /// One copy as the ledger has it.
    pub(crate) fn ledger_line_of(&self, copy: u64) -> Result<LedgerLine, DeskError> {
        let known = self.register.disclosures()?;
        let found = known.iter().find(|one| one.copy == copy).ok_or(DeskError::NoSuchCopy)?;
        self.ledger_line(found, &self.in_doubt()?, &|_| true)
    }

    /// The recipient's name as it is now.
    pub(crate) fn recipient_of(&self, recipient: &str) -> Result<String, DeskError> {
        let Ok(id) = RecordId::from_canonical(recipient) else { return Ok(recipient.to_owned()) };
        let words = self.words();
        let found = self.records(&[id])?;
        let named = found.first().map(|record| naming::title(record, &self.house.forms, words));
        Ok(named.unwrap_or_else(|| words.get("link-not-here").into_owned()))
    }

    /// A copy with what of it is out of date, as far as that is asked for.
    pub(crate) fn ledger_line(
        &self,
        one: &Disclosed,
        doubt: &InDoubt,
        asked_for: &dyn Fn(&Outdated) -> bool,
    ) -> Result<LedgerLine, DeskError> {
        let held = &one.disclosure;
        let (state, outdated) = match self.content_of(one, doubt)? {
            Content::NotKnown => ("not-known", Vec::new()),
            Content::Known(mut outdated) => {
                outdated.retain(|one| asked_for(one));
                (if outdated.is_empty() { "current" } else { "outdated" }, outdated)
            }
        };
        let receipts = one.receipts.iter().filter_map(|bytes| Receipt::parse(bytes));
        Ok(LedgerLine {
            copy: u32::try_from(one.copy).unwrap_or(u32::MAX),
            at: held.at.with_timezone(&self.zone()?).format("%Y-%m-%d %H:%M").to_string(),
            recipient: self.recipient_of(&held.recipient)?,
            profile: held.profile.clone(),
            lang: held.language.clone(),
            code: held.code.clone(),
            sha256: crate::handover::hex(&held.hash),
            people: count(held.people.len()),
            fields: held.fields.clone(),
            author: self.recipient_of(&held.author.to_string())?,
            reason: held.reason.clone(),
            receipts: receipts
                .map(|one| ReceiptView {
                    signed: one.is_signed(),
                    answer: one.answer,
                    reason: one.reason,
                    office: one.office,
                    at: one.at,
                    by: one.by,
                })
                .collect(),
            state: state.to_owned(),
            state_word: self.words().get(&format!("copy-{state}")).into_owned(),
            outdated: self.outdated_views(&outdated)?,
        })
    }

    fn outdated_views(&self, outdated: &[Outdated]) -> Result<Vec<OutdatedView>, DeskError> {
        let records = self.records(&outdated.iter().map(|one| one.record).collect::<Vec<_>>())?;
        let show = self.show(&[&records])?;
        let view = |one: &Outdated| {
            let form = self.house.forms.get(&one.kind);
            let field = form.and_then(|form| form.field(one.field.as_str()));
            let label = form.zip(field).map(|(form, field)| form.label(field, show.words).into_owned());
            OutdatedView {
                why: one.why.id().to_owned(),
                why_word: show.words.get(one.why.word_key()).into_owned(),
                record: show.linked(one.record),
                kind_word: form.map(|form| show.words.get(&form.word_key()).into_owned()).unwrap_or_default(),
                field: format!("{}.{}", one.kind, one.field),
                label: label.unwrap_or_else(|| one.field.to_string()),
                group_word: field
                    .map(|field| show.words.get(&format!("group-{}", field.group)).into_owned())
                    .unwrap_or_default(),
            }
        };
        Ok(outdated.iter().map(view).collect())
    }
}
