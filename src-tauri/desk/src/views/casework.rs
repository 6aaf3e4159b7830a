//! What the screens of casework show: today, movements, the gate, permits, identification, money, the chain.

use super::{LabelledText, RecordLink};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The departure gate of one flight.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct GatePage {
    /// The flight.
    pub flight: MovementLine,
    /// One line for each person asked about, in the order of the manifest.
    pub people: Vec<GateLine>,
    /// True when every one of them may go.
    pub open: bool,
}

/// One person at the gate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct GateLine {
    /// The person.
    pub person: RecordLink,
    /// True when the person may go.
    pub open: bool,
    /// The eight requirements, in order.
    pub checks: Vec<GateCheck>,
}

/// One requirement for one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct GateCheck {
    /// Its id: `exit-permit`.
    pub requirement: String,
    /// It in words.
    pub word: String,
    /// True when it is in order, or overridden.
    pub open: bool,
    /// What blocks it; still said when it is overridden.
    pub blocker: Option<String>,
    /// What would clear it.
    pub clear: Option<String>,
    /// True when a head may override it: the person's own refusal never.
    pub may_override: bool,
    /// The record that it rests on.
    pub record: Option<RecordLink>,
    /// The override that opens it.
    pub overridden: Option<OverrideView>,
}

/// An override with its reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OverrideView {
    /// The record of it.
    pub record: RecordLink,
    /// The reason.
    pub reason: String,
    /// Who decided.
    pub by: String,
    /// When it was written, in the office's zone.
    pub at: String,
}

/// An override of the gate as a head gives it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct GateOverrideInput {
    /// The people; a rescue stands for its people.
    pub people: Vec<String>,
    /// Whom to leave out of a rescue.
    #[serde(default)]
    pub except: Vec<String>,
    /// The flight.
    pub flight: String,
    /// The requirement's id.
    pub requirement: String,
    /// Why.
    pub reason: String,
    /// The deed's id.
    pub deed: String,
}

/// One movement in the list of movements.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MovementLine {
    /// The movement.
    pub movement: RecordLink,
    /// Its sort: `flight`.
    pub sort: String,
    /// Departure, in words and with its zone.
    pub departs: Option<String>,
    /// Arrival, in words and with its zone.
    pub arrives: Option<String>,
    /// From where to where.
    pub way: String,
    /// Carrier and number.
    pub carrier: String,
    /// How many people.
    pub people: u32,
    /// How many seats, where that is on record.
    pub seats: Option<u32>,
    /// Who receives them.
    pub receiver: Option<RecordLink>,
    /// True when it is still to come.
    pub ahead: bool,
    /// For a flight that is still to come: how many may not go yet.
    pub blocked: u32,
}

/// The board of exit permits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PermitLine {
    /// The person.
    pub person: RecordLink,
    /// `missing`, `submitted`, `expired`, `expiring`, `issued`.
    pub step: String,
    /// It in words.
    pub step_word: String,
    /// The permit's number.
    pub number: Option<String>,
    /// Its last day.
    pub expires: Option<String>,
    /// The immigration matter.
    pub matter: Option<RecordLink>,
    /// Overstay up to today.
    pub overstay: Option<OverstayView>,
}

/// Overstay in days and money, ready to show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OverstayView {
    /// `157`, or `128–157` where the visa's end is known to a month only.
    pub days: String,
    /// The fine that counts.
    pub fine: String,
    /// How much was waived.
    pub waived: String,
    /// How much was paid.
    pub paid: String,
    /// What is still due.
    pub due: String,
    /// True when nothing is due.
    pub settled: bool,
}

/// A step on the board for many people at once.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct PermitAdvance {
    /// The people; a rescue stands for its people.
    pub people: Vec<String>,
    /// Whom to leave out of a rescue.
    #[serde(default)]
    pub except: Vec<String>,
    /// `submitted` or `issued`.
    pub to: String,
    /// For `issued`: the permit's number, or the number of the list that all of them stand on.
    #[serde(default)]
    pub number: String,
    /// For `issued`: its first day, raw.
    #[serde(default)]
    pub issued: String,
    /// For `issued`: its last day, raw.
    #[serde(default)]
    pub expires: String,
    /// The deed's id.
    pub deed: String,
}

/// What waits today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TodayPage {
    /// Today, in words.
    pub date: String,
    /// What is due or overdue, the earliest first, as many lines as were asked for; papers only within their warning.
    pub due: Vec<DueLine>,
    /// How many lines there are of it.
    pub due_lines: u32,
    /// Flights that are still to come.
    pub flights: Vec<MovementLine>,
    /// Shelters and homes with somebody in them, or with a capacity.
    pub beds: Vec<BedLine>,
    /// Fields that hold two values.
    pub conflicts: u32,
    /// Holders of copies that are no longer true or allowed, who have not been told.
    pub notices: u32,
}

/// One thing that is due, for one person or for a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DueLine {
    /// *Canonical* day.
    pub day: String,
    /// The day in words.
    pub when: String,
    /// True when the day is over.
    pub overdue: bool,
    /// What kind of thing: `task`, `follow-up`, `permit`, `document`.
    pub sort: String,
    /// What is to be done, in words.
    pub what: String,
    /// The person, where it is one.
    pub person: Option<RecordLink>,
    /// The ids of all for whom it is due: people of one rescue for whom the same is due on one day share a line.
    pub people: Vec<String>,
    /// Their rescue.
    pub rescue: Option<RecordLink>,
    /// The record that it follows from.
    pub record: RecordLink,
}

/// How full a shelter is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BedLine {
    /// The shelter.
    pub holder: RecordLink,
    /// How many people stay there tonight.
    pub people: u32,
    /// How many it can take, where that is on record.
    pub beds: Option<u32>,
    /// True when there are more people than beds.
    pub over: bool,
    /// How many on each of the next fourteen nights, tonight first.
    pub outlook: Vec<u32>,
}

/// Where a person stands, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StandingPage {
    /// The stage's id.
    pub stage: String,
    /// The stage in words.
    pub stage_word: String,
    /// What the records show, when an officer has set another stage.
    pub derived_word: Option<String>,
    /// The record that it rests on.
    pub because: Option<RecordLink>,
    /// The officer's reason, for a stage that was set.
    pub overridden: Option<OverrideView>,
    /// The four parallel tracks.
    pub tracks: Vec<TrackView>,
}

/// How far a parallel track is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TrackView {
    /// Its id: `immigration`.
    pub track: String,
    /// It in words.
    pub word: String,
    /// How far it is, in words.
    pub position: String,
    /// The record that says so.
    pub because: Option<RecordLink>,
}

/// Identification: screenings side by side, findings of authorities, interviews. Never a verdict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct IdentificationPage {
    /// Acts, means, purpose, the ILO's indicators, the pattern of forced criminality.
    pub parts: Vec<ScreeningPart>,
    /// What authorities decided, earliest first.
    pub determinations: Vec<DeterminationView>,
    /// True when two of them differ.
    pub differ: bool,
    /// How often the person has told the story, earliest first.
    pub interviews: Vec<InterviewLine>,
}

/// One element of the picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ScreeningPart {
    /// Its id: `ilo`.
    pub element: String,
    /// It in words.
    pub word: String,
    /// True for the means of a child.
    pub not_required: bool,
    /// Its questions.
    pub questions: Vec<ScreeningQuestion>,
}

/// One question with what was said to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ScreeningQuestion {
    /// Its label.
    pub label: String,
    /// Each screening's answer with its source.
    pub said: Vec<SaidView>,
    /// True when something supports it.
    pub supported: bool,
    /// True when something supports it and something speaks against it.
    pub contradicted: bool,
    /// True when no screening has an answer.
    pub missing: bool,
}

/// An answer, or a finding, with its source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SaidView {
    /// What it says, in words.
    pub text: String,
    /// The record that says it.
    pub source: RecordLink,
}

/// What an authority decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DeterminationView {
    /// The record.
    pub record: RecordLink,
    /// Who decided.
    pub authority: Option<RecordLink>,
    /// When.
    pub when: Option<String>,
    /// What, in the app's word for it.
    pub outcome: String,
    /// Letter and exact wording.
    pub details: Vec<LabelledText>,
    /// True when a later entry corrects this one.
    pub corrected: bool,
}

/// One interview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct InterviewLine {
    /// The record.
    pub record: RecordLink,
    /// When.
    pub when: Option<String>,
    /// By which authority.
    pub authority: Option<RecordLink>,
    /// Purpose, language, interpreter.
    pub details: Vec<LabelledText>,
}

/// How often a person has told the story.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ToldView {
    /// The person.
    pub person: RecordLink,
    /// The interviews, earliest first.
    pub interviews: Vec<InterviewLine>,
}

/// One sum of money.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SumLine {
    /// The kind in words.
    pub sort: String,
    /// Spent for the people asked about alone.
    pub alone: String,
    /// Spent for them together with others.
    pub shared: String,
}

/// One link of the chain of episodes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ChainLine {
    /// The episode.
    pub episode: RecordLink,
    /// When it began.
    pub from: Option<String>,
    /// When it ended.
    pub until: Option<String>,
    /// Where.
    pub site: Option<RecordLink>,
    /// How it follows on the one before: `first`, `follows`, `gap`, `overlaps`, `open`.
    pub joint: String,
    /// It in words.
    pub joint_word: String,
}
