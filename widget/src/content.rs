//! Every word of the widget that is not law, in one catalogue for each language.
//!
//! Law, and every word that depends on it, comes from rule files. `{…}` in a text is filled in by [`fill`].

use wicketgate_engine::{MONTHS, Outcome, Verdict};

/// The words in one language.
#[derive(Debug)]
pub(crate) struct Words {
    /// The language, as `lang` has it.
    pub(crate) lang: &'static str,

    // Around every page.
    pub(crate) loading: &'static str,
    pub(crate) unavailable: &'static str,
    pub(crate) unavailable_more: &'static str,
    pub(crate) newer: &'static str,
    pub(crate) newer_use: &'static str,
    pub(crate) stale: &'static str,
    pub(crate) back: &'static str,
    pub(crate) go_on: &'static str,
    pub(crate) problem: &'static str,
    pub(crate) error: &'static str,
    pub(crate) warning: &'static str,
    pub(crate) or: &'static str,
    pub(crate) new_tab: &'static str,
    pub(crate) law_as_at: &'static str,

    // Start.
    pub(crate) start_heading: &'static str,
    pub(crate) start: &'static str,
    pub(crate) before_you_start: &'static str,
    pub(crate) what_it_covers: &'static str,

    // Questions.
    pub(crate) yes: &'static str,
    pub(crate) no: &'static str,
    pub(crate) unknown: &'static str,
    pub(crate) unknown_others: &'static str,
    pub(crate) unknown_others_hint: &'static str,
    pub(crate) none: &'static str,
    pub(crate) why: &'static str,
    pub(crate) source: &'static str,
    pub(crate) meanings: &'static str,
    pub(crate) in_nation: &'static str,
    pub(crate) no_answer: &'static str,
    pub(crate) today: &'static str,
    pub(crate) other_day: &'static str,
    pub(crate) day_example: &'static str,
    pub(crate) day: &'static str,
    pub(crate) month: &'static str,
    pub(crate) year: &'static str,
    pub(crate) day_missing: &'static str,
    pub(crate) day_unreal: &'static str,
    pub(crate) months: &'static [&'static str; 12],

    // Organisations.
    pub(crate) suggestions: &'static str,
    pub(crate) instructions: &'static str,
    pub(crate) no_results: &'static str,
    pub(crate) one_result: &'static str,
    pub(crate) results: &'static str,
    pub(crate) results_cut: &'static str,
    pub(crate) highlighted: &'static str,
    pub(crate) chosen: &'static str,
    pub(crate) part_of: &'static str,
    pub(crate) not_listed: &'static str,
    pub(crate) listed_from: &'static str,
    pub(crate) listed_until: &'static str,
    pub(crate) named_from: &'static str,
    pub(crate) named_until: &'static str,
    pub(crate) formerly: &'static str,
    pub(crate) choose_kind: &'static str,
    pub(crate) not_recognised: &'static str,
    pub(crate) other_ways: &'static str,
    pub(crate) way_provider: &'static str,
    pub(crate) way_unlisted: &'static str,
    pub(crate) customer: &'static str,
    pub(crate) customer_hint: &'static str,
    pub(crate) customer_error: &'static str,
    pub(crate) which: &'static str,
    pub(crate) which_hint: &'static str,
    pub(crate) kind_hint: &'static str,
    pub(crate) kind_error: &'static str,
    pub(crate) agency: &'static str,
    pub(crate) agency_ask: &'static str,
    pub(crate) agency_yes: &'static str,
    pub(crate) agency_error: &'static str,
    pub(crate) elsewhere: &'static str,
    pub(crate) elsewhere_ask: &'static str,
    pub(crate) elsewhere_again: &'static str,
    pub(crate) elsewhere_provider: &'static str,
    pub(crate) elsewhere_go_on: &'static str,
    pub(crate) elsewhere_error: &'static str,
    pub(crate) again: &'static str,
    pub(crate) unlisted: &'static str,
    pub(crate) unlisted_hint: &'static str,
    pub(crate) unlisted_error: &'static str,
    pub(crate) unlisted_but_listed: &'static str,
    pub(crate) person_not_listed: &'static str,

    // Check your answers.
    pub(crate) check: &'static str,
    pub(crate) check_go_on: &'static str,
    pub(crate) change: &'static str,
    pub(crate) remove: &'static str,
    pub(crate) somebody: &'static str,
    pub(crate) more_legs: &'static str,
    pub(crate) more_legs_hint: &'static str,
    pub(crate) add_recipient: &'static str,
    pub(crate) add_discloser: &'static str,
    pub(crate) add_back: &'static str,
    pub(crate) left_one: &'static str,
    pub(crate) left: &'static str,
    pub(crate) which_leg: &'static str,
    pub(crate) kept_one: &'static str,
    pub(crate) kept: &'static str,
    pub(crate) others_unknown: &'static str,

    // Outcome.
    pub(crate) share: &'static str,
    pub(crate) share_on: &'static str,
    pub(crate) shares_on: &'static str,
    pub(crate) fits: &'static str,
    pub(crate) fits_one: &'static str,
    pub(crate) does_not_fit: &'static str,
    pub(crate) needs_advice: &'static str,
    pub(crate) undecided: &'static str,
    pub(crate) mixed: &'static str,
    pub(crate) not_needed: &'static str,
    pub(crate) row_fits: &'static str,
    pub(crate) row_does_not_fit: &'static str,
    pub(crate) row_needs_advice: &'static str,
    pub(crate) row_undecided: &'static str,
    pub(crate) row: &'static str,
    pub(crate) because: &'static str,
    pub(crate) reasons_met: &'static str,
    pub(crate) reasons_not_met: &'static str,
    pub(crate) reasons_unsettled: &'static str,
    pub(crate) reasons_unknown: &'static str,
    pub(crate) more_met: &'static str,
    pub(crate) examine: &'static str,
    pub(crate) other_objectives: &'static str,
    /// The titles of notes by kind: other powers, steps, duties, changes, benefits, holdings, wordings, contacts.
    pub(crate) notes: [&'static str; 8],
    /// Met, not met, not settled, still open.
    pub(crate) truths: [&'static str; 4],
    pub(crate) also: &'static str,
    pub(crate) next: &'static str,
    pub(crate) your_answers: &'static str,
    pub(crate) about: &'static str,
    pub(crate) rulebook: &'static str,
    pub(crate) law_date: &'static str,
    pub(crate) fingerprint: &'static str,
    pub(crate) print: &'static str,
    pub(crate) start_again: &'static str,
}

impl Words {
    /// The words for a language; English where there are none.
    pub(crate) fn of(_lang: &str) -> &'static Self {
        &ENGLISH
    }

    /// What is known of a test, in a word or two.
    pub(crate) fn truth(&self, truth: Verdict) -> &'static str {
        let [met, not_met, unsettled, unknown] = self.truths;
        match truth {
            Verdict::Met => met,
            Verdict::NotMet => not_met,
            Verdict::Unsettled => unsettled,
            Verdict::Unknown => unknown,
        }
    }

    /// The outcome of one objective in a few words.
    pub(crate) fn row_outcome(&self, outcome: Outcome) -> &'static str {
        match outcome {
            Outcome::Fits => self.row_fits,
            Outcome::DoesNotFit => self.row_does_not_fit,
            Outcome::NeedsAdvice => self.row_needs_advice,
            Outcome::Undecided | Outcome::Mixed => self.row_undecided,
        }
    }

    /// A day in words, such as "1 March 2019".
    pub(crate) fn date(&self, date: wicketgate_engine::Date) -> String {
        let (year, month, day) = date.parts();
        let at = usize::from(month).saturating_sub(1);
        let month = self.months.get(at).copied().unwrap_or("");
        [&day.to_string(), month, &year.to_string()].join(" ")
    }
}

/// A text with its placeholders filled in, each given as `{name}` and what it stands for.
pub(crate) fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut text = text.to_owned();
    for (name, value) in values {
        text = text.replace(name, value);
    }
    text
}

/// English.
static ENGLISH: Words = Words {
    lang: "en",

    loading: "Loading the questions",
    unavailable: "Sorry, there is a problem with this check",
    unavailable_more: "The rules could not be loaded, so the questions cannot start. Try again later.",
    newer: "Newer rules have been published. Your answers are kept if you change to them.",
    newer_use: "Use the newer rules",
    stale: "The rules that are published now cannot be used. You are still using the rules checked up to {date}.",
    back: "Back",
    go_on: "Continue",
    problem: "There is a problem",
    error: "Error",
    warning: "Warning",
    or: "or",
    new_tab: "(opens in new tab)",
    law_as_at: "The law was checked up to {date}.",

    start_heading: "Check a data share",
    start: "Start now",
    before_you_start: "Before you start",
    what_it_covers: "What this covers",

    yes: "Yes",
    no: "No",
    unknown: "I do not know",
    unknown_others: "I do not know about the others",
    unknown_others_hint: "Select only this if you do not know about any of them.",
    none: "None of these",
    why: "Why we ask this",
    source: "Where this comes from",
    meanings: "What these words mean in law",
    in_nation: "In {nation}: ",
    no_answer: "Select an answer",
    today: "Today, {date}",
    other_day: "On another day",
    day_example: "For example, {date}",
    day: "Day",
    month: "Month",
    year: "Year",
    day_missing: "The date must include a day, a month and a year",
    day_unreal: "The date must be a real date, with the year in 4 digits",
    months: &MONTHS,

    suggestions: "Organisations",
    instructions: "When suggestions appear, use the up and down arrows to look through them and Enter to select one. On a touch screen, explore by touch or with swipes.",
    no_results: "No organisation found",
    one_result: "1 suggestion.",
    results: "{found} suggestions.",
    results_cut: "The first {shown} of {found} suggestions. Type more to see fewer.",
    highlighted: "{name}, {at} of {of}.",
    chosen: "{name} selected.",
    part_of: "Part of {body}",
    not_listed: "Not listed",
    listed_from: "Listed from {date}",
    listed_until: "Listed until {date}",
    named_from: "From {date}: {name}",
    named_until: "Until {date}: {name}",
    formerly: "Earlier name: {name}",
    choose_kind: "Select this to choose what “{name}” is",
    not_recognised: "We do not recognise “{name}”. Select an organisation from the suggestions, or choose one of the links below",
    other_ways: "If you cannot find it",
    way_provider: "It provides services to a listed organisation",
    way_unlisted: "It is not in the suggestions",
    customer: "Which organisation does it provide services to?",
    customer_hint: "Type the name of its customer.",
    customer_error: "Select the organisation that it provides services to",
    which: "What is its name?",
    which_hint: "The list has a description and no names: {class}. You can leave this empty.",
    kind_hint: "You typed “{name}”.",
    kind_error: "Select what kind it is",
    agency: "{agency} counts as part of another organisation",
    agency_ask: "Is that right for this share?",
    agency_yes: "Yes, go on with {body}",
    agency_error: "Select yes if that is right",
    elsewhere: "Not listed: {name}",
    elsewhere_ask: "What do you want to do?",
    elsewhere_again: "Choose another organisation",
    elsewhere_provider: "Go on: it provides services to a listed organisation",
    elsewhere_go_on: "Go on as not listed",
    elsewhere_error: "Select what you want to do",
    again: "No, choose another organisation",
    unlisted: "What is the organisation called?",
    unlisted_hint: "We do not look this up anywhere. It stays in your browser.",
    unlisted_error: "Enter the name of the organisation",
    unlisted_but_listed: "“{name}” is listed. Go back and select it from the suggestions",
    person_not_listed: "{name} (not listed)",

    check: "Check your answers",
    check_go_on: "See the result",
    change: "Change",
    remove: "Remove",
    somebody: "another organisation",
    more_legs: "Does more information flow?",
    more_legs_hint: "A proposal can have several flows. Each has its own result, and you are asked only what you have not answered yet.",
    add_recipient: "Add: from {from} to another organisation",
    add_discloser: "Add: from another organisation to {to}",
    add_back: "Add: something back, from {to} to {from}",
    left_one: "This may be the last question",
    left: "At most {count} questions left",
    which_leg: "Flow {at} of {of}: {share}",
    kept_one: "One other answer is kept but not used, because it cannot change the result now.",
    kept: "{count} other answers are kept but not used, because they cannot change the result now.",
    others_unknown: "Not known about the others",

    share: "{discloser} to {recipient}",
    share_on: "{share}, on {date}",
    shares_on: "{count} flows of information, on {date}",
    fits: "Likely to fit",
    fits_one: "{objective}: likely to fit",
    does_not_fit: "Does not fit this gateway",
    needs_advice: "Get advice before you share",
    undecided: "More answers are needed",
    mixed: "The shares have different results",
    not_needed: "You do not need this gateway",
    row_fits: "likely to fit",
    row_does_not_fit: "does not fit",
    row_needs_advice: "get advice",
    row_undecided: "not decided yet",
    row: "{objective}: {outcome}",
    because: "Why",
    reasons_met: "What is met",
    reasons_not_met: "What is not met",
    reasons_unsettled: "What is not settled",
    reasons_unknown: "What is still open",
    more_met: "Also met ({count})",
    examine: "Answer more questions about this objective",
    other_objectives: "Other gateways and objectives",
    notes: [
        "Other powers to ask about",
        "Steps from idea to operation",
        "What the law asks of you once you share",
        "What would have to change",
        "What others have achieved",
        "What data others share, and who holds them",
        "Words for your documents",
        "Whom to ask",
    ],
    truths: ["yes", "no", "not settled", "not known yet"],
    also: "What else to know",
    next: "What to do next",
    your_answers: "Your answers",
    about: "About this answer",
    rulebook: "Rules",
    law_date: "Law checked up to",
    fingerprint: "Fingerprint of the rules",
    print: "Print this page",
    start_again: "Start again",
};
