//! Functions of functions: not, and, or, a choice by the value of a variable, and at least so many of some.

use super::{FALSE, NOT, Pool, Ref, TRUE, Var};
use crate::set::order;

impl Pool {
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
        for value in 0..self.values_of(var) {
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
        for value in 0..self.values_of(var) {
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
}
