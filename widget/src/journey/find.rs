//! Finding an organisation: by its name, by its kind, as a provider, or as one that is not listed.

use std::rc::Rc;
use wicketgate_engine::model::{Index, KindChoice, Question};

use yew::virtual_dom::VComp;
use yew::{AttrValue, Callback, NodeRef};

use super::View;
use super::action::Action;
use super::ask::line;
use super::field::{FIELD, NO, NONE, PROVIDER, YES};
use super::page::{Step, StepKind};
use super::walk::At;
use crate::components::{
    ComboLabels, ComboOption, Combobox, ComboboxProps, El, Fieldset, Input, Item, Label, Legend,
    Radios, body, some, text,
};
use crate::content::{Words, fill};
use crate::finder::{body_name, choice, usual_names};
use crate::prose::{citations, prose};

impl View<'_> {
    /// The page of a question for an organisation.
    pub(super) fn find(&self, at: At, question: &Question) -> El {
        let hint = question.hint.as_ref().map(|hint| hint.plain());
        let fields = some()
            .el(self.combobox(&question.text.plain(), hint))
            .el(self.below(1, "govuk-heading-s", self.words.other_ways))
            .el(self.way(self.words.way_provider, StepKind::Customer))
            .el(self.way(self.words.way_unlisted, StepKind::Unlisted))
            .el(self.behind(at, question));
        self.form(fields, self.words.go_on)
    }

    fn way(&self, words: &str, kind: StepKind) -> El {
        body("").el(self.link(words, Action::Turn(kind)))
    }

    /// The label of a field, which is the heading of its page.
    fn label(&self, asked: &str) -> Label {
        Label {
            content: text(asked),
            classes: "govuk-label--l".into(),
            heading: Some(self.level),
            heading_ref: self.heading.clone(),
            ..Label::default()
        }
    }

    pub(super) fn combobox(&self, asked: &str, hint: Option<String>) -> El {
        let session = self.session;
        let (finder, book, words) = (session.finder.clone(), session.book.clone(), self.words);
        let props = ComboboxProps {
            id: FIELD.into(),
            name: FIELD.into(),
            label: Rc::new(self.label(asked)),
            hint: self.hint(hint),
            error: self.problem(),
            value: session.text_as_typed().into(),
            suggest: Callback::from(move |typed: String| finder.suggest(&typed, &book, words)),
            labels: labels(words),
            oninput: self.act.reform(|text| Action::Type(0, text)),
            onselect: self
                .act
                .reform(|option: ComboOption| Action::Pick(option.value, option.label)),
            classes: AttrValue::default(),
            input_ref: NodeRef::default(),
        };
        some().child(&VComp::new::<Combobox>(Rc::new(props), None).into())
    }

    /// The page of a further step.
    pub(super) fn step(&self, step: &Step) -> El {
        let fields = match step.kind {
            StepKind::Customer => some()
                .el(self.combobox(
                    self.words.customer,
                    Some(self.words.customer_hint.to_owned()),
                ))
                .el(self.way(self.words.way_unlisted, StepKind::Unlisted)),
            StepKind::Unlisted => {
                self.name(self.words.unlisted, self.words.unlisted_hint.to_owned())
            }
            StepKind::Which(body) => {
                let class = body_name(&self.session.book, body, self.session.facts.on);
                self.name(
                    self.words.which,
                    fill(self.words.which_hint, &[("{class}", &class)]),
                )
            }
            StepKind::Agency(index) => self.agency(index),
            StepKind::Elsewhere(index) => self.elsewhere(index, step),
            StepKind::Kind(index) => self.kind(index, step),
        };
        self.form(fields, self.words.go_on)
    }

    fn name(&self, asked: &'static str, hint: String) -> El {
        Input {
            name: self.field(),
            label: self.label(asked),
            hint: self.hint(Some(hint)),
            error: self.problem(),
            value: Some(self.session.text_as_typed().into()),
            oninput: self.on(Action::Type(0, String::new())),
            autocomplete: Some(AttrValue::Static("off")),
            spellcheck: Some(false),
            ..Input::default()
        }
        .view()
    }

    fn agency(&self, index: Index) -> El {
        let (book, words) = (&*self.session.book, self.words);
        let Some(agency) = book.agencies.get(index) else {
            return some();
        };
        let body = body_name(book, agency.of, self.session.facts.on);
        let items = vec![
            Item::Choice(line(YES, &fill(words.agency_yes, &[("{body}", &body)]))),
            Item::Choice(line(NO, words.again)),
        ];
        some()
            .el(self.title(&fill(words.agency, &[("{agency}", &agency.name.plain())])))
            .maybe(agency.says.as_ref().map(prose))
            .el(self.small_radios(words.agency_ask, items))
    }

    fn elsewhere(&self, index: Index, step: &Step) -> El {
        let (book, words) = (&*self.session.book, self.words);
        let Some(body) = book.elsewhere.get(index) else {
            return some();
        };
        let mut items = vec![Item::Choice(line(NO, words.elsewhere_again))];
        if !step.customer {
            items.push(Item::Choice(line(PROVIDER, words.elsewhere_provider)));
        }
        items.push(Item::Choice(line(YES, words.elsewhere_go_on)));
        some()
            .el(self.title(&fill(words.elsewhere, &[("{name}", &body.name.plain())])))
            .el(prose(&body.says))
            .el(citations(book, words, &body.cites))
            .el(self.small_radios(words.elsewhere_ask, items))
    }

    fn kind(&self, index: Index, step: &Step) -> El {
        let (book, words, on) = (&*self.session.book, self.words, self.session.facts.on);
        let Some(kind) = book.words.get(index) else {
            return some();
        };
        let mut items: Vec<Item> = kind
            .among
            .iter()
            .map(|one| {
                let name = match one {
                    KindChoice::Body(body) => body_name(book, *body, on),
                    KindChoice::Elsewhere(index) => book
                        .elsewhere
                        .get(*index)
                        .map(|body| body.name.plain())
                        .unwrap_or_default(),
                };
                let mut item = line(&choice(*one).value(), &name);
                if let KindChoice::Body(body) = one {
                    let names = usual_names(book, *body, on);
                    item.hint = (!names.is_empty()).then(|| text(&names));
                }
                Item::Choice(item)
            })
            .collect();
        items.push(Item::Divider(words.or.into()));
        items.push(Item::Choice(line(NONE, words.none)));
        let hint =
            (!step.typed.is_empty()).then(|| fill(words.kind_hint, &[("{name}", &step.typed)]));
        self.radios(kind.asks.plain(), hint, items)
    }

    /// Radios below the heading of a page that has said something first.
    fn small_radios(&self, asked: &'static str, items: Vec<Item>) -> El {
        let legend = Legend {
            content: text(asked),
            classes: "govuk-fieldset__legend--m".into(),
            heading: Some(self.level + 1),
            ..Legend::default()
        };
        Radios {
            name: self.field(),
            fieldset: Some(Fieldset {
                legend: Some(legend),
                ..Fieldset::default()
            }),
            error: self.problem(),
            items,
            value: self.session.draft.chosen.clone(),
            onchange: self.act.reform(Action::Choose),
            ..Radios::default()
        }
        .view()
    }
}

fn labels(words: &'static Words) -> ComboLabels {
    ComboLabels {
        instructions: words.instructions.into(),
        list: words.suggestions.into(),
        no_results: words.no_results.into(),
        results: Callback::from(move |(shown, found): (usize, usize)| {
            let text = match found {
                1 => words.one_result,
                _ if found > shown => words.results_cut,
                _ => words.results,
            };
            fill(
                text,
                &[
                    ("{shown}", &shown.to_string()),
                    ("{found}", &found.to_string()),
                ],
            )
            .into()
        }),
        highlighted: Callback::from(move |(name, at, of): (AttrValue, usize, usize)| {
            let values = [
                ("{name}", &*name),
                ("{at}", &at.to_string()),
                ("{of}", &of.to_string()),
            ];
            fill(words.highlighted, &values).into()
        }),
        chosen: Callback::from(move |name: AttrValue| {
            fill(words.chosen, &[("{name}", &*name)]).into()
        }),
    }
}
