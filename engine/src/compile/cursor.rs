//! Reading the parts of a line one after the other.

use wicketgate_grammar::{Code, Line, Part, Span, Spanned};

use super::Cx;
use crate::date::MONTHS;
use crate::model::Cite;
use crate::suggest::{meant, nearest};
use crate::{Date, Text};

/// A place between two parts of a line. Each method reads what it names and goes on behind it.
#[derive(Clone, Debug)]
pub(super) struct Cursor<'a> {
    line: &'a Line,
    at: usize,
}

impl<'a> Cursor<'a> {
    /// Behind the first word of a line.
    pub(super) fn new(line: &'a Line) -> Self {
        Self { line, at: 1 }
    }

    /// At the beginning of a line.
    pub(super) fn start(line: &'a Line) -> Self {
        Self { line, at: 0 }
    }

    /// Where the next part stands, or the end of the last.
    pub(super) fn span(&self) -> Span {
        match (self.line.parts.get(self.at), self.line.parts.last()) {
            (Some(part), _) => part.span(),
            (None, Some(last)) => Span {
                start: last.span().end.saturating_sub(1),
                ..last.span()
            },
            (None, None) => self.line.span,
        }
    }

    /// From a place to the end of the part that was read last.
    pub(super) fn since(&self, start: Span) -> Span {
        let last = self.line.parts.get(self.at.saturating_sub(1));
        let end = last.map_or(start.end, |part| part.span().end);
        Span { end, ..start }
    }

    /// The next word, if the next part is one.
    pub(super) fn word(&mut self) -> Option<&'a Spanned<String>> {
        let word = self.peek()?;
        self.at += 1;
        Some(word)
    }

    /// The next word, without going on.
    pub(super) fn peek(&self) -> Option<&'a Spanned<String>> {
        match self.line.parts.get(self.at) {
            Some(Part::Word(word)) => Some(word),
            _ => None,
        }
    }

    /// Goes on if the next words are these.
    pub(super) fn eat(&mut self, words: &str) -> bool {
        let start = self.at;
        for wanted in words.split(' ') {
            if self.word().is_none_or(|word| word.value != wanted) {
                self.at = start;
                return false;
            }
        }
        true
    }

    /// Goes on over these words, or reports that they are missing.
    pub(super) fn expect(&mut self, cx: &mut Cx, words: &str) -> bool {
        let found = self.eat(words);
        if !found {
            let near = || {
                self.peek()
                    .is_some_and(|word| !nearest(&word.value, words.split(' ')).is_empty())
            };
            let help = say!(
                "{}",
                if near() {
                    format!("did you mean `{words}`?")
                } else {
                    format!("write `{words}` here")
                }
            );
            let span = self.span();
            cx.error(Code::MissingPart, span, say!("`{words}` is missing here"))
                .help = Some(help);
        }
        found
    }

    /// A word that names something, or a report that it is missing.
    pub(super) fn name(&mut self, cx: &mut Cx, what: &str) -> Option<&'a Spanned<String>> {
        let word = self.word();
        if word.is_none() {
            self.missing(cx, what);
        }
        word
    }

    /// Words between commas, at least one.
    pub(super) fn names(&mut self, cx: &mut Cx, what: &str) -> Vec<&'a Spanned<String>> {
        let mut names = Vec::new();
        loop {
            match self.name(cx, what) {
                Some(name) => names.push(name),
                None => return names,
            }
            if !self.comma() {
                return names;
            }
        }
    }

    /// Texts between commas, at least one.
    pub(super) fn texts(&mut self, cx: &mut Cx, what: &str) -> Vec<&'a Spanned<Vec<String>>> {
        let mut texts = Vec::new();
        loop {
            match self.raw_text() {
                Some(text) => texts.push(text),
                None => {
                    self.missing(cx, what);
                    return texts;
                }
            }
            if !self.comma() {
                return texts;
            }
        }
    }

    /// A text, or a report that it is missing.
    ///
    /// Its id is what it belongs to and what it says of it, from the outermost in, with stops between.
    pub(super) fn text(&mut self, cx: &mut Cx, id: &[&str]) -> Text {
        let found = self.raw_text();
        if found.is_none() {
            self.missing(cx, "a text in quotation marks");
        }
        let mut text = Text {
            id: id.join("."),
            paragraphs: found.map(|found| found.value.clone()).unwrap_or_default(),
            fallback: !cx.book.lang.is_empty(),
        };
        #[cfg(feature = "authoring")]
        if let Some(found) = found {
            cx.texts.push((text.clone(), found.span));
        }
        let translated = cx.translated.get(&text.id);
        if let Some(said) = translated.and_then(|at| cx.said.get(*at)) {
            text.paragraphs.clone_from(said);
            text.fallback = false;
        }
        text
    }

    /// A text with where it stands, if one comes next.
    pub(super) fn raw_text(&mut self) -> Option<&'a Spanned<Vec<String>>> {
        match self.line.parts.get(self.at) {
            Some(Part::Text(text)) => {
                self.at += 1;
                Some(text)
            }
            _ => None,
        }
    }

    /// Citations, if they come next.
    pub(super) fn cites(&mut self, cx: &mut Cx) -> Vec<Cite> {
        match self.line.parts.get(self.at) {
            Some(Part::Citations(citations)) => {
                self.at += 1;
                cx.cites(&citations.value)
            }
            _ => Vec::new(),
        }
    }

    /// A date such as `19 July 2018`, or a report of what is wrong with it.
    pub(super) fn date(&mut self, cx: &mut Cx) -> Option<Date> {
        let start = self.span();
        let (Some(day), Some(month), Some(year)) = (self.word(), self.word(), self.word()) else {
            cx.error(Code::MissingPart, start, "a date is missing here")
                .help = Some(say!("write the date as `19 July 2018`"));
            return None;
        };
        let span = Span {
            end: year.span.end,
            ..day.span
        };
        let Some(number) = MONTHS.iter().position(|name| *name == month.value) else {
            let help = say!(
                "{}",
                meant(&month.value, MONTHS, || {
                    "write the date as `19 July 2018`".to_owned()
                })
            );
            cx.error(
                Code::ImpossibleDate,
                month.span,
                say!("`{}` is not a month", month.value),
            )
            .help = Some(help);
            return None;
        };
        let parsed = day.value.parse().ok().zip(year.value.parse().ok());
        let date = parsed.and_then(|(day, year)| Date::new(year, number as u8 + 1, day));
        if date.is_none() {
            let message = say!("there is no {} {} {}", day.value, month.value, year.value);
            cx.error(Code::ImpossibleDate, span, message).help =
                Some(say!("write the date as `19 July 2018`"));
        }
        date
    }

    /// Reports what follows although nothing should, and a block where none belongs.
    pub(super) fn end(&mut self, cx: &mut Cx) {
        self.end_of_parts(cx);
        if let Some(block) = &self.line.block {
            let span = block.lines.first().map_or(self.line.span, |line| line.span);
            cx.error(Code::UnexpectedPart, span, "this line can have no block")
                .help = Some(say!("remove the braces and what is between them"));
        }
    }

    /// Reports what follows although nothing but a block should.
    pub(super) fn end_of_parts(&mut self, cx: &mut Cx) {
        if let Some(part) = self.line.parts.get(self.at) {
            let what = match part {
                Part::Word(word) => say!("`{}` is not expected here", word.value),
                Part::Text(_) => say!("a text is not expected here"),
                Part::Citations(_) => say!("a citation is not expected here"),
                Part::Comma(_) => say!("a comma is not expected here"),
            };
            cx.error(Code::UnexpectedPart, part.span(), what).help =
                Some(say!("remove it, or put it on a line of its own"));
            self.at = self.line.parts.len();
        }
    }

    /// Goes on if a comma comes next.
    pub(super) fn comma(&mut self) -> bool {
        let found = matches!(self.line.parts.get(self.at), Some(Part::Comma(_)));
        self.at += usize::from(found);
        found
    }

    fn missing(&self, cx: &mut Cx, what: &str) {
        let span = self.span();
        cx.error(Code::MissingPart, span, say!("{what} is missing here"))
            .help = Some(say!("write {what} here"));
    }
}

/// Which lines of a block were seen, for those that may stand only once.
#[derive(Debug, Default)]
pub(super) struct Seen(Vec<(String, Span)>);

impl Seen {
    /// Reports a second line of a kind that may stand once.
    pub(super) fn once(&mut self, cx: &mut Cx, line: &Line, kind: &str) {
        let span = line.keyword().map_or(line.span, |word| word.span);
        match self.0.iter().find(|(seen, _)| seen == kind) {
            Some((_, first)) => {
                let diagnostic = cx.error(Code::RepeatedLine, span, say!("a second `{kind}` line"));
                diagnostic.help = Some(say!("keep one of the two"));
                diagnostic.others.push(wicketgate_grammar::Label {
                    span: *first,
                    text: say!("the first is here"),
                });
            }
            None => self.0.push((kind.to_owned(), span)),
        }
    }

    /// Whether a line of a kind was seen.
    pub(super) fn has(&self, kind: &str) -> bool {
        self.0.iter().any(|(seen, _)| seen == kind)
    }
}
