//! Two values where there should be one. Owns showing every live value with who, when and from which laptop, and the write
//! that settles it; refuses to settle anything by itself.

use crate::{
    Desk,
    draft::{Draft, Typed},
    failure::DeskError,
    views::{Conflict, FieldView, InboxView},
};
use casework::ids::{FieldId, RecordId};
use journal::{ChangeId, Write};
use register::{Aside, NewWrite, Replaces};
use std::collections::BTreeSet;

impl Desk {
    /// Every open conflict.
    ///
    /// # Errors
    /// [`DeskError::Register`].
    pub fn conflicts(&self) -> Result<Vec<Conflict>, DeskError> {
        let open = self.register.conflicts()?;
        open.iter().filter_map(|one| self.conflict(one.record, &one.field).transpose()).collect()
    }

    fn conflict(&self, record: RecordId, field: &FieldId) -> Result<Option<Conflict>, DeskError> {
        let Some(record) = self.register.record(record)? else { return Ok(None) };
        let Some(form) = self.house.forms.get(&record.kind) else { return Ok(None) };
        if let Err(DeskError::NotCounsellor) = self.for_the_role(&record.kind) {
            return Ok(None);
        }
        let Some(definition) = form.field(field.as_str()) else { return Ok(None) };
        let show = self.show(&[std::slice::from_ref(&record)])?;
        let live = record.answers.get(field).map_or(&[][..], Vec::as_slice);
        let field: FieldView = show.field(form, definition, live);
        let here = self.register.identity().map(|(device, _)| device.to_string());
        let past = self.register.history(record.id, Some(&definition.id))?;
        let live: Vec<_> = past.iter().filter(|past| past.live).collect();
        let mine = live.iter().filter(|past| Some(past.device.to_string()) == here);
        Ok(Some(Conflict {
            id: format!("{}/{}", record.id, field.id),
            record: show.link(&record),
            disputed: self
                .disputes(record.id, &definition.id)?
                .is_superset(&live.iter().map(|past| past.id.to_string()).collect()),
            mine: mine.map(|past| past.id.to_string()).collect(),
            field,
        }))
    }

    /// Settles a conflict: with the value of this laptop (`mine`), the other (`theirs`), the value of one change by its name, or
    /// a value typed in. `disputed` or `both` keeps every value in sight for good, and asks again only when another comes.
    ///
    /// # Errors
    /// [`DeskError::NoConflict`]; [`DeskError::WrongUse`] for `mine` or `theirs` when more than one value fits that word.
    pub fn settle(&mut self, id: &str, take: &str) -> Result<FieldView, DeskError> {
        let (record, field) = id.split_once('/').ok_or(DeskError::NoConflict)?;
        let record = self.resolve(record).map_err(|_| DeskError::NoConflict)?;
        let field = FieldId::new(field).map_err(|_| DeskError::NoConflict)?;
        let open = self.register.conflicts()?;
        if !open.iter().any(|one| one.record == record && one.field == field) {
            return Err(DeskError::NoConflict);
        }
        let live: Vec<_> =
            self.register.history(record, Some(&field))?.into_iter().filter(|past| past.live).collect();
        let here = self.register.identity().map(|(device, _)| device);
        if take == "disputed" || take == "both" {
            return self.dispute(record, &field, &live);
        }
        let named = live.iter().find(|past| past.id.to_string() == take);
        let chosen = match take {
            _ if let Some(past) = named => (past.write.clone(), past.as_typed.clone()),
            "mine" | "theirs" => {
                let fits: Vec<_> =
                    live.iter().filter(|past| (Some(past.device) == here) == (take == "mine")).collect();
                let [one] = fits.as_slice() else { return Err(DeskError::WrongUse) };
                (one.write.clone(), one.as_typed.clone())
            }
            text => self.typed_for(record, &field, text)?,
        };
        let replaces: Vec<ChangeId> = live.iter().map(|past| past.id).collect();
        let write = NewWrite {
            record,
            field: field.clone(),
            write: chosen.0,
            as_typed: chosen.1,
            replaces: Replaces::Exactly(replaces),
        };
        let id = self.new_deed();
        self.commit((id, "settle"), None, Vec::new(), vec![write])?;
        self.field_now(record, &field)
    }

    fn field_now(&self, record: RecordId, field: &FieldId) -> Result<FieldView, DeskError> {
        let settled = self.existing(record, None)?;
        let form = self.house.form_of(&settled.kind)?;
        let definition = form.field(field.as_str()).ok_or(DeskError::NoSuchField)?;
        let live = settled.answers.get(field).map_or(&[][..], Vec::as_slice);
        Ok(self.show(&[std::slice::from_ref(&settled)])?.field(form, definition, live))
    }

    /// Writes down that these values stay side by side.
    fn dispute(
        &mut self,
        record: RecordId,
        field: &FieldId,
        live: &[register::Past],
    ) -> Result<FieldView, DeskError> {
        let ids: Vec<String> = live.iter().map(|past| past.id.to_string()).collect();
        let said = format!("{field} {}", ids.join(" "));
        let before = self.register.history(record, Some(&FieldId::disputed()))?;
        let of_field = |past: &&register::Past| past.live && disputed_field(past) == Some(field.as_str());
        let replaces = before.iter().filter(of_field).map(|past| past.id).collect();
        let write = NewWrite {
            record,
            field: FieldId::disputed(),
            write: Write::Answered(crate::books::known(&said)),
            as_typed: None,
            replaces: Replaces::Exactly(replaces),
        };
        let id = self.new_deed();
        self.commit((id, "dispute"), None, Vec::new(), vec![write])?;
        self.field_now(record, field)
    }

    /// The changes of a field that an officer keeps side by side.
    fn disputes(&self, record: RecordId, field: &FieldId) -> Result<BTreeSet<String>, DeskError> {
        let marks = self.register.history(record, Some(&FieldId::disputed()))?;
        let of_field = marks.iter().filter(|past| past.live && disputed_field(past) == Some(field.as_str()));
        let texts = of_field.filter_map(|past| past.write.answer()?.known());
        Ok(texts.flat_map(|text| text.reveal().split(' ').skip(1)).map(str::to_owned).collect())
    }

    /// Everything that needs an officer after laptops met.
    ///
    /// # Errors
    /// [`DeskError::Register`].
    pub fn inbox(&self) -> Result<InboxView, DeskError> {
        let apart = self.records(&self.register.edited_apart()?)?;
        let show = self.show(&[&apart])?;
        Ok(InboxView {
            conflicts: self.conflicts()?,
            edited_apart: apart.iter().map(|record| show.link(record)).collect(),
            placeholders: self.register.placeholders()?.iter().map(ToString::to_string).collect(),
            quarantined: self.past_changes(self.register.standing_aside(Aside::Revoked, 1000)?)?,
            imports: self.imports()?,
        })
    }

    fn typed_for(
        &self,
        record: RecordId,
        field: &FieldId,
        text: &str,
    ) -> Result<(Write, Option<casework::private::Private<String>>), DeskError> {
        let form = self.house.form_of(&self.existing(record, None)?.kind)?;
        let (typing, numbering) = (self.typing(self.lang)?, self.numbering()?);
        let mut draft = Draft::new(&self.house, self, &typing, &numbering);
        draft.write(form, record, field.as_str(), Typed::text(text))?;
        let entry = draft.entries.pop().ok_or(DeskError::WrongUse)?;
        Ok((Write::Answered(entry.answer), entry.as_typed))
    }
}

/// The field that a mark of a dispute is about.
fn disputed_field(mark: &register::Past) -> Option<&str> {
    mark.write.answer()?.known()?.reveal().split(' ').next()
}
