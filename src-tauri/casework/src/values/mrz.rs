//! The machine readable zone of a travel document (ICAO Doc 9303 parts 4 to 6). Owns its sizes (a visa's
//! too, part 7), every check digit and what it says; refuses to mend a misread character: it says where, and what may have been meant.

mod layout;

use super::{
    Country,
    date::{PartialDate, Unit},
    name::Name,
    refusal::{Doubt, NotCanonical, Refusal, unreadable},
};
use chrono::{Datelike, NaiveDate};
use layout::{Layout, span};
use std::fmt;

/// The size of a document, which sets the lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MrzFormat {
    /// A card of three lines of 30.
    Td1,
    /// A paper of two lines of 36.
    Td2,
    /// A passport of two lines of 44.
    Td3,
    /// A visa of two lines of 44.
    MrvA,
    /// A visa of two lines of 36.
    MrvB,
}

/// A check digit, by what it is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CheckDigit {
    /// The document's number.
    Number,
    /// The date of birth.
    Birth,
    /// The day of expiry.
    Expiry,
    /// A passport's personal number; it may be empty, and then it fits.
    Personal,
    /// Several fields together: the last one of a travel document.
    Composite,
}

impl CheckDigit {
    /// Its name: `number`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Birth => "birth",
            Self::Expiry => "expiry",
            Self::Personal => "personal",
            Self::Composite => "composite",
        }
    }

    const fn fault(self) -> &'static str {
        match self {
            Self::Number => "mrz-check-number",
            Self::Birth => "mrz-check-birth",
            Self::Expiry => "mrz-check-expiry",
            Self::Personal => "mrz-check-personal",
            Self::Composite => "mrz-check-composite",
        }
    }
}

/// All that can be said of a text that should be a zone, also where it fails.
#[derive(Debug, Clone)]
pub struct Examination {
    /// The size, where the text has the length of one.
    pub format: Option<MrzFormat>,
    /// Every check digit of that size, and whether it fits.
    pub digits: Vec<(CheckDigit, bool)>,
    /// The zone, or the first place that does not hold.
    pub zone: Result<Mrz, Refusal>,
}

/// The sex a document states.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MrzSex {
    /// `M`.
    Male,
    /// `F`.
    Female,
    /// `<` or `X`.
    Unspecified,
}

/// A holder's name as a zone gives it.
#[derive(Clone, PartialEq, Eq)]
pub struct MrzName {
    /// The primary identifier; the whole name where there is only one.
    pub primary: String,
    /// The secondary identifier; a single name has none, and lacks nothing.
    pub secondary: Option<String>,
    /// True when the line is full to its end, so that the document may hold more of the name.
    pub may_be_cut: bool,
}

/// A machine readable zone whose every check digit holds. Canonical form: its lines in upper case, `\n` between them.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Mrz {
    format: MrzFormat,
    /// All lines run together; A–Z, 0–9 and `<` only.
    text: String,
}

impl Mrz {
    /// Reads a travel document's zone from a reader or the keyboard: spaces, line ends and lower case do not matter.
    pub(crate) fn parse(typed: &str) -> Result<Self, Doubt> {
        let stripped = Stripped::of(typed)?;
        let format = stripped.format()?;
        if stripped.text.starts_with('V') {
            return unreadable(stripped.place(0), "mrz-visa");
        }
        stripped.zone(format)
    }

    /// Looks at a text as [`Mrz`]'s own parse does, and says of every check digit whether it fits; reads a visa too.
    pub fn examine(typed: &str) -> Examination {
        let refused =
            |doubt: Doubt, format, digits| Examination { format, digits, zone: Err(doubt.about(typed)) };
        let stripped = match Stripped::of(typed) {
            Ok(stripped) => stripped,
            Err(doubt) => return refused(doubt, None, Vec::new()),
        };
        let format = match stripped.format() {
            Ok(format) => format,
            Err(doubt) => return refused(doubt, None, Vec::new()),
        };
        let named = Layout::of(format).named(&stripped.text);
        let digits = named.into_iter().map(|(which, _, holds)| (which, holds)).collect();
        match stripped.zone(format) {
            Ok(zone) => Examination { format: Some(format), digits, zone: Ok(zone) },
            Err(doubt) => refused(doubt, Some(format), digits),
        }
    }

    /// Reads the canonical form.
    ///
    /// # Errors
    /// [`NotCanonical`] for any other spelling, and where a check digit fails.
    pub fn read(canonical: &str) -> Result<Self, NotCanonical> {
        match Self::parse(canonical) {
            Ok(zone) if zone.canonical() == canonical => Ok(zone),
            _ => Err(NotCanonical { kind: "machine readable zone" }),
        }
    }

    /// The canonical form.
    pub fn canonical(&self) -> String {
        let width = self.width();
        let lines =
            (0..self.text.len()).step_by(width).map(|start| span(&self.text, &(start..start + width)));
        lines.collect::<Vec<_>>().join("\n")
    }

    fn layout(&self) -> &'static Layout {
        Layout::of(self.format)
    }

    /// True for a visa, whose number is not the passport's.
    pub const fn is_visa(&self) -> bool {
        matches!(self.format, MrzFormat::MrvA | MrzFormat::MrvB)
    }

    /// The size of the document.
    pub const fn format(&self) -> MrzFormat {
        self.format
    }

    /// The kind of document, by its one or two letters: `P`, `ID`.
    pub fn document_code(&self) -> &str {
        span(&self.text, &(0..2)).trim_end_matches('<')
    }

    /// The issuing state or body, by its code in Doc 9303, which may lie outside ISO 3166: `UTO`.
    pub fn issuer(&self) -> &str {
        span(&self.text, &(2..5)).trim_end_matches('<')
    }

    /// The document's number.
    pub fn document_number(&self) -> String {
        self.layout().number(&self.text).0
    }

    /// The nationality, by its code in Doc 9303: `IDN`, and `XXA` for the stateless.
    pub fn nationality_code(&self) -> &str {
        span(&self.text, &self.layout().nationality).trim_end_matches('<')
    }

    /// The nationality, where its code is a country's.
    pub fn nationality(&self) -> Option<Country> {
        Country::from_alpha3(self.nationality_code())
    }

    /// The date of birth as far as the document knows it, in the last hundred years before `today`.
    pub fn birth_date(&self, today: NaiveDate) -> Option<PartialDate> {
        let birth =
            |century| layout::date(span(&self.text, &self.layout().birth), century).map(PartialDate::plain);
        let this = today.year() - today.year().rem_euclid(100);
        birth(this).filter(|date| date.earliest() <= today).or_else(|| birth(this - 100))
    }

    /// The day of expiry, in the century that brings it nearest to `today`; `None` where the document states none.
    pub fn expiry(&self, today: NaiveDate) -> Option<NaiveDate> {
        let this = today.year() - today.year().rem_euclid(100);
        let expiry = |century| layout::date(span(&self.text, &self.layout().expiry), century);
        let days = [this - 100, this, this + 100].into_iter().filter_map(expiry).map(Unit::last);
        days.min_by_key(|day| day.signed_duration_since(today).num_days().abs())
    }

    /// The sex.
    pub fn sex(&self) -> MrzSex {
        match self.text.as_bytes().get(self.layout().sex) {
            Some(b'M') => MrzSex::Male,
            Some(b'F') => MrzSex::Female,
            _ => MrzSex::Unspecified,
        }
    }

    /// The holder's name.
    pub fn name(&self) -> MrzName {
        let field = span(&self.text, &self.layout().name);
        let words =
            |part: &str| part.split('<').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
        let (primary, secondary) = field.split_once("<<").unwrap_or((field, ""));
        let secondary = Some(words(secondary)).filter(|name| !name.is_empty());
        MrzName { primary: words(primary), secondary, may_be_cut: !field.ends_with('<') }
    }

    /// The holder's name in the order it is spoken, to be compared with the document's visible page and never kept in
    /// its stead; a single name is whole.
    pub fn whole_name(&self) -> Option<Name> {
        let name = self.name();
        let whole = match &name.secondary {
            Some(secondary) => format!("{secondary} {}", name.primary),
            None => name.primary,
        };
        Name::parse(&whole).ok()
    }

    /// The number of characters in a line.
    const fn width(&self) -> usize {
        match self.format {
            MrzFormat::Td1 => 30,
            MrzFormat::Td2 | MrzFormat::MrvB => 36,
            MrzFormat::Td3 | MrzFormat::MrvA => 44,
        }
    }
}

/// What was typed without what does not matter, and where each character stood.
struct Stripped {
    text: String,
    places: Vec<usize>,
    end: usize,
}

impl Stripped {
    fn of(typed: &str) -> Result<Self, Doubt> {
        let mut characters = Vec::new();
        for (at, c) in typed.chars().enumerate() {
            match c {
                'A'..='Z' | '0'..='9' | '<' => characters.push((c, at)),
                'a'..='z' => characters.push((c.to_ascii_uppercase(), at)),
                '«' => characters.extend([('<', at), ('<', at)]),
                _ if c.is_whitespace() => {}
                _ => return unreadable(at, "mrz-character"),
            }
        }
        let (text, places) = characters.into_iter().unzip();
        Ok(Self { text, places, end: typed.trim_end().chars().count() })
    }

    /// Where the character at `i` was typed.
    fn place(&self, i: usize) -> usize {
        self.places.get(i).or(self.places.last()).copied().unwrap_or(0)
    }

    fn format(&self) -> Result<MrzFormat, Doubt> {
        match (self.text.len(), self.text.starts_with('V')) {
            (0, _) => unreadable(0, "value-empty"),
            (90, _) => Ok(MrzFormat::Td1),
            (72, false) => Ok(MrzFormat::Td2),
            (72, true) => Ok(MrzFormat::MrvB),
            (88, false) => Ok(MrzFormat::Td3),
            (88, true) => Ok(MrzFormat::MrvA),
            _ => unreadable(self.end, "mrz-length"),
        }
    }

    fn zone(&self, format: MrzFormat) -> Result<Mrz, Doubt> {
        match Layout::of(format).faults(&self.text) {
            Some((i, why)) => unreadable(self.place(i), why),
            None => Ok(Mrz { format, text: self.text.clone() }),
        }
    }
}

impl fmt::Debug for Mrz {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Mrz({:?})", self.format)
    }
}

impl fmt::Debug for MrzName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MrzName(…)")
    }
}

#[cfg(test)]
mod tests;
