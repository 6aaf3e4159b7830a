//! Whether a person, and which of their fields, may go to a recipient. Owns the rule: consent for that recipient or a
//! legal basis that the profile names; not asked counts as no; refused or withdrawn beats everything. Refuses guessing:
//! what is not plainly allowed is withheld.

use crate::{
    form::{Field, Forms},
    ids::{GroupId, KindId, RecordId},
    profile::{Cover, Profile, SEALED_GROUPS, Show},
    record::Record,
};

/// What one person has said about one recipient, newest word first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConsentStanding {
    /// Given, and the groups that were allowed one by one.
    Given {
        /// Groups with a consent of their own.
        groups: Vec<GroupId>,
        /// The record that says so.
        record: RecordId,
    },
    /// Refused, or given once and withdrawn.
    Refused {
        /// The record that says so.
        record: RecordId,
    },
    /// Two laptops wrote different answers and nobody has settled it: counts as no.
    Unsettled {
        /// The record in question.
        record: RecordId,
    },
    /// Never asked: counts as no.
    NotAsked,
}

impl ConsentStanding {
    /// Reads the standing of `person` towards `profile` from the consent records about that person. The latest day
    /// counts; on one day a refusal beats a consent.
    pub fn of(person: RecordId, profile: &str, consents: &[&Record], forms: &Forms) -> Self {
        let Some(form) = forms.named("consent") else { return Self::NotAsked };
        let concerns = |record: &Record| {
            record.kind == form.id
                && record.links("people").any(|one| one == person)
                && record.all("recipient").any(|one| one == profile)
        };
        let mut said: Vec<(String, u8, Self)> = consents
            .iter()
            .filter(|record| concerns(record))
            .map(|record| {
                let standing = Self::read(record);
                let day = record.sort_key(form, "answered_on").unwrap_or_default();
                (day.chars().take(10).collect(), standing.strength(), standing)
            })
            .collect();
        said.sort_by(|a, b| (&a.0, a.1).cmp(&(&b.0, b.1)));
        said.pop().map_or(Self::NotAsked, |(_, _, standing)| standing)
    }

    fn read(record: &Record) -> Self {
        let mut outcomes: Vec<&str> = record.all("outcome").collect();
        outcomes.dedup();
        match outcomes.as_slice() {
            ["given"] => Self::Given {
                groups: record.all("groups").filter_map(|group| GroupId::new(group).ok()).collect(),
                record: record.id,
            },
            ["refused" | "withdrawn"] => Self::Refused { record: record.id },
            _ => Self::Unsettled { record: record.id },
        }
    }

    /// On one day the more cautious word wins.
    const fn strength(&self) -> u8 {
        match self {
            Self::NotAsked => 0,
            Self::Given { .. } => 1,
            Self::Unsettled { .. } => 2,
            Self::Refused { .. } => 3,
        }
    }
}

/// True when what was said in a consent covers a purpose by name. Where no purpose was named, none is covered: nobody agreed to
/// be studied by agreeing to be housed.
pub fn is_for(consent: &Record, purpose: &str) -> bool {
    consent.all("purposes").any(|one| one == purpose)
}

/// Why a person is in a dossier, or is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Admission {
    /// By consent to the recipient.
    ByConsent,
    /// By the legal basis that the profile names.
    ByLaw,
    /// By an officer's override, whose reason prints on the cover.
    ByOverride,
    /// Left out: never asked.
    NotAsked,
    /// Left out: refused or withdrawn. Nothing overrides it.
    Refused,
    /// Left out: two answers stand side by side.
    Unsettled,
}

impl Admission {
    /// Decides whether a person goes into a dossier.
    pub const fn decide(profile: &Profile, standing: &ConsentStanding, overridden: bool) -> Self {
        match standing {
            ConsentStanding::Refused { .. } => Self::Refused,
            ConsentStanding::Given { .. } => Self::ByConsent,
            _ if profile.legal_basis.is_some() => Self::ByLaw,
            _ if overridden => Self::ByOverride,
            ConsentStanding::Unsettled { .. } => Self::Unsettled,
            ConsentStanding::NotAsked => Self::NotAsked,
        }
    }

    /// True when the person is in it.
    pub const fn is_in(self) -> bool {
        matches!(self, Self::ByConsent | Self::ByLaw | Self::ByOverride)
    }

    /// The key of the sentence that says why.
    pub const fn word_key(self) -> &'static str {
        match self {
            Self::ByConsent => "admission-consent",
            Self::ByLaw => "admission-law",
            Self::ByOverride => "admission-override",
            Self::NotAsked => "admission-not-asked",
            Self::Refused => "admission-refused",
            Self::Unsettled => "admission-unsettled",
        }
    }
}

/// One person's allowances under one profile.
#[derive(Debug, Clone)]
pub struct Allowance<'p> {
    /// The profile.
    pub profile: &'p Profile,
    /// What the person has said.
    pub standing: ConsentStanding,
    /// Whether the person is in at all.
    pub admission: Admission,
}

impl<'p> Allowance<'p> {
    /// Works out a person's allowances.
    pub fn of(
        person: RecordId,
        profile: &'p Profile,
        consents: &[&Record],
        forms: &Forms,
        overridden: bool,
    ) -> Self {
        let standing = ConsentStanding::of(person, &profile.id, consents, forms);
        let admission = Admission::decide(profile, &standing, overridden);
        Self { profile, standing, admission }
    }

    /// True when `field` of a record of `kind` may be shown. `own` says that the record's holder is the recipient.
    pub fn shows(&self, kind: &KindId, field: &Field, own: bool) -> bool {
        self.admission.is_in()
            && !self.is_beyond(&field.group)
            && self.profile.shows(kind, field).is_some_and(|show| self.covers(show) && (own || !show.own))
    }

    /// Groups that the profile could show and this person has not allowed.
    pub fn missing(&self) -> impl Iterator<Item = &GroupId> {
        self.profile.shows.iter().filter(|show| !self.covers(show)).map(|show| &show.group)
    }

    /// What nothing can override: acts compelled and counselling.
    fn is_beyond(&self, group: &GroupId) -> bool {
        self.admission == Admission::ByOverride && SEALED_GROUPS.iter().any(|sealed| *group == *sealed)
    }

    fn covers(&self, show: &Show) -> bool {
        match (&self.standing, show.cover) {
            (_, Cover::Recipient) => true,
            (ConsentStanding::Given { groups, .. }, Cover::Separate) => groups.contains(&show.group),
            (_, Cover::Separate) => false,
        }
    }
}

#[cfg(test)]
mod tests;
