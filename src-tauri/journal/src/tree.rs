//! The Merkle tree over a batch's changes, in the shape of RFC 6962. Owns the hashes and their domains; refuses to know
//! what a leaf holds. The shape lets a later bundle show a whole withheld part of a batch as one hash.

use crate::ids::{LeafHash, Salt, first_half};

// BLAKE3 keyed with a fixed public key is a hash of its own; each use here has one, so none can pass for another. What is hashed
// stands in one piece: for something so short, most of the time would go to a hasher that takes pieces.
const SALT: &[u8; 32] = b"pulang journal v1: salt a leaf\0\0";
const PAYLOAD: &[u8; 32] = b"pulang journal v1: hash payload\0";
const LEAF: &[u8; 32] = b"pulang journal v1: hash a leaf\0\0";
const NODE: &[u8; 32] = b"pulang journal v1: hash a node\0\0";

/// The salt of leaf `index` of the batch with this secret seed.
pub(crate) fn salt(seed: Salt, index: u32) -> Salt {
    let mut input = [0; 20];
    let (front, back) = input.split_at_mut(seed.0.len());
    front.copy_from_slice(&seed.0);
    back.copy_from_slice(&index.to_be_bytes());
    Salt(first_half(blake3::keyed_hash(SALT, &input)))
}

/// The hash of a salt and the payload after it.
pub(crate) fn payload(salted: &[u8]) -> [u8; 32] {
    *blake3::keyed_hash(PAYLOAD, salted).as_bytes()
}

/// The hash of a leaf: of the hash of its payload and, after it, what it replaces.
pub(crate) fn leaf(committed: &[u8]) -> LeafHash {
    LeafHash(*blake3::keyed_hash(LEAF, committed).as_bytes())
}

fn node(left: &[u8; 32], right: &[u8; 32]) -> [u8; 32] {
    let mut both = [0; 64];
    let (front, back) = both.split_at_mut(left.len());
    front.copy_from_slice(left);
    back.copy_from_slice(right);
    *blake3::keyed_hash(NODE, &both).as_bytes()
}

/// The root over leaves in order; of none, zeroes, which no batch has.
pub(crate) fn root(leaves: impl IntoIterator<Item = LeafHash>) -> [u8; 32] {
    // Whole subtrees from the left, each with its height; two of one height become one of the next.
    let mut whole: Vec<(u32, [u8; 32])> = Vec::new();
    for leaf in leaves {
        let (mut height, mut hash) = (0, leaf.0);
        while let Some((_, left)) = whole.pop_if(|(below, _)| *below == height) {
            hash = node(&left, &hash);
            height += 1;
        }
        whole.push((height, hash));
    }
    let mut from_right = whole.into_iter().rev().map(|(_, hash)| hash);
    let last = from_right.next().unwrap_or([0; 32]);
    from_right.fold(last, |right, left| node(&left, &right))
}

#[cfg(test)]
mod tests {
    use super::{LeafHash, node, root};

    /// RFC 6962, 2.1, to the letter: split at the largest power of two below the length.
    fn by_the_book(leaves: &[LeafHash]) -> [u8; 32] {
        match leaves {
            [one] => one.0,
            many => {
                let mut split = 1;
                while split * 2 < many.len() {
                    split *= 2;
                }
                node(&by_the_book(&many[..split]), &by_the_book(&many[split..]))
            }
        }
    }

    #[test]
    fn the_shape_is_that_of_rfc_6962() {
        let leaves: Vec<_> = (0..70).map(|n| LeafHash([n; 32])).collect();
        for len in 1..=leaves.len() {
            assert_eq!(root(leaves[..len].iter().copied()), by_the_book(&leaves[..len]), "{len} leaves");
        }
    }

    #[test]
    fn order_counts() {
        let (a, b) = (LeafHash([1; 32]), LeafHash([2; 32]));
        assert_ne!(root([a, b]), root([b, a]));
        assert_ne!(root([a]), root([a, a]));
    }
}
