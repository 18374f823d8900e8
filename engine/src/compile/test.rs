//! Tests: `all of { … }`, `aims includes fuel-poverty`, `recipient is specified` and so on.

use wicketgate_grammar::{Code, Line, Span};

use super::Cx;
use super::cursor::Cursor;
use super::names::What;
use crate::model::{AnswerKind, End, Extent, Index, Term, Test};
use crate::suggest::{listed, meant};

/// Words with which a test starts besides the names of questions.
const SUBJECTS: [&str; 11] = [
    "all",
    "any",
    "none",
    "at",
    "unsettled",
    "term",
    "discloser",
    "recipient",
    "ends",
    "gateway",
    "objective",
];

/// Reads the test at a place in a line, and its block if it has one.
pub(super) fn read(cx: &mut Cx, line: &Line, mut cursor: Cursor<'_>) -> Option<Test> {
    let start = cursor.span();
    let subject = cursor.name(cx, "a test")?;
    match subject.value.as_str() {
        "all" => several(cx, line, cursor).map(Test::All),
        "any" => several(cx, line, cursor).map(Test::Any),
        "none" => several(cx, line, cursor).map(|tests| Test::Not(Box::new(Test::Any(tests)))),
        "at" => at_least(cx, line, cursor, start),
        "unsettled" => {
            let point = cursor
                .name(cx, "the name of an unsettled point")
                .and_then(|name| cx.find(What::Point, name));
            cursor.end(cx);
            point.map(Test::Unsettled)
        }
        "term" => {
            let term = cursor
                .name(cx, "the name of a term")
                .and_then(|name| cx.find(What::Term, name));
            cursor.end(cx);
            term.map(Test::Term)
        }
        "discloser" => end(cx, cursor, End::Discloser),
        "recipient" => end(cx, cursor, End::Recipient),
        "ends" => phrase(
            cx,
            cursor,
            &[
                ("are one body", Test::OneBody),
                ("are one class", Test::OneClass),
            ],
        ),
        "gateway" => phrase(cx, cursor, &[("is in force", Test::GatewayInForce)]),
        "objective" => phrase(cx, cursor, &[("is in force", Test::ObjectiveInForce)]),
        "date" => date(cx, cursor),
        _ => answer(cx, cursor, subject),
    }
}

/// `of {` and the tests of the block.
fn several(cx: &mut Cx, line: &Line, mut cursor: Cursor<'_>) -> Option<Vec<Test>> {
    if !cursor.expect(cx, "of") {
        return None;
    }
    cursor.end_of_parts(cx);
    if line.lines().is_empty() && !line.is_broken() {
        let span = cursor.span();
        cx.error(Code::MissingPart, span, "tests in braces are missing here")
            .help = Some(say!("open a block with `{{` and put one test on each line"));
    }
    Some(
        line.lines()
            .iter()
            .filter_map(|line| read(cx, line, Cursor::start(line)))
            .collect(),
    )
}

/// `at least 2 of { … }` or `at least 2 of factors and adverse`
fn at_least(cx: &mut Cx, line: &Line, mut cursor: Cursor<'_>, start: Span) -> Option<Test> {
    if !cursor.expect(cx, "least") {
        return None;
    }
    let number = cursor.name(cx, "a number")?;
    let Ok(count) = number.value.parse::<usize>() else {
        cx.error(
            Code::UnexpectedPart,
            number.span,
            say!("`{}` is not a number", number.value),
        )
        .help = Some(say!("write how many, in digits"));
        return None;
    };
    let tests = if line.block.is_some() {
        several(cx, line, cursor)?
    } else {
        if !cursor.expect(cx, "of") {
            return None;
        }
        let mut questions = vec![several_question(cx, &mut cursor)?];
        while cursor.eat("and") {
            questions.push(several_question(cx, &mut cursor)?);
        }
        cursor.end(cx);
        let tests = counted(cx, &questions);
        let span = Span {
            end: number.span.end,
            ..start
        };
        within_budget(cx, &tests, span)?;
        tests
    };
    // Nothing to count is a mistake of its own, made where the options are declared.
    if count > 0 && tests.is_empty() {
        return None;
    }
    if count == 0 || count > tests.len() {
        let span = Span {
            end: number.span.end,
            ..start
        };
        let message = say!("{count} of {} can never be a meaningful count", tests.len());
        cx.error(Code::ImpossibleCount, span, message).help =
            Some(say!("count from 1 to {}", tests.len()));
        return None;
    }
    Some(Test::AtLeast(count, tests))
}

/// How many tests counting may make in all.
const MOST_COUNTED: usize = 2_000_000;

/// Whether what counting makes stays within bounds. An item that counts only when others count is
/// made of them, so a few lines could ask for more tests than there is memory.
fn within_budget(cx: &mut Cx, tests: &[Test], span: Span) -> Option<()> {
    for test in tests {
        test.each(&mut |_| cx.counted += 1);
    }
    if cx.counted <= MOST_COUNTED {
        return Some(());
    }
    cx.error(
        Code::NestedTooDeeply,
        span,
        say!("counting here takes too many tests"),
    )
    .help = Some(say!(
        "let items count by questions of their own, not by counting others"
    ));
    None
}

/// One test for each option of the first question: chosen there and in all others, and countable.
fn counted(cx: &Cx, questions: &[Index]) -> Vec<Test> {
    let Some(first) = questions
        .first()
        .and_then(|index| cx.book.questions.get(*index))
    else {
        return Vec::new();
    };
    let each = first.options.iter().map(|option| {
        let chosen = questions.iter().filter_map(|question| {
            let option = cx.book.questions.get(*question)?.option(&option.id)?;
            Some(Test::Answer {
                question: *question,
                option,
            })
        });
        let item = first.list.and_then(|list| {
            cx.book
                .lists
                .get(list)?
                .items
                .iter()
                .find(|item| item.id == option.id)
        });
        Test::All(
            chosen
                .chain(item.and_then(|item| item.counts_only_when.clone()))
                .collect(),
        )
    });
    each.collect()
}

fn several_question(cx: &mut Cx, cursor: &mut Cursor<'_>) -> Option<Index> {
    let name = cursor.name(cx, "the name of a question")?;
    let index = cx.find(What::Question, name)?;
    if cx
        .book
        .questions
        .get(index)
        .is_some_and(|question| question.kind != AnswerKind::Several)
    {
        cx.error(
            Code::WrongKind,
            name.span,
            say!("`{}` is not a question with several answers", name.value),
        )
        .help = Some(say!("count the answers of a `several` question"));
        return None;
    }
    Some(index)
}

/// `discloser is in the schedule` and the like.
fn end(cx: &mut Cx, mut cursor: Cursor<'_>, end: End) -> Option<Test> {
    let known = [
        ("is in the schedule", Test::Listed(end)),
        ("entry is in force", Test::EntryInForce(end)),
        ("is within its limits", Test::WithinLimits(end)),
        ("is specified", Test::Specified(end)),
        ("is a provider", Test::Provider(end)),
    ];
    for (words, test) in &known {
        if cursor.eat(words) {
            cursor.end(cx);
            return Some(test.clone());
        }
    }
    if cursor.eat("is in") {
        let name = cursor.name(cx, "the name of a schedule")?;
        let schedule = cx.find(What::Schedule, name)?;
        cursor.end(cx);
        return Some(Test::InSchedule(end, schedule));
    }
    let whole = cursor.clone();
    if cursor.eat("is") {
        let names = cursor.names(cx, "the name of an entry");
        // Several words and no entry among them: another phrase was meant.
        if cursor.peek().is_some()
            && let [only] = names.as_slice()
            && cx.names.get(What::Person, &only.value).is_none()
        {
            return phrase(cx, whole, &known);
        }
        let entries: Vec<Index> = names
            .iter()
            .filter_map(|name| cx.find(What::Person, name))
            .collect();
        let bodies: Vec<Index> = entries
            .into_iter()
            .filter_map(|entry| cx.book.entries.get(entry))
            .map(|entry| entry.body)
            .collect();
        cursor.end(cx);
        return (bodies.len() == names.len() && !bodies.is_empty())
            .then_some(Test::Among(end, bodies));
    }
    phrase(cx, cursor, &known)
}

/// One of a few fixed phrases.
fn phrase(cx: &mut Cx, mut cursor: Cursor<'_>, known: &[(&str, Test)]) -> Option<Test> {
    for (words, test) in known {
        if cursor.eat(words) {
            cursor.end(cx);
            return Some(test.clone());
        }
    }
    let phrases = || known.iter().map(|(words, _)| *words).collect::<Vec<_>>();
    let span = cursor.span();
    cx.error(Code::UnknownKeyword, span, "this test is not known")
        .help = Some(say!("write {}", listed(&phrases())));
    None
}

/// `date is from 1 April 2026` or `date is before 1 May 2018`
fn date(cx: &mut Cx, mut cursor: Cursor<'_>) -> Option<Test> {
    let before = match () {
        () if cursor.eat("is from") => false,
        () if cursor.eat("is before") => true,
        () => {
            cursor.expect(cx, "is from");
            return None;
        }
    };
    let date = cursor.date(cx)?;
    cursor.end(cx);
    let test = Test::DateFrom(date);
    Some(if before {
        Test::Not(Box::new(test))
    } else {
        test
    })
}

/// `aims includes fuel-poverty`, `held-for-functions is yes`, `where reaches objective`
fn answer(
    cx: &mut Cx,
    mut cursor: Cursor<'_>,
    subject: &wicketgate_grammar::Spanned<String>,
) -> Option<Test> {
    let Some(index) = cx.names.get(What::Question, &subject.value) else {
        if !cx.unread.contains_key(&subject.value) {
            let subjects = || cx.names.of(What::Question).chain(SUBJECTS).chain(["date"]);
            let help = say!(
                "{}",
                meant(&subject.value, subjects(), || {
                    "a test starts with the name of a question, or with `all`, `any`, `none`, `at least`, `unsettled`, `term`, `discloser`, `recipient`, `ends`, `gateway`, `objective` or `date`".to_owned()
                })
            );
            cx.error(
                Code::UnknownName,
                subject.span,
                say!("`{}` is not a question", subject.value),
            )
            .help = Some(help);
        }
        return None;
    };
    let kind = cx.book.questions.get(index)?.kind;
    let verb = cursor.name(cx, "`is` or `includes`")?;
    let (several, negated) = match verb.value.as_str() {
        "is" => (false, cursor.eat("not")),
        "includes" => (true, false),
        "excludes" => (true, true),
        "reaches" => return extent(cx, cursor, index, Test::Reaches),
        "stays" => {
            cursor.expect(cx, "within");
            return extent(cx, cursor, index, Test::StaysWithin);
        }
        _ => {
            let known = ["is", "includes", "excludes", "reaches", "stays"];
            let help = say!(
                "{}",
                meant(&verb.value, known, || format!("write {}", listed(&known)))
            );
            cx.error(
                Code::UnknownKeyword,
                verb.span,
                say!("a question cannot be tested with `{}`", verb.value),
            )
            .help = Some(help);
            return None;
        }
    };
    if several != (kind == AnswerKind::Several)
        || matches!(kind, AnswerKind::Person | AnswerKind::Date)
    {
        let help = match kind {
            AnswerKind::Several => "it has several answers: write `includes` or `excludes`",
            AnswerKind::YesNo | AnswerKind::Choice => "it has one answer: write `is` or `is not`",
            AnswerKind::Person | AnswerKind::Date => {
                "a person is tested with `discloser` and `recipient`, a date with `date`"
            }
        };
        cx.error(
            Code::WrongKind,
            verb.span,
            say!("`{}` cannot be tested with `{}`", subject.value, verb.value),
        )
        .help = Some(say!("{help}"));
        return None;
    }
    let option = cursor.name(cx, "an answer")?;
    let option = cx.find(What::Choice(index), option)?;
    cursor.end(cx);
    let test = Test::Answer {
        question: index,
        option,
    };
    Some(if negated {
        Test::Not(Box::new(test))
    } else {
        test
    })
}

fn extent(
    cx: &mut Cx,
    mut cursor: Cursor<'_>,
    question: Index,
    make: impl Fn(Index, Extent) -> Test,
) -> Option<Test> {
    let found = super::question::one_of(cx, &mut cursor, "the extent", &["objective", "gateway"])?;
    cursor.end(cx);
    let of_nations = cx
        .book
        .questions
        .get(question)
        .is_some_and(|question| question.list.is_some() && question.list == cx.book.nations);
    if !of_nations && cx.broken {
        return None;
    }
    if !of_nations {
        let span = cursor.span();
        cx.error(
            Code::WrongKind,
            span,
            "only a question about nations has an extent",
        )
        .help = Some(say!("give the question `options from` the list of nations"));
        return None;
    }
    Some(make(
        question,
        if found == 0 {
            Extent::Objective
        } else {
            Extent::Gateway
        },
    ))
}

/// All `requires` lines of a block, joined by "and".
pub(super) fn requirements(cx: &mut Cx, item: &Line) -> Option<Test> {
    let lines: Vec<&Line> = item
        .lines()
        .iter()
        .filter(|line| line.keyword().is_some_and(|word| word.value == "requires"))
        .collect();
    if lines.is_empty() {
        cx.missing_line(item, "requires");
        return None;
    }
    let mut tests: Vec<Test> = lines
        .iter()
        .filter_map(|line| read(cx, line, Cursor::new(line)))
        .collect();
    if tests.len() == 1 {
        tests.pop()
    } else {
        Some(Test::All(tests))
    }
}

/// Declares `term held "…" [ … ] { requires … }`.
pub(super) fn declare_term(cx: &mut Cx, item: &Line) {
    let mut cursor = Cursor::new(item);
    let mut term = Term {
        id: String::new(),
        title: crate::Text::default(),
        cites: Vec::new(),
        test: Test::All(Vec::new()),
    };
    if let Some(id) = cursor.name(cx, "the name of the term") {
        cx.declare(What::Term, id, cx.book.terms.len());
        term.id.clone_from(&id.value);
        term.title = cursor.text(cx, &["term", &id.value, "title"]);
        term.cites = cursor.cites(cx);
        cursor.end_of_parts(cx);
    }
    for line in item.lines() {
        if line.keyword().is_none_or(|word| word.value != "requires") {
            cx.unknown_keyword(line, "a line of a term", &["requires"]);
        }
    }
    cx.book.terms.push(term);
}

/// Reads what a term requires, once every name is known.
pub(super) fn read_term(cx: &mut Cx, index: usize, item: &Line) {
    let test = requirements(cx, item);
    if let (Some(test), Some(term)) = (test, cx.book.terms.get_mut(index)) {
        term.test = test;
    }
}
