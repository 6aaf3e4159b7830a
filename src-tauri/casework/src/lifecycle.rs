//! How far along the way home a person is. Owns deriving the stage from what is recorded; refuses a stage typed in by
//! hand. Services never depend on it, and no finding of an authority moves it.

use crate::{form::Forms, ids::RecordId, record::Record};

/// A stage of the way home, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// Known about.
    Reported,
    /// Their place is known.
    Located,
    /// Brought out.
    Extracted,
    /// With the host country's authority.
    HostCustody,
    /// In a shelter, a hospital or a hotel.
    Sheltered,
    /// An exit permit is issued.
    Cleared,
    /// On the way home.
    Departed,
    /// Arrived in the home country.
    Received,
    /// In a rehabilitation home.
    Rehabilitation,
    /// Living at home again.
    Reintegrated,
}

impl Stage {
    /// All of them, in order.
    pub const ALL: [Self; 10] = [
        Self::Reported,
        Self::Located,
        Self::Extracted,
        Self::HostCustody,
        Self::Sheltered,
        Self::Cleared,
        Self::Departed,
        Self::Received,
        Self::Rehabilitation,
        Self::Reintegrated,
    ];

    /// Its id: `host-custody`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Reported => "reported",
            Self::Located => "located",
            Self::Extracted => "extracted",
            Self::HostCustody => "host-custody",
            Self::Sheltered => "sheltered",
            Self::Cleared => "cleared",
            Self::Departed => "departed",
            Self::Received => "received",
            Self::Rehabilitation => "rehabilitation",
            Self::Reintegrated => "reintegrated",
        }
    }

    /// Works out the stage of `person` from every record that names them: the furthest that is recorded.
    pub fn of(person: &Record, records: &[&Record], forms: &Forms) -> Self {
        let begun = if person.links("rescue").next().is_some() { Self::Located } else { Self::Reported };
        let shown = records.iter().filter(|record| names(record, person.id));
        shown.filter_map(|record| Self::shown_by(record, forms)).chain([begun]).max().unwrap_or(begun)
    }

    /// The stage that one record shows, if it shows any.
    fn shown_by(record: &Record, forms: &Forms) -> Option<Self> {
        let form = forms.get(&record.kind)?;
        match (form.id.as_str(), record.first("sort")) {
            ("movement", Some("extraction")) => Some(Self::Extracted),
            ("movement", Some("flight")) if record.first("arrived_at").is_some() => Some(Self::Received),
            ("movement", Some("flight")) => Some(Self::Departed),
            ("placement", Some("custody")) => Some(Self::HostCustody),
            ("placement", Some("shelter" | "hospital" | "hotel")) => Some(Self::Sheltered),
            ("placement", Some("rehabilitation")) => Some(Self::Rehabilitation),
            ("placement", Some("home")) => Some(Self::Reintegrated),
            ("immigration-matter", _) if record.first("permit_number").is_some() => Some(Self::Cleared),
            _ => None,
        }
    }
}

fn names(record: &Record, person: RecordId) -> bool {
    record.links("people").any(|one| one == person)
}

#[cfg(test)]
mod tests;
