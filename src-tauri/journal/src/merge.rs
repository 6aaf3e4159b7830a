//! How edits made apart from each other meet. Owns the register of one field of one record, which keeps every value that
//! no other has replaced, and what counts as a conflict; refuses to pick a winner.
//!
//! The outcome is the same for every order and repetition of the same changes.

use crate::{
    change::{Change, Write},
    clock::Hlc,
    ids::ChangeId,
};
use std::collections::{BTreeMap, BTreeSet};

/// A live value: a change that no other has replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Live {
    /// The change.
    pub id: ChangeId,
    /// The clock of its batch.
    pub at: Hlc,
    /// What it says.
    pub write: Write,
}

/// One field of one record: its live values, and what was replaced.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    live: BTreeMap<ChangeId, (Hlc, Write)>,
    replaced: BTreeSet<ChangeId>,
}

/// What applying a change did; what a projection has to write down.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Applied {
    /// True when the change is live now and was not before.
    pub live: bool,
    /// Values that were live and are no more.
    pub superseded: Vec<ChangeId>,
    /// Ghosts: replaced changes that are not live here, because they have not arrived, or because another change had
    /// replaced them too. A projection keeps them, so that a late arrival does not come alive.
    pub ghosts: Vec<ChangeId>,
}

impl Cell {
    /// An empty cell.
    pub fn new() -> Self {
        Self::default()
    }

    /// A cell as a projection kept it: its live values and its ghosts. What was live once and replaced since is not in
    /// either, so the caller applies each change of the log once; the log knows which are new.
    pub fn restore(live: impl IntoIterator<Item = Live>, ghosts: impl IntoIterator<Item = ChangeId>) -> Self {
        Self {
            live: live.into_iter().map(|one| (one.id, (one.at, one.write))).collect(),
            replaced: ghosts.into_iter().collect(),
        }
    }

    /// Takes in a change, in any order and any number of times.
    pub fn apply(&mut self, id: ChangeId, at: Hlc, change: &Change) -> Applied {
        let mut applied = self.supersede(&change.replaces);
        if !self.replaced.contains(&id) {
            applied.live = self.live.insert(id, (at, change.write.clone())).is_none();
        }
        applied
    }

    /// Takes in what an erased change had replaced: it stays replaced although nothing is left of what replaced it.
    pub fn supersede(&mut self, replaces: &[ChangeId]) -> Applied {
        let mut applied = Applied::default();
        for id in replaces {
            let new = self.replaced.insert(*id);
            if self.live.remove(id).is_some() {
                applied.superseded.push(*id);
            } else if new {
                applied.ghosts.push(*id);
            }
        }
        applied
    }

    /// Takes out an erased change. Erasure beats every edit.
    pub fn erase(&mut self, id: ChangeId) -> bool {
        self.live.remove(&id).is_some()
    }

    /// The live values, the one to show first at the head: the newest clock, then the greatest name.
    pub fn live(&self) -> Vec<Live> {
        let mut live: Vec<_> = self
            .live
            .iter()
            .map(|(id, (at, write))| Live { id: *id, at: *at, write: write.clone() })
            .collect();
        live.sort_unstable_by_key(|one| std::cmp::Reverse((one.at, one.id)));
        live
    }

    /// The names that a write which settles this cell replaces.
    pub fn live_ids(&self) -> impl Iterator<Item = ChangeId> {
        self.live.keys().copied()
    }

    /// True when `id` was replaced, whether it has arrived or not.
    pub fn has_replaced(&self, id: &ChangeId) -> bool {
        self.replaced.contains(id)
    }
}

/// Whether a field needs an officer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// There is nothing to settle.
    Settled,
    /// Different values were written apart from each other; all are shown until one write replaces them.
    Conflict,
}

/// Whether live values contradict each other. Equal values written apart do not, and the elements of a set never do.
pub fn verdict(live: &[Live], many: bool) -> Verdict {
    let contradicted =
        live.split_first().is_some_and(|(first, rest)| rest.iter().any(|one| one.write != first.write));
    if contradicted && !many { Verdict::Conflict } else { Verdict::Settled }
}

/// The elements of a set: an element is in it while any live change holds it, so adding wins over a removal that did
/// not see it. Each once, in the order of `live`.
pub fn elements(live: &[Live]) -> Vec<&Live> {
    let mut seen = BTreeSet::new();
    live.iter().filter(|one| one.write != Write::Retracted && seen.insert(&one.write)).collect()
}

/// How a record stands with regard to its removal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Removal {
    /// It was never removed, or was put back.
    Present,
    /// It is removed, and everything live in it was seen by whoever removed it.
    Removed,
    /// It was removed on one laptop and edited or put back on another: it is shown, as "deleted here, edited there".
    EditedApart,
}

/// How a record stands, from the cell of its field [`casework::ids::FieldId::removed`] and the live changes of its other
/// fields. A removal names in `replaces` every live change of the record that it saw.
pub fn removal(removed: &Cell, others: impl IntoIterator<Item = ChangeId>) -> Removal {
    let gone = removed.live.values().any(|(_, write)| *write != Write::Retracted);
    let back = removed.live.values().any(|(_, write)| *write == Write::Retracted);
    if !gone {
        Removal::Present
    } else if back || others.into_iter().any(|id| !removed.has_replaced(&id)) {
        Removal::EditedApart
    } else {
        Removal::Removed
    }
}

#[cfg(test)]
mod tests;
