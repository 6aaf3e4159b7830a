//! A list of people becomes a case: read, mapped, looked through, and taken in as one deed. Owns the list that is open;
//! refuses to write anything before the officer has said so, and to guess an answer that only the officer has.

mod group;
mod look;
mod standard;
mod take;

use crate::{
    Desk,
    failure::DeskError,
    views::{RosterChoices, RosterPreview},
};
use casework::{form::Form, private::Private};
use paperwork::{
    Column, Grid, Limits,
    roster::{Answers, DateOrder, LetterP, Mapping, Preview, Proposal, Slot, Target, preview, propose},
};
use standard::Standard;

/// A list that is being looked through. Nothing of it is written anywhere.
pub(crate) struct OpenRoster {
    /// The file's name, as the officer knows it.
    source: Private<String>,
    grid: Grid,
    proposal: Proposal,
    mapping: Mapping,
    answers: Answers,
    /// Where things stood in the file, when it is one of a standard.
    standard: Option<Standard>,
}

impl Desk {
    /// Reads a list and proposes what its columns mean. `name` is the file's name, or empty for pasted text.
    ///
    /// # Errors
    /// [`DeskError::Paper`] naming the limit or the place; nothing is kept of a refused file.
    pub fn open_roster(&mut self, bytes: &[u8], name: &str) -> Result<RosterPreview, DeskError> {
        let grid = paperwork::read(bytes, name, &Limits::default())?;
        let source = Private::new(name.to_owned());
        self.roster = Some(match self.of_the_standard(source.clone(), &grid)? {
            Some(open) => open,
            None => self.proposed(source, grid)?,
        });
        self.roster_preview()
    }

    /// Corrects how the open list is read.
    ///
    /// # Errors
    /// [`DeskError::NoRoster`]; [`DeskError::Paper`] for a column or field that is not there.
    pub fn choose_in_roster(&mut self, choices: &RosterChoices) -> Result<RosterPreview, DeskError> {
        let mut open = self.roster.take().ok_or(DeskError::NoRoster)?;
        if let Some(sheet) = choices.sheet.as_ref().filter(|_| open.standard.is_none()) {
            let only = only_sheet(&open.grid, sheet);
            let proposal = self.proposed(Private::default(), only)?;
            open = OpenRoster { mapping: proposal.mapping.clone(), proposal: proposal.proposal, ..open };
        }
        for choice in &choices.columns {
            let target = choice.field.as_deref().map_or(Ok(Target::Nothing), read_target);
            open.mapping.set(Column(choice.column), target?)?;
        }
        for given in &choices.answers {
            answer(&mut open.answers, Column(given.column), &given.answer)?;
        }
        open.answers.leave_out = choices.left_out.iter().copied().collect();
        if let Some(standard) = &open.standard {
            // A row that says "no consent" stays out, whatever is ticked.
            open.answers.leave_out.extend(standard.refused());
        }
        self.roster = Some(open);
        self.roster_preview()
    }

    /// Puts the open list away.
    pub fn drop_roster(&mut self) {
        self.roster = None;
    }

    fn proposed(&self, source: Private<String>, grid: Grid) -> Result<OpenRoster, DeskError> {
        let person = self.house.form("person")?;
        let with = self.house.form("travel-document")?;
        let words = self.house.all_words();
        let first = propose(&grid, person, &[with], &words, None);
        let remembered = self.remembered_mapping(&first.mapping.fingerprint())?;
        let proposal = match &remembered {
            Some(mapping) => propose(&grid, person, &[with], &words, Some(mapping)),
            None => first,
        };
        let mapping = proposal.mapping.clone();
        Ok(OpenRoster { source, grid, proposal, mapping, answers: Answers::default(), standard: None })
    }

    /// The list as it would be taken in.
    pub(crate) fn looked_through(&self, open: &OpenRoster) -> Result<Preview, DeskError> {
        let forms = forms(&self.house, open.standard.is_some())?;
        let (person, with) = forms.split_first().ok_or(DeskError::NoSuchKind)?;
        let typing = self.typing(self.lang)?;
        Ok(preview(&open.grid, &open.mapping, person, with, &typing, self.words(), &open.answers)?)
    }

    fn remembered_mapping(&self, fingerprint: &str) -> Result<Option<Mapping>, DeskError> {
        // A mapping of an older app that no longer reads is simply not offered: the proposal stands without it.
        Ok(self.register.roster_mapping(fingerprint)?.and_then(|text| serde_json::from_str(&text).ok()))
    }
}

/// The grid with every other sheet emptied, so that this one is the list.
fn only_sheet(grid: &Grid, name: &str) -> Grid {
    let mut only = grid.clone();
    for sheet in &mut only.sheets {
        if sheet.name.reveal() != name {
            sheet.rows.clear();
        }
    }
    only
}

/// A target as the window names it: `person.full_name`, or two fields joined by `+`.
fn read_target(text: &str) -> Result<Target, DeskError> {
    match text.split_once('+') {
        Some((place, date)) => Ok(Target::PlaceAndDate { place: read_slot(place)?, date: read_slot(date)? }),
        None => Ok(Target::Field(read_slot(text)?)),
    }
}

fn read_slot(text: &str) -> Result<Slot, DeskError> {
    let (form, field) = text.split_once('.').ok_or(DeskError::NoSuchField)?;
    Ok(Slot {
        form: form.to_owned().try_into().map_err(|_| DeskError::NoSuchKind)?,
        field: field.to_owned().try_into().map_err(|_| DeskError::NoSuchField)?,
    })
}

fn target_name(target: &Target) -> Option<String> {
    match target {
        Target::Nothing => None,
        Target::Field(slot) => Some(slot.to_string()),
        Target::PlaceAndDate { place, date } => Some(format!("{place}+{date}")),
    }
}

fn answer(answers: &mut Answers, column: Column, given: &str) -> Result<(), DeskError> {
    match given {
        "day-first" => drop(answers.orders.insert(column, DateOrder::DayFirst)),
        "month-first" => drop(answers.orders.insert(column, DateOrder::MonthFirst)),
        "female" => drop(answers.letters.insert(column, LetterP::Female)),
        "male" => drop(answers.letters.insert(column, LetterP::Male)),
        _ => return Err(DeskError::WrongUse),
    }
    Ok(())
}

/// The forms that a row of a list fills, the person's first: with it the travel document that comes along, or what a file of
/// the standard says of decisions and events.
fn forms(house: &crate::House, of_the_standard: bool) -> Result<Vec<&Form>, DeskError> {
    let with: &[&str] = if of_the_standard { &["determination", "episode"] } else { &["travel-document"] };
    std::iter::once(&"person").chain(with).map(|name| house.form(name)).collect()
}
