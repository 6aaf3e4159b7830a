//! Which column means which field. Owns the mapping that the officer corrects and the app remembers; holds no cell of
//! the list, only its titles.

use crate::{error::PaperError, grid::Column, roster::headers::fold};
use casework::{
    form::{Field, Form},
    ids::{FieldId, KindId},
};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A field of a form, as a column's target: `person.full_name`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Slot {
    /// The form.
    pub form: KindId,
    /// The field.
    pub field: FieldId,
}

impl Slot {
    /// The slot of `field` in `form`.
    pub fn of(form: &Form, field: &Field) -> Self {
        Self { form: form.id.clone(), field: field.id.clone() }
    }

    /// The slot called `form.field`, where both have the shape of such names.
    pub fn named(text: &str) -> Option<Self> {
        let (form, field) = text.split_once('.')?;
        Some(Self { form: form.to_owned().try_into().ok()?, field: field.to_owned().try_into().ok()? })
    }

    /// The field itself, when it is in one of `forms`.
    pub fn find<'f>(&self, forms: &[&'f Form]) -> Option<&'f Field> {
        forms.iter().find(|form| form.id == self.form)?.field(self.field.as_str())
    }
}

impl fmt::Display for Slot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.form, self.field)
    }
}

impl fmt::Debug for Slot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// What a column is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Target {
    /// A field of the form.
    Field(Slot),
    /// A place and a date in one cell: "Bandung, 28-06-1999".
    PlaceAndDate {
        /// The field of what stands before the date.
        place: Slot,
        /// The field of the date.
        date: Slot,
    },
    /// Not taken.
    Nothing,
}

impl Target {
    /// The fields it fills.
    pub fn fields(&self) -> Vec<&Slot> {
        match self {
            Self::Field(field) => vec![field],
            Self::PlaceAndDate { place, date } => vec![place, date],
            Self::Nothing => Vec::new(),
        }
    }
}

/// Why a column was given its target; the key is in the dictionary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Why {
    /// An officer settled it for a list with the same titles.
    Remembered,
    /// Its title is one of the field's.
    Title,
    /// Its title names two fields.
    TwoTitles,
    /// Its title holds one of the field's.
    PartOfTitle,
    /// Its title is a letter away from one of the field's.
    Spelling,
    /// Its cells look like the field.
    Cells,
    /// It counts the rows.
    Counter,
    /// Another column fits the field better.
    Taken,
    /// Nothing is known about it.
    Unknown,
}

impl Why {
    /// Its dictionary key.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Remembered => "paper-why-remembered",
            Self::Title => "paper-why-title",
            Self::TwoTitles => "paper-why-two-titles",
            Self::PartOfTitle => "paper-why-part-of-title",
            Self::Spelling => "paper-why-spelling",
            Self::Cells => "paper-why-cells",
            Self::Counter => "paper-why-counter",
            Self::Taken => "paper-why-taken",
            Self::Unknown => "paper-why-unknown",
        }
    }

    /// True when the officer need not be asked.
    pub const fn is_sure(self) -> bool {
        matches!(self, Self::Remembered | Self::Title | Self::TwoTitles | Self::Counter)
    }
}

/// One column of a mapping.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MappedColumn {
    /// Where it stands in this file.
    pub column: Column,
    /// Its title as it is compared; by it the column is known again in another file.
    pub title: String,
    /// What it is for.
    pub target: Target,
}

/// Which column means which field, in which sheet, under which title rows. Serialisable, so that it can be remembered
/// by its [`Mapping::fingerprint`] and offered for the next list of the same office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// The form whose record a row is.
    pub form: KindId,
    /// The sheet, counted from 1.
    pub sheet: usize,
    /// The rows that hold the titles; none for a list without titles.
    pub header_rows: Vec<u32>,
    /// Every column of the list, in order.
    pub columns: Vec<MappedColumn>,
}

impl Mapping {
    /// Names the titles of the list, in order, in 16 hexadecimal digits: two lists with the same titles have the same
    /// name whatever was decided about them. Not a digest to rely on against anybody.
    pub fn fingerprint(&self) -> String {
        // FNV-1a, 64 bits: stable across releases, which the standard library's hasher is not.
        let mut state: u64 = 0xcbf2_9ce4_8422_2325;
        let form = std::iter::once(self.form.as_str());
        for title in form.chain(self.columns.iter().map(|one| one.title.as_str())) {
            for byte in title.bytes().chain(std::iter::once(0x1f)) {
                state = (state ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
        }
        format!("{state:016x}")
    }

    /// What `column` is for.
    pub fn target(&self, column: Column) -> &Target {
        self.columns.iter().find(|one| one.column == column).map_or(&Target::Nothing, |one| &one.target)
    }

    /// Gives `column` another target, as the officer decides.
    ///
    /// # Errors
    /// [`PaperError::StaleMapping`] when the list has no such column.
    pub fn set(&mut self, column: Column, target: Target) -> Result<(), PaperError> {
        let found = self.columns.iter_mut().find(|one| one.column == column);
        found.ok_or(PaperError::StaleMapping)?.target = target;
        Ok(())
    }

    /// The column that fills `slot`, the first when several do.
    pub fn column_of(&self, slot: &Slot) -> Option<Column> {
        self.columns.iter().find(|one| one.target.fields().contains(&slot)).map(|one| one.column)
    }

    pub(super) fn remembers(&self, title: &str) -> Option<&Target> {
        let title = fold(title);
        let mut same = self.columns.iter().filter(|one| !title.is_empty() && one.title == title);
        let first = same.next()?;
        // A title that stood over two columns says nothing of either.
        same.next().is_none().then_some(&first.target)
    }

    pub(super) fn check(&self, forms: &[&Form]) -> Result<(), PaperError> {
        let main = forms.first().is_some_and(|form| form.id == self.form);
        let known =
            self.columns.iter().flat_map(|one| one.target.fields()).all(|slot| slot.find(forms).is_some());
        if main && known { Ok(()) } else { Err(PaperError::StaleMapping) }
    }
}
