//! The Merkle tree over a batch's changes, in the shape of RFC 6962. Owns the hashes and their domains; refuses to know
//! what a leaf holds. The shape lets a later bundle show a whole withheld part of a batch as one hash.

use crate::ids::{LeafHash, Salt};

// BLAKE3 keyed with a fixed public key is a hash of its own; each use here has one, so none can pass for another.
const SALT: &[u8; 32] = b"pulang journal v1: salt a leaf\0\0";
const PAYLOAD: &[u8; 32] = b"pulang journal v1: hash payload\0";
const LEAF: &[u8; 32] = b"pulang journal v1: hash a leaf\0\0";
const NODE: &[u8; 32] = b"pulang journal v1: hash a node\0\0";

/// The salt of leaf `index` of the batch with this secret seed.
pub(crate) fn salt(seed: Salt, index: u32) -> Salt {
    let mut hasher = blake3::Hasher::new_keyed(SALT);
    hasher.update(&seed.0).update(&index.to_be_bytes());
    let mut salt = [0; 16];
    hasher.finalize_xof().fill(&mut salt);
    Salt(salt)
}

/// The hash of a payload under its salt.
pub(crate) fn payload(salt: Salt, canonical: &[u8]) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new_keyed(PAYLOAD);
    hasher.update(&salt.0).update(canonical);
    *hasher.finalize().as_bytes()
}

/// The hash of a leaf.
pub(crate) fn leaf(payload: &[u8; 32], replaces: &[u8]) -> LeafHash {
    let mut hasher = blake3::Hasher::new_keyed(LEAF);
    hasher.update(payload).update(replaces);
    LeafHash(*hasher.finalize().as_bytes())
}

fn node(left: &[u8; 32], right: &[u8; 32]) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new_keyed(NODE);
    hasher.update(left).update(right);
    *hasher.finalize().as_bytes()
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
