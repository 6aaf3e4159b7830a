use super::{Cell, Live, Removal, Verdict, elements, removal, verdict};
use crate::{
    Batch, Change, ChangeId, Hlc, LeafHash, StateDigest, Write,
    digest::Digesting,
    fixtures::{change, draft, known, place, record},
};
use casework::ids::FieldId;
use proptest::prelude::*;

fn cell(changes: &[(ChangeId, u64, &str, Vec<ChangeId>)]) -> Cell {
    let mut cell = Cell::new();
    for (id, at, text, replaces) in changes {
        let write = if text.is_empty() { Write::Retracted } else { known(text) };
        cell.apply(*id, Hlc::at_ms(*at), &change("full_name", write, replaces.clone()));
    }
    cell
}

#[test]
fn edits_made_apart_are_both_kept_newest_first() {
    let (a, b, c) = (place(1, 0), place(2, 0), place(3, 0));
    let both = cell(&[(a, 1, "Fulan", vec![]), (b, 9, "Fulano", vec![a]), (c, 5, "Fulana", vec![a])]);
    let live = both.live();
    assert_eq!(live.iter().map(|one| one.id).collect::<Vec<_>>(), [b, c]);
    assert_eq!(verdict(&live, false), Verdict::Conflict);
    assert_eq!(verdict(&live, true), Verdict::Settled, "a set has no conflicts");
    let settled = cell(&[
        (a, 1, "x", vec![]),
        (b, 9, "y", vec![a]),
        (c, 5, "z", vec![a]),
        (place(4, 0), 2, "z", vec![b, c]),
    ]);
    assert_eq!(verdict(&settled.live(), false), Verdict::Settled);
    assert_eq!(settled.live().len(), 1, "an old clock settles as well as a new one");
}

#[test]
fn equal_values_apart_are_no_conflict_and_taking_back_beside_an_edit_is() {
    let (a, b, c) = (place(1, 0), place(2, 0), place(3, 0));
    let equal = cell(&[(b, 9, "Fulana", vec![a]), (c, 5, "Fulana", vec![a])]);
    assert_eq!(equal.live().len(), 2);
    assert_eq!(verdict(&equal.live(), false), Verdict::Settled);
    let taken_back = cell(&[(b, 9, "Fulana", vec![a]), (c, 5, "", vec![a])]);
    assert_eq!(verdict(&taken_back.live(), false), Verdict::Conflict);
}

#[test]
fn adding_to_a_set_wins_over_a_removal_that_did_not_see_it() {
    let (a, b, gone) = (place(1, 0), place(2, 0), place(3, 0));
    let set = cell(&[(a, 1, "+85512", vec![]), (gone, 9, "", vec![a]), (b, 2, "+85512", vec![])]);
    let live = set.live();
    assert_eq!(elements(&live).iter().map(|one| one.id).collect::<Vec<_>>(), [b]);
    let twice = cell(&[(a, 1, "+85512", vec![]), (b, 2, "+85512", vec![])]).live();
    assert_eq!(elements(&twice).len(), 1, "an element is in a set once");
}

#[test]
fn a_removal_holds_until_something_it_did_not_see() {
    let (a, b, tombstone) = (place(1, 0), place(2, 0), place(3, 0));
    assert_eq!(removal(&Cell::new(), [a]), Removal::Present);
    let mut removed = cell(&[(tombstone, 9, "true", vec![a])]);
    assert_eq!(removal(&removed, [a]), Removal::Removed);
    assert_eq!(removal(&removed, [a, b]), Removal::EditedApart);
    let restored = Cell::restore(removed.live(), [a]);
    assert_eq!(removal(&restored, [a]), Removal::Removed, "what was seen is kept as ghosts");
    let back = change("full_name", Write::Retracted, vec![tombstone]);
    removed.apply(place(4, 0), Hlc::at_ms(10), &back);
    assert_eq!(removal(&removed, [a, b]), Removal::Present);
}

#[test]
fn applying_says_what_to_write_down() {
    let (a, b, c) = (place(1, 0), place(2, 0), place(3, 0));
    let mut cell = Cell::new();
    let late = cell.apply(b, Hlc::at_ms(2), &change("sex", known("male"), vec![a]));
    assert!(late.live && late.ghosts == [a] && late.superseded.is_empty());
    let ghost = cell.apply(a, Hlc::at_ms(1), &change("sex", known("female"), vec![]));
    assert!(!ghost.live, "what was replaced before it came does not come alive");
    let next = cell.apply(c, Hlc::at_ms(3), &change("sex", known("female"), vec![b]));
    assert!(next.live && next.superseded == [b] && next.ghosts.is_empty());
    let again = cell.apply(c, Hlc::at_ms(3), &change("sex", known("female"), vec![b]));
    assert_eq!(again, super::Applied::default(), "a repetition writes nothing");
    cell.supersede(&[c]);
    assert!(cell.live().is_empty(), "an erased change's replacements stay replaced");
}

/// Three laptops that edit two fields, each seeing some of the others' work: real batches with real hashes.
fn history(script: &[(u8, bool, u8, u8)]) -> Vec<Batch> {
    let mut batches: Vec<Batch> = Vec::new();
    let mut seen = vec![Vec::<usize>::new(); 3];
    for (n, (who, meet, field, value)) in (0_u8..).zip(script) {
        let who = usize::from(who % 3);
        if *meet {
            let other = seen[(who + 1) % 3].clone();
            seen[who].extend(other);
        }
        let field = ["full_name", "sex"][usize::from(field % 2)];
        let mut view = Cell::new();
        for batch in seen[who].iter().map(|index| &batches[*index]) {
            for (id, change) in batch.changes().filter(|(_, change)| change.field == field) {
                view.apply(id, batch.header().at, change);
            }
        }
        let write = if value % 8 == 0 { Write::Retracted } else { known(&(value % 8).to_string()) };
        let mut draft = draft(1, None);
        draft.at = Hlc::at_ms(u64::from(value % 5));
        draft.scope = record(u128::from(n));
        let edit = change(field, write, view.live_ids().collect());
        batches.push(Batch::assemble(draft, vec![edit], crate::Salt([n; 16])).unwrap());
        seen[who].push(batches.len() - 1);
    }
    batches
}

type Fields = [(Vec<Live>, Cell); 2];

fn project<'a>(batches: impl Iterator<Item = &'a Batch>) -> (Fields, StateDigest) {
    let mut cells = [Cell::new(), Cell::new()];
    for batch in batches {
        for (id, change) in batch.changes() {
            cells[usize::from(change.field == "sex")].apply(id, batch.header().at, change);
        }
    }
    let mut digest = Digesting::new();
    for (name, cell) in ["full_name", "sex"].iter().zip(&cells) {
        let mut rows = cell.live();
        rows.sort_by_key(|row| row.id);
        for row in rows {
            digest.live(record(7), &FieldId::new(*name).unwrap(), row.id, &row.write).unwrap();
        }
    }
    digest.hidden(place(0, 0), LeafHash([0; 32])).unwrap();
    (cells.map(|cell| (cell.live(), cell)), digest.finish())
}

proptest! {
    #[test]
    fn order_repetition_and_splits_do_not_matter(
        script in prop::collection::vec(any::<(u8, bool, u8, u8)>(), 1..40),
        mut order in prop::collection::vec(any::<prop::sample::Index>(), 0..80),
    ) {
        let batches = history(&script);
        let straight = project(batches.iter());
        // Any picks, with repetitions, then whatever they left out, from the back.
        let picks = order.drain(..).map(|index| index.get(&batches)).chain(batches.iter().rev());
        prop_assert_eq!(project(picks), straight);
    }

    #[test]
    fn a_cell_kept_as_rows_goes_on_as_the_whole_one(
        script in prop::collection::vec(any::<(u8, bool, u8, u8)>(), 1..40),
    ) {
        let batches = history(&script);
        let (mut rows, mut ghosts) = (Vec::new(), Vec::new());
        let mut whole = Cell::new();
        for batch in batches.iter().rev() {
            for (id, change) in batch.changes().filter(|(_, change)| change.field == "sex") {
                let mut kept = Cell::restore(rows.clone(), ghosts.clone());
                let applied = kept.apply(id, batch.header().at, change);
                ghosts.extend(applied.ghosts);
                rows = kept.live();
                whole.apply(id, batch.header().at, change);
            }
        }
        prop_assert_eq!(rows, whole.live());
    }

    #[test]
    fn one_laptop_alone_never_makes_a_conflict(values in prop::collection::vec((any::<u8>(), any::<u8>()), 1..30)) {
        let script: Vec<_> = values.into_iter().map(|(field, value)| (0, false, field, value)).collect();
        let (fields, _) = project(history(&script).iter());
        for (live, _) in fields {
            prop_assert!(live.len() <= 1);
        }
    }
}

#[test]
fn removal_cells_take_changes_of_the_log_field() {
    let tombstone = Change { field: FieldId::removed(), ..change("sex", known("true"), vec![place(1, 0)]) };
    let mut cell = Cell::new();
    assert_eq!(cell.apply(place(2, 0), Hlc::at_ms(1), &tombstone).ghosts, [place(1, 0)]);
}
