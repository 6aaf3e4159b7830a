//! What waits today: tasks, follow-ups, papers that run out, flights, beds, open conflicts; and the list of movements. Owns
//! gathering them; refuses a list that an officer would have to keep by hand.

use crate::{
    Desk,
    failure::DeskError,
    reading::count,
    show::Show,
    views::{BedLine, DueLine, MovementLine, TodayPage},
};
use casework::{
    beds,
    following::{self, Due, DueSort},
    lifecycle::Stage,
    record::Record,
    values::PartialDate,
};

/// Tasks and follow-ups show this many days ahead; papers by their own warning.
const AHEAD_DAYS: u64 = 14;

/// The nights that the outlook of a shelter covers.
const NIGHTS: u32 = 14;

impl Desk {
    /// What waits today.
    ///
    /// # Errors
    /// [`DeskError::Register`] when the register cannot be read.
    pub fn day(&self) -> Result<TodayPage, DeskError> {
        let now = self.moment();
        let people = self.of_kind("person")?.iter().map(|person| person.id).collect();
        let gathered = self.gather(people)?;
        let organisations = self.of_kind("organisation")?;
        let show = self.show(&[&gathered.people, &gathered.about, &organisations])?;
        let mut due: Vec<Due> = gathered.about.iter().filter_map(following::task).collect();
        for person in &gathered.people {
            let about = gathered.about(person.id);
            let stage = Stage::of(person, &about, &self.house.forms, now);
            due.extend(following::follow_ups(person.id, &about, &self.house.post.follow_up_days, now));
            due.extend(following::papers(person.id, &about, stage, now, self.house.post.warn_days));
        }
        let last = now.today.checked_add_days(chrono::Days::new(AHEAD_DAYS)).unwrap_or(now.today);
        due.retain(|one| matches!(one.sort, DueSort::Permit | DueSort::Document) || one.day <= last);
        due.sort();
        let placements: Vec<&Record> = gathered.about.iter().filter(|one| one.kind == "placement").collect();
        Ok(TodayPage {
            date: PartialDate::day(now.today).display(show.words),
            due: due.iter().map(|one| due_line(&show, &gathered.about, one, now.today)).collect(),
            flights: self.movement_lines(&show, &gathered.about, true)?,
            beds: organisations.iter().filter_map(|one| bed_line(&show, one, &placements, now)).collect(),
            conflicts: count(self.register.conflicts()?.len()),
        })
    }

    /// Every movement, the latest first, with how many may not go yet on the flights that are still to come.
    ///
    /// # Errors
    /// [`DeskError::Register`] when the register cannot be read.
    pub fn movements(&self) -> Result<Vec<MovementLine>, DeskError> {
        let movements = self.of_kind("movement")?;
        let show = self.show(&[&movements])?;
        self.movement_lines(&show, &movements, false)
    }

    fn movement_lines(
        &self,
        show: &Show<'_>,
        records: &[Record],
        only_flights_ahead: bool,
    ) -> Result<Vec<MovementLine>, DeskError> {
        let now = self.moment();
        let mut movements: Vec<&Record> = records.iter().filter(|one| one.kind == "movement").collect();
        if only_flights_ahead {
            movements.retain(|one| following::flight_ahead(one, now).is_some());
        }
        movements.sort_by_key(|one| (one.when("departed_at").map(|when| when.sort_key()), one.id));
        if !only_flights_ahead {
            movements.reverse();
        }
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
}

fn due_line(show: &Show<'_>, about: &[Record], due: &Due, today: chrono::NaiveDate) -> DueLine {
    let key = format!("due-{}", due.sort.id());
    let written = about.iter().find(|one| one.id == due.record && due.sort == DueSort::Task);
    let what = match (due.sort, written.and_then(|task| task.first("what"))) {
        (DueSort::FollowUp(days), _) => show.words.fill(&key, &[("days", &days.to_string())]),
        (_, Some(what)) => what.to_owned(),
        _ => show.words.get(&key).into_owned(),
    };
    DueLine {
        day: due.day.to_string(),
        when: PartialDate::day(due.day).display(show.words),
        overdue: due.day < today,
        sort: due.sort.id().to_owned(),
        what,
        person: due.person.map(|id| show.linked(id)),
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
