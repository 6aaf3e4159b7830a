//! The departure gate: whether one person may take one flight. Owns its eight requirements, what blocks each and what would
//! clear it; refuses to let a doubt pass: what is not plainly in order blocks, and only a named override with its reason
//! opens it.

mod rules;

use crate::{
    form::Forms,
    ids::RecordId,
    profile::Profile,
    record::Record,
    values::{Money, PartialDate},
};

/// What must be in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Requirement {
    /// A travel document that is valid on the day, its paper at hand.
    Document,
    /// An exit permit that is valid on the day.
    ExitPermit,
    /// Overstay waived or paid.
    Overstay,
    /// Found fit to travel, and still so on the day.
    Fit,
    /// Consent for the receiver.
    Consent,
    /// The receiver has accepted.
    Accepted,
    /// An escort.
    Escort,
    /// A seat: on the manifest, and enough seats booked for it.
    Seat,
}

impl Requirement {
    /// All of them, in the order to show.
    pub const ALL: [Self; 8] = [
        Self::Document,
        Self::ExitPermit,
        Self::Overstay,
        Self::Fit,
        Self::Consent,
        Self::Accepted,
        Self::Escort,
        Self::Seat,
    ];

    /// Its id, an option of `gate-override.blocker`: `exit-permit`. Its word is `gate-<id>`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::ExitPermit => "exit-permit",
            Self::Overstay => "overstay",
            Self::Fit => "fit",
            Self::Consent => "consent",
            Self::Accepted => "accepted",
            Self::Escort => "escort",
            Self::Seat => "seat",
        }
    }

    /// Reads an id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.id() == id)
    }
}

/// What blocks a requirement. Each says what happened in `block-<id>` and what would clear it in `clear-<id>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Blocker {
    /// The flight has no day that could be compared.
    NoFlightDay,
    /// Two values stand side by side that an officer has to settle first.
    Disputed,
    /// No passport and no emergency document is on record.
    NoDocument,
    /// The document's last day is not on record.
    DocumentOpen,
    /// The document has run out by the day of the flight.
    DocumentExpired(PartialDate),
    /// The document is valid, and the paper is with somebody who will not bring it to the airport.
    PaperAway,
    /// No exit permit is on record.
    NoPermit,
    /// The permit's last day is not on record.
    PermitOpen,
    /// The permit begins after the flight.
    PermitNotYet(PartialDate),
    /// The permit has run out by the day of the flight.
    PermitExpired(PartialDate),
    /// Nothing on record says how long the overstay was.
    OverstayUnknown,
    /// The amounts on record do not go together.
    OverstayUnclear,
    /// So much is still to pay.
    OverstayDue(Money),
    /// Nobody has examined the person.
    NotExamined,
    /// Found unfit to travel.
    Unfit,
    /// Found fit, and nobody said until when.
    FitOpen,
    /// Found fit for a time that has run out by the day of the flight.
    FitExpired(PartialDate),
    /// Nobody is named who receives the people of this flight.
    NoReceiver,
    /// The person has not been asked.
    ConsentNotAsked,
    /// The person has refused or withdrawn.
    ConsentRefused,
    /// The person was not referred to the receiver.
    NotReferred,
    /// The receiver has not answered.
    NotAnswered,
    /// The receiver has refused, or the referral was withdrawn.
    NotAccepted,
    /// No escort is named.
    NoEscort,
    /// The person is not on the manifest.
    NotOnManifest,
    /// Nobody wrote down how many seats there are.
    SeatsUnknown,
    /// There are fewer seats than people.
    TooFewSeats {
        /// Seats booked.
        seats: i64,
        /// People on the manifest.
        people: usize,
    },
}

impl Blocker {
    /// Its id, the end of its two sentences.
    pub const fn id(self) -> &'static str {
        match self {
            Self::NoFlightDay => "no-flight-day",
            Self::Disputed => "disputed",
            Self::NoDocument => "no-document",
            Self::DocumentOpen => "document-open",
            Self::DocumentExpired(_) => "document-expired",
            Self::PaperAway => "paper-away",
            Self::NoPermit => "no-permit",
            Self::PermitOpen => "permit-open",
            Self::PermitNotYet(_) => "permit-not-yet",
            Self::PermitExpired(_) => "permit-expired",
            Self::OverstayUnknown => "overstay-unknown",
            Self::OverstayUnclear => "overstay-unclear",
            Self::OverstayDue(_) => "overstay-due",
            Self::NotExamined => "not-examined",
            Self::Unfit => "unfit",
            Self::FitOpen => "fit-open",
            Self::FitExpired(_) => "fit-expired",
            Self::NoReceiver => "no-receiver",
            Self::ConsentNotAsked => "consent-not-asked",
            Self::ConsentRefused => "consent-refused",
            Self::NotReferred => "not-referred",
            Self::NotAnswered => "not-answered",
            Self::NotAccepted => "not-accepted",
            Self::NoEscort => "no-escort",
            Self::NotOnManifest => "not-on-manifest",
            Self::SeatsUnknown => "seats-unknown",
            Self::TooFewSeats { .. } => "too-few-seats",
        }
    }

    /// One of each, for whoever checks that all have their words.
    pub fn one_of_each() -> Vec<Self> {
        let day = PartialDate::day(chrono::NaiveDate::MIN);
        let mut all = vec![
            Self::NoFlightDay,
            Self::Disputed,
            Self::NoDocument,
            Self::DocumentOpen,
            Self::DocumentExpired(day),
            Self::PaperAway,
            Self::NoPermit,
            Self::PermitOpen,
            Self::PermitNotYet(day),
            Self::PermitExpired(day),
            Self::OverstayUnknown,
            Self::OverstayUnclear,
            Self::NotExamined,
            Self::Unfit,
            Self::FitOpen,
            Self::FitExpired(day),
            Self::NoReceiver,
            Self::ConsentNotAsked,
            Self::ConsentRefused,
            Self::NotReferred,
            Self::NotAnswered,
            Self::NotAccepted,
            Self::NoEscort,
            Self::NotOnManifest,
            Self::SeatsUnknown,
            Self::TooFewSeats { seats: 0, people: 0 },
        ];
        all.extend(Money::read("USD 0.00").ok().map(Self::OverstayDue));
        all
    }

    /// True for what no override opens: the person's own refusal.
    pub const fn is_final(self) -> bool {
        matches!(self, Self::ConsentRefused)
    }
}

/// One requirement for one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Check {
    /// What must be in order.
    pub requirement: Requirement,
    /// What blocks it; none when it is in order.
    pub blocker: Option<Blocker>,
    /// The record that it rests on, where there is one.
    pub record: Option<RecordId>,
    /// The override that opens it all the same.
    pub overridden: Option<RecordId>,
}

impl Check {
    /// True when the person may go as far as this is concerned.
    pub fn is_open(&self) -> bool {
        match self.blocker {
            None => true,
            Some(blocker) => self.overridden.is_some() && !blocker.is_final(),
        }
    }
}

/// The gate of one person for one flight.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gate {
    /// The person.
    pub person: RecordId,
    /// The eight requirements, in order.
    pub checks: Vec<Check>,
}

/// What the gate looks at.
#[derive(Debug, Clone, Copy)]
pub struct Question<'a> {
    /// The person.
    pub person: RecordId,
    /// The flight: a movement.
    pub flight: &'a Record,
    /// Every record that names the person.
    pub about: &'a [&'a Record],
    /// The organisation that receives the people of this flight, where the flight names one that is on record.
    pub receiver: Option<&'a Record>,
    /// The receiver's profile, which may name a legal basis.
    pub profile: Option<&'a Profile>,
    /// The forms.
    pub forms: &'a Forms,
    /// The host country's fine for each day of overstay.
    pub daily_fine: Money,
}

impl Gate {
    /// Works out the gate. An override counts for the requirements it names, on the flight it names.
    pub fn of(question: &Question<'_>) -> Self {
        let check = |requirement: Requirement| {
            let (blocker, record) = rules::look(requirement, question);
            let overridden = blocker.and_then(|_| rules::overridden(requirement, question));
            Check { requirement, blocker, record, overridden }
        };
        Self { person: question.person, checks: Requirement::ALL.map(check).into() }
    }

    /// True when the person may go.
    pub fn is_open(&self) -> bool {
        self.checks.iter().all(Check::is_open)
    }
}

#[cfg(test)]
mod tests;
