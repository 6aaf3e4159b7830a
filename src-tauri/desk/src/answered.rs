//! What a recipient answered, brought home: to the copy in the ledger, and to the referral that waited for it. Owns finding that
//! referral; refuses an answer for a copy that never left, a second time, from a stranger or from somebody else's laptop, and
//! to answer for people whom the copy does not name.

use crate::{
    Desk,
    draft::{Draft, Typed},
    failure::DeskError,
    handover::hex,
    receipts::{Receipt, Spoken},
    show::link,
    views::{AnswerTaken, AnswerTyped},
    writing::deed,
};
use casework::{ids::RecordId, record::Record, values::PartialDate};
use chrono::{DateTime, Utc};
use register::Disclosed;

/// Referrals that an answer may still reach: what is completed or withdrawn waits for nobody.
const OPEN: [&str; 4] = ["sent", "question", "accepted", "refused"];

impl Desk {
    /// Takes a recipient's signed answer in: into the ledger, and into the referrals that the copy went with, as one deed.
    ///
    /// # Errors
    /// [`DeskError::NotSigned`], [`DeskError::Altered`]; [`DeskError::NotTrusted`] for the answer of an unknown laptop,
    /// [`DeskError::NotTheRecipient`] for one that answers for another organisation; [`DeskError::NoSuchCopy`],
    /// [`DeskError::AnsweredAlready`]. Nothing is written then.
    pub fn take_receipt(&mut self, file: &[u8], id: &str) -> Result<AnswerTaken, DeskError> {
        let verified = self.verify_file(file)?;
        let receipt = Receipt::parse(file).ok_or(DeskError::NotSigned)?;
        if !verified.known {
            return Err(DeskError::NotTrusted);
        }
        let known = self.register.disclosures()?;
        let found = known
            .iter()
            .find(|one| one.disclosure.code == receipt.code && one.copy == u64::from(receipt.copy))
            .ok_or(DeskError::NoSuchCopy)?;
        if receipt.key == hex(self.keys.signing.public().as_bytes())
            || answers_for_another(&known, found, &receipt)
        {
            return Err(DeskError::NotTheRecipient);
        }
        self.keep_answer(found, &receipt, id)
    }

    /// Writes an answer down from the signed page: who signed it and when, as it stands there.
    ///
    /// # Errors
    /// [`DeskError::NoSuchCopy`], [`DeskError::WrongUse`], [`DeskError::ReasonNeeded`], [`DeskError::AnsweredAlready`];
    /// what reading the day refuses.
    pub fn type_receipt(&mut self, input: &AnswerTyped) -> Result<AnswerTaken, DeskError> {
        let wanted = input.code.trim().to_uppercase();
        let known = self.register.disclosures()?;
        let found = known.iter().find(|one| one.disclosure.code == wanted || one.copy.to_string() == wanted);
        let found = found.ok_or(DeskError::NoSuchCopy)?;
        let copy = u32::try_from(found.copy).unwrap_or(u32::MAX);
        let said = Spoken { answer: &input.answer, reason: &input.reason, by: &input.by };
        let mut receipt = self.receipt(&found.disclosure.code, copy, &said)?;
        if !input.signed_on.trim().is_empty() {
            receipt.signed_on = self.day_of_answer(&input.signed_on)?.to_string();
        }
        self.keep_answer(found, &receipt, &input.deed)
    }

    /// The day on a signed page, read like the field of the referral that takes it.
    fn day_of_answer(&self, typed: &str) -> Result<PartialDate, DeskError> {
        let form = self.house.form("referral")?;
        let field = form.field("answered_on").ok_or(DeskError::Fault("referral"))?;
        let unread = |refusal| DeskError::Unread { field: field.id.clone(), form: form.id.clone(), refusal };
        let read = casework::values::Value::parse(field, typed, &self.typing(self.lang)?).map_err(unread)?;
        let text = read.known().map(casework::values::Value::canonical).unwrap_or_default();
        PartialDate::read(text.get(..10).unwrap_or(&text)).map_err(|_| DeskError::WrongUse)
    }

    fn keep_answer(
        &mut self,
        found: &Disclosed,
        receipt: &Receipt,
        id: &str,
    ) -> Result<AnswerTaken, DeskError> {
        let before = found.receipts.iter().filter_map(|bytes| Receipt::parse(bytes));
        if before.into_iter().any(|one| one.says_the_same(receipt)) {
            return Err(DeskError::AnsweredAlready);
        }
        let (meant, left) = self.referrals_of(found, receipt)?;
        // The referral first: stopped between the two, the same file can be taken once more and changes nothing there.
        self.answer_referrals(&meant, receipt, id)?;
        let bytes = serde_json::to_vec(receipt).map_err(|_| DeskError::Fault("receipt"))?;
        let now = self.now();
        self.register.put_receipt(found.copy, now, &bytes)?;
        let entry = self.audit_entry("dossier-receipt", &receipt.code, &receipt.answer);
        self.register.audit(&entry)?;
        let line = self.ledger_line_of(found.copy)?;
        let words = self.words();
        let links = |records: &[Record]| records.iter().map(|one| link(one, &self.house, words)).collect();
        Ok(AnswerTaken { line, answered: links(&meant), left: links(&left) })
    }

    /// The referrals that an answer is for, and those that it cannot speak for because they name others too. Of several to one
    /// recipient about the same people the last counts.
    fn referrals_of(
        &self,
        found: &Disclosed,
        receipt: &Receipt,
    ) -> Result<(Vec<Record>, Vec<Record>), DeskError> {
        let Ok(recipient) = RecordId::from_canonical(&found.disclosure.recipient) else {
            return Ok((Vec::new(), Vec::new()));
        };
        let answered = self.day_answered(receipt)?;
        let waits = |record: &Record| {
            let open = record.first("outcome").is_none_or(|outcome| OPEN.contains(&outcome));
            let sent = record.when("sent_on").is_none_or(|when| when.earliest() <= answered.latest());
            let newer = record.when("answered_on").is_none_or(|when| when.earliest() <= answered.latest());
            open && sent && newer && record.links("people").any(|id| found.disclosure.people.contains(&id))
        };
        let mut records = self.records(&self.pointing_at(recipient, "referral", "recipient")?)?;
        records.retain(waits);
        records.sort_by_key(|one| (one.when("sent_on").map(|when| when.earliest()), one.id));
        let (mut meant, mut left, mut spoken_for): (Vec<Record>, Vec<Record>, Vec<RecordId>) =
            Default::default();
        for record in records.into_iter().rev() {
            let people: Vec<RecordId> = record.links("people").collect();
            if people.iter().all(|id| spoken_for.contains(id)) {
                continue;
            }
            spoken_for.extend(&people);
            let covered = people.iter().all(|id| found.disclosure.people.contains(id));
            if covered { meant.push(record) } else { left.push(record) }
        }
        Ok((meant, left))
    }

    fn answer_referrals(&mut self, meant: &[Record], receipt: &Receipt, id: &str) -> Result<(), DeskError> {
        let day = self.day_answered(receipt)?.to_string();
        let said = receipt.said();
        let form = self.house.form("referral")?.clone();
        let typing = self.typing(self.lang)?;
        let numbering = self.numbering()?;
        let mut draft = Draft::new(&self.house, self, &typing, &numbering);
        for record in meant {
            draft.write(&form, record.id, "outcome", Typed::text(&receipt.answer))?;
            draft.write(&form, record.id, "answered_on", Typed::text(&day))?;
            draft.write(&form, record.id, "answer", Typed::text(&said))?;
        }
        let stands = |entry: &crate::draft::Entry| {
            let record = meant.iter().find(|record| record.id == entry.record);
            let live =
                record.and_then(|record| record.answers.get(&entry.field)).map_or(&[][..], Vec::as_slice);
            matches!(live, [one] if one.answer == entry.answer)
        };
        let entries: Vec<_> = draft.entries.into_iter().filter(|entry| !stands(entry)).collect();
        if entries.is_empty() {
            return Ok(());
        }
        self.do_deed(deed(id)?, "referral-answered", Vec::new(), entries)
    }

    /// The day of an answer by the office's own clock, or as it stands on the page.
    fn day_answered(&self, receipt: &Receipt) -> Result<PartialDate, DeskError> {
        if let Ok(day) = PartialDate::read(&receipt.signed_on) {
            return Ok(day);
        }
        let at = DateTime::parse_from_rfc3339(&receipt.at).map_err(|_| DeskError::Altered)?;
        Ok(PartialDate::day(at.with_timezone(&Utc).with_timezone(&self.zone()?).date_naive()))
    }
}

/// True when the laptop that signed has answered for another organisation before: then it is not this copy's recipient.
fn answers_for_another(known: &[Disclosed], found: &Disclosed, receipt: &Receipt) -> bool {
    known.iter().filter(|one| one.disclosure.recipient != found.disclosure.recipient).any(|one| {
        let receipts = one.receipts.iter().filter_map(|bytes| Receipt::parse(bytes));
        receipts.into_iter().any(|before| before.is_signed() && before.key == receipt.key)
    })
}
