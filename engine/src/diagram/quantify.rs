//! Taking variables out of a function: for a value, for some value, for every value.

#[cfg(any(test, feature = "authoring"))]
use super::FALSE;
use super::table::Memo;
use super::{NOT, Pool, Ref, TRUE, Var};
use crate::set::Set;

impl Pool {
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

    /// The function that `rule` makes of each node and of what became of its children, from the leaves up.
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
}
