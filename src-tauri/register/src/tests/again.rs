//! A bundle that comes again: the short way tells exactly what the long way tells, whatever happened in between.

use super::{
    merging::{Step, live, steps},
    office::{Laptop, NOW, deed, id, known, three_that_agree, write},
};
use crate::{Absorbed, Apply, Arrival, AuditEntry, NewWrite, RegisterError, Replaces, Whole, laptop_record};
use casework::ids::FieldId;
use journal::{Batch, DeviceId};
use proptest::prelude::*;
use std::cell::RefCell;

const PRINT: [u8; 32] = [1; 32];
const VOUCHING: [u8; 32] = [2; 32];

fn arrival(from: &Laptop, again: Option<Whole>, whole: Option<Whole>) -> Arrival {
    Arrival {
        summary: from.register.summary(1).unwrap(),
        settings: Vec::new(),
        wants: Vec::new(),
        files: RefCell::default(),
        audit: AuditEntry {
            at: chrono::DateTime::UNIX_EPOCH,
            actor: String::new(),
            act: "bundle-import".to_owned(),
            object: String::new(),
            detail: String::new(),
        },
        again,
        whole: RefCell::new(whole),
    }
}

fn whole(batches: &[Batch]) -> Whole {
    let at = batches.iter().map(|batch| batch.header().at).max().unwrap_or_default();
    let batches = u32::try_from(batches.len()).unwrap();
    Whole { print: PRINT, vouching: VOUCHING, batches, unvouched: 0, at }
}

fn take(to: &mut Laptop, arrival: &Arrival, apply: Apply, batches: &[Batch]) -> Absorbed {
    let batches = batches.iter().cloned().map(Ok::<_, RegisterError>);
    to.register.absorb_from(NOW, Some(arrival), apply, batches).unwrap()
}

fn recall(laptop: &Laptop) -> Option<Whole> {
    laptop.register.whole(PRINT, VOUCHING, NOW).unwrap()
}

#[test]
fn one_of_which_something_waits_is_not_known_until_all_of_it_is_here() {
    let (mut one, mut two) = (Laptop::new(1), Laptop::new(2));
    one.person(10, "Siti");
    one.commit(&deed(2, vec![], vec![write(id(10), "town", known("Poipet"))])).unwrap();
    let all = one.everything();
    let later = &all[1..];
    take(&mut two, &arrival(&one, None, Some(whole(later))), Apply::Now, later);
    assert_eq!(recall(&two), None);
    take(&mut two, &arrival(&one, None, Some(whole(&all))), Apply::Look, &all);
    assert_eq!(recall(&two), None, "looking keeps nothing in mind");
    take(&mut two, &arrival(&one, None, Some(whole(&all))), Apply::Now, &all);
    assert_eq!(recall(&two), Some(whole(&all)));
}

#[test]
fn it_is_looked_at_anew_where_a_clock_or_a_signature_would_tell_something_else() {
    let (mut one, mut two) = (Laptop::new(1), Laptop::new(2));
    one.person(10, "Siti");
    let all = one.everything();
    take(&mut two, &arrival(&one, None, Some(whole(&all))), Apply::Now, &all);
    assert!(recall(&two).is_some());
    let before = NOW - 2 * journal::clock::AHEAD_MS;
    assert_eq!(two.register.whole(PRINT, VOUCHING, before).unwrap(), None, "the clock was set back");
    assert_eq!(two.register.whole(PRINT, [3; 32], NOW).unwrap(), None, "others are trusted now");
    assert_eq!(two.register.whole([4; 32], VOUCHING, NOW).unwrap(), None, "another bundle");
    let import = two.register.imports().unwrap()[0].id;
    two.register.set_aside(import, true).unwrap();
    assert_eq!(recall(&two), None);
}

/// What may happen between a bundle and the same again.
#[derive(Debug, Clone)]
enum Deed {
    Life(Step),
    Aside { laptop: usize, import: usize, aside: bool },
    Revoke { laptop: usize, whom: u8 },
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let one = prop_oneof![
        9 => steps().prop_map(Deed::Life),
        2 => (0_usize..3, 0_usize..3, any::<bool>())
            .prop_map(|(laptop, import, aside)| Deed::Aside { laptop, import, aside }),
        1 => (0_usize..3, 1_u8..4).prop_map(|(laptop, whom)| Deed::Revoke { laptop, whom }),
    ];
    prop::collection::vec(one, 0..14)
}

fn perform(laptops: &mut [Laptop], deed: Deed, n: u128) {
    match deed {
        Deed::Life(step) => live(laptops, step, n),
        Deed::Aside { laptop, import, aside } => {
            let register = &mut laptops[laptop].register;
            if let Some(import) = register.imports().unwrap().get(import).map(|one| one.id) {
                register.set_aside(import, aside).unwrap();
            }
        }
        Deed::Revoke { laptop, whom } => revoke(&mut laptops[laptop], DeviceId([whom; 16]), n),
    }
}

fn revoke(laptop: &mut Laptop, whom: DeviceId, n: u128) {
    if laptop.register.identity().is_some_and(|(own, _)| own == whom) {
        return;
    }
    let heads = laptop.register.revocation_of(whom).unwrap();
    let revoke = NewWrite {
        record: laptop_record(whom),
        field: FieldId::revoked(),
        write: known(&heads),
        as_typed: None,
        replaces: Replaces::Live,
    };
    let births = vec![super::office::born(laptop_record(whom), "device", id(0))];
    // A laptop that is revoked itself writes nothing any more.
    let _refused = laptop.commit(&deed(9000 + n, births, vec![revoke]));
}

/// As [`perform`], of deeds that a revoked laptop cannot do.
fn try_perform(laptops: &mut [Laptop], deed: Deed, n: u128) {
    let revoked = |laptop: usize| {
        let own = laptops[laptop].register.identity().unwrap().0;
        laptops[laptop].register.revoked().unwrap().contains_key(&own)
    };
    let writes = match &deed {
        Deed::Life(Step::Write { laptop, .. } | Step::Remove { laptop, .. } | Step::Erase { laptop, .. })
        | Deed::Revoke { laptop, .. } => revoked(*laptop),
        Deed::Life(Step::Send { .. } | Step::Withhold { .. }) | Deed::Aside { .. } => false,
    };
    if !writes {
        perform(laptops, deed, n);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn the_short_way_tells_what_the_long_way_tells(
        before in deeds(), after in deeds(), from in 0_usize..3, to in 0_usize..3, hidden: bool,
    ) {
        let mut laptops = three_that_agree();
        for (n, deed) in (0..).zip(before) {
            try_perform(&mut laptops, deed, n);
        }
        let mut bundle = laptops[from].everything();
        if hidden {
            let hide = |batch: Batch| batch.withholding(|_, change| change.field == "town").unwrap();
            bundle = bundle.into_iter().map(hide).collect();
        }
        let first = arrival(&laptops[from], None, Some(whole(&bundle)));
        take(&mut laptops[to], &first, Apply::Now, &bundle);
        for (n, deed) in (100..).zip(after) {
            try_perform(&mut laptops, deed, n);
        }
        let (short, long) = (recall(&laptops[to]), arrival(&laptops[from], None, Some(whole(&bundle))));
        if let Some(known) = short {
            let short = arrival(&laptops[from], Some(known), None);
            let told = take(&mut laptops[to], &short, Apply::Look, &[]);
            prop_assert_eq!(&told, &take(&mut laptops[to], &long, Apply::Look, &bundle));
            prop_assert_eq!(&told, &take(&mut laptops[to], &short, Apply::Now, &[]));
            prop_assert_eq!(told.digest, laptops[to].register.state_digest().unwrap());
            laptops[to].check();
        }
        let told = take(&mut laptops[to], &long, Apply::Now, &bundle);
        prop_assert_eq!(told.digest, laptops[to].register.state_digest().unwrap());
    }
}
