//! Where a person stands and why, the chain of episodes, and what was spent. Owns showing what casework derives; refuses a
//! second account of any of it.

use crate::{
    Desk,
    failure::DeskError,
    gate::override_view,
    show::Show,
    views::{ChainLine, StandingPage, SumLine, TrackView},
};
use casework::{
    chain::{self, Joint},
    ids::RecordId,
    lifecycle::Standing,
    record::Record,
    spending, tracks,
};
use std::collections::BTreeSet;

impl Desk {
    /// The stage of a person with what it rests on, and the four parallel tracks.
    ///
    /// # Errors
    /// [`DeskError::NotFound`] when it is no person.
    pub fn standing(&self, person: RecordId) -> Result<StandingPage, DeskError> {
        self.existing(person, Some("person"))?;
        let gathered = self.gather(vec![person])?;
        let record = gathered.people.first().ok_or(DeskError::NotFound)?;
        let (about, now) = (gathered.about(person), self.moment());
        let found = Standing::of(record, &about, &self.house.forms, now);
        let show = self.show(&[&gathered.people, &gathered.about])?;
        let positions = tracks::positions(person, &about, now, self.house.post.warn_days.permit);
        let word = |key: &str| show.words.get(key).into_owned();
        Ok(StandingPage {
            stage: found.stage().id().to_owned(),
            stage_word: word(&found.stage().word_key()),
            derived_word: found.overridden.map(|_| word(&found.derived.word_key())),
            because: found.because.map(|id| show.linked(id)),
            overridden: found.overridden.and_then(|(_, id)| override_view(&show, &gathered.about, id)),
            tracks: positions
                .iter()
                .map(|one| TrackView {
                    track: one.track.id().to_owned(),
                    word: word(&format!("track-{}", one.track.id())),
                    position: word(one.word_key),
                    because: one.because.map(|id| show.linked(id)),
                })
                .collect(),
        })
    }

    /// The chain of what was done to a person, in order, with its gaps.
    ///
    /// # Errors
    /// [`DeskError::NotFound`] when it is no person.
    pub fn chain(&self, person: RecordId) -> Result<Vec<ChainLine>, DeskError> {
        self.existing(person, Some("person"))?;
        let gathered = self.gather(vec![person])?;
        let show = self.show(&[&gathered.people, &gathered.about])?;
        Ok(chain::chain(person, &gathered.about(person))
            .iter()
            .map(|link| {
                let days = if let Joint::Gap(days) = link.joint { days } else { 0 };
                let joint = link.joint.id();
                ChainLine {
                    episode: show.link(link.episode),
                    from: said(&show, link.episode, "from"),
                    until: said(&show, link.episode, "until"),
                    site: link.episode.links("site").next().map(|id| show.linked(id)),
                    joint: joint.to_owned(),
                    joint_word: show.words.fill(&format!("joint-{joint}"), &[("days", &days.to_string())]),
                }
            })
            .collect())
    }

    /// What was spent for a person, or for everybody of a rescue, by kind and currency.
    ///
    /// # Errors
    /// [`DeskError::NotFound`]; [`DeskError::Fault`] when a sum does not fit into 64 bits of minor units.
    pub fn spending(&self, of: RecordId) -> Result<Vec<SumLine>, DeskError> {
        let people = match self.existing(of, None)?.kind.as_str() {
            "rescue" => self.people_of(of)?,
            "person" => vec![of],
            _ => return Err(DeskError::NotFound),
        };
        let gathered = self.gather(people.clone())?;
        let people: BTreeSet<RecordId> = people.into_iter().collect();
        let records: Vec<&Record> = gathered.about.iter().collect();
        let sums = spending::sums(&people, &records).map_err(|_| DeskError::Fault("sum"))?;
        let words = self.words();
        let line = |sum: &spending::Sum| SumLine {
            sort: sum
                .sort
                .as_deref()
                .map_or_else(String::new, |sort| words.get(&format!("service-{sort}")).into_owned()),
            alone: sum.alone.display(words),
            shared: sum.shared.display(words),
        };
        Ok(sums.iter().map(line).collect())
    }
}

/// What a record says in one field, in words.
pub(crate) fn said(show: &Show<'_>, record: &Record, field: &str) -> Option<String> {
    let definition = show.house.forms.get(&record.kind)?.field(field)?;
    record.first(field).map(|text| show.text(definition, text))
}
