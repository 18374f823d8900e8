//! Where declarations stand in the sources.

use wicketgate_grammar::{Line, Part, Source, SourceId, Span, parse};

/// The declarations of all files.
#[derive(Debug)]
pub(super) struct Places {
    items: Vec<Line>,
}

impl Places {
    pub(super) fn new(sources: &[Source]) -> Self {
        let mut items = Vec::new();
        for (index, source) in sources.iter().enumerate() {
            items.extend(parse(SourceId(index as u32), source).tree.items);
        }
        Self { items }
    }

    /// The name of a declaration.
    pub(super) fn of(&self, keyword: &str, name: &str) -> Span {
        self.item(keyword, name)
            .map_or(Span::default(), span_of_name)
    }

    /// The name of a line inside a declaration.
    pub(super) fn inside(
        &self,
        (keyword, name): (&str, &str),
        line: &str,
        own: &str,
    ) -> Option<Span> {
        let item = self.item(keyword, name)?;
        let line = item.lines().iter().find(|inner| is(inner, line, own))?;
        Some(span_of_name(line))
    }

    /// The declaration itself, where there is one of a kind.
    pub(super) fn only(&self, keyword: &str) -> Span {
        let mut items = self.items.iter();
        let item = items.find(|item| item.keyword().is_some_and(|word| word.value == keyword));
        item.and_then(Line::keyword)
            .map_or(Span::default(), |word| word.span)
    }

    fn item(&self, keyword: &str, name: &str) -> Option<&Line> {
        self.items.iter().find(|item| is(item, keyword, name))
    }
}

fn is(line: &Line, keyword: &str, name: &str) -> bool {
    let own = line.keyword().is_some_and(|word| word.value == keyword);
    own && matches!(line.parts.get(1), Some(Part::Word(word)) if word.value == name)
}

fn span_of_name(line: &Line) -> Span {
    line.parts.get(1).map_or(line.span, Part::span)
}
