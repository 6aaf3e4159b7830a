//! What waits today: tasks, follow-ups, papers that run out, flights, beds, open conflicts; and the list of movements. Owns
//! gathering them; refuses a list that an officer would have to keep by hand.

use crate::{
    Desk,
    failure::DeskError,
    reading::count,
    show::Show,
    views::{BedLine, DueLine, MovementLine, TodayPage},
    waiting::Waiting,
};
use casework::{
    beds,
    following::{self, Due, DueSort},
    ids::RecordId,
    record::Record,
    values::PartialDate,
};
use register::Page;
use std::collections::BTreeSet;

/// Tasks and follow-ups show this many days ahead; papers by their own warning.
const AHEAD_DAYS: u64 = 14;

/// The nights that the outlook of a shelter covers.
const NIGHTS: u32 = 14;

/// The movements of one page of the list.
const PAGE: usize = 200;

impl Desk {
    /// What waits today. Only what is open is read.
    ///
    /// # Errors
    /// [`DeskError::Register`] when the register cannot be read.
    pub fn day(&self) -> Result<TodayPage, DeskError> {
        let now = self.moment();
        let last = now.today.checked_add_days(chrono::Days::new(AHEAD_DAYS)).unwrap_or(now.today);
        let Waiting { due, records } = self.waiting(now, last)?;
        let groups = self.groups(due, &records)?;
        let flights = self.flights_ahead(now)?;
        let stays = self.open_stays(now)?;
        let organisations = self.of_kind("organisation")?;
        let named: BTreeSet<RecordId> = groups.iter().flat_map(Group::named).collect();
        let named = self.records(&named.into_iter().collect::<Vec<_>>())?;
        let apart = [&records, &flights, &named, &organisations].map(|records| without_people(records));
        let show = self.show(&apart.each_ref().map(Vec::as_slice))?;
        let placements: Vec<&Record> = stays.iter().collect();
        Ok(TodayPage {
            date: PartialDate::day(now.today).display(show.words),
            due: groups.iter().map(|group| due_line(&show, &records, group, now.today)).collect(),
            flights: self.movement_lines(&show, flights.iter().collect())?,
            beds: organisations.iter().filter_map(|one| bed_line(&show, one, &placements, now)).collect(),
            conflicts: count(self.register.conflicts()?.len()),
            notices: self.notices_owed()?,
        })
    }

    /// Movements, the latest first, with how many may not go yet on the flights that are still to come: two hundred, after
    /// as many as are passed over. Whom they carried is counted and not read.
    ///
    /// # Errors
    /// [`DeskError::Register`] when the register cannot be read.
    pub fn movements(&self, offset: usize) -> Result<Vec<MovementLine>, DeskError> {
        let page = Page { offset, limit: PAGE };
        let movements = self.records(&self.register.latest_of_kind("movement", "departed_at", page)?)?;
        let show = self.show(&[&without_people(&movements)])?;
        self.movement_lines(&show, movements.iter().collect())
    }

    fn movement_lines(
        &self,
        show: &Show<'_>,
        movements: Vec<&Record>,
    ) -> Result<Vec<MovementLine>, DeskError> {
        let now = self.moment();
        let mut lines = Vec::with_capacity(movements.len());
        for movement in movements {
            let blocked = if following::flight_ahead(movement, now).is_some() {
                let gathered = self.gather(movement.links("people").collect())?;
                count(self.gates(movement, &gathered)?.iter().filter(|gate| !gate.is_open()).count())
            } else {
                0
            };
            lines.push(self.movement_line(show, movement, blocked));
        }
        Ok(lines)
    }

    /// What is due, the earliest first: one group for the people of one rescue for whom the same is due on the same day. A
    /// task, and a person without a rescue, is a group alone.
    fn groups(&self, mut due: Vec<Due>, records: &[Record]) -> Result<Vec<Group>, DeskError> {
        due.sort();
        let mut groups: Vec<Group> = Vec::new();
        for one in due {
            let rescue = match one.person {
                Some(person) if one.sort != DueSort::Task => self.register.named_by(person, "rescue")?,
                _ => Vec::new(),
            };
            let rescue = rescue.first().copied();
            let alike = |group: &&mut Group| {
                rescue.is_some()
                    && (group.rescue, group.due.day, group.due.sort) == (rescue, one.day, one.sort)
            };
            match groups.iter_mut().rev().find(alike) {
                Some(group) => group.people.extend(one.person),
                None => {
                    let task = records.iter().find(|task| task.id == one.record && one.sort == DueSort::Task);
                    let people = match task {
                        Some(task) => task.links("people").collect(),
                        None => one.person.into_iter().collect(),
                    };
                    groups.push(Group { due: one, rescue, people });
                }
            }
        }
        Ok(groups)
    }
}

/// What is due for some people at once.
struct Group {
    due: Due,
    rescue: Option<RecordId>,
    people: Vec<RecordId>,
}

impl Group {
    /// The records that its line names: its rescue, and its person where that is one.
    fn named(&self) -> impl Iterator<Item = RecordId> {
        let alone = match self.people.as_slice() {
            [one] => Some(*one),
            _ => None,
        };
        self.rescue.into_iter().chain(alone)
    }
}

/// The records without whom they are about, for lines that only count them.
fn without_people(records: &[Record]) -> Vec<Record> {
    let mut apart = records.to_vec();
    for record in &mut apart {
        record.answers.retain(|field, _| field != "people");
    }
    apart
}

fn due_line(show: &Show<'_>, records: &[Record], group: &Group, today: chrono::NaiveDate) -> DueLine {
    let due = &group.due;
    let key = format!("due-{}", due.sort.id());
    let written = records.iter().find(|one| one.id == due.record && due.sort == DueSort::Task);
    let what = match (due.sort, written.and_then(|task| task.first("what"))) {
        (DueSort::FollowUp(days), _) => show.words.fill(&key, &[("days", &days.to_string())]),
        (_, Some(what)) => what.to_owned(),
        _ => show.words.get(&key).into_owned(),
    };
    let alone = match group.people.as_slice() {
        [one] => Some(show.linked(*one)),
        _ => None,
    };
    DueLine {
        day: due.day.to_string(),
        when: PartialDate::day(due.day).display(show.words),
        overdue: due.day < today,
        sort: due.sort.id().to_owned(),
        what,
        person: alone,
        people: group.people.iter().map(ToString::to_string).collect(),
        rescue: group.rescue.map(|id| show.linked(id)),
        record: show.linked(due.record),
    }
}

/// A line for a place that has beds on record, or somebody in it tonight.
fn bed_line(
    show: &Show<'_>,
    holder: &Record,
    placements: &[&Record],
    now: casework::now::Now,
) -> Option<BedLine> {
    let outlook: Vec<u32> =
        beds::outlook(holder.id, placements, now, NIGHTS).iter().map(|night| count(night.people)).collect();
    let people = outlook.first().copied().unwrap_or(0);
    let beds = holder.number("beds").and_then(|beds| u32::try_from(beds).ok());
    if beds.is_none() && people == 0 {
        return None;
    }
    Some(BedLine {
        holder: show.link(holder),
        people,
        beds,
        over: beds.is_some_and(|beds| people > beds),
        outlook,
    })
}
