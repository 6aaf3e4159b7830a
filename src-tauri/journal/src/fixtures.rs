//! Invented batches for the tests of this crate.

use crate::{BatchHash, Change, ChangeId, DeedId, DeviceId, Draft, Hlc, Incarnation, Salt, Write};
use casework::{
    answer::Answer,
    ids::{FieldId, RecordId},
    private::Private,
};
use proptest::prelude::*;
use uuid::Uuid;

pub(crate) const SEED: Salt = Salt([9; 16]);

pub(crate) fn record(n: u128) -> RecordId {
    RecordId(Uuid::from_u128(n))
}

pub(crate) fn place(batch: u8, index: u32) -> ChangeId {
    ChangeId { batch: BatchHash([batch; 32]), index }
}

pub(crate) fn draft(seq: u64, prev: Option<BatchHash>) -> Draft {
    Draft {
        schema: 1,
        device: DeviceId([1; 16]),
        incarnation: Incarnation([2; 16]),
        scope: record(3),
        seq,
        prev,
        at: Hlc::at_ms(1_700_000_000_000_u64.saturating_add(seq)),
        deed: DeedId(Uuid::from_u128(4)),
        act: "record-answer".to_owned(),
        author: record(5),
        undoes: None,
    }
}

pub(crate) fn known(text: &str) -> Write {
    Write::Answered(Answer::Known(Private::new(text.to_owned())))
}

pub(crate) fn change(field: &str, write: Write, replaces: Vec<ChangeId>) -> Change {
    Change { record: record(7), field: FieldId::new(field).unwrap(), write, as_typed: None, replaces }
}

pub(crate) fn writes() -> impl Strategy<Value = Write> {
    prop_oneof![
        4 => any::<String>().prop_map(|text| known(&text)),
        1 => Just(Write::Answered(Answer::Unknown)),
        1 => Just(Write::Answered(Answer::NotAsked)),
        1 => Just(Write::Answered(Answer::Declined)),
        1 => Just(Write::Retracted),
    ]
}

prop_compose! {
    fn ids()(batch: u8, index in 0_u32..300) -> ChangeId {
        place(batch, index)
    }
}

prop_compose! {
    pub(crate) fn changes()(
        record: u128,
        field in "[a-z][a-z0-9_]{0,20}",
        write in writes(),
        as_typed in any::<Option<String>>(),
        replaces in prop::collection::vec(ids(), 0..4),
    ) -> Change {
        let field = FieldId::new(field).unwrap();
        Change { record: RecordId(Uuid::from_u128(record)), field, write, as_typed: as_typed.map(Private::new), replaces }
    }
}
