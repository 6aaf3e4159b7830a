//! A record as a script sees it: its fields by their form ids, canonical values only. Owns the shape; a change of it is a
//! change of version.

use desk::shape::live;
use desk::views::{Conflict, PersonPage, RescueLine, RescuePage, RosterLine};
use serde_json::{Value, json};

pub(super) use desk::shape::record;

/// A conflict: every live value with who wrote it, where and when.
pub(super) fn conflict(conflict: &Conflict) -> Value {
    let mut object = json!({ "id": conflict.id, "record": conflict.record, "disputed": conflict.disputed, "mine": conflict.mine });
    if let (Some(object), Value::Object(field)) = (object.as_object_mut(), live(&conflict.field)) {
        object.extend(field);
    }
    object
}

/// A person's record, with the line of the roster and every record about them.
pub(super) fn person(page: &PersonPage) -> Value {
    extended(
        record(&page.record),
        json!({
            "stage": page.line.stage,
            "where": page.line.place,
            "holder": page.line.holder,
            "rescue_ref": page.rescue,
            "related": page.related.iter().map(record).collect::<Vec<_>>(),
        }),
    )
}

/// A rescue's record with its people.
pub(super) fn rescue(page: &RescuePage) -> Value {
    extended(record(&page.record), json!({ "people": page.roster.iter().map(line).collect::<Vec<_>>() }))
}

/// A line of the list of rescues, as a record.
pub(super) fn rescue_line(line: &RescueLine) -> Value {
    let rest =
        json!({ "when": line.when, "place": line.place, "people": line.people, "stages": line.stages });
    extended(json!(line.rescue), rest)
}

/// A line of a roster, as a record.
pub(super) fn line(line: &RosterLine) -> Value {
    let mut rest = json!(line);
    if let Some(rest) = rest.as_object_mut() {
        rest.remove("person");
    }
    extended(extended(json!(line.person), rest), json!({ "full_name": line.person.title }))
}

/// One object with what another adds; what is there already stays.
fn extended(mut base: Value, more: Value) -> Value {
    if let (Some(base), Value::Object(more)) = (base.as_object_mut(), more) {
        for (key, value) in more {
            base.entry(key).or_insert(value);
        }
    }
    base
}
