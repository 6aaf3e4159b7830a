//! What the tests of values share: an office in Phnom Penh on a fixed day, and fields of every kind.

use super::{Country, Typing};
use crate::{
    form::{Field, FieldKind},
    ids::{FieldId, GroupId},
    words::Lang,
};
use chrono::NaiveDate;

/// The embassy's desk on 5 October 2023.
pub(crate) fn typing() -> Typing {
    Typing {
        lang: Lang::Id,
        date_order: None,
        today: NaiveDate::from_ymd_opt(2023, 10, 5).unwrap(),
        zone: chrono_tz::Asia::Phnom_Penh,
        home: Country::read("ID").unwrap(),
        host: Country::read("KH").unwrap(),
    }
}

/// A field of `kind`, with the three options of a person's sex.
pub(crate) fn field(kind: FieldKind) -> Field {
    Field {
        id: FieldId::new("a_field").unwrap(),
        kind,
        group: GroupId::new("identity").unwrap(),
        section: "identity".into(),
        many: false,
        required: false,
        sealed: false,
        options: ["male", "female", "unspecified"].map(str::to_owned).to_vec(),
        words: Some("sex".into()),
        to: Vec::new(),
        label: None,
        after: None,
        min: None,
        max: None,
        htcds: None,
        headers: Vec::new(),
    }
}
