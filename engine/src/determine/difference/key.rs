//! The gateways and objectives of two rulebooks, matched by id.

use super::Comparison;

/// A gateway and objective, and where each side has it.
pub(super) struct Key {
    pub(super) gateway: String,
    pub(super) objective: Option<String>,
    pub(super) title: String,
    pub(super) places: [Option<usize>; 2],
}

impl Comparison<'_, '_> {
    /// The routes of the new rulebook, then those that only the old one has.
    pub(super) fn keys(&self) -> Vec<Key> {
        let mut keys: Vec<Key> = Vec::new();
        for side in self.sides.iter().rev() {
            for (place, (gateway, objective)) in side.routes.iter().enumerate() {
                let id = objective.map(|objective| objective.id.clone());
                let known = keys
                    .iter()
                    .position(|key| key.gateway == gateway.id && key.objective == id);
                let known = known.unwrap_or_else(|| {
                    let title = objective.map_or(&gateway.title, |objective| &objective.title);
                    keys.push(Key {
                        gateway: gateway.id.clone(),
                        objective: id,
                        title: title.plain(),
                        places: [None, None],
                    });
                    keys.len() - 1
                });
                if let Some(slot) = keys
                    .get_mut(known)
                    .and_then(|key| key.places.get_mut(side.at))
                {
                    *slot = Some(place);
                }
            }
        }
        keys
    }
}
