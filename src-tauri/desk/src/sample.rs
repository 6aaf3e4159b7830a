//! The fictional acceptance case, for training. Owns putting `assets/sample` into an empty vault through the same parse as
//! everything an officer types; refuses a vault that already holds somebody, so that no one mistakes it for real.

use crate::{
    Desk,
    draft::{Draft, Typed},
    failure::DeskError,
};
use casework::{form::FieldKind, ids::RecordId, words::Lang};
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sample {
    lang: String,
    #[serde(rename = "record")]
    records: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    key: String,
    kind: String,
    #[serde(default)]
    people: Vec<String>,
    fields: BTreeMap<String, OneOrMany>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMany {
    One(String),
    Many(Vec<String>),
}

impl OneOrMany {
    fn texts(&self) -> &[String] {
        match self {
            Self::One(text) => std::slice::from_ref(text),
            Self::Many(texts) => texts,
        }
    }
}

impl Desk {
    /// Fills an empty vault with the sample, which makes it a training vault for good. One undo takes the whole case back;
    /// the vault stays a training vault.
    ///
    /// # Errors
    /// [`DeskError::VaultNotEmpty`] when the vault holds a person or a rescue already; otherwise what a deed can fail of.
    pub fn fill_sample(&mut self) -> Result<(), DeskError> {
        if self.holds_a_case()? {
            return Err(DeskError::VaultNotEmpty);
        }
        let source = include_str!("../../../assets/sample/case.toml");
        let sample: Sample = toml::from_str(source).map_err(|_| DeskError::Fault("sample"))?;
        let lang = Lang::from_tag(&sample.lang).ok_or(DeskError::Fault("sample"))?;
        let typing = self.typing(lang)?;
        let numbering = self.numbering()?;
        // Records point at each other in both directions, so every id is known before the first is written.
        let ids: BTreeMap<&str, RecordId> =
            sample.records.iter().map(|entry| (entry.key.as_str(), self.new_id())).collect();
        let everybody: Vec<&str> = sample
            .records
            .iter()
            .filter(|entry| entry.kind == "person")
            .map(|entry| entry.key.as_str())
            .collect();
        let mut draft = Draft::new(&self.house, self, &typing, &numbering);
        // People and what they point at come first: whatever is about them takes its scope from theirs.
        for entry in in_order(&sample.records) {
            let id = *ids.get(entry.key.as_str()).ok_or(DeskError::Fault("sample"))?;
            let mut about = people(entry, &everybody, &ids)?;
            if entry.kind == "person" {
                about = entry
                    .fields
                    .get("rescue")
                    .iter()
                    .flat_map(|one| one.texts())
                    .filter_map(|key| ids.get(key.as_str()).copied())
                    .collect();
            }
            draft.make(id, &entry.kind, &about)?;
        }
        for entry in &sample.records {
            let id = *ids.get(entry.key.as_str()).ok_or(DeskError::Fault("sample"))?;
            let form = self.house.form(&entry.kind)?;
            for (name, value) in &entry.fields {
                let link = form.field(name).ok_or(DeskError::Fault("sample"))?.kind == FieldKind::Record;
                if entry.kind == "person" && name == "rescue" {
                    continue;
                }
                for text in value.texts() {
                    let text = if link { self.sample_target(text, &ids)? } else { text.clone() };
                    draft.write(form, id, name, Typed::text(&text))?;
                }
            }
            draft.complete(form, id)?;
        }
        let (births, entries) = (draft.births, draft.entries);
        let deed = self.new_deed();
        self.mark_training()?;
        self.do_deed(deed, "sample", births, entries)?;
        Ok(())
    }

    /// A key of the sample, or the short key of an authority that every vault begins with.
    fn sample_target(&self, key: &str, ids: &BTreeMap<&str, RecordId>) -> Result<String, DeskError> {
        let target =
            ids.get(key).copied().unwrap_or_else(|| crate::opening::authority_id(&format!("inst-{key}")));
        Ok(target.to_string())
    }
}

/// The records in an order in which each is made after what its scope follows from.
fn in_order(records: &[Entry]) -> impl Iterator<Item = &Entry> {
    let rank = |entry: &&Entry| match entry.kind.as_str() {
        "rescue" => 0,
        "person" => 1,
        _ => 2,
    };
    let mut ordered: Vec<&Entry> = records.iter().collect();
    ordered.sort_by_key(rank);
    ordered.into_iter()
}

/// Whom an entry is about: `all`, `first` (all but the last), a key, or `except <key>`.
fn people(
    entry: &Entry,
    everybody: &[&str],
    ids: &BTreeMap<&str, RecordId>,
) -> Result<Vec<RecordId>, DeskError> {
    let mut keys: Vec<&str> = Vec::new();
    for word in &entry.people {
        match (word.as_str(), word.strip_prefix("except ")) {
            ("all", _) => keys.extend(everybody),
            ("first", _) => keys.extend(everybody.iter().take(everybody.len().saturating_sub(1))),
            (_, Some(left_out)) => keys.retain(|key| *key != left_out),
            (key, None) => keys.push(key),
        }
    }
    keys.iter().map(|key| ids.get(key).copied().ok_or(DeskError::Fault("sample"))).collect()
}
