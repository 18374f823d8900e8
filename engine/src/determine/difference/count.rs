//! Whole numbers of any size, because a rulebook has more answer combinations than 128 bits count.

use std::fmt;

/// Nine decimal digits a place, the lowest first.
const PLACE: u64 = 1_000_000_000;

/// A number of answer combinations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Count(Vec<u32>);

impl Count {
    pub(super) fn of(number: usize) -> Self {
        let mut places = Vec::new();
        let mut left = number as u64;
        while left > 0 {
            places.push((left % PLACE) as u32);
            left /= PLACE;
        }
        Self(places)
    }

    pub(super) fn add(&mut self, other: &Self) {
        let mut carry = 0_u64;
        for at in 0..self.0.len().max(other.0.len()) {
            if at == self.0.len() {
                self.0.push(0);
            }
            let theirs = other.0.get(at).copied().unwrap_or(0);
            if let Some(place) = self.0.get_mut(at) {
                let sum = u64::from(*place) + u64::from(theirs) + carry;
                *place = (sum % PLACE) as u32;
                carry = sum / PLACE;
            }
        }
        if carry > 0 {
            self.0.push(carry as u32);
        }
    }

    /// This many times a small number.
    #[must_use]
    pub(super) fn times(&self, factor: usize) -> Self {
        if factor == 0 {
            return Self(Vec::new());
        }
        let (mut carry, mut places) = (0_u128, Vec::with_capacity(self.0.len() + 1));
        for place in &self.0 {
            let product = u128::from(*place) * factor as u128 + carry;
            places.push((product % u128::from(PLACE)) as u32);
            carry = product / u128::from(PLACE);
        }
        while carry > 0 {
            places.push((carry % u128::from(PLACE)) as u32);
            carry /= u128::from(PLACE);
        }
        Self(places)
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut places = self.0.iter().rev();
        match places.next() {
            None => f.write_str("0"),
            Some(first) => {
                write!(f, "{first}")?;
                places.try_for_each(|place| write!(f, "{place:09}"))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Count;

    #[test]
    fn numbers_beyond_every_machine_word_are_exact() {
        let mut power = Count::of(1);
        for _ in 0..130 {
            power = power.times(2);
        }
        assert_eq!(
            power.to_string(),
            "1361129467683753853853498429727072845824"
        );
        let mut sum = power.clone();
        sum.add(&power);
        assert_eq!(sum, power.times(2));
        assert_eq!(power.times(0).to_string(), "0");
        let mut carried = Count::of(999_999_999);
        carried.add(&Count::of(1));
        assert_eq!(carried.to_string(), "1000000000");
    }
}
