//! Further legs: one more beside one that is there, or one less.

use wicketgate_engine::{Leg, MOST_LEGS};

use super::action::Beside;
use super::session::Session;

impl Session {
    /// Adds a leg that goes on from one that is there, and asks on.
    pub(super) fn add(&mut self, beside: usize, way: Beside) {
        let Some(leg) = self.facts.legs.get(beside) else {
            return;
        };
        if self.facts.legs.len() >= MOST_LEGS {
            return;
        }
        let (discloser, recipient) = (leg.discloser.clone(), leg.recipient.clone());
        let (discloser, recipient) = match way {
            Beside::Recipient => (discloser, None),
            Beside::Discloser => (None, recipient),
            Beside::Back => (recipient, discloser),
        };
        self.facts.legs.push(Leg {
            discloser,
            recipient,
            ..Leg::default()
        });
        self.rewalk();
        self.go_on();
    }

    /// Removes a leg; the last one stays.
    ///
    /// The legs behind the one that goes move up, in what is examined as in the facts.
    pub(super) fn remove(&mut self, leg: usize) {
        if self.facts.legs.len() < 2 || leg >= self.facts.legs.len() {
            return;
        }
        self.leave_remarks(leg);
        self.facts.legs.remove(leg);
        self.examined.retain(|wanted| wanted.leg != leg);
        for wanted in &mut self.examined {
            if wanted.leg > leg {
                wanted.leg -= 1;
            }
        }
        // The pages that were passed may be about a leg that is another one now.
        self.pages.clear();
        self.forget_past();
        self.walk_anew();
        self.show(self.ahead());
    }
}
