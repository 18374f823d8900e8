//! Looking at a function without making nodes: its value, and the variables it depends on.

use super::{Pool, Ref, TRUE};
use crate::set::Set;

impl Pool {
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
}
