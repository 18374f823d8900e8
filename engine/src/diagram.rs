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
//! [`Pool::exploded`] is true; what was computed by then must not be used.

mod table;

use crate::set::{Set, order};
use table::{Memo, Unique, mix};

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
    nodes: Vec<Node>,
    children: Vec<Ref>,
    unique: Unique,
    /// Results of `and` and of `or`; beside those of `and`, `not` of one has [`NOT`] for the other.
    done: [Memo; 2],
    /// The children of the nodes that are being made, those of the innermost last.
    making: Vec<Ref>,
    /// How much room there is, and how much of it is used.
    limit: usize,
    used: usize,
    exploded: bool,
}

/// What a node takes besides its child entries, counted in child entries: its place, its key in the
/// table of nodes and the results of operations on it.
const NODE: usize = 16;

#[derive(Clone, Copy, Debug)]
struct Node {
    var: Var,
    first: usize,
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

    /// How many values a variable has.
    #[cfg(feature = "authoring")]
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

    /// The function that is true where the variable has one of the values for which `holds` is true.
    pub(crate) fn literal(&mut self, var: Var, holds: impl Fn(usize) -> bool) -> Ref {
        let start = self.making.len();
        for value in 0..self.values.get(var).copied().unwrap_or(0) {
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

    /// The function that is another function for each value of a variable, whatever the others depend
    /// on.
    pub(crate) fn select(&mut self, var: Var, children: &[Ref]) -> Ref {
        if children.iter().all(|child| self.var(*child) > var) {
            return self.node(var, children);
        }
        let mut any = FALSE;
        for (value, child) in children.iter().enumerate() {
            let here = self.literal(var, |other| other == value);
            let both = self.and(here, *child);
            any = self.or(any, both);
        }
        any
    }

    /// The node whose children were put behind a place, which are thereby taken.
    fn made(&mut self, var: Var, start: usize) -> Ref {
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

    /// True where the function is not.
    pub(crate) fn not(&mut self, function: Ref) -> Ref {
        if function <= TRUE {
            return TRUE - function;
        }
        let [done, _] = &self.done;
        if let Some(known) = done.get(function, NOT) {
            return known;
        }
        if self.exploded {
            return FALSE;
        }
        let var = self.var(function);
        let start = self.making.len();
        for value in 0..self.count_at(var) {
            let child = self.child(function, var, value);
            let child = self.not(child);
            self.making.push(child);
        }
        let made = self.made(var, start);
        let [done, _] = &mut self.done;
        done.insert(function, NOT, made);
        if made > TRUE {
            done.insert(made, NOT, function);
        }
        made
    }

    /// True where both are.
    pub(crate) fn and(&mut self, one: Ref, other: Ref) -> Ref {
        self.both(one, other, FALSE)
    }

    /// True where at least one is.
    pub(crate) fn or(&mut self, one: Ref, other: Ref) -> Ref {
        self.both(one, other, TRUE)
    }

    /// `and` or `or`, by the constant that decides it alone.
    fn both(&mut self, one: Ref, other: Ref, decides: Ref) -> Ref {
        if one == decides || other == decides {
            return decides;
        }
        if one == other || other <= TRUE {
            return one;
        }
        if one <= TRUE {
            return other;
        }
        let (one, other) = (one.min(other), one.max(other));
        let done = self.done.get(decides as usize);
        if let Some(known) = done.and_then(|done| done.get(one, other)) {
            return known;
        }
        if self.exploded {
            return FALSE;
        }
        let var = self.var(one).min(self.var(other));
        let start = self.making.len();
        for value in 0..self.count_at(var) {
            let (left, right) = (self.child(one, var, value), self.child(other, var, value));
            let child = self.both(left, right, decides);
            self.making.push(child);
        }
        let made = self.made(var, start);
        if let Some(done) = self.done.get_mut(decides as usize) {
            done.insert(one, other, made);
        }
        made
    }

    fn count_at(&self, var: Var) -> usize {
        self.values.get(var).copied().unwrap_or(0)
    }

    /// True where every one is.
    pub(crate) fn all(&mut self, functions: &[Ref]) -> Ref {
        self.each(functions, FALSE)
    }

    /// True where some one is.
    pub(crate) fn any(&mut self, functions: &[Ref]) -> Ref {
        self.each(functions, TRUE)
    }

    /// All or any of several, those that test the latest variables first: what is made of them is
    /// then taken over whole, and not made again for each that tests an earlier one. Of those that
    /// test the same, what tells many values apart comes last, when the others left few of them.
    fn each(&mut self, functions: &[Ref], decides: Ref) -> Ref {
        let mut keys = Vec::with_capacity(functions.len());
        for function in functions {
            let children = self.children_of(*function);
            let next = children.iter().skip(1);
            let told_apart = children.iter().zip(next).filter(|(one, next)| one != next);
            let key = (u64::MAX >> 32) - self.var(*function) as u64;
            keys.push(key << 32 | told_apart.count() as u64);
        }
        let mut so_far = TRUE - decides;
        for place in order(&keys) {
            let function = functions.get(place).copied().unwrap_or(so_far);
            so_far = self.both(so_far, function, decides);
        }
        so_far
    }

    /// True where at least so many are.
    pub(crate) fn at_least(&mut self, count: usize, functions: &[Ref]) -> Ref {
        // For each k, whether at least k of those looked at so far are true.
        let mut reached = vec![FALSE; count + 1];
        if let Some(none) = reached.first_mut() {
            *none = TRUE;
        }
        for function in functions.iter().rev() {
            for k in (1..=count).rev() {
                let (before, same) = (
                    reached.get(k - 1).copied().unwrap_or(FALSE),
                    reached.get(k).copied().unwrap_or(FALSE),
                );
                let counted = self.and(*function, before);
                let now = self.or(counted, same);
                if let Some(slot) = reached.get_mut(k) {
                    *slot = now;
                }
            }
        }
        reached.last().copied().unwrap_or(FALSE)
    }

    /// The function with the variables that have a value in `fixed` set to it.
    #[cfg(any(test, feature = "authoring"))]
    pub(crate) fn restrict(&mut self, function: Ref, fixed: &[Option<usize>]) -> Ref {
        self.transform(
            function,
            &mut Memo::default(),
            &|pool, var, children| match fixed.get(var).copied().flatten() {
                Some(value) => children.get(value).copied().unwrap_or(FALSE),
                None => pool.node(var, &children),
            },
        )
    }

    /// True where the function is true for some value of each of these variables.
    pub(crate) fn exists(&mut self, function: Ref, vars: &Set) -> Ref {
        self.transform(function, &mut Memo::default(), &|pool, var, children| {
            if vars.contains(var) {
                pool.any(&children)
            } else {
                pool.node(var, &children)
            }
        })
    }

    /// True where the function is true for every value of each of these variables.
    pub(crate) fn for_all(&mut self, function: Ref, vars: &Set) -> Ref {
        self.transform(function, &mut Memo::default(), &|pool, var, children| {
            if vars.contains(var) {
                pool.all(&children)
            } else {
                pool.node(var, &children)
            }
        })
    }

    fn transform(
        &mut self,
        function: Ref,
        done: &mut Memo,
        rule: &impl Fn(&mut Self, Var, Vec<Ref>) -> Ref,
    ) -> Ref {
        if function <= TRUE || self.exploded {
            return function;
        }
        if let Some(known) = done.get(function, NOT) {
            return known;
        }
        let var = self.var(function);
        let mut children = self.children_of(function).to_vec();
        for child in &mut children {
            *child = self.transform(*child, done, rule);
        }
        let made = rule(self, var, children);
        done.insert(function, NOT, made);
        made
    }

    /// The value of the function where the variables that have a value in `fixed` are set to it; none
    /// while it still depends on others. Makes no nodes, so it can be asked any number of times.
    pub(crate) fn value(&self, function: Ref, fixed: &[Option<usize>]) -> Option<bool> {
        let mut seen = Set::default();
        let mut next = vec![function];
        let mut value = None;
        while let Some(function) = next.pop() {
            if function <= TRUE {
                let leaf = function == TRUE;
                if value.is_some_and(|value| value != leaf) {
                    return None;
                }
                value = Some(leaf);
            } else if seen.insert(function as usize) {
                let var = self.var(function);
                match fixed.get(var).copied().flatten() {
                    Some(value) => next.push(self.child(function, var, value)),
                    None => next.extend(self.children_of(function)),
                }
            }
        }
        value
    }

    /// The variables on which the function depends.
    pub(crate) fn support(&self, function: Ref, into: &mut Set) {
        let mut seen = Set::default();
        let mut next = vec![function];
        while let Some(function) = next.pop() {
            if function > TRUE && seen.insert(function as usize) {
                into.insert(self.var(function));
                next.extend(self.children_of(function));
            }
        }
    }

    /// The fewest variables whose value must differ from `given` for the function to be true, where
    /// `cost` says what a change of each variable costs (none: it cannot be changed; a variable
    /// without a value may take any). None if no such change makes it true. Linear in the diagram:
    /// each node is a state of a shortest path (the idea of A. Darwiche and A. Hirth, "On the
    /// reasons behind decisions", ECAI 2020).
    pub(crate) fn nearest_true(
        &self,
        function: Ref,
        given: &[Option<usize>],
        cost: &[Option<u32>],
    ) -> Option<(u32, Vec<(Var, usize)>)> {
        // A node is made after its children, so none of them has a higher number.
        let mut best = vec![None; function as usize + 1];
        self.nearest_from(function, given, cost, &mut best);
        let mut changes = Vec::new();
        let mut at = function;
        let total = if function == TRUE {
            Some(0)
        } else {
            known(&best, function).flatten().map(|(total, _)| total)
        }?;
        while at > TRUE {
            let (_, value) = known(&best, at).flatten()?;
            let var = self.var(at);
            if given
                .get(var)
                .copied()
                .flatten()
                .is_some_and(|given| given != value)
            {
                changes.push((var, value));
            }
            at = self.child(at, var, value);
        }
        Some((total, changes))
    }

    fn nearest_from(
        &self,
        function: Ref,
        given: &[Option<usize>],
        cost: &[Option<u32>],
        best: &mut Vec<Option<Option<(u32, usize)>>>,
    ) -> Option<u32> {
        if function <= TRUE {
            return (function == TRUE).then_some(0);
        }
        if let Some(known) = known(best, function) {
            return known.map(|(total, _)| total);
        }
        let var = self.var(function);
        let own = given.get(var).copied().flatten();
        let change = cost.get(var).copied().flatten();
        let mut least: Option<(u32, usize)> = None;
        for (value, child) in self.children_of(function).to_vec().into_iter().enumerate() {
            let step = if own.is_none_or(|own| own == value) {
                Some(0)
            } else {
                change
            };
            let Some(step) = step else { continue };
            if let Some(rest) = self.nearest_from(child, given, cost, best) {
                let total = step.saturating_add(rest);
                if least.is_none_or(|(known, _)| total < known) {
                    least = Some((total, value));
                }
            }
        }
        if let Some(slot) = best.get_mut(function as usize) {
            *slot = Some(least);
        }
        least.map(|(total, _)| total)
    }

    /// A way to make the function true, as the values along one path to it; of several the one with
    /// the largest values, which are "yes". Empty where it is never true.
    #[cfg(feature = "proofs")]
    pub(crate) fn some_path(&self, function: Ref) -> Vec<(Var, usize)> {
        let mut path = Vec::new();
        let mut at = function;
        while at > TRUE {
            // Every node but `FALSE` itself leads to true.
            let children = self.children_of(at).iter().enumerate();
            let next = children.rev().find(|(_, child)| **child != FALSE);
            let Some((value, child)) = next else { break };
            path.push((self.var(at), value));
            at = *child;
        }
        path
    }

    /// How much room is used.
    #[cfg(feature = "proofs")]
    pub(crate) fn size(&self) -> usize {
        self.used
    }

    /// How likely the function is to be true. `shares` says how likely each value of the first
    /// variables is; of any other all values are equally likely.
    pub(crate) fn fraction(&self, function: Ref, shares: &[Vec<f64>]) -> f64 {
        self.fraction_from(function, shares, &mut vec![None; function as usize + 1])
    }

    fn fraction_from(
        &self,
        function: Ref,
        shares: &[Vec<f64>],
        done: &mut Vec<Option<f64>>,
    ) -> f64 {
        if function <= TRUE {
            return f64::from(function);
        }
        if let Some(known) = known(done, function) {
            return known;
        }
        let children = self.children_of(function);
        let equal = 1.0 / children.len().max(1) as f64;
        let own = shares.get(self.var(function));
        let mut total = 0.0;
        for (value, child) in children.iter().enumerate() {
            let share = own.and_then(|own| own.get(value)).copied();
            total += share.unwrap_or(equal) * self.fraction_from(*child, shares, done);
        }
        if let Some(slot) = done.get_mut(function as usize) {
            *slot = Some(total);
        }
        total
    }

    /// How many assignments of the variables at or behind `from` make the function true, as a
    /// floating-point number because there can be very many.
    #[cfg(test)]
    fn count(&self, function: Ref, from: Var) -> f64 {
        let free = |from: Var, to: Var| {
            self.values.get(from..to).map_or(1.0, |values| {
                values.iter().map(|count| *count as f64).product()
            })
        };
        match function {
            FALSE => 0.0,
            TRUE => free(from, self.values.len()),
            _ => {
                let var = self.var(function);
                let below: f64 = self
                    .children_of(function)
                    .iter()
                    .map(|child| self.count(*child, var + 1))
                    .sum();
                free(from, var) * below
            }
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
        let count = self.values.get(node.var).copied().unwrap_or(0);
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

#[cfg(test)]
mod tests {
    use super::*;

    /// A small function as a tree, which is evaluated by hand.
    #[derive(Clone, Debug)]
    enum Tree {
        Literal(Var, usize),
        Not(Box<Tree>),
        AtLeast(usize, Vec<Tree>),
    }

    const VALUES: [usize; 4] = [3, 2, 2, 4];

    /// Numbers that look random and are the same each time (xorshift, G. Marsaglia, 2003).
    struct Numbers(u64);

    impl Numbers {
        fn below(&mut self, limit: usize) -> usize {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            (self.0 % limit as u64) as usize
        }
    }

    fn tree(numbers: &mut Numbers, depth: usize) -> Tree {
        match numbers.below(if depth == 0 { 1 } else { 4 }) {
            0 => {
                let var = numbers.below(VALUES.len());
                Tree::Literal(var, numbers.below(VALUES[var]))
            }
            1 => Tree::Not(Box::new(tree(numbers, depth - 1))),
            _ => {
                let trees: Vec<Tree> = (0..1 + numbers.below(3))
                    .map(|_| tree(numbers, depth - 1))
                    .collect();
                Tree::AtLeast(1 + numbers.below(trees.len()), trees)
            }
        }
    }

    fn holds(tree: &Tree, values: &[usize]) -> bool {
        match tree {
            Tree::Literal(var, value) => values[*var] == *value,
            Tree::Not(tree) => !holds(tree, values),
            Tree::AtLeast(count, trees) => {
                trees.iter().filter(|tree| holds(tree, values)).count() >= *count
            }
        }
    }

    fn build(pool: &mut Pool, tree: &Tree) -> Ref {
        match tree {
            Tree::Literal(var, value) => pool.literal(*var, |other| other == *value),
            Tree::Not(tree) => {
                let inner = build(pool, tree);
                pool.not(inner)
            }
            Tree::AtLeast(count, trees) => {
                let functions: Vec<Ref> = trees.iter().map(|tree| build(pool, tree)).collect();
                pool.at_least(*count, &functions)
            }
        }
    }

    fn assignments() -> Vec<Vec<usize>> {
        let mut all = vec![Vec::new()];
        for count in VALUES {
            all = all
                .into_iter()
                .flat_map(|before| {
                    (0..count).map(move |value| [before.clone(), vec![value]].concat())
                })
                .collect();
        }
        all
    }

    fn fixed(values: &[usize]) -> Vec<Option<usize>> {
        values.iter().copied().map(Some).collect()
    }

    #[test]
    fn diagrams_agree_with_enumeration() {
        let mut numbers = Numbers(0x9E37_79B9_7F4A_7C15);
        let all = assignments();
        for _ in 0..500 {
            let tree = tree(&mut numbers, 4);
            let mut pool = Pool::new(VALUES.to_vec(), 1_000_000);
            let function = build(&mut pool, &tree);
            for values in &all {
                assert_eq!(
                    pool.restrict(function, &fixed(values)) == TRUE,
                    holds(&tree, values),
                    "{tree:?} {values:?}"
                );
            }
            let count = all.iter().filter(|values| holds(&tree, values)).count();
            assert_eq!(pool.count(function, 0) as usize, count);
            assert!((pool.fraction(function, &[]) - count as f64 / all.len() as f64).abs() < 1e-9);
            let mut support = Set::default();
            pool.support(function, &mut support);
            for var in 0..VALUES.len() {
                let differs = |values: &Vec<usize>| {
                    (0..VALUES[var]).any(|value| {
                        let mut other = values.clone();
                        other[var] = value;
                        holds(&tree, &other) != holds(&tree, values)
                    })
                };
                assert_eq!(
                    support.contains(var),
                    all.iter().any(differs),
                    "{tree:?} {var}"
                );
                let mut vars = Set::default();
                vars.insert(var);
                let (some, every) = (pool.exists(function, &vars), pool.for_all(function, &vars));
                for values in &all {
                    let each = |value: usize| {
                        let mut other = values.clone();
                        other[var] = value;
                        holds(&tree, &other)
                    };
                    assert_eq!(
                        pool.restrict(some, &fixed(values)) == TRUE,
                        (0..VALUES[var]).any(each)
                    );
                    assert_eq!(
                        pool.restrict(every, &fixed(values)) == TRUE,
                        (0..VALUES[var]).all(each)
                    );
                }
            }
            let given = all[numbers.below(all.len())].clone();
            let nearest = pool.nearest_true(function, &fixed(&given), &[Some(1); 4]);
            let distance = |values: &Vec<usize>| {
                values
                    .iter()
                    .zip(&given)
                    .filter(|(one, other)| one != other)
                    .count()
            };
            let least = all
                .iter()
                .filter(|values| holds(&tree, values))
                .map(distance)
                .min();
            assert_eq!(
                nearest.as_ref().map(|(total, _)| *total as usize),
                least,
                "{tree:?} {given:?}"
            );
            if let Some((_, changes)) = nearest {
                let mut changed = given.clone();
                changes
                    .iter()
                    .for_each(|(var, value)| changed[*var] = *value);
                assert!(holds(&tree, &changed), "{tree:?} {given:?} {changes:?}");
            }
        }
    }

    #[test]
    fn equal_functions_are_the_same_node() {
        let mut pool = Pool::new(vec![2, 2], 1_000);
        let (a, b) = (
            pool.literal(0, |value| value == 1),
            pool.literal(1, |value| value == 1),
        );
        let not_a = pool.not(a);
        assert_eq!(pool.or(a, not_a), TRUE);
        let (one, other) = (pool.and(a, b), pool.and(b, a));
        assert_eq!(one, other);
    }

    #[test]
    fn too_large_a_diagram_gives_up() {
        let mut pool = Pool::new(vec![2; 20], 10);
        let literals: Vec<Ref> = (0..20)
            .map(|var| pool.literal(var, |value| value == 1))
            .collect();
        pool.at_least(10, &literals);
        assert!(pool.exploded());
    }
}
