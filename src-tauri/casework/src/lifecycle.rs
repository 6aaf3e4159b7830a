//! How far along the way home a person is. Owns deriving the stage from what is recorded, and an officer's override with its
//! reason beside it; refuses a stage that hides what it rests on. Services never depend on it, and no finding of an
//! authority moves it.

use crate::{form::Forms, ids::RecordId, now::Now, record::Record};

/// A stage of the way home, in order; then the ways out of it, in no order of worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// Known about.
    Reported,
    /// Their place is known.
    Located,
    /// Brought out.
    Extracted,
    /// With the host country's authority.
    HostCustody,
    /// In a shelter, a hospital or a hotel.
    Sheltered,
    /// An exit permit is issued.
    Cleared,
    /// On the way home.
    Departed,
    /// Arrived in the home country.
    Received,
    /// In a rehabilitation home.
    Rehabilitation,
    /// Living at home again.
    Reintegrated,
    /// Nothing more is to be done.
    Closed,
    /// Went home without the embassy.
    OwnMeans,
    /// Wanted no help.
    Refused,
    /// Left without a word.
    Absconded,
    /// Taken on by another mission, or living elsewhere.
    Relocated,
    /// Has died.
    Deceased,
    /// The case turned out to be another matter.
    NotVictim,
}

impl Stage {
    /// All of them: the main path, then the side exits.
    pub const ALL: [Self; 17] = [
        Self::Reported,
        Self::Located,
        Self::Extracted,
        Self::HostCustody,
        Self::Sheltered,
        Self::Cleared,
        Self::Departed,
        Self::Received,
        Self::Rehabilitation,
        Self::Reintegrated,
        Self::Closed,
        Self::OwnMeans,
        Self::Refused,
        Self::Absconded,
        Self::Relocated,
        Self::Deceased,
        Self::NotVictim,
    ];

    /// The kinds of record that tell of a stage: no other moves anybody.
    pub const TOLD_BY: [&str; 5] =
        ["episode", "immigration-matter", "movement", "placement", "stage-override"];

    /// Its id: `host-custody`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Reported => "reported",
            Self::Located => "located",
            Self::Extracted => "extracted",
            Self::HostCustody => "host-custody",
            Self::Sheltered => "sheltered",
            Self::Cleared => "cleared",
            Self::Departed => "departed",
            Self::Received => "received",
            Self::Rehabilitation => "rehabilitation",
            Self::Reintegrated => "reintegrated",
            Self::Closed => "closed",
            Self::OwnMeans => "own-means",
            Self::Refused => "refused",
            Self::Absconded => "absconded",
            Self::Relocated => "relocated",
            Self::Deceased => "deceased",
            Self::NotVictim => "not-victim",
        }
    }

    /// Reads an id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.id() == id)
    }

    /// True for a way out of the main path.
    pub const fn is_side_exit(self) -> bool {
        matches!(
            self,
            Self::OwnMeans
                | Self::Refused
                | Self::Absconded
                | Self::Relocated
                | Self::Deceased
                | Self::NotVictim
        )
    }

    /// True when the host country's papers no longer matter to the person.
    pub const fn is_out_of_the_host_country(self) -> bool {
        matches!(
            self,
            Self::Departed
                | Self::Received
                | Self::Rehabilitation
                | Self::Reintegrated
                | Self::Closed
                | Self::OwnMeans
                | Self::Deceased
        )
    }

    /// The key of its word: `stage-sheltered`, `exit-absconded`.
    pub fn word_key(self) -> String {
        let family = if self.is_side_exit() { "exit" } else { "stage" };
        format!("{family}-{}", self.id())
    }

    /// The stage of `person`: an officer's override where one stands, else the furthest that the records show.
    pub fn of(person: &Record, records: &[&Record], forms: &Forms, now: Now) -> Self {
        Standing::of(person, records, forms, now).stage()
    }

    /// The stage that one record shows, if it shows any. What is planned for later shows none.
    fn shown_by(record: &Record, forms: &Forms, now: Now) -> Option<Self> {
        let form = forms.get(&record.kind)?;
        let has_come = |field: &str| record.when(field).is_some_and(|when| now.has_come(when));
        // A stay or a journey without a date is taken as told: it happened, nobody knows when.
        let began = |field: &str| record.when(field).is_none_or(|when| now.has_come(when));
        match (form.id.as_str(), record.first("sort")) {
            ("movement", Some("extraction")) if began("departed_at") => Some(Self::Extracted),
            ("movement", Some("flight")) if has_come("arrived_at") => Some(Self::Received),
            ("movement", Some("flight")) if began("departed_at") => Some(Self::Departed),
            ("placement", _) if !began("from") => None,
            ("placement", Some("custody")) => Some(Self::HostCustody),
            ("placement", Some("shelter" | "hospital" | "hotel")) => Some(Self::Sheltered),
            ("placement", Some("rehabilitation")) => Some(Self::Rehabilitation),
            ("placement", Some("home")) => Some(Self::Reintegrated),
            ("immigration-matter", _)
                if record.first("permit_number").is_some() && began("permit_issued") =>
            {
                Some(Self::Cleared)
            }
            ("episode", Some("exploitation" | "resale")) if record.links("site").next().is_some() => {
                Some(Self::Located)
            }
            _ => None,
        }
    }
}

/// What the stage rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// The furthest stage that the records show.
    pub derived: Stage,
    /// The record that shows it; none where it is only known that there is a case.
    pub because: Option<RecordId>,
    /// An officer's override, the latest: the stage and the record with its reason.
    pub overridden: Option<(Stage, RecordId)>,
}

impl Standing {
    /// Works out the standing of `person` from every record that names them. An override stands until it is removed or a
    /// later one names neither a stage nor an exit; what the records show stays in sight beside it.
    pub fn of(person: &Record, records: &[&Record], forms: &Forms, now: Now) -> Self {
        let mut standing = match person.links("rescue").next() {
            Some(rescue) => Self { derived: Stage::Located, because: Some(rescue), overridden: None },
            None => Self { derived: Stage::Reported, because: None, overridden: None },
        };
        for record in records.iter().copied().filter(|record| record.is_about(person.id)) {
            if let Some(stage) = Stage::shown_by(record, forms, now)
                && stage > standing.derived
            {
                standing.derived = stage;
                standing.because = Some(record.id);
            }
        }
        let overriding = |record: &&Record| {
            let decided = record.when("decided_on").is_none_or(|when| now.has_come(when));
            record.kind == "stage-override" && record.is_about(person.id) && decided
        };
        standing.overridden = records
            .iter()
            .copied()
            .filter(overriding)
            .max_by_key(|record| (record.when("decided_on").map(|when| when.sort_key()), record.id))
            .and_then(|record| {
                Some((Stage::from_id(record.first("exit").or(record.first("stage"))?)?, record.id))
            });
        standing
    }

    /// The stage to show.
    pub fn stage(&self) -> Stage {
        self.overridden.map_or(self.derived, |(stage, _)| stage)
    }

    /// The record to show as the reason.
    pub fn reason(&self) -> Option<RecordId> {
        self.overridden.map(|(_, record)| record).or(self.because)
    }
}

#[cfg(test)]
mod tests;
