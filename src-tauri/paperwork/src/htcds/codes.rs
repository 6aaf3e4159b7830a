//! The mapping as data. Owns reading `assets/codes` and checking it: each name and each value of the standard that it uses
//! is in the standard's own list. Refuses a value of ours without a place.

use crate::roster::Slot;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

static FIELDS: &str = include_str!("../../../../assets/codes/htcds-2.0-fields.csv");
static MAPPING: &str = include_str!("../../../../assets/codes/htcds-2.0.toml");

/// Our own columns begin so; every other name is the standard's.
pub(super) const OWN: &str = "pulang_";

/// A sort of row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rows {
    /// A person with what the standard says of victims, cases and consent.
    Person,
    /// A historic trafficking event.
    Event,
    /// A referral to an organisation.
    Referral,
}

impl Rows {
    /// Every sort, in the order of the file.
    pub const ALL: [Self; 3] = [Self::Person, Self::Event, Self::Referral];

    /// The stable word for it, as in `pulang_Record`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Event => "event",
            Self::Referral => "referral",
        }
    }
}

/// How a column's cell comes from what is on record, and back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum By {
    /// The sort of the row.
    Sort,
    /// The case's reference.
    Reference,
    /// The first word of a name.
    FirstName,
    /// The words between.
    MiddleName,
    /// The last word, where there are two or more.
    SecondName,
    /// A whole day.
    Day,
    /// The day of a moment.
    Moment,
    /// Value by value, and back.
    Values,
    /// Said again from other rows or records: written, and not read back from a file of our own.
    Told,
    /// The first of several.
    First,
    /// The second of several.
    Second,
    /// All of several.
    All,
    /// The first phone number that the standard's own pattern takes.
    Phone,
    /// A province or regency by its name.
    Place,
    /// Whether the person has died.
    Deceased,
    /// The age when first trafficked.
    Age,
    /// The state of the case.
    Status,
    /// The consent by which the row is here.
    Consent,
    /// An organisation's name.
    Organisation,
    /// Everything else.
    NoCounterpart,
}

/// One column.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Column {
    pub(super) name: String,
    pub(super) rows: Vec<Rows>,
    /// Our field, as `form.field`.
    #[serde(default, deserialize_with = "slot")]
    pub(super) slot: Option<Slot>,
    pub(super) by: By,
    #[serde(default)]
    pub(super) values: BTreeMap<String, Vec<String>>,
    /// Values that come in only: from other editions of the standard, or one where several of ours would fit.
    #[serde(default)]
    pub(super) back: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Mapping {
    column: Vec<Column>,
}

fn slot<'de, D: serde::Deserializer<'de>>(source: D) -> Result<Option<Slot>, D::Error> {
    let text = String::deserialize(source)?;
    Slot::named(&text).map(Some).ok_or_else(|| serde::de::Error::custom("no field of a form"))
}

/// What is wrong with the mapping as shipped; met in tests, never by an officer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("assets/codes: {0}")]
pub struct CodeError(pub String);

/// The mapping between our fields and the standard's.
#[derive(Debug, Clone)]
pub struct Codes {
    pub(super) columns: Vec<Column>,
    /// Every name of the standard with its values.
    pub(super) standard: BTreeMap<String, Vec<String>>,
}

impl Codes {
    /// The mapping that comes with the app.
    ///
    /// # Errors
    /// [`CodeError`] when a shipped file is broken, which a test makes impossible in a release.
    pub fn shipped() -> Result<Self, CodeError> {
        let lines = FIELDS.lines().filter(|line| !line.starts_with('#')).skip(1);
        let standard = lines
            .map(|line| match line.split(',').collect::<Vec<_>>().as_slice() {
                [name, _, _, values] => {
                    let values = values.split(';').filter(|value| !value.is_empty());
                    Ok(((*name).to_owned(), values.map(str::to_owned).collect()))
                }
                _ => Err(CodeError(format!("{line} has not four cells"))),
            })
            .collect::<Result<BTreeMap<String, Vec<String>>, _>>()?;
        let mapping: Mapping = toml::from_str(MAPPING).map_err(|e| CodeError(e.message().to_owned()))?;
        let codes = Self { columns: mapping.column, standard };
        codes.check()?;
        Ok(codes)
    }

    fn check(&self) -> Result<(), CodeError> {
        let mut seen = BTreeSet::new();
        for column in &self.columns {
            let name = &column.name;
            if !seen.insert(name) {
                return Err(CodeError(format!("{name} stands twice")));
            }
            if name.starts_with(OWN) {
                continue;
            }
            let Some(allowed) = self.standard.get(name) else {
                return Err(CodeError(format!("{name} is no field of the standard")));
            };
            if let Some(other) = column.values.values().flatten().find(|one| !allowed.contains(one)) {
                return Err(CodeError(format!("{other} is no value of {name}")));
            }
        }
        Ok(())
    }

    /// The titles, in order: of one sort of row, or of all of them in one table.
    pub fn titles(&self, of: Option<Rows>) -> Vec<String> {
        self.of(of).map(|column| column.name.clone()).collect()
    }

    pub(super) fn of(&self, rows: Option<Rows>) -> impl Iterator<Item = &Column> {
        self.columns.iter().filter(move |column| rows.is_none_or(|rows| column.rows.contains(&rows)))
    }

    pub(super) fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.name.eq_ignore_ascii_case(name))
    }

    /// True for a title that the standard or we have.
    pub(super) fn knows(&self, title: &str) -> bool {
        self.column(title).is_some() || self.standard.keys().any(|name| name.eq_ignore_ascii_case(title))
    }

    /// The name in the standard for a field of ours, the first where it has several.
    pub fn name_of(&self, slot: &Slot) -> Option<&str> {
        self.columns.iter().find(|one| one.slot.as_ref() == Some(slot)).map(|one| one.name.as_str())
    }
}

impl Column {
    /// True when the value comes back as itself from what is written for it.
    pub(super) fn is_exact(&self, ours: &str) -> bool {
        match self.values.get(ours).map(Vec::as_slice) {
            Some([only]) => self.values.values().filter(|theirs| theirs.contains(only)).count() == 1,
            _ => false,
        }
    }

    /// Our value for one of theirs, where there is exactly one.
    pub(super) fn back(&self, theirs: &str) -> Option<&str> {
        if let Some((_, ours)) = self.back.iter().find(|(name, _)| name.eq_ignore_ascii_case(theirs)) {
            return Some(ours);
        }
        let means = |values: &Vec<String>| values.iter().any(|one| one.eq_ignore_ascii_case(theirs));
        let mut whole = self.values.iter().filter(|(_, values)| means(values));
        let first = whole.next()?.0;
        match whole.next() {
            None => Some(first),
            // "ForcedLabour" is also half of what forced crime is written as; alone it means itself.
            Some(_) => {
                let alone = self.values.iter().filter(|(_, values)| values.len() == 1 && means(values));
                let alone: Vec<_> = alone.map(|(ours, _)| ours.as_str()).collect();
                if let [only] = alone.as_slice() { Some(*only) } else { None }
            }
        }
    }
}
