//! The interview budget: how often a person has had to tell the story, and to whom. Owns the count; refuses a limit: whether
//! one more interview is right is for people to weigh, with this in sight.

use crate::{corrections::corrected, ids::RecordId, record::Record};

/// What the person has told so far, earliest first; without a date, last. An entry that another corrects is no second telling.
pub fn told<'a>(person: RecordId, records: &[&'a Record]) -> Vec<&'a Record> {
    let own = records.iter().filter(|record| record.kind == "interview" && record.is_about(person));
    let mut interviews: Vec<&Record> = own.copied().collect();
    let corrected = corrected(records.iter().copied());
    interviews.retain(|one| !corrected.contains(&one.id));
    interviews.sort_by_key(|one| {
        let key = one.when("held_at").map(crate::values::When::sort_key);
        (key.is_none(), key, one.id)
    });
    interviews
}

#[cfg(test)]
mod tests {
    use super::told;
    use crate::{
        fixtures::{id, record},
        record::Record,
    };

    #[test]
    fn only_the_persons_own_interviews_count_in_order() {
        let (who, other) = (id(7).to_string(), id(8).to_string());
        let records = [
            record(12, "interview", &[("people", &who), ("held_at", "2023-09-01")]),
            record(10, "interview", &[("people", &who), ("people", &other), ("held_at", "2023-07-01")]),
            record(11, "interview", &[("people", &other), ("held_at", "2023-08-01")]),
            record(9, "interview", &[("people", &who)]),
        ];
        let all: Vec<&Record> = records.iter().collect();
        let order: Vec<_> = told(id(7), &all).iter().map(|one| one.id).collect();
        assert_eq!(order, [id(10), id(12), id(9)]);
        let old = id(12).to_string();
        let better =
            record(13, "interview", &[("people", &who), ("held_at", "2023-09-02"), ("corrects", &old)]);
        let all: Vec<&Record> = records.iter().chain([&better]).collect();
        let order: Vec<_> = told(id(7), &all).iter().map(|one| one.id).collect();
        assert_eq!(order, [id(10), id(13), id(9)], "corrected, and not told twice");
    }
}
