//! What waits today: tasks, follow-ups, papers that run out, flights, beds, open conflicts; and the list of movements. Owns
//! gathering them; refuses a list that an officer would have to keep by hand.

use crate::{
    Desk,
    failure::DeskError,
    places::{ByPlace, Places},
    reading::count,
    show::Show,
    views::{BedLine, DueLine, MovementLine, TodayPage},
    waiting::{Bucket, Owed, Waiting},
};
use casework::{
    beds,
    following::{self, Due, DueSort},
    ids::RecordId,
    private::Private,
    record::Record,
    values::PartialDate,
};
use register::{Page, Place};
use std::collections::BTreeSet;

/// Tasks and follow-ups show this many days ahead; papers by their own warning.
const AHEAD_DAYS: u64 = 14;

/// The nights that the outlook of a shelter covers.
const NIGHTS: u32 = 14;

/// The movements of one page of the list.
const PAGE: usize = 200;

impl Desk {
    /// What waits today, of what is due the first `limit` lines. Only what is open is read, and of the rest of what is due it is
    /// counted in how many lines it stands.
    ///
    /// # Errors
    /// [`DeskError::Register`] when the register cannot be read.
    pub fn day(&self, limit: usize) -> Result<TodayPage, DeskError> {
        let now = self.moment();
        let last = now.today.checked_add_days(chrono::Days::new(AHEAD_DAYS)).unwrap_or(now.today);
        let (groups, due_lines) = self.groups(&self.waiting(now, last)?, limit)?;
        let flights = self.flights_ahead(now)?;
        let stays = self.open_stays(now)?;
        let organisations = self.of_kind("organisation")?;
        let named: BTreeSet<RecordId> = groups.iter().flat_map(Group::named).collect();
        let named = self.records(&named.into_iter().collect::<Vec<_>>())?;
        let apart = [&flights, &named, &organisations].map(|records| without_people(records));
        let show = self.show(&apart.each_ref().map(Vec::as_slice))?;
        let placements: Vec<&Record> = stays.iter().collect();
        Ok(TodayPage {
            date: PartialDate::day(now.today).display(show.words),
            due: groups.iter().map(|group| due_line(&show, group, now.today)).collect(),
            due_lines: count(due_lines),
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

    /// The first groups of what waits, the earliest first, and how many there are in all.
    pub(crate) fn groups(&self, waiting: &Waiting, limit: usize) -> Result<(Vec<Group>, usize), DeskError> {
        let (mut groups, mut all) = (Vec::new(), 0);
        let mut rescues: Option<ByPlace<Place>> = None;
        for (key, bucket) in waiting {
            let met = match bucket {
                Bucket::Read(dues) => self.grouped(dues)?,
                Bucket::Owed(owed) if groups.len() < limit => self.grouped(&self.dues(*key, owed)?)?,
                Bucket::Owed(owed) => {
                    let rescues = match &mut rescues {
                        Some(known) => known,
                        unknown => unknown.insert(self.rescues_of_people()?),
                    };
                    let of = |one: &Owed| rescues.get(&one.person);
                    let together: Places = owed.iter().filter_map(of).copied().collect();
                    all += together.len() + owed.iter().filter(|one| of(one).is_none()).count();
                    continue;
                }
            };
            all += met.len();
            groups.extend(met);
        }
        groups.truncate(limit);
        Ok((groups, all))
    }

    /// What is due for one reason on one day: one group for the people of one rescue. A task, and a person without a rescue, is a
    /// group alone.
    fn grouped(&self, dues: &[Due]) -> Result<Vec<Group>, DeskError> {
        let mut groups: Vec<Group> = Vec::new();
        for due in dues.iter().copied() {
            if due.sort == DueSort::Task {
                let task = self.records(&[due.record])?.pop();
                let people = task.iter().flat_map(|task| task.links("people")).collect();
                let what = task.and_then(|task| task.first("what").map(|what| what.to_owned().into()));
                groups.push(Group { due, what, rescue: None, people });
                continue;
            }
            let rescue = match due.person {
                Some(person) => self.register.named_by(person, "rescue")?.first().copied(),
                None => None,
            };
            match groups.iter_mut().find(|group| rescue.is_some() && group.rescue == rescue) {
                Some(group) => group.people.extend(due.person),
                None => {
                    groups.push(Group { due, what: None, rescue, people: due.person.into_iter().collect() })
                }
            }
        }
        Ok(groups)
    }

    /// The rescue of everybody who has one; of several the one that [`register::Register::named_by`] tells first.
    fn rescues_of_people(&self) -> Result<ByPlace<Place>, DeskError> {
        let (mut of, mut several) = (ByPlace::default(), Vec::new());
        self.register.each_link_to("rescue", "rescue", &mut |person, rescue| {
            if let Some(other) = of.insert(person, rescue) {
                several.push((person, other));
            }
        })?;
        for (person, other) in several {
            let Some(rescue) = of.get_mut(&person) else { continue };
            if self.register.at_place(other)? < self.register.at_place(*rescue)? {
                *rescue = other;
            }
        }
        Ok(of)
    }
}

/// What is due for some people at once.
pub(crate) struct Group {
    pub(crate) due: Due,
    /// What a task says.
    what: Option<Private<String>>,
    pub(crate) rescue: Option<RecordId>,
    pub(crate) people: Vec<RecordId>,
}

impl Group {
    /// The records that its line names: what it follows from, its rescue, and its person where that is one.
    fn named(&self) -> impl Iterator<Item = RecordId> {
        let alone = match self.people.as_slice() {
            [one] => Some(*one),
            _ => None,
        };
        [self.due.record].into_iter().chain(self.rescue).chain(alone)
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

fn due_line(show: &Show<'_>, group: &Group, today: chrono::NaiveDate) -> DueLine {
    let due = &group.due;
    let key = format!("due-{}", due.sort.id());
    let what = match (due.sort, &group.what) {
        (DueSort::FollowUp(days), _) => show.words.fill(&key, &[("days", &days.to_string())]),
        (_, Some(what)) => what.reveal().clone(),
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
