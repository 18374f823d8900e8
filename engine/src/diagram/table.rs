//! The two tables of a pool: which node has these children, and what was computed before.
//!
//! Open addressing with linear probing (D. Knuth, The Art of Computer Programming 3, 6.4). Keys are
//! numbers of our own making, so nobody can choose them to collide.

use super::Ref;

/// Takes a number into a hash.
pub(super) fn mix(hash: u32, number: u32) -> u32 {
    // The prime nearest to 2^32 divided by the golden ratio.
    (hash.rotate_left(5) ^ number).wrapping_mul(0x9E37_79B1)
}

/// The top bits of a product are its best mixed ones.
fn place(hash: u32, len: usize) -> usize {
    ((u64::from(hash.wrapping_mul(0x9E37_79B1)) * len as u64) >> 32) as usize
}

/// A place that holds nothing. It is no node, because leaves are not kept here.
const EMPTY: Ref = 0;

/// Nodes by what they consist of, which the pool itself holds.
#[derive(Debug, Default)]
pub(super) struct Unique {
    slots: Vec<Ref>,
    used: usize,
}

impl Unique {
    /// The node of this hash for which `same` is true.
    pub(super) fn find(&self, hash: u32, same: impl Fn(Ref) -> bool) -> Option<Ref> {
        let mut at = place(hash, self.slots.len());
        loop {
            match self.slots.get(at).copied() {
                None if self.slots.is_empty() => return None,
                None => at = 0,
                Some(EMPTY) => return None,
                Some(node) if same(node) => return Some(node),
                Some(_) => at += 1,
            }
        }
    }

    /// Adds a node that is not there, of this hash; `hash_of` tells that of any other.
    pub(super) fn insert(&mut self, node: Ref, hash: u32, hash_of: impl Fn(Ref) -> u32) {
        self.used += 1;
        if self.used * 2 > self.slots.len() {
            let grown = vec![EMPTY; (self.slots.len() * 2).max(64)];
            for old in std::mem::replace(&mut self.slots, grown) {
                if old != EMPTY {
                    self.put(old, hash_of(old));
                }
            }
        }
        self.put(node, hash);
    }

    fn put(&mut self, node: Ref, hash: u32) {
        let mut at = place(hash, self.slots.len());
        loop {
            match self.slots.get_mut(at) {
                None => at = 0,
                Some(slot) if *slot == EMPTY => {
                    *slot = node;
                    return;
                }
                Some(_) => at += 1,
            }
        }
    }
}

/// Results by the two functions they came from.
#[derive(Debug, Default)]
pub(super) struct Memo {
    slots: Vec<[Ref; 3]>,
    used: usize,
}

impl Memo {
    /// What was found of two functions.
    pub(super) fn get(&self, one: Ref, other: Ref) -> Option<Ref> {
        let mut at = place(mix(one, other), self.slots.len());
        loop {
            match self.slots.get(at).copied() {
                None if self.slots.is_empty() => return None,
                None => at = 0,
                Some([EMPTY, ..]) => return None,
                Some([first, second, found]) if first == one && second == other => {
                    return Some(found);
                }
                Some(_) => at += 1,
            }
        }
    }

    /// Notes what was found of two functions, of which the first is no leaf.
    pub(super) fn insert(&mut self, one: Ref, other: Ref, found: Ref) {
        self.used += 1;
        if self.used * 2 > self.slots.len() {
            let grown = vec![[EMPTY; 3]; (self.slots.len() * 2).max(64)];
            for old in std::mem::replace(&mut self.slots, grown) {
                if old != [EMPTY; 3] {
                    self.put(old);
                }
            }
        }
        self.put([one, other, found]);
    }

    fn put(&mut self, entry: [Ref; 3]) {
        let [one, other, _] = entry;
        let mut at = place(mix(one, other), self.slots.len());
        loop {
            match self.slots.get_mut(at) {
                None => at = 0,
                Some(slot) => {
                    let [first, second, _] = *slot;
                    if first == EMPTY || (first == one && second == other) {
                        *slot = entry;
                        return;
                    }
                    at += 1;
                }
            }
        }
    }
}
