//! Reduced ordered decision diagrams over variables with any finite number of values.
//!
//! A diagram is a function from assignments to true or false. Each node tests one variable and has
//! one child a value; variables are tested in one order along every path, equal nodes are shared and
//! a node whose children are all the same is that child. So equal functions are the same node, and a
//! function depends on exactly the variables that its nodes test (R. E. Bryant, "Graph-based
//! algorithms for Boolean function manipulation", IEEE Transactions on Computers C-35(8), 1986; many
//! values: A. Srinivasan, T. Kam, S. Malik, R. Brayton, "Algorithms for discrete function
//! manipulation", ICCAD 1990). This module knows nothing of law.
//!
//! Work is bounded: once a pool is larger than its limit every operation gives up and
//! [`Pool::exploded`] is true; what is computed from then on must not be used.

mod count;
mod nearest;
mod node;
mod operation;
mod quantify;
mod table;
#[cfg(test)]
mod tests;
mod walk;

use table::{Memo, Unique};

/// A function in a [`Pool`].
pub(crate) type Ref = u32;

/// A variable: its place in the order.
pub(crate) type Var = usize;

/// The function that is always false.
pub(crate) const FALSE: Ref = 0;

/// The function that is always true.
pub(crate) const TRUE: Ref = 1;

/// Stands for the second function where an operation has only one.
const NOT: Ref = Ref::MAX;

/// Nodes, shared by all functions over the same variables.
#[derive(Debug)]
pub(crate) struct Pool {
    /// How many values each variable has.
    values: Vec<usize>,
    /// All nodes, each behind its children; the first two are the constants.
    nodes: Vec<Node>,
    /// The children of all nodes, those of each together.
    children: Vec<Ref>,
    /// Which node has which children.
    unique: Unique,
    /// Results of `and` and of `or`; beside those of `and`, `not` of one has [`NOT`] for the other.
    done: [Memo; 2],
    /// The children of the nodes that are being made, those of the innermost last.
    making: Vec<Ref>,
    /// How much room there is, and how much of it is used.
    limit: usize,
    used: usize,
    /// Whether there was not enough room.
    exploded: bool,
}

/// What a node takes besides its child entries, counted in child entries: its place, its key in the
/// table of nodes and the results of operations on it.
const NODE: usize = 16;

/// A test of one variable.
#[derive(Clone, Copy, Debug)]
struct Node {
    /// The variable.
    var: Var,
    /// Where its children begin.
    first: usize,
    /// The hash of the variable and the children.
    hash: u32,
}

impl Pool {
    /// An empty pool over variables with these numbers of values, with room for so many child entries,
    /// each node counting as [`NODE`] more.
    pub(crate) fn new(values: Vec<usize>, limit: usize) -> Self {
        let leaf = Node {
            var: values.len(),
            first: 0,
            hash: 0,
        };
        Self {
            values,
            nodes: vec![leaf, leaf],
            children: Vec::new(),
            unique: Unique::default(),
            done: Default::default(),
            making: Vec::new(),
            limit,
            used: 0,
            exploded: false,
        }
    }

    /// Whether the limit was reached, so that nothing computed since may be used.
    pub(crate) fn exploded(&self) -> bool {
        self.exploded
    }

    /// How much room is used.
    #[cfg(feature = "proofs")]
    pub(crate) fn size(&self) -> usize {
        self.used
    }

    /// How many values a variable has.
    pub(crate) fn values_of(&self, var: Var) -> usize {
        self.values.get(var).copied().unwrap_or(0)
    }

    /// Gives a variable that no node tests yet another number of values.
    #[cfg(feature = "authoring")]
    pub(crate) fn resize(&mut self, var: Var, count: usize) {
        if let Some(values) = self.values.get_mut(var) {
            *values = count;
        }
    }

    /// The variable that a function tests first; one behind the last where it is constant.
    pub(crate) fn var(&self, function: Ref) -> Var {
        self.nodes
            .get(function as usize)
            .map_or(self.values.len(), |node| node.var)
    }

    /// The function for each value of the variable it tests first; none where it is constant.
    pub(crate) fn children_of(&self, function: Ref) -> &[Ref] {
        let Some(node) = self
            .nodes
            .get(function as usize)
            .filter(|_| function > TRUE)
        else {
            return &[];
        };
        let count = self.values_of(node.var);
        self.children
            .get(node.first..node.first + count)
            .unwrap_or(&[])
    }

    /// The function where the variable has a value, given that it tests no earlier one.
    pub(crate) fn child(&self, function: Ref, var: Var, value: usize) -> Ref {
        if self.var(function) != var {
            return function;
        }
        self.children_of(function)
            .get(value)
            .copied()
            .unwrap_or(FALSE)
    }
}

/// What is known of a function, if it was looked at.
fn known<T: Copy>(of: &[Option<T>], function: Ref) -> Option<T> {
    of.get(function as usize).copied().flatten()
}
