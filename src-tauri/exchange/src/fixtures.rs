//! Invented laptops and edits for the tests of this crate.

use crate::{BundleWriter, Card, Certificate, Envelope, HeadProof, Request};
use casework::{
    answer::Answer,
    ids::{FieldId, RecordId},
    private::Private,
    reference::Mark,
};
use journal::{
    Batch, BatchHash, Change, ChangeId, DeedId, DeviceId, Draft, FeedId, Head, Hlc, Incarnation, Salt,
    Summary, Write,
};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;
use vault::{
    PublicKey,
    device::{DeviceKeys, SigningPair},
};

pub(crate) const START_MS: u64 = 1_750_000_000_000;
pub(crate) const FIELDS: [&str; 10] = [
    "full_name",
    "called_name",
    "birth_date",
    "sex",
    "nationality",
    "stage",
    "document_number",
    "valid_until",
    "phone",
    "note",
];

/// A small generator with a seed: the same edits in every run.
#[derive(Debug, Clone)]
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    pub(crate) fn below(&mut self, end: u64) -> u64 {
        self.roll() % end
    }

    pub(crate) fn salt(&mut self) -> Salt {
        Salt((u128::from(self.roll()) << 64 | u128::from(self.roll())).to_be_bytes())
    }

    pub(crate) fn v7(&mut self, ms: u64) -> Uuid {
        let random = u128::from(self.roll()) << 64 | u128::from(self.roll());
        let free = random & 0x0000_0000_0000_0fff_3fff_ffff_ffff_ffff;
        Uuid::from_u128(u128::from(ms) << 80 | 0x7000_8000_0000_0000_0000 | free)
    }

    fn name(&mut self) -> String {
        const SYLLABLES: [&str; 12] =
            ["ka", "ri", "ma", "lo", "ten", "zu", "be", "si", "an", "do", "vi", "na"];
        let pick = |dice: &mut Self| SYLLABLES[usize::try_from(dice.below(12)).unwrap()];
        let mut seeded = Self(7 + self.below(800));
        (0..2 + seeded.below(2)).map(|_| pick(&mut seeded)).collect()
    }

    fn value(&mut self, field: usize) -> String {
        match field {
            0 | 1 => self.name(),
            2 => format!("{}-{:02}-{:02}", 1960 + self.below(50), 1 + self.below(12), 1 + self.below(28)),
            3 => ["female", "male", "other"][usize::try_from(self.below(3)).unwrap()].to_owned(),
            4 => format!("N{:03}", self.below(130)),
            5 => format!("S{}", self.below(12)),
            6 => format!("P{:07}", self.below(9_999_999)),
            7 => format!("2025-{:02}-{:02}", 1 + self.below(12), 1 + self.below(28)),
            8 => format!("+{}{:09}", 60 + self.below(39), self.below(999_999_999)),
            _ => (0..4 + self.below(12)).map(|_| self.name() + " ").collect(),
        }
    }
}

/// A laptop that writes batches into one scope.
pub(crate) struct Laptop {
    pub(crate) device: DeviceId,
    pub(crate) keys: DeviceKeys,
    pub(crate) card: Card,
    pub(crate) certificate: Certificate,
    pub(crate) scope: RecordId,
    pub(crate) author: RecordId,
    pub(crate) head: Option<Head>,
    pub(crate) dice: Dice,
    /// The last seed, and whether the next one follows from it, and deeds from the clock.
    pub(crate) last_seed: Option<Salt>,
    pub(crate) follows: bool,
}

impl Laptop {
    pub(crate) const LIFE: Incarnation = Incarnation([0x51; 16]);

    pub(crate) fn new(number: u8) -> Self {
        let mut dice = Dice(u64::from(number) * 1000);
        let device = DeviceId(dice.salt().0);
        let keys = DeviceKeys::generate().unwrap();
        let card = Card::make("PNH", &Mark::letter(number.into()).unwrap(), device, &keys, None).unwrap();
        let request = Request::make("PNH", (device, Self::LIFE), &keys, START_MS).unwrap();
        let letter = Mark::letter(number.into()).unwrap();
        let office = SigningPair::generate().unwrap();
        let certificate = Certificate::issue(&office, &request, &letter, START_MS).unwrap();
        let scope = RecordId(Dice(77).v7(START_MS));
        let author = RecordId(dice.v7(START_MS));
        Self {
            device,
            keys,
            card,
            certificate,
            scope,
            author,
            head: None,
            dice,
            last_seed: None,
            follows: false,
        }
    }

    pub(crate) fn sealed_to(&self) -> PublicKey {
        self.card.identity().sealing
    }

    pub(crate) fn feed(&self) -> FeedId {
        FeedId::of(self.device, Self::LIFE, self.scope)
    }

    pub(crate) fn write(&mut self, ms: u64, changes: Vec<Change>) -> Batch {
        let draft = Draft {
            schema: 1,
            device: self.device,
            incarnation: Self::LIFE,
            scope: self.scope,
            seq: self.head.map_or(1, |head| head.seq + 1),
            prev: self.head.map(|head| head.batch),
            at: Hlc::at_ms(ms),
            deed: match self.follows {
                true => DeedId::of(self.device, Self::LIFE, Hlc::at_ms(ms)),
                false => DeedId(self.dice.v7(ms)),
            },
            act: "record-answer".to_owned(),
            author: self.author,
            undoes: None,
        };
        let fresh = self.dice.salt();
        let seed = self.last_seed.filter(|_| self.follows).map_or(fresh, Salt::following);
        self.last_seed = Some(seed);
        let batch = Batch::assemble(draft, changes, seed).unwrap();
        self.head = Some(Head { seq: batch.header().seq, batch: batch.id() });
        batch
    }

    pub(crate) fn summary(&self, export: u64) -> Summary {
        let heads = self.head.map(|head| (self.feed(), vec![head])).into_iter().collect();
        Summary { device: self.device, incarnation: Self::LIFE, retired: vec![], export, seen: vec![], heads }
    }

    pub(crate) fn proof(&self) -> Option<HeadProof> {
        let head = self.head?;
        Some(HeadProof::sign(&self.keys.signing, self.device, Self::LIFE, self.scope, head))
    }

    /// A bundle of `batches` to `recipients` without attachments.
    pub(crate) fn bundle<'a>(
        &self,
        batches: impl IntoIterator<Item = &'a Batch>,
        recipients: &[PublicKey],
    ) -> Vec<u8> {
        let mut writer = BundleWriter::new();
        for batch in batches {
            writer.push(batch).unwrap();
        }
        let (after, heads) = (self.summary(1), self.proof());
        let mut out = Vec::new();
        writer.finish(&self.envelope(recipients, &after, heads.as_slice()), &[], &mut out).unwrap();
        out
    }

    pub(crate) fn envelope<'a>(
        &'a self,
        recipients: &'a [PublicKey],
        after: &'a Summary,
        heads: &'a [HeadProof],
    ) -> Envelope<'a> {
        let keys = &self.keys.signing;
        Envelope {
            sender: self.device,
            certificate: Some(&self.certificate),
            training: false,
            keys,
            recipients,
            scopes: &[],
            before: None,
            after,
            heads,
            note: None,
            wants: &[],
        }
    }
}

pub(crate) fn answer(record: RecordId, field: &str, text: &str, replaces: Vec<ChangeId>) -> Change {
    let write = Write::Answered(Answer::Known(Private::new(text.to_owned())));
    Change { record, field: FieldId::new(field).unwrap(), write, as_typed: None, replaces }
}

/// A workload: people with ten fields each come by roster, 28 in a batch, then `edits` edits of one field
/// by three laptops that do not see each other's, `per_deed` to a batch. Gives the edits in the order of their clocks.
pub(crate) fn workload(edits: usize, per_deed: usize, follows: bool) -> (Vec<Laptop>, Vec<Batch>) {
    let mut laptops: Vec<_> = (0..3).map(|n| Laptop { follows, ..Laptop::new(n) }).collect();
    let mut roster = Laptop::new(9);
    let mut dice = Dice(11);
    let people: Vec<_> =
        (0..(edits as u64 / 10).max(3)).map(|n| RecordId(dice.v7(START_MS + n * 50))).collect();
    let mut cells: Vec<HashMap<(usize, usize), ChangeId>> = vec![HashMap::new(); 3];
    for (n, group) in people.chunks(28).enumerate() {
        let mut changes = Vec::new();
        for person in group {
            for (field, name) in FIELDS.iter().enumerate() {
                changes.push(answer(*person, name, &dice.value(field), vec![]));
            }
        }
        let batch = roster.write(START_MS + n as u64 * 1400, changes);
        for (index, (id, _)) in batch.changes().enumerate() {
            for seen in &mut cells {
                seen.insert((n * 28 + index / 10, index % 10), id);
            }
        }
    }
    let mut batches = Vec::new();
    let mut open: BTreeMap<usize, Vec<(usize, usize, Change)>> = BTreeMap::new();
    for n in 0..edits {
        let who = n % 3;
        let third = (people.len() / 3) as u64;
        let person = if dice.below(5) < 4 {
            dice.below(third) * 3 + who as u64
        } else {
            dice.below(people.len() as u64)
        };
        let (person, field) = (usize::try_from(person).unwrap(), usize::try_from(dice.below(10)).unwrap());
        let deed = open.entry(who).or_default();
        // Within one deed a field is written once.
        if !deed.iter().any(|one| (one.0, one.1) == (person, field)) {
            let replaces = vec![cells[who][&(person, field)]];
            deed.push((person, field, answer(people[person], FIELDS[field], &dice.value(field), replaces)));
        }
        if deed.len() == per_deed || n + 3 >= edits {
            let deed = open.remove(&who).unwrap();
            let places: Vec<_> = deed.iter().map(|one| (one.0, one.1)).collect();
            let ms = START_MS + 1_000_000_000 + n as u64 * 40;
            let batch = laptops[who].write(ms, deed.into_iter().map(|one| one.2).collect());
            for (index, place) in (0_u32..).zip(places) {
                cells[who].insert(place, ChangeId { batch: batch.id(), index });
            }
            batches.push(batch);
        }
    }
    (laptops, batches)
}

pub(crate) fn outside(n: u8) -> ChangeId {
    ChangeId { batch: BatchHash([n; 32]), index: u32::from(n) }
}
