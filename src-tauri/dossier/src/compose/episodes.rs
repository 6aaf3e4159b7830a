//! What was done to people as a chain: recruited, transported, exploited, resold, out. Owns that people with the same chain
//! share one table, and that a stretch of which nothing is told stands in it as a row of its own; refuses to fill a gap, and
//! to say one from a day that the recipient may not have.

use super::{
    rows,
    say::{Say, joined},
};
use crate::model::{Block, Label, Row, Table, Text};
use casework::{
    chain::{Joint, chain},
    form::Form,
    ids::RecordId,
    record::Record,
    values::When,
};

/// Fields that stand in the table of the chain.
const IN_TABLE: [&str; 11] = [
    "people",
    "sort",
    "from",
    "until",
    "site",
    "country",
    "province",
    "place",
    "organisation",
    "suspects",
    "reference",
];

/// One chain and everybody whose chain it is.
struct Shared<'a> {
    people: Vec<RecordId>,
    links: Vec<(&'a Record, Joint)>,
    /// How they came out.
    out: Option<(&'a Record, Joint)>,
}

/// The chains, then what each episode says beside its place in them.
pub(crate) fn blocks(say: &Say<'_>) -> Vec<Block> {
    let Some(form) = say.rule.forms.named("episode") else { return Vec::new() };
    let mut episodes = say.rule.of_kind("episode");
    episodes.sort_by_key(|one| (one.sort_key(form, "from"), one.id));
    if episodes.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::Heading { level: 2, label: say.label("ident-chain") }];
    for one in shared(say, form, &episodes) {
        if say.rule.people().count() > 1 {
            let (title, names) = rows::who(say, &one.people);
            blocks.push(Block::Heading { level: 3, label: Label { text: title, second: None } });
            blocks.extend(names.map(Block::Paragraph));
        }
        blocks.push(Block::Table(table(say, form, &episodes, &one)));
    }
    for (index, episode) in episodes.iter().enumerate() {
        let pairs = rows::pairs_but(say, form, episode, &IN_TABLE);
        if !pairs.is_empty() {
            let title = number(index).then(" · ", say.named(form, episode, "sort"));
            let title = match rows::only_subject(say, episode) {
                Some(person) => title.then(" · ", say.name(person)),
                None => title,
            };
            blocks.push(Block::Heading { level: 3, label: Label { text: title, second: None } });
            blocks.push(Block::KeyValues(pairs));
        }
    }
    blocks
}

fn number(index: usize) -> Text {
    Text::app((index + 1).to_string())
}

/// People in the order of the dossier, those with the same chain together.
fn shared<'a>(say: &Say<'a>, form: &Form, episodes: &[&'a Record]) -> Vec<Shared<'a>> {
    let mut all: Vec<Shared<'a>> = Vec::new();
    for person in say.rule.people().map(|person| person.id) {
        let told = |record: &Record, name: &str| {
            form.field(name).is_some_and(|field| say.rule.shows(record, field)) && !record.is_disputed(name)
        };
        let mut before: Option<&Record> = None;
        let mut links = Vec::new();
        for link in chain(person, episodes) {
            let known = before.is_none_or(|one| told(one, "until")) && told(link.episode, "from");
            links.push((link.episode, if known { link.joint } else { Joint::Follows }));
            before = Some(link.episode);
        }
        let Some(last) = before else { continue };
        let out = way_out(say, person).map(|out| {
            let until = if told(last, "until") { last.date("until") } else { None };
            let joint = Joint::between(until, out.when("departed_at").map(When::date));
            (out, if until.is_some() { joint } else { Joint::Follows })
        });
        let names = |links: &[(&Record, Joint)]| links.iter().map(|link| link.0.id).collect::<Vec<_>>();
        let found = all.iter_mut().find(|one| names(&one.links) == names(&links) && one.out == out);
        match found {
            Some(one) => one.people.push(person),
            None => all.push(Shared { people: vec![person], links, out }),
        }
    }
    all
}

/// The first extraction of a person on record, where the recipient may know of it.
fn way_out<'a>(say: &Say<'a>, person: RecordId) -> Option<&'a Record> {
    let form = say.rule.forms.named("movement")?;
    let shows = |one: &&Record, name: &str| form.field(name).is_some_and(|field| say.rule.shows(one, field));
    let mut found: Vec<&Record> = say
        .rule
        .of_kind("movement")
        .into_iter()
        .filter(|one| one.is_about(person) && one.first("sort") == Some("extraction"))
        .filter(|one| shows(one, "sort") && shows(one, "departed_at"))
        .collect();
    found.sort_by_key(|one| (one.sort_key(form, "departed_at"), one.id));
    found.first().copied()
}

fn table(say: &Say<'_>, form: &Form, episodes: &[&Record], shared: &Shared<'_>) -> Table {
    let mut rows = Vec::new();
    for (episode, joint) in &shared.links {
        rows.extend(between(say, *joint));
        let index = episodes.iter().position(|one| one.id == episode.id).unwrap_or_default();
        let of = |name| say.named(form, episode, name);
        let what = rows::below(of("sort"), of("reference"));
        let site = of("site");
        let place = ["place", "province", "country"].map(of).into_iter().filter(|text| !text.is_empty());
        let place = if site.is_empty() { joined(place.collect()) } else { site };
        let by = [of("organisation"), of("suspects")].into_iter().filter(|text| !text.is_empty());
        rows.push(Row(vec![
            number(index),
            what,
            rows::span(of("from"), of("until")),
            place,
            joined(by.collect()),
        ]));
    }
    if let (Some((out, joint)), Some(form)) = (shared.out, say.rule.forms.named("movement")) {
        rows.extend(between(say, joint));
        let of = |name| say.named(form, out, name);
        let what = rows::below(of("sort"), of("reference"));
        let when = rows::span(of("departed_at"), of("arrived_at"));
        rows.push(Row(vec![
            Text::default(),
            what,
            when,
            rows::span(of("from_place"), of("to_place")),
            of("holder"),
        ]));
    }
    let columns = vec![
        rows::number_column(say),
        rows::column(say.label("dos-what"), 2.4),
        rows::column(say.label("dos-when"), 2.6),
        rows::column(say.label("dos-where"), 2.8),
        rows::column(say.label("dos-by-whom"), 3.0),
    ];
    rows::without_empty_columns(Table::new(columns, rows))
}

/// A row across the table where the days before do not join.
fn between(say: &Say<'_>, joint: Joint) -> Option<Row> {
    let key = match joint {
        Joint::Gap(_) => "joint-gap",
        Joint::Overlaps => "joint-overlaps",
        Joint::Open => "joint-open",
        Joint::First | Joint::Follows => return None,
    };
    let days = if let Joint::Gap(days) = joint { days } else { 0 };
    Some(Row(vec![say.fill(key, &[("days", &days.to_string())])]))
}
