//! Sets of small numbers, such as variables or places in a table, which go through them in order.
//!
//! One plain type for all of them keeps the program for the browser small: every further kind of
//! tree or hash set there costs several kilobytes.

/// A set of numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Set(Vec<bool>);

impl Set {
    /// Adds a number; whether it was not there.
    pub(crate) fn insert(&mut self, number: usize) -> bool {
        if self.0.len() <= number {
            self.0.resize(number + 1, false);
        }
        match self.0.get_mut(number) {
            Some(slot) => !std::mem::replace(slot, true),
            None => false,
        }
    }

    /// Whether a number is there.
    pub(crate) fn contains(&self, number: usize) -> bool {
        self.0.get(number).copied().unwrap_or(false)
    }

    /// The numbers, the smallest first.
    pub(crate) fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.0
            .iter()
            .enumerate()
            .filter(|(_, is)| **is)
            .map(|(number, _)| number)
    }

    /// The numbers as a list.
    pub(crate) fn list(&self) -> Vec<usize> {
        self.iter().collect()
    }

    /// Adds every number of a list.
    pub(crate) fn extend(&mut self, numbers: &[usize]) {
        for number in numbers {
            self.insert(*number);
        }
    }
}

/// The numbers of a list in order, each once.
pub(crate) fn ordered(numbers: &[usize]) -> Vec<usize> {
    let mut set = Set::default();
    set.extend(numbers);
    set.list()
}

/// Sorts a list by a key, keeping the order of equals. Short lists only: rules have few of each.
pub(crate) fn sort_by<T, K: Ord>(list: &mut [T], key: impl Fn(&T) -> K) {
    for end in 1..list.len() {
        let mut at = end;
        while at > 0 {
            let (Some(one), Some(other)) = (list.get(at - 1), list.get(at)) else {
                break;
            };
            if key(one) <= key(other) {
                break;
            }
            list.swap(at - 1, at);
            at -= 1;
        }
    }
}

/// The places of a list of keys, the smallest key first; equals keep their order. By merging runs
/// that double, because this one list may be very long.
pub(crate) fn order(keys: &[u64]) -> Vec<usize> {
    let key = |place: Option<&usize>| place.and_then(|place| keys.get(*place)).copied();
    let mut places: Vec<usize> = (0..keys.len()).collect();
    let mut run = 1;
    while run < places.len() {
        let mut merged = Vec::with_capacity(places.len());
        for pair in places.chunks(2 * run) {
            let (one, other) = pair.split_at(run.min(pair.len()));
            let (mut one, mut other) = (one.iter().peekable(), other.iter().peekable());
            while let Some(next) = match (key(one.peek().copied()), key(other.peek().copied())) {
                (Some(mine), Some(theirs)) if theirs < mine => other.next(),
                (Some(_), _) => one.next(),
                (None, _) => other.next(),
            } {
                merged.push(*next);
            }
        }
        places = merged;
        run *= 2;
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_list_is_ordered_and_equals_stay_in_order() {
        let keys: Vec<u64> = (0..100).map(|number| number * 37 % 10).collect();
        let places = order(&keys);
        assert_eq!(places.len(), keys.len());
        assert!(places.windows(2).all(|pair| match pair {
            [one, other] => (keys[*one], *one) < (keys[*other], *other),
            _ => false,
        }));
        assert_eq!(order(&[]), Vec::<usize>::new());
        assert_eq!(order(&[3, 1, 2]), [1, 2, 0]);
    }

    #[test]
    fn a_set_holds_each_number_once_and_in_order() {
        assert_eq!(ordered(&[5, 1, 5, 0]), [0, 1, 5]);
        let mut set = Set::default();
        assert!(set.insert(3));
        assert!(!set.insert(3));
        assert!(set.contains(3) && !set.contains(2) && !set.contains(9));
    }

    #[test]
    fn sorting_keeps_the_order_of_equals() {
        let mut list = [(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        sort_by(&mut list, |(key, _)| *key);
        assert_eq!(list, [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
    }
}
