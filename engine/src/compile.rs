//! From sources to a checked [`Rulebook`]: parse each file, declare every name, read every
//! declaration, then check the whole.

#[cfg(feature = "authoring")]
mod amend;
mod body;
#[cfg(feature = "authoring")]
mod case;
mod caveat;
mod cite;
mod condition;
mod cursor;
mod either;
mod entry;
mod gateway;
mod head;
mod in_force;
mod instrument;
#[cfg(feature = "authoring")]
mod law;
mod limit;
mod list;
mod names;
mod note;
mod objective;
mod paragraph;
mod period;
mod picker;
mod placeholder;
#[cfg(feature = "authoring")]
mod prose;
mod question;
mod renamed;
mod rulebook;
mod schedule;
mod sibling;
mod specified;
mod test;
mod unsettled;
mod whole;

use std::collections::HashMap;

use wicketgate_grammar::{
    Code, Diagnostic, Line, Parsed, Part, Severity, Source, SourceId, Span, Words, parse,
};

use crate::hash::rulebook_hash;
use crate::model::Rulebook;
use crate::suggest::{listed, meant};
use names::{Names, What};
#[cfg(feature = "authoring")]
pub use sibling::TextListed;
pub use sibling::language;

/// A rulebook, if the sources make one, and all that is wrong in them.
#[derive(Clone, Debug, Default)]
pub struct Compiled {
    /// The rulebook; none if any diagnostic is an error.
    pub rulebook: Option<Rulebook>,
    /// The mistakes, in the order of the files: all, or of very many the first.
    pub diagnostics: Vec<Diagnostic>,
    /// How many more mistakes there are.
    pub more: usize,
    /// The texts that can be translated, with what they are in other languages.
    #[cfg(feature = "authoring")]
    pub texts: Vec<TextListed>,
}

/// How many mistakes are told. Whoever has more of them starts with these.
const MOST_TOLD: usize = 100;

/// Compiles rule files. Never fails and never panics: mistakes are diagnostics.
pub fn compile(sources: &[Source]) -> Compiled {
    made(sources, Vec::new(), sources.len(), "")
}

/// Compiles rule files with the texts of a language such as `cy`, as far as the files beside them
/// have it; an empty one stands for the language of the law.
pub fn compile_in(sources: &[Source], wanted: &str) -> Compiled {
    made(sources, Vec::new(), sources.len(), wanted)
}

/// The same for rule files that were parsed already, one after the other as they came: `parsed` stands beside
/// `sources`. Its spans may have other numbers, so diagnostics are told by [`compile_in`].
pub fn compile_parsed(sources: &[Source], parsed: Vec<Parsed>, wanted: &str) -> Option<Rulebook> {
    made(sources, parsed, sources.len(), wanted).rulebook
}

/// Compiles rule files as amendments would have them: declarations that begin with `amend` or `omit`
/// change those of the rule files, and others are added. A rulebook that is published has none.
/// Sources of diagnostics are numbered through, those of the amendments last.
#[cfg(feature = "authoring")]
pub fn compile_amended(sources: &[Source], amendments: &[Source]) -> Compiled {
    made(
        &[sources, amendments].concat(),
        Vec::new(),
        sources.len(),
        "",
    )
}

/// Compiles sources, of which the first so many are rule files and the others amendments.
#[cfg_attr(
    not(feature = "authoring"),
    expect(unused_variables, reason = "only authors have amendments")
)]
fn made(sources: &[Source], parsed: Vec<Parsed>, law: usize, wanted: &str) -> Compiled {
    let mut cx = Cx::default();
    wanted.clone_into(&mut cx.book.lang);
    let mut items = Vec::new();
    #[cfg(feature = "authoring")]
    let mut amendments = Vec::new();
    #[cfg(feature = "authoring")]
    let mut siblings = Vec::new();
    let mut known = parsed.into_iter();
    for (index, source) in sources.iter().enumerate() {
        let known = known.next();
        let language = language(&source.name);
        // A page takes what it wants; who writes rules is told of mistakes in all of them.
        if cfg!(not(feature = "authoring")) && language.is_some_and(|one| one != wanted) {
            continue;
        }
        let parsed = known.unwrap_or_else(|| parse(SourceId(index as u32), source));
        if let Some(language) = language {
            if language == wanted {
                sibling::take(&mut cx, &parsed.tree.items);
            }
            #[cfg(feature = "authoring")]
            {
                cx.diagnostics.extend(parsed.diagnostics);
                siblings.push((language.to_owned(), parsed.tree.items));
            }
            continue;
        }
        for span in &parsed.unread {
            let text = source
                .text
                .get(span.start as usize..span.end as usize)
                .unwrap_or("");
            cx.pass_over(text);
        }
        cx.broken |= !parsed.unread.is_empty();
        cx.diagnostics.extend(parsed.diagnostics);
        #[cfg(feature = "authoring")]
        if index >= law {
            amendments.extend(parsed.tree.items);
            continue;
        }
        items.extend(parsed.tree.items);
    }
    #[cfg(feature = "authoring")]
    amend::apply(&mut cx, &mut items, amendments);
    read(&mut cx, &items);
    whole::check(&mut cx);
    #[cfg(feature = "authoring")]
    law::name(&mut cx, &items);
    let sound = |cx: &Cx| {
        cx.diagnostics
            .iter()
            .all(|diagnostic| diagnostic.severity != Severity::Error)
    };
    #[cfg(feature = "authoring")]
    let mut texts = sibling::listed(&cx);
    #[cfg(feature = "authoring")]
    {
        cx.broken |= !sound(&cx);
        sibling::check(&mut cx, &siblings, &mut texts);
    }
    #[cfg(feature = "authoring")]
    if sound(&cx) {
        prose::check(&mut cx);
    }
    if sound(&cx) {
        cx.book.hash = rulebook_hash(sources);
        #[cfg(feature = "authoring")]
        cx.diagnostics.extend(crate::cases::check(&cx.book));
    }
    let sound = sound(&cx);
    let all = cx.diagnostics.len();
    // Nobody must look for errors among warnings. Declarations are read before what names them, so the
    // one that is mistyped comes before all that miss what it would have declared.
    let mut told = cx.diagnostics;
    if all > MOST_TOLD && !sound {
        told.retain(|diagnostic| diagnostic.severity == Severity::Error);
    }
    told.truncate(MOST_TOLD);
    let diagnostics = in_order(told);
    Compiled {
        rulebook: sound.then_some(cx.book),
        more: all - diagnostics.len(),
        diagnostics,
        #[cfg(feature = "authoring")]
        texts,
    }
}

/// Diagnostics in the order of the files. There can be very many, so places are sorted and not they.
fn in_order(diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut places = Vec::with_capacity(diagnostics.len());
    let mut slots = Vec::with_capacity(diagnostics.len());
    for diagnostic in diagnostics {
        let span = diagnostic.span;
        places.push(u64::from(span.source.0) << 32 | u64::from(span.start));
        slots.push(Some(diagnostic));
    }
    let mut sorted = Vec::with_capacity(slots.len());
    for at in crate::set::order(&places) {
        sorted.extend(slots.get_mut(at).and_then(Option::take));
    }
    sorted
}

/// The canonical text of a rule file, unless it has mistakes that keep it from being read.
#[cfg(feature = "authoring")]
pub fn canonical(id: SourceId, source: &Source) -> Option<String> {
    let parsed = parse(id, source);
    parsed
        .diagnostics
        .is_empty()
        .then(|| wicketgate_grammar::print(&parsed.tree))
}

/// The words with which a declaration starts.
const ITEMS: [&str; 26] = [
    "body",
    "duty",
    "step",
    "sibling",
    "benefit",
    "misconception",
    "holding",
    "contact",
    "change",
    "wording",
    "adds",
    "leaves",
    "rulebook",
    "instrument",
    "schedule",
    "list",
    "question",
    "unsettled",
    "term",
    "gateway",
    "objective",
    "agency",
    "elsewhere",
    "word",
    "renamed",
    "case",
];

/// Reads declarations in the order in which they need one another's names.
fn read(cx: &mut Cx, items: &[Line]) {
    for item in items {
        let keyword = item.keyword().map_or("", |word| word.value.as_str());
        if !ITEMS.contains(&keyword) {
            cx.unknown_keyword(item, "a declaration", &ITEMS);
            // A published rulebook states the law that is; what it might become is only tried.
            #[cfg(feature = "authoring")]
            if ["amend", "omit"].contains(&keyword)
                && let Some(diagnostic) = cx.diagnostics.last_mut()
            {
                diagnostic.help = Some(say!(
                    "change the declaration itself; `wicketgate whatif` tries amendments in a file of their own"
                ));
            }
        }
    }
    let of = |kind: &'static str| {
        items
            .iter()
            .filter(move |item| item.keyword().is_some_and(|word| word.value == kind))
    };
    of("instrument").for_each(|item| instrument::read(cx, item));
    of("schedule").for_each(|item| schedule::declare(cx, item));
    of("body").for_each(|item| body::declare(cx, item));
    of("unsettled").for_each(|item| unsettled::read(cx, item));
    of("list").for_each(|item| list::declare(cx, item));
    of("rulebook").for_each(|item| rulebook::read(cx, item));
    of("list")
        .enumerate()
        .for_each(|(index, item)| list::read(cx, index, item));
    question::read_all(cx, &of("question").collect::<Vec<_>>());
    of("term").for_each(|item| test::declare_term(cx, item));
    of("schedule")
        .enumerate()
        .for_each(|(index, item)| schedule::read(cx, index, item));
    of("body").for_each(|item| body::read(cx, item, false));
    entry::join_bodies(cx);
    of("list")
        .enumerate()
        .for_each(|(index, item)| list::read_tests(cx, index, item));
    of("schedule")
        .enumerate()
        .for_each(|(index, item)| schedule::read_limits(cx, index, item));
    of("body").for_each(|item| body::read(cx, item, true));
    of("term")
        .enumerate()
        .for_each(|(index, item)| test::read_term(cx, index, item));
    of("gateway").for_each(|item| gateway::declare(cx, item));
    of("objective").for_each(|item| objective::declare(cx, item));
    of("gateway")
        .enumerate()
        .for_each(|(index, item)| gateway::read(cx, index, item));
    of("objective")
        .enumerate()
        .for_each(|(index, item)| objective::read(cx, index, item));
    picker::read_all(cx, items);
    note::read_all(cx, items);
    of("renamed").for_each(|item| renamed::read(cx, item));
    // A page never gets worked cases; the command runs them before the rules are published.
    #[cfg(feature = "authoring")]
    of("case").for_each(|item| case::read(cx, item));
}

/// What is being built, and what is wrong so far.
#[derive(Debug, Default)]
struct Cx {
    book: Rulebook,
    names: Names,
    diagnostics: Vec<Diagnostic>,
    /// Words of the parts that were not understood: a name among them may be declared there.
    unread: HashMap<String, usize>,
    broken: bool,
    /// Names that a declaration gives only once, each behind that of the declaration.
    once: HashMap<String, usize>,
    /// How many tests counting has made of what the texts say in one line each.
    counted: usize,
    /// Entries that are the same body as others.
    same_bodies: Vec<(usize, usize)>,
    /// Where the rulebook declaration stands, once seen.
    rulebook: Option<Span>,
    /// Where in `said` a text is in the language that is wanted, by its id.
    translated: HashMap<String, usize>,
    said: Vec<Vec<String>>,
    /// Every text with where it stands.
    #[cfg(feature = "authoring")]
    texts: Vec<(crate::Text, Span)>,
    /// Words to avoid, in small letters.
    #[cfg(feature = "authoring")]
    avoid: Vec<String>,
}

impl Cx {
    #[cold]
    fn error(&mut self, code: Code, span: Span, message: impl Into<Words>) -> &mut Diagnostic {
        self.push(Diagnostic::error(code, span, message))
    }

    #[cfg(feature = "authoring")]
    fn warning(&mut self, code: Code, span: Span, message: impl Into<Words>) -> &mut Diagnostic {
        self.push(Diagnostic::warning(code, span, message))
    }

    #[expect(
        clippy::indexing_slicing,
        reason = "the element at this place was just pushed"
    )]
    #[inline(never)]
    fn push(&mut self, diagnostic: Diagnostic) -> &mut Diagnostic {
        let at = self.diagnostics.len();
        self.diagnostics.push(diagnostic);
        &mut self.diagnostics[at]
    }

    /// Reports a line that starts with a word it cannot start with here.
    #[cold]
    #[inline(never)]
    fn unknown_keyword(&mut self, line: &Line, place: &str, known: &[&str]) {
        let (found, span) = match line.keyword() {
            Some(word) => (word.value.as_str(), word.span),
            None => ("", line.parts.first().map_or(line.span, |part| part.span())),
        };
        let message = if found.is_empty() {
            say!("{place} starts with a word")
        } else {
            say!("{place} cannot start with `{found}`")
        };
        let help = say!(
            "{}",
            meant(found, known.iter().copied(), || format!(
                "it can start with {}",
                listed(known)
            ))
        );
        self.error(Code::UnknownKeyword, span, message).help = Some(help);
        self.pass_over_line(line);
    }

    /// Reports a declaration without a line it needs, unless the line may be among what was not read, or
    /// may be one with a mistake that was reported.
    #[cold]
    #[inline(never)]
    fn missing_line(&mut self, item: &Line, needed: &str) {
        let wrong = |line: Span| {
            self.diagnostics.iter().any(|diagnostic| {
                let Span { source, start, .. } = diagnostic.span;
                source == line.source && (line.start..line.end).contains(&start)
            })
        };
        let mistyped = |line: &Line| {
            line.keyword()
                .is_some_and(|word| alike(&word.value, needed))
                && wrong(line.span)
        };
        if !item.is_broken() && !item.lines().iter().any(mistyped) {
            let span = item.keyword().map_or(item.span, |word| word.span);
            self.error(Code::MissingLine, span, say!("this has no `{needed}` line"))
                .help = Some(say!("add a line that starts with `{needed}`"));
        }
    }

    /// Takes note of the words of what was not understood: a name among them may be declared there, so its
    /// absence elsewhere is not a mistake of its own.
    #[cold]
    fn pass_over(&mut self, text: &str) {
        // What was saved in two bytes for each letter has an empty one in between.
        let text = text.replace('\0', "");
        for word in text.split(|letter: char| !names::is_name_letter(letter)) {
            self.unread.insert(word.to_owned(), 0);
        }
    }

    /// The same for a line that was parsed but cannot be read as what it was meant to be, and all in it.
    #[cold]
    fn pass_over_line(&mut self, line: &Line) {
        self.broken = true;
        for part in &line.parts {
            match part {
                Part::Word(word) => self.pass_over(&word.value),
                Part::Text(text) => text.value.iter().for_each(|text| self.pass_over(text)),
                Part::Citations(_) | Part::Comma(_) => {}
            }
        }
        line.lines()
            .iter()
            .for_each(|line| self.pass_over_line(line));
    }

    /// Whether a name may be declared in what was not understood: an entry is declared by its label alone,
    /// and a provision has several words, of which the last tells it from its neighbours.
    fn may_be_unread(&self, what: What, name: &str) -> bool {
        let known = |word: &str| self.unread.contains_key(word);
        match what {
            // A question that should have options and has none was reported.
            What::Choice(question) => {
                let question = self.book.questions.get(question);
                known(name) || question.is_some_and(|question| question.options.is_empty())
            }
            What::Person => known(name) || name.rsplit('-').next().is_some_and(known),
            What::Provision(_) => name
                .rsplit(|letter: char| !names::is_name_letter(letter))
                .find(|word| !word.is_empty())
                .is_some_and(known),
            _ => known(name),
        }
    }

    /// Looks a name up, or reports it with the nearest declared ones.
    fn find(&mut self, what: What, name: &wicketgate_grammar::Spanned<String>) -> Option<usize> {
        if let Some(index) = self.names.get(what, &name.value) {
            return Some(index);
        }
        if self.may_be_unread(what, &name.value) {
            return None;
        }
        let message = say!("`{}` is not {}", name.value, what.described());
        let help = say!("{}", self.names.meant(what, &name.value));
        self.error(what.code(), name.span, message).help = Some(help);
        None
    }
}

/// Whether a word may have been meant for the first of others: one letter is mistyped more often than two.
fn alike(found: &str, wanted: &str) -> bool {
    let wanted = wanted.split(' ').next().unwrap_or("").as_bytes();
    let same = |one: Option<&u8>, other: Option<&u8>| {
        one.zip(other)
            .is_some_and(|(one, other)| one.eq_ignore_ascii_case(other))
    };
    same(found.as_bytes().first(), wanted.first()) || same(found.as_bytes().last(), wanted.last())
}
