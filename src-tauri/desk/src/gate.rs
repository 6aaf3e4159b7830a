//! The departure gate at the desk: one person, a group or a whole flight. Owns gathering what the gate looks at, and the deed
//! of overriding it; refuses an override without a reason, by anybody but a head, and of a person's own refusal.

use crate::{
    Desk,
    draft::{Draft, Typed},
    failure::DeskError,
    reading::{Gathered, count},
    show::Show,
    views::{GateCheck, GateLine, GateOverrideInput, GatePage, MovementLine, OverrideView},
    writing::deed,
};
use casework::{
    following,
    gate::{Blocker, Check, Gate, Question, Requirement},
    ids::RecordId,
    record::Record,
    values::{Money, When},
};

impl Desk {
    /// The gate of `flight` for some people and rescues, or for its whole manifest when nobody is named.
    ///
    /// # Errors
    /// [`DeskError::NotFound`] when the flight is no movement, or somebody is neither person nor rescue.
    pub fn gate(&self, of: &[RecordId], flight: RecordId) -> Result<GatePage, DeskError> {
        let flight = self.existing(flight, Some("movement"))?;
        let mut people: Vec<RecordId> = Vec::new();
        for id in of {
            match self.existing(*id, None)?.kind.as_str() {
                "person" => people.push(*id),
                "rescue" => people.extend(self.people_of(*id)?),
                _ => return Err(DeskError::NotFound),
            }
        }
        if of.is_empty() {
            people.extend(flight.links("people"));
        }
        let mut seen = std::collections::BTreeSet::new();
        people.retain(|id| seen.insert(*id));
        let gathered = self.gather(people)?;
        let gates = self.gates(&flight, &gathered)?;
        let show = self.show(&[std::slice::from_ref(&flight), &gathered.people, &gathered.about])?;
        let line = |gate: &Gate| GateLine {
            person: show.linked(gate.person),
            open: gate.is_open(),
            checks: gate.checks.iter().map(|check| self.gate_check(&show, &gathered, check)).collect(),
        };
        let people: Vec<GateLine> = gates.iter().map(line).collect();
        let blocked = count(people.iter().filter(|line| !line.open).count());
        Ok(GatePage { open: blocked == 0, flight: self.movement_line(&show, &flight, blocked), people })
    }

    /// Overrides one requirement of the gate for some people on one flight. The record of it keeps the reason; undo takes it
    /// back.
    ///
    /// # Errors
    /// [`DeskError::NotHead`]; [`DeskError::ReasonNeeded`]; [`DeskError::RefusedByPerson`] when one of them has refused the
    /// receiver, and then nothing is written; [`DeskError::Nobody`]; [`DeskError::NotFound`].
    pub fn override_gate(&mut self, input: &GateOverrideInput) -> Result<GatePage, DeskError> {
        self.for_the_head()?;
        if input.reason.trim().is_empty() {
            return Err(DeskError::ReasonNeeded);
        }
        let requirement = Requirement::from_id(&input.requirement).ok_or(DeskError::WrongUse)?;
        let people = self.people_meant(&input.people, &input.except)?;
        let flight = self.existing(self.resolve(&input.flight)?, Some("movement"))?;
        if people.is_empty() {
            return Err(DeskError::Nobody);
        }
        let gathered = self.gather(people.clone())?;
        let refused = self.gates(&flight, &gathered)?.into_iter().any(|gate| {
            let mut checks = gate.checks.into_iter().filter(|check| check.requirement == requirement);
            checks.any(|check| check.blocker.is_some_and(Blocker::is_final))
        });
        if refused {
            return Err(DeskError::RefusedByPerson);
        }
        let (typing, numbering) = (self.typing(self.lang)?, self.numbering()?);
        let id = self.new_id();
        let decided = casework::values::ZonedTime::of(self.now(), self.zone()?).to_string();
        let mut draft = Draft::new(&self.house, self, &typing, &numbering);
        let form = draft.make(id, "gate-override", &people)?;
        let said = [
            ("movement", flight.id.to_string()),
            ("blocker", requirement.id().to_owned()),
            ("decided_on", decided),
            ("reason", input.reason.clone()),
        ];
        for (field, text) in &said {
            draft.write(form, id, field, Typed::text(text))?;
        }
        draft.complete(form, id)?;
        let (births, entries) = (draft.births, draft.entries);
        self.do_deed(deed(&input.deed)?, "gate-override", births, entries)?;
        self.audit("gate-override", id)?;
        self.gate(&people, flight.id)
    }

    /// The gates of some people for one flight.
    pub(crate) fn gates(&self, flight: &Record, gathered: &Gathered) -> Result<Vec<Gate>, DeskError> {
        let receiver = match flight.links("holder").next() {
            Some(id) => self.register.record(id)?,
            None => None,
        };
        let named = receiver.as_ref().and_then(|one| one.first("profile"));
        let profile = named.and_then(|id| self.house.profiles.iter().find(|profile| profile.id == id));
        let daily_fine =
            Money::read(&self.house.post.daily_fine).map_err(|_| DeskError::Fault("daily-fine"))?;
        let gate = |person: &Record| {
            Gate::of(&Question {
                person: person.id,
                flight,
                about: &gathered.about(person.id),
                receiver: receiver.as_ref(),
                profile,
                forms: &self.house.forms,
                daily_fine,
            })
        };
        Ok(gathered.people.iter().map(gate).collect())
    }

    fn gate_check(&self, show: &Show<'_>, gathered: &Gathered, check: &Check) -> GateCheck {
        let say = |prefix: &str, blocker: Blocker| sentence(show, prefix, blocker);
        GateCheck {
            requirement: check.requirement.id().to_owned(),
            word: show.words.get(&format!("gate-{}", check.requirement.id())).into_owned(),
            open: check.is_open(),
            blocker: check.blocker.map(|blocker| say("block", blocker)),
            clear: check.blocker.map(|blocker| say("clear", blocker)),
            may_override: check.blocker.is_some_and(|blocker| !blocker.is_final()),
            record: check.record.map(|id| show.linked(id)),
            overridden: check.overridden.and_then(|id| override_view(show, &gathered.about, id)),
        }
    }

    /// A movement as one line. `blocked` is said only of what is still to come.
    pub(crate) fn movement_line(&self, show: &Show<'_>, movement: &Record, blocked: u32) -> MovementLine {
        let said = |field: &str| {
            let definition = self.house.forms.get(&movement.kind)?.field(field)?;
            movement.first(field).map(|text| show.text(definition, text))
        };
        let joined = |fields: [&str; 2], between: &str| {
            fields.into_iter().filter_map(said).collect::<Vec<_>>().join(between)
        };
        let ahead = movement.when("departed_at").is_some_and(|when| !self.moment().has_come(when))
            || following::flight_ahead(movement, self.moment()).is_some();
        MovementLine {
            movement: show.link(movement),
            sort: movement.first("sort").unwrap_or_default().to_owned(),
            departs: said("departed_at"),
            arrives: said("arrived_at"),
            way: joined(["from_place", "to_place"], " → "),
            carrier: joined(["carrier", "number"], " "),
            people: count(movement.links("people").count()),
            seats: movement.number("seats").and_then(|seats| u32::try_from(seats).ok()),
            receiver: movement.links("holder").next().map(|id| show.linked(id)),
            ahead,
            blocked: if ahead { blocked } else { 0 },
        }
    }
}

/// The reason on an override, with who wrote it and when.
pub(crate) fn override_view(show: &Show<'_>, records: &[Record], id: RecordId) -> Option<OverrideView> {
    let record = records.iter().find(|record| record.id == id)?;
    let live = record.answers.values().flatten().next()?;
    Some(OverrideView {
        record: show.link(record),
        reason: record.first("reason").unwrap_or_default().to_owned(),
        by: show.linked(live.author).title,
        at: show.moment(live.at),
    })
}

/// A blocker's sentence with its day, amount or numbers filled in.
fn sentence(show: &Show<'_>, prefix: &str, blocker: Blocker) -> String {
    let key = format!("{prefix}-{}", blocker.id());
    match blocker {
        Blocker::DocumentExpired(day)
        | Blocker::PermitNotYet(day)
        | Blocker::PermitExpired(day)
        | Blocker::FitExpired(day) => show.words.fill(&key, &[("on", &When::Date(day).display(show.words))]),
        Blocker::OverstayDue(amount) => show.words.fill(&key, &[("amount", &amount.display(show.words))]),
        Blocker::TooFewSeats { seats, people } => {
            show.words.fill(&key, &[("seats", &seats.to_string()), ("people", &people.to_string())])
        }
        _ => show.words.get(&key).into_owned(),
    }
}
