//! Provinces and regencies by their official codes. Owns the lists in `assets/places` and the names by which officers know
//! a place; refuses to choose between a regency and the city of the same name.

use super::{
    Country, dictionary,
    fold::key,
    refusal::{Doubt, NotCanonical, ambiguous, reading, unreadable},
};
use crate::words::{Lang, Words};
use std::{
    collections::{BTreeMap, HashMap},
    fmt,
    sync::LazyLock,
};

static TABLES: [&str; 2] =
    [include_str!("../../../../assets/places/id.csv"), include_str!("../../../../assets/places/kh.csv")];
static SPELLINGS: &str = include_str!("../../../../assets/places/spellings.csv");
static PREFIXES: &str = include_str!("../../../../assets/places/prefixes.csv");

/// A country, province or regency. Canonical form: the country's alpha-2 code and the official code of the place within
/// it: `ID.33` (province), `ID.33.04` (regency), `KH.1`; a country alone, `MY`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place(&'static str);

struct Row {
    name: &'static str,
    khmer: &'static str,
}

impl Place {
    /// Reads the canonical form.
    ///
    /// # Errors
    /// [`NotCanonical`] for a code that the lists do not have.
    pub fn read(canonical: &str) -> Result<Self, NotCanonical> {
        let listed = ROWS.get_key_value(canonical).map(|(code, _)| Self(code));
        let country = || Country::read(canonical).map(|country| Self(country.alpha2())).ok();
        listed.or_else(country).ok_or(NotCanonical { kind: "place" })
    }

    pub(crate) fn parse(typed: &str) -> Result<Self, Doubt> {
        let code: String = typed.trim().to_ascii_uppercase();
        if let Ok(place) = Self::read(&code) {
            return Ok(place);
        }
        let mut parts: Vec<(usize, &str)> = Vec::new();
        let mut at = 0;
        for part in typed.split([',', ';', '\n']) {
            if !part.trim().is_empty() {
                parts.push((at + part.chars().take_while(|c| c.is_whitespace()).count(), part));
            }
            at += part.chars().count() + 1;
        }
        let mut found: Option<Vec<Place>> = None;
        for (at, part) in parts.into_iter().rev() {
            let here = named(part, found.as_deref());
            if here.is_empty() {
                return unreadable(at, "place-unknown");
            }
            found = Some(here);
        }
        match found.as_deref() {
            None => unreadable(0, "value-empty"),
            Some([only]) => Ok(*only),
            // "Jambi" is a province and a city in it: the province is true either way.
            Some(several) => {
                match several.iter().find(|outer| several.iter().all(|place| outer.contains(*place))) {
                    Some(outer) => Ok(*outer),
                    None => {
                        let offered =
                            several.iter().map(|place| reading(place.0.to_owned(), "place-this")).collect();
                        ambiguous("place-which", offered)
                    }
                }
            }
        }
    }

    /// The code: `ID.33.04`.
    pub const fn code(self) -> &'static str {
        self.0
    }

    /// The country it lies in.
    pub fn country(self) -> Country {
        Country::listed(self.0.split('.').next().unwrap_or(self.0))
    }

    /// The province it lies in or is; `None` for a country.
    pub fn province(self) -> Option<Self> {
        let mut dots = self.0.match_indices('.');
        dots.next()?;
        let end = dots.next().map_or(self.0.len(), |(at, _)| at);
        self.0.get(..end).map(Self)
    }

    /// True when `other` is this place or lies in it.
    pub fn contains(self, other: Self) -> bool {
        other.0.strip_prefix(self.0).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    }

    /// Its own name, without what it lies in.
    pub fn name(self, words: &Words) -> String {
        match ROWS.get(self.0) {
            Some(row) if words.lang() == Lang::Km && !row.khmer.is_empty() => row.khmer.to_owned(),
            Some(row) => row.name.to_owned(),
            None => self.country().name(words).into_owned(),
        }
    }

    /// Its name and the name of what it lies in: "Kabupaten Bandung, Jawa Barat".
    pub fn display(self, words: &Words) -> String {
        let around = self.0.rsplit_once('.').and_then(|(outer, _)| Self::read(outer).ok());
        match around {
            Some(outer) => format!("{}, {}", self.name(words), outer.name(words)),
            None => self.name(words),
        }
    }

    /// Sorts by country, then by the names of province and regency.
    pub fn sort_key(self) -> String {
        let name = |place: Self| ROWS.get(place.0).map_or_else(String::new, |row| key(row.name));
        let province = self.province();
        let own = if province == Some(self) { String::new() } else { name(self) };
        let country = self.0.split('.').next().unwrap_or_default();
        format!("{country} {} {own}", province.map(name).unwrap_or_default()).trim_end().to_owned()
    }
}

impl fmt::Display for Place {
    /// The canonical form.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

static ROWS: LazyLock<BTreeMap<&'static str, Row>> = LazyLock::new(|| {
    let rows = TABLES.into_iter().flat_map(dictionary::rows::<3>);
    rows.map(|[code, name, khmer]| (code, Row { name, khmer })).collect()
});

/// The places that share a key: those called just so, and those of which it is a part of the name.
#[derive(Default)]
struct Called {
    whole: Vec<Place>,
    part: Vec<Place>,
}

static NAMES: LazyLock<HashMap<String, Called>> = LazyLock::new(|| {
    let mut names: HashMap<String, Called> = HashMap::new();
    let mut add = |name: &str, place: Place| {
        for (called, is_whole) in keys_of(name, place.province() == Some(place)) {
            let entry = names.entry(called).or_default();
            let places = if is_whole { &mut entry.whole } else { &mut entry.part };
            if !places.contains(&place) {
                places.push(place);
            }
        }
    };
    for (code, row) in ROWS.iter() {
        add(row.name, Place(code));
        if !row.khmer.is_empty() {
            add(row.khmer, Place(code));
        }
    }
    for [code, spelling] in dictionary::rows(SPELLINGS) {
        if let Ok(place) = Place::read(code) {
            add(spelling, place);
        }
    }
    names
});

/// The keys of a name, each with whether it is the whole name: "Kabupaten Bandung" is found as itself and as "Kab.
/// Bandung", and in part as "Bandung"; a province also with a word for province before it.
fn keys_of(name: &str, is_province: bool) -> Vec<(String, bool)> {
    let whole = key(name);
    let mut keys = vec![(whole.clone(), true)];
    for [place, long, short] in dictionary::rows(PREFIXES) {
        if place == "own" {
            if let Some(rest) = whole.strip_prefix(&key(long)).filter(|rest| !rest.is_empty()) {
                keys.push((format!("{}{rest}", key(short)), true));
                keys.push((rest.to_owned(), false));
            }
        } else if is_province {
            keys.extend([long, short].map(|word| (format!("{}{whole}", key(word)), true)));
        }
    }
    keys
}

/// Every place called `typed`, inside one of `around` where the officer has named it. A whole name wins over a part of
/// one: "Riau" is not Kepulauan Riau, and "Jambi" is the province, which is true of its city too.
fn named(typed: &str, around: Option<&[Place]>) -> Vec<Place> {
    let inside = |place: &Place| {
        around.is_none_or(|outer| outer.iter().any(|outer| outer.contains(*place) && outer != place))
    };
    let called = NAMES.get(&key(typed));
    let kept = |places: &[Place]| places.iter().copied().filter(inside).collect::<Vec<_>>();
    let whole = called.map(|called| kept(&called.whole)).unwrap_or_default();
    if !whole.is_empty() {
        return whole;
    }
    let part = called.map(|called| kept(&called.part)).unwrap_or_default();
    if !part.is_empty() || around.is_some() {
        return part;
    }
    Country::named(typed).map(|country| Place(country.alpha2())).into_iter().collect()
}

#[cfg(test)]
mod tests;
