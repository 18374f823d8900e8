//! For how many assignments a function is true, or for which part of them.

#[cfg(test)]
use super::{FALSE, Var};
use super::{Pool, Ref, TRUE, known};

impl Pool {
    /// How likely the function is to be true. `shares` says how likely each value of the first
    /// variables is; of any other all values are equally likely.
    pub(crate) fn fraction(&self, function: Ref, shares: &[Vec<f64>]) -> f64 {
        self.fraction_from(function, shares, &mut vec![None; function as usize + 1])
    }

    /// The same of a node, where what is known of others is noted.
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
    pub(super) fn count(&self, function: Ref, from: Var) -> f64 {
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
}
