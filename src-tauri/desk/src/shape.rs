//! A record as a script sees it: its fields by their form ids, canonical values only. Owns the shape, on the command line and
//! in what is exported alike; a change of it is a change of version.

use crate::views::{FieldView, RecordPage, ValueView};
use serde_json::{Map, Value, json};

/// `{id, ref, kind, <field>: …, conflicts: […]}`. A field that nobody answered is absent; one whose answer is known to be
/// missing says so: `{"standing": "declined"}`.
pub fn record(page: &RecordPage) -> Value {
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
    if let Some(by) = &page.corrected_by {
        object.insert("corrected_by".into(), by.reference.clone().into());
    }
    let conflicts: Vec<Value> =
        fields.iter().filter(|field| field.conflict).map(|field| live(field)).collect();
    if !conflicts.is_empty() {
        object.insert("conflicts".into(), conflicts.into());
    }
    Value::Object(object)
}

/// Every live value of a field with who wrote it, where and when.
pub fn live(field: &FieldView) -> Value {
    let one = |one: &ValueView| json!({ "change": one.change, "value": value(one), "author": one.author, "device": one.device, "at": one.at });
    json!({ "field": field.id, "values": field.values.iter().map(one).collect::<Vec<_>>() })
}

fn value(value: &ValueView) -> Value {
    match &value.canonical {
        Some(canonical) => canonical.clone().into(),
        None if value.standing == "known" => json!({ "sealed": true }),
        None => json!({ "standing": value.standing }),
    }
}
