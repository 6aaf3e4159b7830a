//! Records for tests. Everything in here is invented.

use crate::{
    answer::Answer,
    ids::{FieldId, KindId, RecordId},
    private::Private,
    record::{LiveAnswer, Record},
};
use chrono::DateTime;
use uuid::Uuid;

/// The `n`th id; a higher one sorts later.
pub(crate) fn id(n: u128) -> RecordId {
    RecordId(Uuid::from_u128(n))
}

/// A record of `kind` with canonical answers; a field named twice holds two.
pub(crate) fn record(n: u128, kind: &str, answers: &[(&str, &str)]) -> Record {
    let mut record =
        Record { id: id(n), kind: KindId::new(kind).unwrap(), scope: id(1), answers: Default::default() };
    for (field, text) in answers {
        record.answers.entry(FieldId::new(*field).unwrap()).or_default().push(LiveAnswer {
            change: format!("{}:0", "0".repeat(64)),
            answer: Answer::Known(Private::new((*text).to_owned())),
            as_typed: None,
            at: DateTime::UNIX_EPOCH,
            author: id(2),
            device: "0".repeat(32),
        });
    }
    record
}
