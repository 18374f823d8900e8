//! The nearest declared name to one that was not found.

/// How many names a help may list when several are equally near.
const MOST: usize = 16;

/// The declared names nearest to `wanted` by edit distance (V. I. Levenshtein, 1966), two neighbouring letters swapped being one edit, if any is near
/// enough to be meant: of equally near names those of the same length come first, because one
/// mistyped letter keeps the length.
pub(crate) fn nearest<'a>(wanted: &str, names: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    if cfg!(not(feature = "authoring")) {
        return Vec::new();
    }
    let folded = wanted.to_lowercase();
    let letters: Vec<char> = folded.chars().collect();
    let limit = (letters.len() / 3).clamp(1, 6);
    let mut found: Vec<(usize, usize, &str)> = Vec::new();
    for name in names {
        let other: Vec<char> = name.to_lowercase().chars().collect();
        let length = other.len().abs_diff(letters.len());
        if length > limit {
            continue;
        }
        let distance = distance(&letters, &other, limit);
        if distance <= limit {
            found.push((distance, length, name));
        }
    }
    found.sort_unstable();
    found.dedup_by_key(|(_, _, name)| *name);
    let least = found.first().map_or(0, |(distance, _, _)| *distance);
    found
        .into_iter()
        .filter(|(distance, _, _)| *distance == least)
        .take(MOST)
        .map(|(_, _, name)| name)
        .collect()
}

/// `did you mean …?` with the names nearest to one that was not found, or what helps where none is near.
pub(crate) fn meant<'a>(
    wanted: &str,
    names: impl IntoIterator<Item = &'a str>,
    otherwise: impl FnOnce() -> String,
) -> String {
    let near = nearest(wanted, names);
    if near.is_empty() {
        otherwise()
    } else {
        format!("did you mean {}?", listed(&near))
    }
}

/// Names as a help sentence shows them: `` `one`, `two` or `three` ``.
pub(crate) fn listed(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.as_slice() {
        [] => String::new(),
        [only] => only.clone(),
        [most @ .., last] => format!("{} or {last}", most.join(", ")),
    }
}

/// The edit distance, or something over `limit` as soon as it must be.
fn distance(one: &[char], other: &[char], limit: usize) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    // The row before last, and the letter before: for two letters that are swapped.
    let mut older: Vec<usize> = Vec::new();
    let mut before_a = None;
    for (i, a) in one.iter().enumerate() {
        let last = row.clone();
        let mut before_b = None;
        let mut diagonal = i;
        let mut left = i + 1;
        let mut least = left;
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        for (j, (cell, b)) in row.iter_mut().skip(1).zip(other).enumerate() {
            let mut here = (diagonal + usize::from(a != b))
                .min(*cell + 1)
                .min(left + 1);
            if before_a == Some(b)
                && before_b == Some(a)
                && let Some(swapped) = j.checked_sub(1).and_then(|j| older.get(j))
            {
                here = here.min(swapped + 1);
            }
            before_b = Some(b);
            diagonal = *cell;
            *cell = here;
            left = here;
            least = least.min(here);
        }
        // A swap can lead past one row, but not past two.
        if least > limit + 1 {
            return limit + 1;
        }
        before_a = Some(a);
        older = last;
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_letter_finds_the_right_name() {
        assert_eq!(
            nearest("homelesness", ["homelessness", "unemployment"]),
            ["homelessness"]
        );
        assert_eq!(nearest("x", ["a", "b"]), ["a", "b"]);
        assert_eq!(nearest("si", ["is", "at", "in"]), ["is"]);
        assert_eq!(nearest("fro", ["for", "of"]), ["for"]);
        assert_eq!(nearest("fuel", ["water-poverty"]), Vec::<&str>::new());
    }
}
