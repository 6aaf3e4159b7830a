//! Entries that others correct. Owns telling which they are; refuses to hide them: what was written first stays in sight, and
//! only what is counted or concluded leaves it out.

use crate::{ids::RecordId, record::Record};
use std::collections::BTreeSet;

/// The fields by which an entry of a form that lasts names the one that it corrects.
const BY: [&str; 2] = ["corrects", "replaces"];

/// The entries that one of `records` corrects.
pub fn corrected<'a>(records: impl IntoIterator<Item = &'a Record>) -> BTreeSet<RecordId> {
    records.into_iter().flat_map(|record| BY.iter().flat_map(|field| record.links(field))).collect()
}

#[cfg(test)]
mod tests {
    use super::{BY, corrected};
    use crate::{
        fixtures::{id, record},
        form::Forms,
    };

    #[test]
    fn an_entry_is_corrected_by_the_one_that_names_it() {
        let old = id(10).to_string();
        let records = [
            record(10, "determination", &[("outcome", "victim")]),
            record(11, "determination", &[("corrects", &old)]),
            record(12, "statement", &[("replaces", &id(9).to_string())]),
        ];
        assert_eq!(corrected(&records).into_iter().collect::<Vec<_>>(), [id(9), id(10)]);
    }

    #[test]
    fn every_form_that_lasts_names_the_corrected_entry_by_one_of_these_fields() {
        let forms = Forms::shipped().unwrap();
        let lasting: Vec<(&str, &str)> = forms
            .iter()
            .filter_map(|form| Some((form.id.as_str(), form.lasting.as_ref()?.as_str())))
            .collect();
        assert_eq!(
            lasting.iter().map(|(form, _)| *form).collect::<Vec<_>>(),
            ["custody", "determination", "interview", "statement"]
        );
        assert!(lasting.iter().all(|(_, field)| BY.contains(field)), "{lasting:?}");
    }
}
