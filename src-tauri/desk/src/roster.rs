//! One line for each person: who, how old, what papers, how far, where now and who has them. Owns the line; every fact in
//! it is worked out from records and never stored a second time.

use crate::{show::Show, views::RosterLine};
use casework::{lifecycle::Standing, now::Now, record::Record, values::Value, whereabouts::Whereabouts};
use chrono::{Datelike, NaiveDate};

/// The line of `person` from every record that names them.
pub(crate) fn line(show: &Show<'_>, person: &Record, about: &[&Record], now: Now) -> RosterLine {
    let found = Standing::of(person, about, &show.house.forms, now);
    let stage = found.stage();
    let whereabouts = Whereabouts::of(person.id, about, &show.house.forms, now);
    let stay = whereabouts.stay();
    let since = stay.and_then(|stay| stay.since.as_deref());
    RosterLine {
        person: show.link(person),
        called_name: shown(show, person, "called_name"),
        sex: shown(show, person, "sex").unwrap_or_else(|| standing(show, person, "sex")),
        birth: shown(show, person, "birth_date")
            .or_else(|| shown(show, person, "age_told"))
            .unwrap_or_else(|| standing(show, person, "birth_date")),
        minor: may_be_minor(show, person, now.today),
        document: about
            .iter()
            .rev()
            .filter(|record| record.kind == "travel-document")
            .find_map(|record| record.first("number").map(str::to_owned)),
        stage: stage.id().to_owned(),
        stage_word: show.words.get(&stage.word_key()).into_owned(),
        stage_overridden: found.overridden.is_some(),
        place: place(show, &whereabouts),
        holder: stay.and_then(|stay| stay.holder).map(|id| show.linked(id)),
        since: since.and_then(|text| when(show, text)),
        conflicts: conflicts(show, person),
    }
}

/// True when the person is, or may be, under eighteen today: by vulnerability, by birth date or by age as told. A doubt
/// counts as yes, since the rules for children protect and cost little.
pub(crate) fn may_be_minor(show: &Show<'_>, person: &Record, today: NaiveDate) -> bool {
    let marked = person.all("vulnerabilities").any(|one| one == "minor");
    let latest = ["birth_date", "age_told"].into_iter().find_map(|field| {
        let definition = show.house.forms.named("person")?.field(field)?;
        match Value::read(definition, person.first(field)?).ok()? {
            Value::Date(date) => Some(date.latest()),
            Value::Age(age) => Some(age.birth_between().1),
            _ => None,
        }
    });
    let eighteen = NaiveDate::from_ymd_opt(today.year() - 18, today.month(), today.day());
    let turns = eighteen.or_else(|| NaiveDate::from_ymd_opt(today.year() - 18, 3, 1));
    marked || matches!((latest, turns), (Some(born), Some(turns)) if born > turns)
}

fn place(show: &Show<'_>, whereabouts: &Whereabouts) -> Option<String> {
    let named = |stay: &casework::whereabouts::Stay| {
        stay.place.clone().or_else(|| stay.holder.map(|id| show.linked(id).title))
    };
    match whereabouts {
        Whereabouts::NotRecorded => None,
        Whereabouts::At(stay) => named(stay),
        Whereabouts::OnTheWay(stay) => Some(show.words.fill("where-travelling", &[("place", &named(stay)?)])),
        Whereabouts::Left(stay) => Some(show.words.fill("where-left", &[("place", &named(stay)?)])),
    }
}

fn when(show: &Show<'_>, canonical: &str) -> Option<String> {
    let field = show.house.forms.named("placement")?.field("from")?;
    Some(show.text(field, canonical))
}

fn shown(show: &Show<'_>, person: &Record, field: &str) -> Option<String> {
    let definition = show.house.forms.named("person")?.field(field)?;
    person.first(field).map(|text| show.text(definition, text))
}

/// Why there is no value: the standing on record, or that nobody has written anything.
fn standing(show: &Show<'_>, person: &Record, field: &str) -> String {
    let id = casework::ids::FieldId::new(field).ok();
    let live = id.and_then(|id| person.answers.get(&id)).and_then(|live| live.first());
    live.map_or_else(String::new, |one| {
        show.words.get(&format!("val-{}", one.answer.standing())).into_owned()
    })
}

fn conflicts(show: &Show<'_>, person: &Record) -> u32 {
    let Some(form) = show.house.forms.named("person") else { return 0 };
    let open = form.fields.iter().filter(|field| {
        let live = person.answers.get(&field.id).map_or(&[][..], Vec::as_slice);
        show.field(form, field, live).conflict
    });
    u32::try_from(open.count()).unwrap_or(u32::MAX)
}
