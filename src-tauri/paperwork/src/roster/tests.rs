//! Lists as offices keep them; every person is invented.

mod cells;
mod mappings;
mod rows;
mod titles;

use super::{Answers, DateOrder, Mapping, Preview, Proposal, Slot, Target, preview, propose};
use crate::{Column, Grid, tests::fixtures::grid};
use casework::{
    form::Form,
    ids::{FieldId, KindId},
    values::{Country, Typing},
    words::{Lang, Words},
};
use chrono::NaiveDate;

const PERSON: &str = r#"
id = "person"
scope = "people"
title = "full_name"
[[field]]
id = "full_name"
kind = "name"
group = "identity"
section = "identity"
required = true
headers = ["nama", "nama lengkap", "name", "ឈ្មោះ"]
[[field]]
id = "sex"
kind = "choice"
group = "identity"
section = "identity"
options = ["male", "female", "unspecified"]
words = "sex"
headers = ["jenis kelamin", "jk", "l/p", "sex"]
[[field]]
id = "birth_date"
kind = "date"
group = "identity"
section = "identity"
headers = ["tanggal lahir", "tgl lahir", "ttl", "date of birth", "birth date", "ថ្ងៃខែឆ្នាំកំណើត"]
[[field]]
id = "birth_place"
kind = "text"
group = "identity"
section = "identity"
headers = ["tempat lahir", "birth place"]
[[field]]
id = "phones"
kind = "phone"
group = "family"
section = "contact"
many = true
headers = ["no hp", "telepon"]
[[field]]
id = "rescue"
kind = "record"
to = ["rescue"]
group = "rescue-facts"
section = "case"
headers = ["rombongan", "kasus"]
[[field]]
id = "remarks"
kind = "paragraph"
group = "notes"
section = "case"
headers = ["keterangan"]
"#;

const DOCUMENT: &str = r#"
id = "travel-document"
scope = "people"
title = "number"
[[field]]
id = "number"
kind = "document-number"
group = "travel-document"
section = "event"
headers = ["no paspor", "nomor paspor", "passport no"]
[[field]]
id = "expires"
kind = "date"
group = "travel-document"
section = "event"
headers = ["masa berlaku", "berlaku paspor"]
"#;

struct House {
    person: Form,
    document: Form,
    words: Words,
}

fn house() -> House {
    House {
        person: toml::from_str(PERSON).unwrap(),
        document: toml::from_str(DOCUMENT).unwrap(),
        words: Words::new(Lang::Id),
    }
}

fn typing(date_order: Option<DateOrder>) -> Typing {
    Typing {
        lang: Lang::Id,
        date_order,
        today: NaiveDate::from_ymd_opt(2023, 9, 1).unwrap(),
        zone: chrono_tz::Asia::Phnom_Penh,
        home: Country::read("ID").unwrap(),
        host: Country::read("KH").unwrap(),
    }
}

impl House {
    fn propose(&self, grid: &Grid, remembered: Option<&Mapping>) -> Proposal {
        propose(grid, &self.person, &[&self.document], &[], remembered)
    }

    fn preview(&self, grid: &Grid, mapping: &Mapping, answers: &Answers) -> Preview {
        let typing = typing(Some(DateOrder::DayFirst));
        preview(grid, mapping, &self.person, &[&self.document], &typing, &self.words, answers).unwrap()
    }

    fn both(&self, bytes: &[u8]) -> (Proposal, Preview) {
        let grid = grid(bytes);
        let proposal = self.propose(&grid, None);
        let preview = self.preview(&grid, &proposal.mapping, &Answers::default());
        (proposal, preview)
    }
}

fn slot(form: &str, field: &str) -> Slot {
    Slot { form: KindId::new(form).unwrap(), field: FieldId::new(field).unwrap() }
}

fn person(field: &str) -> Slot {
    slot("person", field)
}

fn field(form: &str, name: &str) -> Target {
    Target::Field(slot(form, name))
}

fn column(letters: &str) -> Column {
    Column::from_letters(letters).unwrap()
}

fn value<'p>(preview: &'p Preview, row: u32, slot: &Slot) -> Option<&'p str> {
    preview.rows.iter().find(|one| one.row == row)?.canonical(slot)
}

fn count(preview: &Preview, key: &str) -> usize {
    preview.counts().get(key).copied().unwrap_or(0)
}
