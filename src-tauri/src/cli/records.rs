//! A record as a script sees it: its fields by their form ids, canonical values only. Owns the shape; a change of it is a
//! change of version.

use desk::views::{
    Conflict, FieldView, PersonPage, RecordPage, RescueLine, RescuePage, RosterLine, ValueView,
};
use serde_json::{Map, Value, json};

/// `{id, ref, kind, <field>: …, conflicts: […]}`. A field that nobody answered is absent; one whose answer is known to be
/// missing says so: `{"standing": "declined"}`.
pub(super) fn record(page: &RecordPage) -> Value {
    let mut object = Map::new();
    object.insert("id".into(), page.link.id.clone().into());
    object.insert("ref".into(), page.link.reference.clone().into());
    object.insert("kind".into(), page.link.kind.clone().into());
    let fields: Vec<&FieldView> = page.sections.iter().flat_map(|section| &section.fields).collect();
    for field in &fields {
        if let Some(first) = field.values.first() {
            let held = if field.many { field.values.iter().map(value).collect() } else { value(first) };
            object.insert(field.id.clone(), held);
        }
    }
    let conflicts: Vec<Value> =
        fields.iter().filter(|field| field.conflict).map(|field| live(field)).collect();
    if !conflicts.is_empty() {
        object.insert("conflicts".into(), conflicts.into());
    }
    Value::Object(object)
}

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

fn value(value: &ValueView) -> Value {
    match &value.canonical {
        Some(canonical) => canonical.clone().into(),
        None if value.standing == "known" => json!({ "sealed": true }),
        None => json!({ "standing": value.standing }),
    }
}

fn live(field: &FieldView) -> Value {
    let one = |one: &ValueView| json!({ "change": one.change, "value": value(one), "author": one.author, "device": one.device, "at": one.at });
    json!({ "field": field.id, "values": field.values.iter().map(one).collect::<Vec<_>>() })
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
