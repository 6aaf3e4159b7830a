//! The same edits in Automerge: a map of people, each a map of ten fields; three forks edit and a fourth takes them in. It
//! neither seals nor signs, keeps no table that can be asked, and is in memory only.

use automerge::{ActorId, AutoCommit, ObjType, ROOT, ReadDoc as _, transaction::Transactable as _};

use crate::edits::{FIELDS, Work};

pub struct Rival {
    pub bytes: usize,
    pub base: Vec<u8>,
    pub deltas: Vec<Vec<u8>>,
}

impl Rival {
    /// The document of everybody, and what each laptop's edits add to it.
    pub fn of(work: &Work, per_deed: usize) -> Self {
        let mut base = AutoCommit::new().with_actor(ActorId::from([9; 16]));
        let mut ids = Vec::new();
        for (id, values) in &work.people {
            let person = base.put_object(ROOT, id.to_string(), ObjType::Map).unwrap();
            for (field, value) in FIELDS.iter().zip(values) {
                base.put(&person, *field, value.as_str()).unwrap();
            }
            ids.push(person);
        }
        base.commit();
        let heads = base.get_heads();
        let saved = base.save();
        let deltas = (0..3_u8).map(|who| {
            let mut fork = AutoCommit::load(&saved).unwrap().with_actor(ActorId::from([who; 16]));
            let own = work.edits.iter().filter(|edit| edit.who == usize::from(who));
            for (n, edit) in own.enumerate() {
                fork.put(&ids[edit.person], FIELDS[edit.field], edit.value.as_str()).unwrap();
                if n % per_deed == per_deed - 1 {
                    fork.commit();
                }
            }
            fork.commit();
            fork.save_after(&heads)
        });
        let deltas: Vec<_> = deltas.collect();
        Self { bytes: deltas.iter().map(Vec::len).sum(), base: saved, deltas }
    }

    /// Takes every laptop's edits into the document and gives how many people it has then.
    pub fn import(&self, into: &mut AutoCommit) -> usize {
        for delta in &self.deltas {
            into.load_incremental(delta).unwrap();
        }
        into.length(ROOT)
    }

    pub fn receiver(&self) -> AutoCommit {
        AutoCommit::load(&self.base).unwrap()
    }
}
