//! The edits that everything is measured on: people who came by roster, then single fields edited by three laptops that do not
//! see each other's work. The same in every run.

use std::collections::{BTreeMap, HashMap};

use casework::{
    answer::Answer,
    ids::{FieldId, KindId, RecordId},
    private::Private,
};
use journal::{
    Batch, Change, ChangeId, DeedId, DeviceId, Draft, FeedId, Head, Hlc, Incarnation, Salt, Write,
};
use uuid::Uuid;
use vault::device::DeviceKeys;

pub const START_MS: u64 = 1_750_000_000_000;
pub const FIELDS: [&str; 10] = [
    "full_name", "called_name", "birth_date", "sex", "nationality", "stage", "document_number", "valid_until",
    "phone", "note",
];
pub const LIFE: Incarnation = Incarnation([0x51; 16]);

/// One edit: by which laptop, of whose which field, to what.
pub struct Edit {
    pub who: usize,
    pub person: usize,
    pub field: usize,
    pub value: String,
}

pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, end: u64) -> u64 {
        self.roll() % end
    }

    fn sixteen(&mut self) -> [u8; 16] {
        (u128::from(self.roll()) << 64 | u128::from(self.roll())).to_be_bytes()
    }

    fn v7(&mut self, ms: u64) -> Uuid {
        let free = u128::from_be_bytes(self.sixteen()) & 0x0000_0000_0000_0fff_3fff_ffff_ffff_ffff;
        Uuid::from_u128(u128::from(ms) << 80 | 0x7000_8000_0000_0000_0000 | free)
    }

    fn name(&mut self) -> String {
        const SYLLABLES: [&str; 12] = ["ka", "ri", "ma", "lo", "ten", "zu", "be", "si", "an", "do", "vi", "na"];
        let mut seeded = Dice(7 + self.below(800));
        (0..2 + seeded.below(2)).map(|_| SYLLABLES[self.below(12) as usize]).collect()
    }

    pub fn value(&mut self, field: usize) -> String {
        match field {
            0 | 1 => self.name(),
            2 => format!("{}-{:02}-{:02}", 1960 + self.below(50), 1 + self.below(12), 1 + self.below(28)),
            3 => ["female", "male", "other"][self.below(3) as usize].to_owned(),
            4 => format!("N{:03}", self.below(130)),
            5 => format!("S{}", self.below(12)),
            6 => format!("P{:07}", self.below(9_999_999)),
            7 => format!("2025-{:02}-{:02}", 1 + self.below(12), 1 + self.below(28)),
            8 => format!("+{}{:09}", 60 + self.below(39), self.below(999_999_999)),
            _ => (0..4 + self.below(12)).map(|_| self.name() + " ").collect(),
        }
    }
}

/// Who is there and what each is called at first, and then the edits.
pub struct Work {
    pub people: Vec<(RecordId, [String; 10])>,
    pub edits: Vec<Edit>,
}

impl Work {
    pub fn of(edits: usize) -> Self {
        let mut dice = Dice(11);
        let count = (edits / 10).max(3);
        let people: Vec<_> = (0..count)
            .map(|n| {
                let id = RecordId(dice.v7(START_MS + n as u64 * 50));
                (id, std::array::from_fn(|field| dice.value(field)))
            })
            .collect();
        let third = (count / 3) as u64;
        let edit = |n: usize| {
            let who = n % 3;
            let person = match dice.below(5) {
                0..4 => dice.below(third) * 3 + who as u64,
                _ => dice.below(count as u64),
            };
            let field = dice.below(10) as usize;
            Edit { who, person: person as usize, field, value: dice.value(field) }
        };
        let edits = (0..edits).map(edit).collect();
        Self { people, edits }
    }

    /// The same as batches: the roster's, and the edits', so many to a deed.
    pub fn batches(&self, per_deed: usize, follows: bool) -> (Vec<Laptop>, Vec<Batch>, Vec<Batch>) {
        let mut laptops: Vec<_> = (0..3).map(|n| Laptop::new(n, follows)).collect();
        let mut roster = Laptop::new(9, follows);
        let mut cells: HashMap<(usize, usize, usize), ChangeId> = HashMap::new();
        let mut first = Vec::new();
        for (n, group) in self.people.chunks(28).enumerate() {
            let mut changes = Vec::new();
            for (id, values) in group {
                let kind = FieldId::kind();
                changes.push(answer(*id, kind, KindId::new("person").unwrap().as_str(), vec![]));
                for (field, value) in FIELDS.iter().zip(values) {
                    changes.push(answer(*id, FieldId::new(*field).unwrap(), value, vec![]));
                }
            }
            let batch = roster.write(START_MS + n as u64 * 1400, changes);
            for (index, (id, _)) in batch.changes().enumerate().filter(|(index, _)| index % 11 > 0) {
                for who in 0..3 {
                    cells.insert((who, n * 28 + index / 11, index % 11 - 1), id);
                }
            }
            first.push(batch);
        }
        let mut batches = Vec::new();
        let mut open: BTreeMap<usize, Vec<&Edit>> = BTreeMap::new();
        for (n, edit) in self.edits.iter().enumerate() {
            let deed = open.entry(edit.who).or_default();
            if !deed.iter().any(|one| (one.person, one.field) == (edit.person, edit.field)) {
                deed.push(edit);
            }
            if deed.len() == per_deed || n + 3 >= self.edits.len() {
                let deed = open.remove(&edit.who).unwrap();
                let change = |one: &&Edit| {
                    let replaces = vec![cells[&(one.who, one.person, one.field)]];
                    answer(self.people[one.person].0, FieldId::new(FIELDS[one.field]).unwrap(), &one.value, replaces)
                };
                let ms = START_MS + 1_000_000_000 + n as u64 * 40;
                let batch = laptops[edit.who].write(ms, deed.iter().map(change).collect());
                for (index, one) in (0_u32..).zip(&deed) {
                    cells.insert((one.who, one.person, one.field), ChangeId { batch: batch.id(), index });
                }
                batches.push(batch);
            }
        }
        (laptops, first, batches)
    }
}

fn answer(record: RecordId, field: FieldId, text: &str, replaces: Vec<ChangeId>) -> Change {
    let write = Write::Answered(Answer::Known(Private::new(text.to_owned())));
    Change { record, field, write, as_typed: None, replaces }
}

/// A laptop that writes batches into one scope.
pub struct Laptop {
    pub device: DeviceId,
    pub keys: DeviceKeys,
    pub scope: RecordId,
    author: RecordId,
    pub head: Option<Head>,
    dice: Dice,
    last_seed: Option<Salt>,
    follows: bool,
}

impl Laptop {
    pub fn new(number: u64, follows: bool) -> Self {
        let mut dice = Dice(number * 1000);
        let device = DeviceId(dice.sixteen());
        let scope = RecordId(Dice(77).v7(START_MS));
        let author = RecordId(dice.v7(START_MS));
        let keys = DeviceKeys::generate().unwrap();
        Self { device, keys, scope, author, head: None, dice, last_seed: None, follows }
    }

    pub fn feed(&self) -> FeedId {
        FeedId::of(self.device, LIFE, self.scope)
    }

    fn write(&mut self, ms: u64, changes: Vec<Change>) -> Batch {
        let at = Hlc::at_ms(ms);
        let draft = Draft {
            schema: 1,
            device: self.device,
            incarnation: LIFE,
            scope: self.scope,
            seq: self.head.map_or(1, |head| head.seq + 1),
            prev: self.head.map(|head| head.batch),
            at,
            deed: if self.follows { DeedId::of(self.device, LIFE, at) } else { DeedId(self.dice.v7(ms)) },
            act: "record-answer".to_owned(),
            author: self.author,
            undoes: None,
        };
        let fresh = Salt(self.dice.sixteen());
        let seed = self.last_seed.filter(|_| self.follows).map_or(fresh, Salt::following);
        self.last_seed = Some(seed);
        let batch = Batch::assemble(draft, changes, seed).unwrap();
        self.head = Some(Head { seq: batch.header().seq, batch: batch.id() });
        batch
    }
}
