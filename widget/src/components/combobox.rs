//! Combobox: choose one name out of many by typing part of it.
//!
//! Built to the ARIA combobox pattern and to the criteria in `widget/ACCESSIBILITY.md`. The focus stays in the text
//! field; the highlighted option is named by `aria-activedescendant`. The caller finds the options, so that names,
//! acronyms and former names are matched in one place.

mod state;

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::functional::UseForceUpdateHandle;
use yew::prelude::*;

use self::state::{Key, State, Then};
use super::input::typed;
use super::parts::{Notes, derived, form_group};
use super::{El, ErrorMessage, Hint, Label, el, some};
use crate::focus;

/// The most options that are shown: more could not be heard out, and would be slow to draw on each key press.
pub const MOST_OPTIONS: usize = 15;

/// How long to wait before announcing, in milliseconds: a reader that is still echoing keys would drop the words.
const PAUSE: u32 = 1400;

/// Something to choose.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ComboOption {
    /// What identifies it to the caller.
    pub value: AttrValue,
    /// Its name.
    pub label: AttrValue,
    /// A second line, such as the acronym or former name that matched.
    pub detail: Option<AttrValue>,
}

/// The words of a combobox.
#[derive(Clone, Debug, PartialEq)]
pub struct ComboLabels {
    /// How to use it, for assistive technology.
    pub instructions: AttrValue,
    /// What the list is called, for assistive technology.
    pub list: AttrValue,
    /// Shown and announced when nothing matches.
    pub no_results: AttrValue,
    /// Announces how many options are shown, and of how many that were found; also shown if those are more.
    pub results: Callback<(usize, usize), AttrValue>,
    /// Announces the highlighted option: its name, its place counted from 1, and how many there are.
    pub highlighted: Callback<(AttrValue, usize, usize), AttrValue>,
    /// Announces the chosen option.
    pub chosen: Callback<AttrValue, AttrValue>,
}

/// What a [`Combobox`] is given.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ComboboxProps {
    /// The field's id, and the start of the ids of its parts.
    pub id: AttrValue,
    /// The field's name.
    pub name: AttrValue,
    /// What the field is called.
    pub label: Rc<Label>,
    /// A line of help.
    #[prop_or_default]
    pub hint: Option<Hint>,
    /// What is wrong.
    #[prop_or_default]
    pub error: Option<ErrorMessage>,
    /// The text in the field, which the caller holds.
    #[prop_or_default]
    pub value: AttrValue,
    /// Finds the options for a text, the best first.
    pub suggest: Callback<String, Vec<ComboOption>>,
    /// Told the text after each change by the person; an earlier choice no longer holds.
    #[prop_or_default]
    pub oninput: Callback<String>,
    /// Told the option that was chosen; the caller then puts its name in `value`.
    #[prop_or_default]
    pub onselect: Callback<ComboOption>,
    /// The words.
    pub labels: ComboLabels,
    /// More classes for the field.
    #[prop_or_default]
    pub classes: AttrValue,
    /// The field's element, to focus it.
    #[prop_or_default]
    pub input_ref: NodeRef,
}

/// A text field with a list of suggestions.
#[component]
pub fn Combobox(props: &ComboboxProps) -> Html {
    let live = Live {
        state: use_mut_ref(State::default),
        redraw: use_force_update(),
        props: props.clone(),
    };
    let wrapper = use_node_ref();
    let spoken = use_state_eq(|| (AttrValue::default(), false));
    let state = live.state.borrow().clone();
    let announcement = state.announcement(&props.labels);

    {
        let spoken = spoken.clone();
        use_effect_with((announcement, state.turn), move |(words, turn)| {
            let next = (words.clone(), *turn);
            let timer = Timeout::new(PAUSE, move || spoken.set(next));
            move || drop(timer)
        });
    }
    {
        let (live, wrapper) = (live.clone(), wrapper.clone());
        use_effect_with(state.open, move |open| {
            let listener = open
                .then(|| live.close_on_press_outside(&wrapper))
                .flatten();
            move || drop(listener)
        });
    }
    {
        let wrapper = wrapper.clone();
        let id = state.active.map(|active| option_id(&props.id, active));
        use_effect_with(id, move |id| {
            if let (Some(id), Some(wrapper)) = (id, wrapper.cast::<Node>()) {
                reveal(&wrapper, id);
            }
        });
    }

    let notes = Notes::of(&props.id, &props.hint, &props.error);
    let instructions = derived(&props.id, "instructions");
    let described_by = notes.described_by(&None, &Some(instructions.clone()));
    let field = el("div")
        .class("wg-combobox")
        .node(&wrapper)
        .el(live.field(&state, &wrapper, &described_by))
        .el(live.menu(&state))
        .el(el("span")
            .attr("id", &instructions)
            .flag("hidden", true)
            .text(&props.labels.instructions))
        // Two regions in turn: a reader says nothing when a region is filled with the words it has.
        .el(el("div")
            .class("govuk-visually-hidden")
            .el(status(!spoken.1, &spoken.0))
            .el(status(spoken.1, &spoken.0)));
    let content = some()
        .el(props.label.view_for(&Some(props.id.clone())))
        .el(notes.view(&props.hint, &props.error))
        .el(field);
    form_group(props.error.is_some(), "", content).html()
}

/// A region that is read out when its words change.
fn status(speaks: bool, words: &str) -> El {
    el("div")
        .attr("role", "status")
        .attr("aria-live", "polite")
        .attr("aria-atomic", "true")
        .text(if speaks { words } else { "" })
}

fn option_id(id: &str, index: usize) -> AttrValue {
    derived(id, &["option-", &index.to_string()].concat())
}

/// Scrolls the list, and as little else as possible, to the highlighted option.
fn reveal(near: &Node, id: &str) {
    if let Some(option) = focus::by_id(near, id) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        option.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// The state with what it takes to change it.
///
/// The state is shared and not captured, because a second key may be pressed before the first has been drawn.
#[derive(Clone)]
struct Live {
    state: Rc<RefCell<State>>,
    redraw: UseForceUpdateHandle,
    props: ComboboxProps,
}

impl Live {
    fn field(&self, state: &State, wrapper: &NodeRef, described_by: &Option<AttrValue>) -> El {
        let props = &self.props;
        let active = state.active.map(|active| option_id(&props.id, active));
        let wrapper = wrapper.clone();
        el("input")
            .class("govuk-input wg-combobox__input")
            .class_if(props.error.is_some(), "govuk-input--error")
            .class(&props.classes)
            .attr("id", &props.id)
            .attr("name", &props.name)
            .attr("type", "text")
            .attr("role", "combobox")
            .value(&Some(props.value.clone()))
            .attr("autocomplete", "off")
            .attr("autocapitalize", "none")
            .attr("spellcheck", "false")
            .attr("aria-autocomplete", "list")
            .attr("aria-controls", &derived(&props.id, "listbox"))
            .attr("aria-expanded", yes_no(state.open))
            .attr_opt("aria-activedescendant", &active)
            .attr_opt("aria-describedby", described_by)
            .on("input", &self.on(|live, event| live.type_in(typed(event))))
            .on("keydown", &self.on(|live, event| live.key(event)))
            .on("click", &self.on(|live, event| live.click(event)))
            .on(
                "blur",
                &self.on(move |live, event| live.blur(event, &wrapper)),
            )
            .node(&props.input_ref)
    }

    fn menu(&self, state: &State) -> El {
        // Keeps the focus in the field when an option or the scroll bar is pressed.
        let onmousedown = Callback::from(|event: Event| event.prevent_default());
        let count = state.options.len().to_string();
        let mut menu = el("ul")
            .class("wg-combobox__menu")
            .attr("id", &derived(&self.props.id, "listbox"))
            .attr("role", "listbox")
            .attr("aria-label", &self.props.labels.list)
            .flag("hidden", !state.open)
            .on("mousedown", &Some(onmousedown));
        for (index, option) in state.options.iter().enumerate() {
            let active = state.active == Some(index);
            let chosen = option.clone();
            let mut line = line()
                .class_if(active, "wg-combobox__option--focused")
                .attr("id", &option_id(&self.props.id, index))
                .attr("aria-selected", yes_no(active))
                .attr("aria-posinset", &(index + 1).to_string())
                .attr("aria-setsize", &count)
                .on(
                    "click",
                    &self.on(move |live, _| live.choose(chosen.clone())),
                )
                .text(&option.label);
            if let Some(detail) = &option.detail {
                line = line
                    .text(" ")
                    .el(el("span").class("wg-combobox__hint").text(detail));
            }
            menu = menu.el(line);
        }
        // A line that cannot be chosen: the arrow keys pass it by.
        if let Some(note) = state.note(&self.props.labels) {
            menu = menu.el(line()
                .class("wg-combobox__option--no-results")
                .attr("aria-disabled", "true")
                .attr("aria-selected", "false")
                .text(&note));
        }
        menu
    }

    /// A handler that has this state.
    fn on(&self, act: impl Fn(&Self, &Event) + 'static) -> Option<Callback<Event>> {
        let live = self.clone();
        Some(Callback::from(move |event: Event| act(&live, &event)))
    }

    fn type_in(&self, text: String) {
        self.props.oninput.emit(text.clone());
        self.search(text);
    }

    /// Shows the options for a text; for no text, none.
    fn search(&self, text: String) {
        if text.trim().is_empty() {
            let mut state = self.state.borrow_mut();
            state.close();
            state.chosen = None;
        } else {
            let options = self.props.suggest.emit(text);
            self.state.borrow_mut().show(options);
        }
        self.redraw.force_update();
    }

    fn key(&self, event: &Event) {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        // While a word is being composed, its keys belong to the input method.
        if event.is_composing() {
            return;
        }
        let Some(key) = Key::named(&event.key()) else {
            return;
        };
        let then = self.state.borrow_mut().press(key);
        match then {
            Then::Nothing => {}
            Then::Stop => event.prevent_default(),
            Then::Search => {
                event.prevent_default();
                self.search(typed(event));
                // Alt and Down only open the list.
                if !event.alt_key() {
                    self.state.borrow_mut().next();
                }
            }
            Then::Choose { option, pass } => {
                if !pass {
                    event.prevent_default();
                }
                self.confirm(&option);
            }
        }
        self.redraw.force_update();
    }

    /// A press on the field shows the list again, for those who do not use keys.
    fn click(&self, event: &Event) {
        let open = self.state.borrow().open;
        if !open {
            self.search(typed(event));
        }
    }

    /// Closes the list when the focus goes to something else on the page.
    ///
    /// When it goes nowhere the list stays: on a phone, hiding the keyboard must not take the options away.
    fn blur(&self, event: &Event, wrapper: &NodeRef) {
        let event = event.dyn_ref::<FocusEvent>();
        let Some(goes_to) = event.and_then(FocusEvent::related_target) else {
            return;
        };
        let inside = wrapper
            .cast::<Node>()
            .is_some_and(|wrapper| wrapper.contains(goes_to.dyn_ref::<Node>()));
        if !inside {
            self.close();
        }
    }

    fn close(&self) {
        let open = self.state.borrow().open;
        if open {
            self.state.borrow_mut().close();
            self.redraw.force_update();
        }
    }

    /// Takes an option that was pressed, and gives the focus back to the field.
    fn choose(&self, option: ComboOption) {
        self.confirm(&option);
        if let Some(input) = self.props.input_ref.cast::<HtmlElement>() {
            // It has the focus already unless the press came from assistive technology.
            let _ = input.focus();
        }
    }

    fn confirm(&self, option: &ComboOption) {
        self.state.borrow_mut().choose(option);
        self.props.onselect.emit(option.clone());
        self.redraw.force_update();
    }

    /// The list covers what is below it, so that a press anywhere else closes it.
    fn close_on_press_outside(&self, wrapper: &NodeRef) -> Option<EventListener> {
        let document = web_sys::window()?.document()?;
        let wrapper = wrapper.cast::<Element>()?;
        let live = self.clone();
        Some(EventListener::new(&document, "pointerdown", move |event| {
            // Seen from the document, the target of a press inside the shadow root is the host element.
            if !event.composed_path().includes(&wrapper, 0) {
                live.close();
            }
        }))
    }
}

/// A line of the list.
fn line() -> El {
    el("li").class("wg-combobox__option").attr("role", "option")
}

fn yes_no(holds: bool) -> &'static str {
    if holds { "true" } else { "false" }
}
