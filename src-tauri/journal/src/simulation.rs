//! Laptops that edit, write files, lose, repeat and reorder them, with wrong clocks, one put back to a backup without
//! noticing and one copied to a second disk. In the end everybody holds every edit that left its laptop, and no edit is
//! hidden that nobody saw.
//!
//! More runs by `PULANG_SEEDS=10000`.

use crate::{
    Batch, BatchHash, Cell, Change, ChangeId, DeedId, DeviceId, Draft, FeedCheck, FeedId, Head, Hlc,
    Incarnation, Peers, Salt, Step, Summary,
    fixtures::{known, record},
};
use casework::ids::FieldId;
use std::collections::{BTreeMap, BTreeSet, HashMap};

#[derive(Clone)]
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.roll() % end as u64).unwrap()
    }

    fn bytes(&mut self) -> [u8; 16] {
        (u128::from(self.roll()) << 64 | u128::from(self.roll())).to_be_bytes()
    }
}

const RECORDS: usize = 3;
const FIELDS: [&str; 2] = ["full_name", "sex"];
type Place = (u128, &'static str);

/// What is in the vault, and so what a backup holds and a copied disk doubles.
#[derive(Clone)]
struct Laptop {
    device: DeviceId,
    life: Incarnation,
    retired: BTreeSet<Incarnation>,
    exports: u64,
    print: Option<[u8; 8]>,
    skew_ms: i64,
    clock: Hlc,
    log: HashMap<BatchHash, Batch>,
    order: Vec<BatchHash>,
    feeds: BTreeMap<FeedId, FeedCheck>,
    waiting: Vec<Batch>,
    wrote: BTreeSet<BatchHash>,
    cells: BTreeMap<Place, Cell>,
    peers: Peers,
}

struct File {
    to: usize,
    summary: Summary,
    batches: Vec<Batch>,
}

fn places(batch: &Batch) -> impl Iterator<Item = (Place, ChangeId, &Change)> {
    batch.changes().map(|(id, change)| {
        let field = FIELDS.into_iter().find(|field| change.field == *field).unwrap();
        ((change.record.0.as_u128(), field), id, change)
    })
}

impl Laptop {
    fn new(number: u8, skew_ms: i64, dice: &mut Dice) -> Self {
        Self {
            device: DeviceId([number; 16]),
            life: Incarnation(dice.bytes()),
            retired: BTreeSet::new(),
            exports: 0,
            print: None,
            skew_ms,
            clock: Hlc::default(),
            log: HashMap::new(),
            order: Vec::new(),
            feeds: BTreeMap::new(),
            waiting: Vec::new(),
            wrote: BTreeSet::new(),
            cells: BTreeMap::new(),
            peers: Peers::new(),
        }
    }

    fn now(&self, now_ms: u64) -> u64 {
        now_ms.saturating_add_signed(self.skew_ms)
    }

    fn feed(&self) -> FeedId {
        FeedId::of(self.device, self.life, record(3))
    }

    fn edit(&mut self, now_ms: u64, dice: &mut Dice) {
        let feed = self.feed();
        let head = self.feeds.get(&feed).and_then(|check| check.heads().last().copied());
        let place = (dice.below(RECORDS) as u128, FIELDS[dice.below(2)]);
        let replaces = self.cells.get(&place).map(|cell| cell.live_ids().collect()).unwrap_or_default();
        let at = Hlc::tick(self.clock, self.now(now_ms));
        let write =
            if dice.below(9) == 0 { crate::Write::Retracted } else { known(&dice.roll().to_string()) };
        let field = FieldId::new(place.1).unwrap();
        let change = Change { record: record(place.0), field, write, as_typed: None, replaces };
        let draft = Draft {
            schema: 1,
            device: self.device,
            incarnation: self.life,
            scope: record(3),
            seq: head.map_or(1, |head| head.seq + 1),
            prev: head.map(|head| head.batch),
            at,
            deed: DeedId::of(self.device, self.life, at),
            act: "record-answer".to_owned(),
            author: record(u128::from(self.device.0[0])),
            undoes: None,
        };
        let batch = Batch::assemble(draft, vec![change], Salt(dice.bytes())).unwrap();
        self.clock = at;
        self.wrote.insert(batch.id());
        assert_eq!(self.take(batch), Step::Next);
    }

    fn take(&mut self, batch: Batch) -> Step {
        let log = &self.log;
        let seq_of = |id: &BatchHash| log.get(id).map(|batch| batch.header().seq);
        let check = self.feeds.entry(batch.header().feed()).or_default();
        let step = check.accept(batch.id(), batch.header(), seq_of);
        if matches!(step, Step::Next | Step::Fork) {
            for (place, id, change) in places(&batch) {
                self.cells.entry(place).or_default().apply(id, batch.header().at, change);
            }
            self.order.push(batch.id());
            self.log.insert(batch.id(), batch);
        }
        step
    }

    fn summary(&self) -> Summary {
        let heads = self.feeds.iter().map(|(feed, check)| (*feed, check.heads()));
        Summary {
            device: self.device,
            incarnation: self.life,
            retired: self.retired.iter().copied().collect(),
            export: self.exports,
            seen: self.peers.seen(),
            heads: heads.filter(|(_, heads): &(FeedId, Vec<Head>)| !heads.is_empty()).collect(),
        }
    }

    fn export(&mut self, to: usize, device: DeviceId) -> File {
        self.exports += 1;
        let summary = self.summary();
        self.print = Some(summary.print());
        let lives: Vec<_> = self.peers.of(device).collect();
        let holds = |feed: &FeedId| {
            let mine = self.feeds[feed].heads();
            let each =
                lives.iter().map(|told| told.holds_up_to(*feed, &mine, |id| self.log.contains_key(id)));
            each.min().unwrap_or(0)
        };
        let upto: BTreeMap<FeedId, u64> = self.feeds.keys().map(|feed| (*feed, holds(feed))).collect();
        let batches = self.order.iter().map(|id| &self.log[id]);
        let batches =
            batches.filter(|batch| batch.header().seq > upto[&batch.header().feed()]).cloned().collect();
        File { to, summary, batches }
    }

    fn import(&mut self, file: &File, now_ms: u64, dice: &mut Dice) {
        let mut double = file.summary.knows_of_a_double(self.device, self.life, self.exports, self.print);
        let mut clock = self.clock;
        let mut batches = std::mem::take(&mut self.waiting);
        batches.extend(file.batches.iter().cloned());
        loop {
            let before = batches.len();
            let mut rest = Vec::new();
            for batch in batches {
                let (id, header) = (batch.id(), batch.header().clone());
                match self.take(batch.clone()) {
                    Step::Gap { .. } => rest.push(batch),
                    Step::Broken => panic!("nobody wrote that"),
                    Step::Next | Step::Fork => {
                        double |= header.feed() == self.feed() && !self.wrote.contains(&id);
                        clock = Hlc::witness(clock, header.at, self.now(now_ms)).next;
                    }
                    Step::Duplicate => {}
                }
            }
            batches = rest;
            if batches.len() == before || batches.is_empty() {
                break;
            }
        }
        self.waiting = batches;
        self.clock = clock;
        self.peers.tell(file.summary.clone());
        if double {
            self.retired.insert(self.life);
            self.life = Incarnation(dice.bytes());
            (self.exports, self.print) = (0, None);
        }
    }

    fn live(&self) -> BTreeMap<Place, BTreeSet<ChangeId>> {
        self.cells.iter().map(|(place, cell)| (*place, cell.live_ids().collect())).collect()
    }
}

fn run(seed: u64) {
    let mut dice = Dice(seed);
    let hours: usize = 3 * 365 * 24;
    let mut laptops: Vec<Laptop> = (1..4 + u8::try_from(dice.below(3)).unwrap())
        .map(|number| {
            let skew = if dice.below(2) == 0 {
                0
            } else {
                (i64::try_from(dice.below(hours)).unwrap() - 13_140) * 3_600_000
            };
            Laptop::new(number, skew, &mut dice)
        })
        .collect();
    let (copied_at, kept_at, put_back_at) = (30 + dice.below(40), 20 + dice.below(20), 80 + dice.below(30));
    let put_back = dice.below(laptops.len());
    let mut backup = None;
    let mut mail: Vec<File> = Vec::new();
    let mut now_ms = 1_750_000_000_000;
    for step in 0..140 {
        now_ms += 600_000;
        if step == copied_at {
            let copy = laptops[dice.below(laptops.len())].clone();
            laptops.push(copy);
        }
        if step == kept_at {
            backup = Some(laptops[put_back].clone());
        }
        if step == put_back_at {
            laptops[put_back] = backup.take().unwrap();
        }
        let who = dice.below(laptops.len());
        match dice.below(10) {
            0..5 => laptops[who].edit(now_ms, &mut dice),
            5..8 => {
                let to = dice.below(laptops.len());
                if to != who {
                    let device = laptops[to].device;
                    mail.push(laptops[who].export(to, device));
                }
            }
            _ if mail.is_empty() => {}
            _ => {
                let which = dice.below(mail.len());
                if dice.below(6) > 0 {
                    let to = mail[which].to;
                    laptops[to].import(&mail[which], now_ms, &mut dice);
                }
                if dice.below(4) > 0 {
                    mail.swap_remove(which);
                }
            }
        }
    }
    // Everybody meets everybody until nothing is new: once to be told, once to be given what a false number had held back.
    let mut rounds = 0;
    while laptops.iter().any(|one| one.live() != laptops[0].live() || one.log.len() != laptops[0].log.len()) {
        rounds += 1;
        assert!(rounds < 3, "seed {seed}: they never agree");
        for from in 0..laptops.len() {
            for to in 0..laptops.len() {
                if from != to {
                    let device = laptops[to].device;
                    let file = laptops[from].export(to, device);
                    laptops[to].import(&file, now_ms, &mut dice);
                }
            }
        }
    }
    // What a laptop wrote, somebody may have lost with the disk; what anybody holds, everybody holds. And it is live
    // unless a change that somebody wrote after seeing it took its place.
    let log = &laptops[0].log;
    let replaced: BTreeSet<ChangeId> =
        log.values().flat_map(Batch::changes).flat_map(|(_, change)| change.replaces.clone()).collect();
    let live = laptops[0].live();
    for (place, id, _) in log.values().flat_map(places) {
        assert_eq!(
            live[&place].contains(&id),
            !replaced.contains(&id),
            "seed {seed}: hidden, or risen from the dead"
        );
    }
    assert!(laptops.iter().all(|one| one.waiting.is_empty()), "seed {seed}: something still waits");
}

#[test]
fn nothing_is_hidden_lost_or_different_in_the_end() {
    let seeds = std::env::var("PULANG_SEEDS").ok().and_then(|count| count.parse().ok()).unwrap_or(60);
    (0..seeds).for_each(|seed| run(seed * 7919 + 13));
}
