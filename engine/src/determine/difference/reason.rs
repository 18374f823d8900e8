//! Conditions whose truth differs where the outcome is the same.

use super::key::Key;
use super::outcome::{Judged, agree, outcomes};
use super::{Comparison, ReasonChange, TooLarge, boxes};
use crate::diagram::{FALSE, TRUE};
use crate::set::Set;

impl Comparison<'_, '_> {
    /// Conditions whose truth differs where the outcome is the same.
    pub(super) fn reasons(
        &mut self,
        key: &Key,
        judged: [Judged; 2],
        points: &Set,
    ) -> Result<Vec<ReasonChange>, TooLarge> {
        let [Some(old_at), Some(new_at)] = key.places else {
            return Ok(Vec::new());
        };
        let same = agree(&mut self.pool, judged);
        let mut conditions: Vec<(bool, String, String, [Judged; 2])> = Vec::new();
        for (at, place) in [(0, old_at), (1, new_at)] {
            let Some(side) = self.sides.get(at) else {
                continue;
            };
            let Some(route) = side.route(place) else {
                continue;
            };
            for (own, condition) in route.conditions() {
                let function = side.condition(&mut self.pool, &route, condition);
                let certain = self.pool.for_all(function, points);
                let possible = self.pool.exists(function, points);
                let judged = outcomes(&mut self.pool, certain, possible);
                let known = conditions
                    .iter()
                    .position(|(other, id, _, _)| *other == own && *id == condition.id);
                let known = known.unwrap_or_else(|| {
                    // A side without the condition requires nothing by it.
                    conditions.push((
                        own,
                        condition.id.clone(),
                        condition.title.plain(),
                        [[TRUE, FALSE, FALSE]; 2],
                    ));
                    conditions.len() - 1
                });
                if let Some(slot) = conditions
                    .get_mut(known)
                    .and_then(|known| known.3.get_mut(at))
                {
                    *slot = judged;
                }
            }
        }
        let mut changes = Vec::new();
        for (_, condition, title, judged) in conditions {
            let agree = agree(&mut self.pool, judged);
            let differ = self.pool.not(agree);
            let differ = self.pool.and(same, differ);
            if self.pool.exploded() {
                return Err(TooLarge);
            }
            if let Some((pair, answers)) = self.cells.first(&self.pool, differ) {
                let values = boxes::first(&self.pool, self.frame, answers);
                changes.push(ReasonChange {
                    condition,
                    title,
                    combinations: self.cells.count(&self.pool, self.frame, differ).to_string(),
                    example: self.example(pair, &values).0,
                });
            }
        }
        Ok(changes)
    }
}
