//! No silent no: one letter changed in any reference of the real rule files is reported on the spot,
//! with the right name in the help.
//!
//! Many references are mistyped at once, never two in one line, because a compilation reports every
//! mistake. One that is not reported as it should be is then mistyped alone, which decides.

use std::collections::{BTreeMap, BTreeSet};

use wicketgate_engine::{Code, Compiled, Source, SourceId, compile};

use crate::references::{Kind, Reference, is_language, of_source};
use crate::{errors, rulebook, rules};

/// How many references are mistyped at once.
const BATCH: usize = 500;

/// Of how many references one is mistyped alone.
const SAMPLE: usize = 199;

/// How many references the rule files have at least, by kind.
const FLOORS: [(Kind, usize); 8] = [
    (Kind::Instrument, 1_200),
    (Kind::Provision, 1_200),
    (Kind::Body, 30),
    (Kind::Paragraph, 50),
    (Kind::Placeholder, 60),
    (Kind::Month, 400),
    (Kind::Name, 6_000),
    (Kind::Keyword, 8_000),
];

/// One letter of a reference changed.
#[derive(Clone, Debug)]
struct Mutation<'a> {
    of: &'a Reference,
    /// What stands in its place.
    text: String,
    /// The letter that was changed, as bytes from the start.
    at: usize,
}

/// What a reference becomes by one letter, in two ways: one letter is replaced, and then another is,
/// or is dropped. Where the letters stand differs from place to place, but not from run to run.
fn mutations<'a>(of: &'a Reference, sources: &[Source]) -> Vec<Mutation<'a>> {
    let source = &sources[of.span.source.0 as usize].text;
    let text = &source[of.span.start as usize..of.span.end as usize];
    let letters: Vec<usize> = text
        .char_indices()
        .filter(|(_, letter)| letter.is_ascii_alphanumeric())
        .map(|(at, _)| at)
        .collect();
    let salt = of.span.start as usize;
    let (first, last) = (letters[0], letters[letters.len() - 1]);
    let middle = letters[salt % letters.len()];
    let replaced = |at: usize| {
        let letter = if text.as_bytes()[at] == b'x' {
            "y"
        } else {
            "x"
        };
        (at, format!("{}{letter}{}", &text[..at], &text[at + 1..]))
    };
    let dropped = |at: usize| (at, format!("{}{}", &text[..at], &text[at + 1..]));
    let mut made = vec![replaced(middle)];
    let other = dropped(letters[(salt / 7) % letters.len()]);
    // White space at the end would belong to nothing.
    if letters.len() > 1 && salt.is_multiple_of(2) && !other.1.ends_with(' ') {
        made.push(other);
    } else {
        made.push(replaced(if salt.is_multiple_of(3) { first } else { last }));
    }
    made.into_iter()
        .map(|(at, text)| Mutation { of, text, at })
        .collect()
}

/// Every name that is declared, of whatever kind: a reference that becomes one of these is no mistake.
fn declared(references: &[Reference]) -> BTreeSet<String> {
    let book = rulebook();
    let mut known: BTreeSet<String> = references
        .iter()
        .map(|reference| reference.name.clone())
        .collect();
    for entry in &book.entries {
        known.extend([entry.id.clone(), entry.label.clone()]);
    }
    for instrument in &book.instruments {
        known.insert(instrument.id.clone());
        known.extend(
            instrument
                .provisions
                .iter()
                .map(|provision| provision.path.clone()),
        );
    }
    for question in &book.questions {
        known.insert(question.id.clone());
        known.extend(question.options.iter().map(|option| option.id.clone()));
    }
    known
}

/// Sources with some references mistyped, and where each changed letter now stands.
fn mistyped(sources: &[Source], mutations: &[&Mutation<'_>]) -> (Vec<Source>, Vec<u32>) {
    let mut order: Vec<usize> = (0..mutations.len()).collect();
    order.sort_by_key(|index| mutations[*index].of.span);
    let mut sources = sources.to_vec();
    let mut places = vec![0; mutations.len()];
    let mut shift = 0_i64;
    let mut current = None;
    for index in order {
        let mutation = mutations[index];
        let span = mutation.of.span;
        if current != Some(span.source) {
            (shift, current) = (0, Some(span.source));
        }
        let start = (i64::from(span.start) + shift) as usize;
        let end = (i64::from(span.end) + shift) as usize;
        sources[span.source.0 as usize]
            .text
            .replace_range(start..end, &mutation.text);
        // A dropped last letter leaves the place behind it, which no word covers.
        places[index] = (start + mutation.at.min(mutation.text.len() - 1)) as u32;
        shift += mutation.text.len() as i64 - (end - start) as i64;
    }
    (sources, places)
}

/// Whether a mistyped reference is reported on the spot, with the right name.
fn reported(found: &Compiled, mutation: &Mutation<'_>, place: u32) -> bool {
    found.rulebook.is_none()
        && found.diagnostics.iter().any(|diagnostic| {
            let span = diagnostic.span;
            let here =
                span.source == mutation.of.span.source && (span.start..span.end).contains(&place);
            let named = diagnostic
                .help
                .as_ref()
                .is_some_and(|help| help.contains(&format!("`{}`", mutation.of.name)));
            let spelt = mutation.of.kind != Kind::Name
                || matches!(diagnostic.code, Code::UnknownName | Code::UnknownKeyword);
            here && named && spelt
        })
}

/// A word of the language belongs to a phrase; then the phrase is reported in its line.
fn reported_in_line(found: &Compiled, mutation: &Mutation<'_>, place: u32, text: &str) -> bool {
    let line = |at: u32| text[..at as usize].matches('\n').count();
    found.rulebook.is_none()
        && found.diagnostics.iter().any(|diagnostic| {
            diagnostic.span.source == mutation.of.span.source
                && line(diagnostic.span.start) == line(place)
        })
}

/// Batches in which no two references stand in one line.
fn batches<'a>(mutations: &[&'a Mutation<'a>], at_once: usize) -> Vec<Vec<&'a Mutation<'a>>> {
    let mut by_line: BTreeMap<(SourceId, u32), usize> = BTreeMap::new();
    let mut rounds: BTreeMap<usize, Vec<&'a Mutation<'a>>> = BTreeMap::new();
    for mutation in mutations.iter().copied() {
        let line = (mutation.of.span.source, mutation.of.line);
        let round = by_line.entry(line).or_default();
        rounds.entry(*round).or_default().push(mutation);
        *round += 1;
    }
    let mut batches = Vec::new();
    for round in rounds.into_values() {
        // Neighbours are spread over the batches, because they most often need one another.
        let count = round.len().div_ceil(at_once);
        let mut spread = vec![Vec::new(); count];
        for (index, mutation) in round.into_iter().enumerate() {
            spread[index % count].push(mutation);
        }
        batches.extend(spread);
    }
    batches
}

/// Those of the mutations that are not reported as they should be when made together.
fn missed<'a>(mutations: &[&'a Mutation<'a>], at_once: usize) -> Vec<&'a Mutation<'a>> {
    let mut missed = Vec::new();
    for batch in batches(mutations, at_once) {
        let (changed, places) = mistyped(rules(), &batch);
        let found = compile(&changed);
        let right = |mutation: &Mutation<'_>, place: u32| {
            let text = &changed[mutation.of.span.source.0 as usize].text;
            reported(&found, mutation, place)
                || mutation.of.kind == Kind::Keyword
                    && reported_in_line(&found, mutation, place, text)
        };
        let each = batch.iter().zip(places);
        missed.extend(
            each.filter(|(mutation, place)| !right(mutation, *place))
                .map(|(mutation, _)| *mutation),
        );
    }
    missed
}

/// What is said of a mutation made alone.
fn said(mutation: &Mutation<'_>) -> String {
    let (changed, places) = mistyped(rules(), &[mutation]);
    let source = &changed[mutation.of.span.source.0 as usize];
    let at = source.position(places[0] as usize);
    format!(
        "{}:{}:{} `{}` became `{}` ({:?})\n{}",
        source.name,
        at.line,
        at.column,
        mutation.of.name,
        mutation.text,
        mutation.of.kind,
        crate::rendered(&compile(&changed).diagnostics, &changed)
    )
}

#[test]
fn one_letter_changed_in_any_reference_is_reported_with_the_right_name() {
    let references: Vec<Reference> = rules()
        .iter()
        .enumerate()
        .flat_map(|(index, source)| of_source(SourceId(index as u32), source))
        .collect();
    let declared = declared(&references);
    let mut made = Vec::new();
    let mut counts: BTreeMap<Kind, usize> = BTreeMap::new();
    for reference in &references {
        let of_this = mutations(reference, rules())
            .into_iter()
            .filter(|mutation| {
                let text = mutation.text.trim_matches('"');
                !declared.contains(text) && !is_language(text)
            });
        let keyword = reference.kind == Kind::Keyword;
        let before = made.len();
        made.extend(of_this.take(if keyword { 1 } else { 2 }));
        assert!(
            made.len() > before,
            "`{}` could not be mistyped",
            reference.name
        );
        *counts.entry(reference.kind).or_default() += 1;
    }
    println!(
        "{} mutations of {} references: {counts:?}",
        made.len(),
        references.len()
    );
    for (kind, floor) in FLOORS {
        let count = counts.get(&kind).copied().unwrap_or_default();
        assert!(count >= floor, "{kind:?}: {count} of {floor}");
    }
    // Words of the language go apart from names: without one, a whole declaration is not read.
    let (keywords, names): (Vec<_>, Vec<_>) = made
        .iter()
        .partition(|mutation| mutation.of.kind == Kind::Keyword);
    let mut failures = Vec::new();
    for mutations in [names, keywords] {
        let suspects = missed(&mutations, BATCH);
        let fewer = missed(&suspects, BATCH / 20);
        println!(
            "{} and {} suspects of {}",
            suspects.len(),
            fewer.len(),
            mutations.len()
        );
        failures.extend(missed(&fewer, 1));
    }
    let failures: Vec<String> = failures.into_iter().map(said).collect();
    assert!(
        failures.is_empty(),
        "{} failures:\n{}",
        failures.len(),
        failures.join("\n")
    );
}

#[test]
fn one_mistyped_name_gives_one_diagnostic() {
    let references: Vec<Reference> = rules()
        .iter()
        .enumerate()
        .flat_map(|(index, source)| of_source(SourceId(index as u32), source))
        .filter(|reference| reference.kind != Kind::Keyword)
        .collect();
    let declared = declared(&references);
    let mut failures = Vec::new();
    let mut counted = 0;
    for reference in references.iter().step_by(SAMPLE) {
        let of_this = mutations(reference, rules());
        let Some(mutation) = of_this
            .iter()
            .find(|mutation| !declared.contains(&mutation.text))
        else {
            continue;
        };
        let (changed, _) = mistyped(rules(), &[mutation]);
        counted += 1;
        if errors(&compile(&changed)).len() != 1 {
            failures.push(said(mutation));
        }
    }
    assert!(counted >= 40, "only {counted} names were mistyped");
    assert!(
        failures.is_empty(),
        "{} failures:\n{}",
        failures.len(),
        failures.join("\n")
    );
}
