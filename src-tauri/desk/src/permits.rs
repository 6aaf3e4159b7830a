//! The board of exit permits. Owns moving many people one step at once, as one deed; refuses to write into a matter that also
//! names somebody who was not chosen.

use crate::{
    Desk,
    draft::{Draft, Typed},
    failure::DeskError,
    reading::Gathered,
    show::Show,
    standing::said,
    views::{OverstayView, PermitAdvance, PermitLine},
    writing::deed,
};
use casework::{
    ids::RecordId,
    overstay::{Facts, Overstay},
    permits::{Permit, PermitStep},
    record::Record,
    values::Money,
};
use std::collections::BTreeSet;

impl Desk {
    /// The permit of each person of a rescue, or of one person.
    ///
    /// # Errors
    /// [`DeskError::NotFound`].
    pub fn permits(&self, of: RecordId) -> Result<Vec<PermitLine>, DeskError> {
        let people = match self.existing(of, None)?.kind.as_str() {
            "rescue" => self.people_of(of)?,
            _ => vec![self.existing(of, Some("person"))?.id],
        };
        let mut lines = self.permit_lines(people)?;
        lines.sort_by_key(|(step, _)| *step);
        Ok(lines.into_iter().map(|(_, line)| line).collect())
    }

    /// The permits of everybody who is still in the host country, those without one first: a part of the board. Of the others it
    /// is only worked out how far they are.
    ///
    /// # Errors
    /// [`DeskError::Register`] when the register cannot be read.
    pub fn permit_board(&self, offset: usize, limit: usize) -> Result<Vec<PermitLine>, DeskError> {
        let abroad = self.abroad_by_step(self.moment())?;
        let page = abroad.into_iter().skip(offset).take(limit).map(|(_, person)| person);
        Ok(self.permit_lines(page.collect())?.into_iter().map(|(_, line)| line).collect())
    }

    fn permit_lines(&self, people: Vec<RecordId>) -> Result<Vec<(PermitStep, PermitLine)>, DeskError> {
        let gathered = self.gather_of(people, &["immigration-matter"])?;
        let show = self.show(&[&gathered.people, &gathered.about])?;
        gathered.people.iter().map(|person| self.permit_line(&show, &gathered, person)).collect()
    }

    fn permit_line(
        &self,
        show: &Show<'_>,
        gathered: &Gathered,
        person: &Record,
    ) -> Result<(PermitStep, PermitLine), DeskError> {
        let about = gathered.about(person.id);
        let (today, warn) = (self.today(), self.house.post.warn_days.permit);
        let matters = about.iter().copied().filter(|one| one.kind == "immigration-matter");
        let permit = Permit::furthest(matters, today, warn);
        let step = permit.map_or(PermitStep::Missing, |permit| permit.step(today, warn));
        let daily = Money::read(&self.house.post.daily_fine).map_err(|_| DeskError::Fault("daily-fine"))?;
        let overstay = permit.and_then(|permit| {
            let rate = permit.matter.money("daily_fine").unwrap_or(daily);
            Overstay::reckon(Facts::of(permit.matter), rate, today).ok()
        });
        let line = PermitLine {
            person: show.link(person),
            step: step.id().to_owned(),
            step_word: show.words.get(&format!("permit-{}", step.id())).into_owned(),
            number: permit.and_then(|permit| permit.number.map(str::to_owned)),
            expires: permit.and_then(|permit| said(show, permit.matter, "permit_expires")),
            matter: permit.map(|permit| show.link(permit.matter)),
            overstay: overstay.map(|one| overstay_view(show, &one)),
        };
        Ok((step, line))
    }

    /// Moves many people one step on the board, as one deed. Where somebody's matter also names people who were not chosen,
    /// a matter of their own is made, so that nobody else's permit changes.
    ///
    /// # Errors
    /// [`DeskError::Nobody`]; [`DeskError::WrongUse`] for a step that is none; [`DeskError::NeedsField`] for `issued` without
    /// number or last day; and what parsing refuses. Nothing is written then.
    pub fn advance_permits(&mut self, input: &PermitAdvance) -> Result<Vec<PermitLine>, DeskError> {
        let people = self.people_meant(&input.people, &input.except)?;
        if people.is_empty() {
            return Err(DeskError::Nobody);
        }
        for person in &people {
            self.existing(*person, Some("person"))?;
        }
        let state = match input.to.as_str() {
            "submitted" => "submitted",
            "issued" => "issued",
            _ => return Err(DeskError::WrongUse),
        };
        let said: Vec<(&str, &str)> = match state {
            "issued" => vec![
                ("permit_state", state),
                ("permit_number", &input.number),
                ("permit_issued", &input.issued),
                ("permit_expires", &input.expires),
            ],
            _ => vec![("permit_state", state)],
        };
        let form = self.house.form("immigration-matter")?.clone();
        if state == "issued" {
            for (field, text) in [("permit_number", &input.number), ("permit_expires", &input.expires)] {
                if text.trim().is_empty() {
                    let field = crate::books::field_id(field)?;
                    return Err(DeskError::NeedsField { field, form: form.id });
                }
            }
        }
        let chosen: BTreeSet<RecordId> = people.iter().copied().collect();
        let gathered = self.gather(chosen.iter().copied().collect())?;
        let (today, warn) = (self.today(), self.house.post.warn_days.permit);
        let (mut targets, mut without) = (BTreeSet::new(), Vec::new());
        for person in &chosen {
            let about = gathered.about(*person);
            let own = about.iter().copied().filter(|one| {
                one.kind == "immigration-matter" && one.links("people").all(|id| chosen.contains(&id))
            });
            match Permit::furthest(own, today, warn) {
                Some(permit) => drop(targets.insert(permit.matter.id)),
                None => without.push(*person),
            }
        }
        let (typing, numbering) = (self.typing(self.lang)?, self.numbering()?);
        let fresh: Vec<RecordId> = without.iter().map(|_| self.new_id()).collect();
        let mut draft = Draft::new(&self.house, self, &typing, &numbering);
        for (person, id) in without.iter().zip(&fresh) {
            draft.make(*id, "immigration-matter", &[*person])?;
        }
        for id in targets.iter().chain(&fresh) {
            for (field, text) in &said {
                draft.write(&form, *id, field, Typed::text(text))?;
            }
        }
        let (births, entries) = (draft.births, draft.entries);
        self.do_deed(deed(&input.deed)?, "permits-advance", births, entries)?;
        let mut lines = Vec::new();
        for person in people {
            lines.extend(self.permits(person)?);
        }
        Ok(lines)
    }
}

fn overstay_view(show: &Show<'_>, stay: &Overstay) -> OverstayView {
    let days = if stay.least == stay.most {
        stay.most.to_string()
    } else {
        format!("{}–{}", stay.least, stay.most)
    };
    OverstayView {
        days,
        fine: stay.fine.display(show.words),
        waived: stay.waived.display(show.words),
        paid: stay.paid.display(show.words),
        due: stay.due.display(show.words),
        settled: stay.is_settled(),
    }
}
