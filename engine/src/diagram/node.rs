//! Making nodes: each is made once, unless all of its children are the same.

use super::table::mix;
use super::{FALSE, NODE, Node, Pool, Ref, Var};

impl Pool {
    /// The function that is true where the variable has one of the values for which `holds` is true.
    pub(crate) fn literal(&mut self, var: Var, holds: impl Fn(usize) -> bool) -> Ref {
        let start = self.making.len();
        for value in 0..self.values_of(var) {
            self.making.push(Ref::from(holds(value)));
        }
        self.made(var, start)
    }

    /// The function that is another function for each value of a variable. The others must not
    /// depend on this variable or an earlier one.
    pub(crate) fn node(&mut self, var: Var, children: &[Ref]) -> Ref {
        let start = self.making.len();
        self.making.extend(children);
        self.made(var, start)
    }

    /// The node whose children were put behind a place, which are thereby taken.
    pub(super) fn made(&mut self, var: Var, start: usize) -> Ref {
        let children = self.making.get(start..).unwrap_or(&[]);
        let first = children.first().copied().unwrap_or(FALSE);
        if children.iter().all(|child| *child == first) {
            self.making.truncate(start);
            return first;
        }
        let mut hash = var as u32;
        for child in children {
            hash = mix(hash, *child);
        }
        let same = |known: Ref| {
            let node = self.nodes.get(known as usize);
            node.is_some_and(|node| node.hash == hash && node.var == var)
                && self.children_of(known) == children
        };
        if let Some(known) = self.unique.find(hash, same) {
            self.making.truncate(start);
            return known;
        }
        self.used += children.len() + NODE;
        if self.exploded || self.used > self.limit {
            self.exploded = true;
            self.making.truncate(start);
            return FALSE;
        }
        let made = self.nodes.len() as Ref;
        self.nodes.push(Node {
            var,
            first: self.children.len(),
            hash,
        });
        self.children.extend(children);
        self.making.truncate(start);
        let nodes = &self.nodes;
        self.unique.insert(made, hash, |known| {
            nodes.get(known as usize).map_or(0, |node| node.hash)
        });
        made
    }
}
