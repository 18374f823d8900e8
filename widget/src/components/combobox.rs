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
use web_sys::{
    Element, HtmlElement, HtmlInputElement, Node, ScrollIntoViewOptions, ScrollLogicalPosition,
};
use yew::functional::UseForceUpdateHandle;
use yew::prelude::*;

use self::state::{Key, State, Then};
use super::input::typed;
use super::parts::{derived, described_by, form_group};
use super::{ErrorMessage, Hint, Label};
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
    pub label: Label,
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
    pub classes: Classes,
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

    let hint_id = props.hint.as_ref().map(|_| derived(&props.id, "hint"));
    let error_id = props.error.as_ref().map(|_| derived(&props.id, "error"));
    form_group(
        props.error.is_some(),
        &Classes::new(),
        html! {
            <>
                { props.label.with_target(&props.id).view() }
                { for props.hint.as_ref().map(|hint| hint.with_id(hint_id.clone()).view()) }
                { for props.error.as_ref().map(|error| error.with_id(error_id.clone()).view()) }
                <div class="wg-combobox" ref={wrapper.clone()}>
                    { live.field(&state, &wrapper, hint_id, error_id) }
                    { live.menu(&state) }
                    <span id={derived(&props.id, "instructions")} hidden=true>{ &props.labels.instructions }</span>
                    // Two regions in turn: a reader says nothing when a region is filled with the words it has.
                    <div class="govuk-visually-hidden">
                        { status(!spoken.1, &spoken.0) }
                        { status(spoken.1, &spoken.0) }
                    </div>
                </div>
            </>
        },
    )
}

/// A region that is read out when its words change.
fn status(speaks: bool, words: &AttrValue) -> Html {
    html! { <div role="status" aria-live="polite" aria-atomic="true">{ for speaks.then_some(words) }</div> }
}

fn option_id(id: &str, index: usize) -> AttrValue {
    derived(id, &format!("option-{index}"))
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
    fn field(
        &self,
        state: &State,
        wrapper: &NodeRef,
        hint_id: Option<AttrValue>,
        error_id: Option<AttrValue>,
    ) -> Html {
        let props = &self.props;
        let in_error = props.error.is_some().then_some("govuk-input--error");
        let instructions = Some(derived(&props.id, "instructions"));
        let active = state.active.map(|active| option_id(&props.id, active));
        let oninput = self.on(|live, event: InputEvent| live.type_in(typed(event)));
        let onkeydown = self.on(|live, event: KeyboardEvent| live.key(&event));
        let onclick = self.on(|live, event: MouseEvent| live.click(&event));
        let onblur = {
            let wrapper = wrapper.clone();
            self.on(move |live, event: FocusEvent| live.blur(&event, &wrapper))
        };
        html! {
            <input class={classes!("govuk-input", "wg-combobox__input", in_error, props.classes.clone())}
                id={props.id.clone()} name={props.name.clone()} type="text" role="combobox" value={props.value.clone()}
                autocomplete="off" autocapitalize="none" spellcheck="false" aria-autocomplete="list"
                aria-controls={derived(&props.id, "listbox")} aria-expanded={if state.open { "true" } else { "false" }}
                aria-activedescendant={active} aria-describedby={described_by([hint_id, error_id, instructions])}
                {oninput} {onkeydown} {onclick} {onblur} ref={props.input_ref.clone()} />
        }
    }

    fn menu(&self, state: &State) -> Html {
        // Keeps the focus in the field when an option or the scroll bar is pressed.
        let onmousedown = Callback::from(|event: MouseEvent| event.prevent_default());
        let count = state.options.len().to_string();
        let options = state.options.iter().enumerate().map(|(index, option)| {
            let active = state.active == Some(index);
            let onclick = {
                let option = option.clone();
                self.on(move |live, _: MouseEvent| live.choose(option.clone()))
            };
            html! {
                <li class={classes!("wg-combobox__option", active.then_some("wg-combobox__option--focused"))}
                    id={option_id(&self.props.id, index)} role="option"
                    aria-selected={if active { "true" } else { "false" }}
                    aria-posinset={(index + 1).to_string()} aria-setsize={count.clone()} {onclick}>
                    { &option.label }
                    { for option.detail.as_ref().map(|detail| html! {
                        <>{ " " }<span class="wg-combobox__hint">{ detail }</span></>
                    }) }
                </li>
            }
        });
        // A line that cannot be chosen: the arrow keys pass it by.
        let note = state.note(&self.props.labels).map(|note| {
            html! {
                <li class="wg-combobox__option wg-combobox__option--no-results" role="option" aria-disabled="true"
                    aria-selected="false">{ note }</li>
            }
        });
        html! {
            <ul class="wg-combobox__menu" id={derived(&self.props.id, "listbox")} role="listbox"
                aria-label={self.props.labels.list.clone()} hidden={!state.open} {onmousedown}>
                { for options }
                { for note }
            </ul>
        }
    }

    /// A handler that has this state.
    fn on<E: 'static>(&self, act: impl Fn(&Self, E) + 'static) -> Callback<E> {
        let live = self.clone();
        Callback::from(move |event| act(&live, event))
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

    fn key(&self, event: &KeyboardEvent) {
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
                self.search(text_of(event));
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
    fn click(&self, event: &MouseEvent) {
        let open = self.state.borrow().open;
        if !open {
            self.search(text_of(event));
        }
    }

    /// Closes the list when the focus goes to something else on the page.
    ///
    /// When it goes nowhere the list stays: on a phone, hiding the keyboard must not take the options away.
    fn blur(&self, event: &FocusEvent, wrapper: &NodeRef) {
        use web_sys::wasm_bindgen::JsCast;

        let Some(goes_to) = event.related_target() else {
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

/// The text of the field that an event is about.
fn text_of(event: &web_sys::Event) -> String {
    event
        .target_dyn_into::<HtmlInputElement>()
        .map(|input| input.value())
        .unwrap_or_default()
}
