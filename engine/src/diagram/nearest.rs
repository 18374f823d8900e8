//! What makes a function true: the values along a path, and the fewest changes.

use super::{Pool, Ref, TRUE, Var, known};

impl Pool {
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

    /// What it costs to get from a node to true; the value that costs least is noted for each node.
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
            let next = children.rev().find(|(_, child)| **child != super::FALSE);
            let Some((value, child)) = next else { break };
            path.push((self.var(at), value));
            at = *child;
        }
        path
    }
}
