//! What a combobox knows, and what each key does to it: no browser in here, so it is tested natively.

use std::rc::Rc;

use yew::AttrValue;

use super::{ComboLabels, ComboOption, MOST_OPTIONS};

/// A key that the combobox acts on; all others are typing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Key {
    Down,
    Up,
    Enter,
    Escape,
    Tab,
}

impl Key {
    /// From the name in a keyboard event.
    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "ArrowDown" => Self::Down,
            "ArrowUp" => Self::Up,
            "Enter" => Self::Enter,
            "Escape" => Self::Escape,
            "Tab" => Self::Tab,
            _ => return None,
        })
    }
}

/// What is to be done after a key.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Then {
    /// The browser does what it always does.
    Nothing,
    /// The key was used up.
    Stop,
    /// Look for options, and highlight the first.
    Search,
    /// This option was chosen; the browser still does what it always does if `pass` is set.
    Choose { option: ComboOption, pass: bool },
}

/// The list and its highlight.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct State {
    pub(super) open: bool,
    pub(super) options: Rc<[ComboOption]>,
    /// How many options there were before the list was cut.
    pub(super) found: usize,
    pub(super) active: Option<usize>,
    /// The option that was chosen last, until the text is changed.
    pub(super) chosen: Option<AttrValue>,
    /// Changes with each list, so that the same number of results is announced again.
    pub(super) turn: bool,
}

impl Default for State {
    fn default() -> Self {
        Self {
            open: false,
            options: Rc::new([]),
            found: 0,
            active: None,
            chosen: None,
            turn: false,
        }
    }
}

impl State {
    /// Opens the list with what was found, even if that is nothing.
    pub(super) fn show(&mut self, mut options: Vec<ComboOption>) {
        self.found = options.len();
        options.truncate(MOST_OPTIONS);
        *self = Self {
            open: true,
            options: options.into(),
            found: self.found,
            active: None,
            chosen: None,
            turn: !self.turn,
        };
    }

    /// Closes the list.
    pub(super) fn close(&mut self) {
        *self = Self {
            turn: self.turn,
            chosen: self.chosen.take(),
            ..Self::default()
        };
    }

    /// Closes the list and remembers what was chosen, to announce it.
    pub(super) fn choose(&mut self, option: &ComboOption) {
        self.close();
        self.turn = !self.turn;
        self.chosen = Some(option.label.clone());
    }

    /// Acts on a key.
    pub(super) fn press(&mut self, key: Key) -> Then {
        if !self.open {
            return if key == Key::Down {
                Then::Search
            } else {
                Then::Nothing
            };
        }
        match key {
            Key::Down => {
                self.next();
                Then::Stop
            }
            Key::Up => {
                // Up from the first option leads back to the text.
                self.active = self.active.and_then(|active| active.checked_sub(1));
                Then::Stop
            }
            Key::Enter => match self.active_option() {
                Some(option) => Then::Choose {
                    option,
                    pass: false,
                },
                None => {
                    // Sending the page from under an open list would be a surprise; the next Enter sends it.
                    self.close();
                    Then::Stop
                }
            },
            Key::Escape => {
                self.close();
                Then::Stop
            }
            Key::Tab => match self.active_option() {
                Some(option) => Then::Choose { option, pass: true },
                None => {
                    self.close();
                    Then::Nothing
                }
            },
        }
    }

    /// Highlights the next option, and stays at the last.
    pub(super) fn next(&mut self) {
        let next = self.active.map_or(0, |active| active + 1);
        if next < self.options.len() {
            self.active = Some(next);
        }
    }

    /// The highlighted option.
    pub(super) fn active_option(&self) -> Option<ComboOption> {
        self.active
            .and_then(|active| self.options.get(active))
            .cloned()
    }

    /// What the list says below its options: that there are none, or more than are shown.
    pub(super) fn note(&self, labels: &ComboLabels) -> Option<AttrValue> {
        let shown = self.options.len();
        match shown {
            _ if !self.open => None,
            0 => Some(labels.no_results.clone()),
            _ if self.found > shown => Some(labels.results.emit((shown, self.found))),
            _ => None,
        }
    }

    /// What to say about the list to those who cannot see it.
    pub(super) fn announcement(&self, labels: &ComboLabels) -> AttrValue {
        if let Some(chosen) = &self.chosen {
            return labels.chosen.emit(chosen.clone());
        }
        if !self.open {
            return AttrValue::default();
        }
        let shown = self.options.len();
        if shown == 0 {
            return labels.no_results.clone();
        }
        let results = labels.results.emit((shown, self.found));
        match (self.active, self.active_option()) {
            (Some(active), Some(option)) => {
                let highlighted = labels.highlighted.emit((option.label, active + 1, shown));
                let mut both = results.to_string();
                both.push(' ');
                both.push_str(&highlighted);
                both.into()
            }
            _ => results,
        }
    }
}

#[cfg(test)]
mod tests {
    use yew::Callback;

    use super::*;

    fn option(label: &str) -> ComboOption {
        ComboOption {
            value: label.to_lowercase().into(),
            label: label.to_owned().into(),
            detail: None,
        }
    }

    fn open(labels: &[&str]) -> State {
        let mut state = State::default();
        state.show(labels.iter().map(|label| option(label)).collect());
        state
    }

    fn labels() -> ComboLabels {
        ComboLabels {
            instructions: "How to".into(),
            list: "Suggestions".into(),
            no_results: "None".into(),
            results: Callback::from(|(shown, found)| format!("{shown} of {found} results.").into()),
            highlighted: Callback::from(|(label, at, of)| format!("{label}, {at} of {of}.").into()),
            chosen: Callback::from(|label| format!("{label} chosen.").into()),
        }
    }

    #[test]
    fn nothing_is_highlighted_unasked() {
        assert_eq!(open(&["HMRC", "DWP"]).active, None);
    }

    #[test]
    fn down_asks_for_a_closed_list_and_other_keys_do_not() {
        assert_eq!(State::default().press(Key::Down), Then::Search);
        for key in [Key::Up, Key::Enter, Key::Escape, Key::Tab] {
            assert_eq!(State::default().press(key), Then::Nothing, "{key:?}");
        }
    }

    #[test]
    fn arrows_stop_at_the_last_option_and_lead_back_to_the_text() {
        let mut state = open(&["HMRC", "DWP"]);
        let mut seen = Vec::new();
        for key in [Key::Down, Key::Down, Key::Down, Key::Up, Key::Up, Key::Up] {
            assert_eq!(state.press(key), Then::Stop);
            seen.push(state.active);
        }
        assert_eq!(seen, [Some(0), Some(1), Some(1), Some(0), None, None]);
    }

    #[test]
    fn enter_chooses_the_highlighted_option_and_keeps_the_page() {
        let mut state = open(&["HMRC", "DWP"]);
        state.press(Key::Down);
        assert_eq!(
            state.press(Key::Enter),
            Then::Choose {
                option: option("HMRC"),
                pass: false
            }
        );
    }

    #[test]
    fn enter_with_nothing_highlighted_only_closes() {
        let mut state = open(&["HMRC"]);
        assert_eq!(state.press(Key::Enter), Then::Stop);
        assert!(!state.open);
        assert_eq!(
            state.press(Key::Enter),
            Then::Nothing,
            "the second Enter sends the page"
        );
    }

    #[test]
    fn tab_chooses_the_highlighted_option_and_moves_on() {
        let mut state = open(&["HMRC"]);
        state.press(Key::Down);
        assert_eq!(
            state.press(Key::Tab),
            Then::Choose {
                option: option("HMRC"),
                pass: true
            }
        );
        let mut untouched = open(&["HMRC"]);
        assert_eq!(untouched.press(Key::Tab), Then::Nothing);
        assert!(!untouched.open);
    }

    #[test]
    fn escape_closes_without_choosing() {
        let mut state = open(&["HMRC"]);
        state.press(Key::Down);
        assert_eq!(state.press(Key::Escape), Then::Stop);
        assert_eq!((state.open, state.chosen), (false, None));
    }

    #[test]
    fn a_long_list_is_cut_and_says_so() {
        let names: Vec<String> = (0..40).map(|number| format!("Council {number}")).collect();
        let state = open(&names.iter().map(String::as_str).collect::<Vec<_>>());
        assert_eq!(state.options.len(), MOST_OPTIONS);
        assert_eq!(state.announcement(&labels()), "15 of 40 results.");
        assert_eq!(state.note(&labels()).as_deref(), Some("15 of 40 results."));
        assert_eq!(
            open(&["HMRC"]).note(&labels()),
            None,
            "a whole list needs no note"
        );
        assert_eq!(open(&[]).note(&labels()).as_deref(), Some("None"));
        assert_eq!(
            State::default().note(&labels()),
            None,
            "a closed list says nothing"
        );
    }

    #[test]
    fn results_highlight_and_choice_are_announced() {
        let mut state = State::default();
        assert_eq!(state.announcement(&labels()), "");
        state.show(Vec::new());
        assert_eq!(state.announcement(&labels()), "None");
        state.show(vec![option("HMRC"), option("DWP")]);
        assert_eq!(state.announcement(&labels()), "2 of 2 results.");
        state.press(Key::Down);
        assert_eq!(
            state.announcement(&labels()),
            "2 of 2 results. HMRC, 1 of 2."
        );
        state.choose(&option("HMRC"));
        assert_eq!(state.announcement(&labels()), "HMRC chosen.");
        state.show(vec![option("DWP")]);
        assert_eq!(
            state.announcement(&labels()),
            "1 of 1 results.",
            "typing again forgets the choice"
        );
    }

    #[test]
    fn the_same_results_are_announced_again() {
        let mut state = open(&["HMRC"]);
        let before = state.turn;
        state.show(vec![option("HMRC")]);
        assert_ne!(state.turn, before);
    }
}
