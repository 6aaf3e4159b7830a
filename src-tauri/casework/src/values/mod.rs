//! Values: what a field can hold. Owns the one parse of what officers type, the canonical text that travels from then on,
//! and the words it is shown in; refuses a second parse, a default for what does not read, and a guess where two readings
//! are possible.
//!
//! | kind | canonical form |
//! | --- | --- |
//! | date | EDTF: `2023-06-28`, `2023-06`, `2023`, about `2023-06~`, from–to `2023-06-28/2023-07-14` |
//! | time | RFC 9557: `2023-10-04T16:20+07:00[Asia/Jakarta]`, or a date where the time of day is not known |
//! | age | as told on a day: `24@2023-06-28`, about `24~@2023-06-28` |
//! | money | ISO 4217 with exactly its decimals: `USD 125.00`, `VND 500000` |
//! | country, language | ISO 3166-1 alpha-2 `ID`, ISO 639-3 `ind` |
//! | phone | E.164 `+6281234567890`, `+62215551234;ext=12`; unverified `?0812 34` |
//! | place | official code after the country's: `ID.33`, `ID.33.04`, `KH.1`; a country alone `MY` |
//! | choice, yes or no, number | the option's id; `yes`, `no`; `28` |
//! | document number | upper case without spaces: `B1234567` |
//! | machine readable zone | its lines in upper case with `\n` between |
//! | record, file | UUID in 36 characters; digest in 64 hexadecimal digits |
//! | name, text, paragraph | NFC without needless white space |

mod age;
mod choice;
mod country;
mod date;
mod dictionary;
mod fold;
mod language;
mod money;
mod mrz;
mod name;
mod phone;
mod place;
mod refusal;
mod standing;
mod text;
mod time;

pub use age::AgeAsTold;
pub use choice::Choice;
pub use country::Country;
pub use date::{DateOrder, PartialDate, Precision};
pub(crate) use fold::ascii_digit;
pub use fold::fold;
pub use iso_currency::Currency;
pub use language::Language;
pub use money::Money;
pub use mrz::{CheckDigit, Examination, Mrz, MrzFormat, MrzName, MrzSex};
pub use name::Name;
pub use phone::Phone;
pub use place::Place;
pub use refusal::{NotCanonical, Reading, Refusal};
pub use text::{DocumentNumber, FileDigest, Paragraph, Text};
pub use time::{When, ZonedTime};

use crate::{
    answer::Answer,
    form::{Field, FieldKind},
    ids::RecordId,
    words::{Lang, Words},
};
use chrono::NaiveDate;
use chrono_tz::Tz;
use refusal::{Doubt, unreadable};
use std::fmt;

/// No value but prose is told in more characters than this.
const SHORT_LIMIT: usize = 500;

/// Gives a type a Debug that shows nothing of its content.
macro_rules! redacted {
    ($name:ident) => {
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        }
    };
}
pub(crate) use redacted;

/// A value of any kind, valid by its type: whatever made it, its canonical form reads back to the same value.
#[derive(Clone, PartialEq, Eq, Hash)]
pub enum Value {
    /// A name, whole.
    Name(Name),
    /// One line.
    Text(Text),
    /// Several lines.
    Paragraph(Paragraph),
    /// A date with its precision.
    Date(PartialDate),
    /// A moment with its zone, or a date where the time of day is not known.
    Time(When),
    /// An age as told on a day.
    Age(AgeAsTold),
    /// An amount with its currency.
    Money(Money),
    /// A country.
    Country(Country),
    /// A language.
    Language(Language),
    /// A phone number.
    Phone(Phone),
    /// A country, province or regency.
    Place(Place),
    /// An option of the field.
    Choice(Choice),
    /// Yes or no.
    YesNo(bool),
    /// A whole number.
    Number(i64),
    /// The number of a document.
    DocumentNumber(DocumentNumber),
    /// A machine readable zone.
    Mrz(Mrz),
    /// Another record.
    Record(RecordId),
    /// A file in the vault.
    File(FileDigest),
}

/// All the context that a parse may use. Nothing else is known to it: no clock, no machine, no settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Typing {
    /// The language of the screen, for the one who asks back; every language is read whatever it is.
    pub lang: Lang,
    /// The order of day and month, where an office or a roster has settled it.
    pub date_order: Option<DateOrder>,
    /// Today, where the officer is.
    pub today: NaiveDate,
    /// The zone of a clock time that names none.
    pub zone: Tz,
    /// The country that the people are from.
    pub home: Country,
    /// The country that the mission is in.
    pub host: Country,
}

impl Value {
    /// Reads what an officer typed; the only parse there is. It takes any of the three languages, and for the whole text
    /// also the words for unknown, not asked and declined.
    ///
    /// # Errors
    /// [`Refusal::Unreadable`] with the place and the reason, [`Refusal::Ambiguous`] with the readings to choose from.
    pub fn parse(field: &Field, typed: &str, typing: &Typing) -> Result<Answer<Self>, Refusal> {
        // An option may itself be called "unknown"; the form comes first.
        if field.kind == FieldKind::Choice
            && let Ok(choice) = Choice::parse(field, typed)
        {
            return Ok(Answer::Known(Self::Choice(choice)));
        }
        match standing::of(typed) {
            Some(standing) => Ok(standing),
            None => Self::of(field, typed, typing).map(Answer::Known).map_err(|doubt| doubt.about(typed)),
        }
    }

    fn of(field: &Field, typed: &str, typing: &Typing) -> Result<Self, Doubt> {
        if typed.trim().is_empty() {
            return unreadable(0, "value-empty");
        }
        let is_prose = matches!(field.kind, FieldKind::Name | FieldKind::Text | FieldKind::Paragraph);
        if !is_prose && typed.chars().nth(SHORT_LIMIT).is_some() {
            return unreadable(SHORT_LIMIT, "text-too-long");
        }
        Ok(match field.kind {
            FieldKind::Name => Self::Name(Name::parse(typed)?),
            FieldKind::Text => Self::Text(Text::parse(typed)?),
            FieldKind::Paragraph => Self::Paragraph(Paragraph::parse(typed)?),
            FieldKind::Date => Self::Date(PartialDate::parse(typed, typing)?),
            FieldKind::Time => Self::Time(When::parse(typed, typing)?),
            FieldKind::Age => Self::Age(AgeAsTold::parse(typed, typing)?),
            FieldKind::Money => Self::Money(Money::parse(typed, typing)?),
            FieldKind::Country => Self::Country(Country::parse(typed)?),
            FieldKind::Language => Self::Language(Language::parse(typed)?),
            FieldKind::Phone => Self::Phone(Phone::parse(typed, typing)?),
            FieldKind::Place => Self::Place(Place::parse(typed)?),
            FieldKind::Choice => Self::Choice(Choice::parse(field, typed)?),
            FieldKind::YesNo => Self::YesNo(choice::parse_yes_no(typed)?),
            FieldKind::Number => Self::Number(choice::parse_number(typed)?),
            FieldKind::DocumentNumber => Self::DocumentNumber(DocumentNumber::parse(typed)?),
            FieldKind::Mrz => Self::Mrz(Mrz::parse(typed)?),
            FieldKind::Record => match RecordId::from_canonical(typed.trim()) {
                Ok(record) => Self::Record(record),
                Err(_) => return unreadable(0, "record-not-an-id"),
            },
            FieldKind::File => match FileDigest::read(typed.trim()) {
                Ok(digest) => Self::File(digest),
                Err(_) => return unreadable(0, "file-not-a-digest"),
            },
        })
    }

    /// Reads a canonical form, strictly: whatever is not exactly canonical is an error, never a default.
    ///
    /// # Errors
    /// [`NotCanonical`] with the kind that was expected.
    pub fn read(field: &Field, canonical: &str) -> Result<Self, NotCanonical> {
        Ok(match field.kind {
            FieldKind::Name => Self::Name(Name::read(canonical)?),
            FieldKind::Text => Self::Text(Text::read(canonical)?),
            FieldKind::Paragraph => Self::Paragraph(Paragraph::read(canonical)?),
            FieldKind::Date => Self::Date(PartialDate::read(canonical)?),
            FieldKind::Time => Self::Time(When::read(canonical)?),
            FieldKind::Age => Self::Age(AgeAsTold::read(canonical)?),
            FieldKind::Money => Self::Money(Money::read(canonical)?),
            FieldKind::Country => Self::Country(Country::read(canonical)?),
            FieldKind::Language => Self::Language(Language::read(canonical)?),
            FieldKind::Phone => Self::Phone(Phone::read(canonical)?),
            FieldKind::Place => Self::Place(Place::read(canonical)?),
            FieldKind::Choice => Self::Choice(Choice::read(field, canonical)?),
            FieldKind::YesNo => Self::YesNo(choice::read_yes_no(canonical)?),
            FieldKind::Number => Self::Number(choice::read_number(canonical)?),
            FieldKind::DocumentNumber => Self::DocumentNumber(DocumentNumber::read(canonical)?),
            FieldKind::Mrz => Self::Mrz(Mrz::read(canonical)?),
            FieldKind::Record => Self::Record(
                RecordId::from_canonical(canonical).map_err(|_| NotCanonical { kind: "record" })?,
            ),
            FieldKind::File => Self::File(FileDigest::read(canonical)?),
        })
    }

    /// The canonical text: the only form that is stored, sent, merged and printed from.
    pub fn canonical(&self) -> String {
        match self {
            Self::Name(name) => name.as_str().to_owned(),
            Self::Text(text) => text.as_str().to_owned(),
            Self::Paragraph(paragraph) => paragraph.as_str().to_owned(),
            Self::Date(date) => date.to_string(),
            Self::Time(when) => when.to_string(),
            Self::Age(age) => age.to_string(),
            Self::Money(money) => money.to_string(),
            Self::Country(country) => country.alpha2().to_owned(),
            Self::Language(language) => language.code().to_owned(),
            Self::Phone(phone) => phone.canonical(),
            Self::Place(place) => place.to_string(),
            Self::Choice(choice) => choice.as_str().to_owned(),
            Self::YesNo(yes) => if *yes { "yes" } else { "no" }.to_owned(),
            Self::Number(number) => number.to_string(),
            Self::DocumentNumber(number) => number.as_str().to_owned(),
            Self::Mrz(zone) => zone.canonical(),
            Self::Record(record) => record.to_string(),
            Self::File(digest) => digest.as_str().to_owned(),
        }
    }

    /// A text that sorts values of one kind as people expect, byte by byte: dates by their first day, names without
    /// case and accents, numbers by size.
    pub fn sort_key(&self) -> String {
        match self {
            Self::Name(name) => name.folded(),
            Self::Text(text) => fold(text.as_str()),
            Self::Paragraph(paragraph) => fold(paragraph.as_str()).chars().take(200).collect(),
            Self::Date(date) => date.sort_key(),
            Self::Time(when) => when.sort_key(),
            Self::Age(age) => age.sort_key(),
            Self::Money(money) => money.sort_key(),
            Self::Place(place) => place.sort_key(),
            Self::Number(number) => format!("{:020}", i128::from(*number) + (1 << 63)),
            Self::YesNo(_)
            | Self::Country(_)
            | Self::Language(_)
            | Self::Phone(_)
            | Self::Choice(_)
            | Self::DocumentNumber(_)
            | Self::Mrz(_)
            | Self::Record(_)
            | Self::File(_) => self.canonical(),
        }
    }

    /// The value in the reader's words, the same in window and dossier. A record or a file shows its id here; whoever
    /// has the record shows its title instead.
    pub fn display(&self, words: &Words) -> String {
        match self {
            Self::Date(date) => date.display(words),
            Self::Time(when) => when.display(words),
            Self::Age(age) => age.display(words),
            Self::Money(money) => money.display(words),
            Self::Country(country) => country.name(words).into_owned(),
            Self::Language(language) => language.name(words).into_owned(),
            Self::Phone(phone) => phone.display(words),
            Self::Place(place) => place.display(words),
            Self::Choice(choice) => words.get(choice.word_key()).into_owned(),
            Self::YesNo(yes) => words.get(if *yes { "val-yes" } else { "val-no" }).into_owned(),
            Self::Name(_)
            | Self::Text(_)
            | Self::Paragraph(_)
            | Self::Number(_)
            | Self::DocumentNumber(_)
            | Self::Mrz(_)
            | Self::Record(_)
            | Self::File(_) => self.canonical(),
        }
    }

    /// The kind of field that holds it.
    pub const fn kind(&self) -> FieldKind {
        match self {
            Self::Name(_) => FieldKind::Name,
            Self::Text(_) => FieldKind::Text,
            Self::Paragraph(_) => FieldKind::Paragraph,
            Self::Date(_) => FieldKind::Date,
            Self::Time(_) => FieldKind::Time,
            Self::Age(_) => FieldKind::Age,
            Self::Money(_) => FieldKind::Money,
            Self::Country(_) => FieldKind::Country,
            Self::Language(_) => FieldKind::Language,
            Self::Phone(_) => FieldKind::Phone,
            Self::Place(_) => FieldKind::Place,
            Self::Choice(_) => FieldKind::Choice,
            Self::YesNo(_) => FieldKind::YesNo,
            Self::Number(_) => FieldKind::Number,
            Self::DocumentNumber(_) => FieldKind::DocumentNumber,
            Self::Mrz(_) => FieldKind::Mrz,
            Self::Record(_) => FieldKind::Record,
            Self::File(_) => FieldKind::File,
        }
    }
}

impl fmt::Debug for Value {
    /// The kind alone: a value is personal data.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Value::{:?}(…)", self.kind())
    }
}

#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
