//! What happened, in order. Owns turning records into entries of a timeline; refuses a second account of anything: an
//! entry is a record, and its date is the record's.

use crate::{
    show::Show,
    views::{LabelledText, TimelineEntry},
};
use casework::{
    form::{Field, Form},
    ids::RecordId,
    record::Record,
};
use std::collections::BTreeSet;

/// How many people an entry names; more are counted.
const NAMED: usize = 5;

/// The entries for `people`, earliest first; what has no date comes last. A rescue itself is an entry too. Those that another
/// corrects say so.
pub(crate) fn entries(
    show: &Show<'_>,
    people: &BTreeSet<RecordId>,
    records: &[Record],
    corrected: &BTreeSet<RecordId>,
) -> Vec<TimelineEntry> {
    let mut entries: Vec<(Option<String>, TimelineEntry)> = records
        .iter()
        .filter_map(|record| {
            let form = show.house.forms.get(&record.kind)?;
            let from = begins(form)?;
            let mut entry = entry(show, form, from, record, people);
            entry.corrected = corrected.contains(&record.id);
            Some((record.sort_key(form, from.id.as_str()), entry))
        })
        .collect();
    entries.sort_by(|(a, one), (b, other)| {
        (a.is_none(), a, &one.record.id).cmp(&(b.is_none(), b, &other.record.id))
    });
    entries.into_iter().map(|(_, entry)| entry).collect()
}

/// The field with the day a record of this kind began: by its timeline rule, or a rescue's own day.
fn begins(form: &Form) -> Option<&Field> {
    let named = form.timeline.as_ref().map(|rule| rule.from.as_str());
    form.field(named.or((form.id == "rescue").then_some("when"))?)
}

fn entry(
    show: &Show<'_>,
    form: &Form,
    from: &Field,
    record: &Record,
    people: &BTreeSet<RecordId>,
) -> TimelineEntry {
    let rule = form.timeline.as_ref();
    let until = rule.and_then(|rule| rule.to.as_ref()).and_then(|id| form.field(id.as_str()));
    let named = rule.map_or("", |rule| rule.people.as_str());
    let mut here: Vec<RecordId> = record.links(named).filter(|id| people.contains(id)).collect();
    here.sort_unstable();
    here.dedup();
    let said = |field: &Field| record.first(field.id.as_str()).map(|text| show.text(field, text));
    TimelineEntry {
        record: show.link(record),
        kind_word: show.words.get(&form.word_key()).into_owned(),
        when: said(from),
        until: until.and_then(said),
        from: record.first(from.id.as_str()).map(str::to_owned),
        title: casework::naming::title(record, &show.house.forms, show.words),
        details: details(show, form, record, &[Some(from), until]),
        people: u32::try_from(here.len()).unwrap_or(u32::MAX),
        names: here.iter().take(NAMED).map(|id| show.linked(*id).title).collect(),
        corrected: false,
    }
}

/// Everything else that an entry says: no sealed field, no people, nothing twice.
fn details(show: &Show<'_>, form: &Form, record: &Record, shown: &[Option<&Field>]) -> Vec<LabelledText> {
    let elsewhere = |field: &Field| {
        field.sealed
            || field.id == form.title.as_str()
            || field.id == "people"
            || field.id == "reference"
            || shown.iter().flatten().any(|other| other.id == field.id)
    };
    form.fields
        .iter()
        .filter(|field| !elsewhere(field))
        .filter_map(|field| {
            let texts: Vec<String> =
                record.all(field.id.as_str()).map(|text| show.text(field, text)).collect();
            let label = form.label(field, show.words).into_owned();
            (!texts.is_empty()).then(|| LabelledText { label, text: texts.join(", ") })
        })
        .collect()
}
