//! Every word of the widget that is not law, in one catalogue for each language.
//!
//! Law, and every word that depends on it, comes from rule files. `{…}` in a text is filled in by [`fill`].

#[cfg(any(test, feature = "pseudo"))]
use std::sync::OnceLock;

use wicketgate_engine::{MONTHS, Outcome, Verdict};
#[cfg(any(test, feature = "pseudo"))]
use wicketgate_engine::{PSEUDO, pseudo};

/// Declares the catalogue, and in tests how to make one of another: every text in it becomes what
/// `said` makes of it.
macro_rules! catalogue {
    ($($(#[$doc:meta])* pub(crate) $key:ident: $kind:ty,)*) => {
        /// The words in one language.
        #[derive(Debug)]
        pub(crate) struct Words {
            /// The language, as `lang` has it.
            pub(crate) lang: &'static str,
            $($(#[$doc])* pub(crate) $key: $kind,)*
        }

        #[cfg(any(test, feature = "pseudo"))]
        impl Words {
            fn each(&self, lang: &'static str, said: fn(&str) -> &'static str) -> Self {
                Self { lang, $($key: self.$key.each(said),)* }
            }
        }
    };
}

#[cfg(any(test, feature = "pseudo"))]
/// A text, or several of them.
trait Each {
    fn each(self, said: fn(&str) -> &'static str) -> Self;
}

#[cfg(any(test, feature = "pseudo"))]
impl Each for &'static str {
    fn each(self, said: fn(&str) -> &'static str) -> Self {
        said(self)
    }
}

#[cfg(any(test, feature = "pseudo"))]
impl<const N: usize> Each for [&'static str; N] {
    fn each(self, said: fn(&str) -> &'static str) -> Self {
        self.map(said)
    }
}

catalogue! {
    // Around every page.
    pub(crate) loading: &'static str,
    /// Stands in for a page that is not there yet.
    pub(crate) waiting: &'static str,
    /// Where it was asked for in vain.
    pub(crate) lacking: &'static str,
    pub(crate) lacking_more: &'static str,
    pub(crate) try_again: &'static str,
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
    pub(crate) help: &'static str,

    // Start.
    pub(crate) start_heading: &'static str,
    pub(crate) start: &'static str,
    pub(crate) existing: &'static str,
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
    pub(crate) bears_on: &'static str,
    pub(crate) bears_on_many: &'static str,
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
    pub(crate) months: [&'static str; 12],

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
    pub(crate) optional: &'static str,
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
    /// The titles of notes by kind: what is added and what is left, other powers, steps, duties, changes, benefits, holdings, wordings, contacts.
    pub(crate) notes: [&'static str; 10],
    /// Met, not met, not settled, still open.
    pub(crate) truths: [&'static str; 4],
    pub(crate) near: &'static str,
    pub(crate) near_hint: &'static str,
    pub(crate) near_only: &'static str,
    pub(crate) near_fits: &'static str,
    pub(crate) near_advice: &'static str,
    pub(crate) near_tick: &'static str,
    pub(crate) near_untick: &'static str,
    pub(crate) near_or: &'static str,
    pub(crate) near_others: &'static str,
    pub(crate) decisive: &'static str,
    pub(crate) decisive_hint: &'static str,
    pub(crate) further: &'static str,
    pub(crate) further_hint: &'static str,
    pub(crate) further_one: &'static str,
    pub(crate) further_go_on: &'static str,
    pub(crate) also: &'static str,
    pub(crate) next: &'static str,
    pub(crate) your_answers: &'static str,
    pub(crate) about: &'static str,
    pub(crate) rulebook: &'static str,
    pub(crate) law_date: &'static str,
    pub(crate) fingerprint: &'static str,
    pub(crate) print: &'static str,
    pub(crate) print_closed: &'static str,
    pub(crate) start_again: &'static str,

    // Take it away.
    pub(crate) take: &'static str,
    pub(crate) take_intro: &'static str,
    pub(crate) take_files: &'static str,
    pub(crate) take_page: &'static str,
    pub(crate) take_markdown: &'static str,
    pub(crate) take_json: &'static str,
    pub(crate) take_json_hint: &'static str,
    pub(crate) take_wordings: &'static str,
    pub(crate) take_wordings_hint: &'static str,
    pub(crate) link_title: &'static str,
    pub(crate) link_warning: &'static str,
    pub(crate) link_label: &'static str,
    pub(crate) link_open: &'static str,
    pub(crate) copy: &'static str,
    pub(crate) copied: &'static str,
    pub(crate) not_copied: &'static str,
    pub(crate) downloaded: &'static str,
    pub(crate) check_title: &'static str,
    pub(crate) check_hint: &'static str,
    pub(crate) share_date: &'static str,
    pub(crate) made: &'static str,
    pub(crate) question: &'static str,
    pub(crate) answer: &'static str,
    pub(crate) note: &'static str,

    // Notes on answers.
    pub(crate) note_caption: &'static str,
    pub(crate) note_label: &'static str,
    pub(crate) note_hint: &'static str,
    pub(crate) note_warning: &'static str,
    pub(crate) note_link: &'static str,
    pub(crate) note_link_hint: &'static str,
    pub(crate) note_link_error: &'static str,
    pub(crate) note_save: &'static str,

    // Open a saved answer.
    pub(crate) open: &'static str,
    pub(crate) open_intro: &'static str,
    pub(crate) open_label: &'static str,
    pub(crate) open_hint: &'static str,
    pub(crate) file_no_json: &'static str,
    pub(crate) file_other: &'static str,
    pub(crate) link_other: &'static str,
    pub(crate) opened_same: &'static str,
    pub(crate) opened_other: &'static str,
    pub(crate) opened_mere: &'static str,
    pub(crate) opened_before: &'static str,
    pub(crate) opened_now: &'static str,
    pub(crate) opened_rules: &'static str,
    pub(crate) opened_rules_now: &'static str,
    pub(crate) rules_of: &'static str,
    pub(crate) opened_because: &'static str,
    pub(crate) because_altered: &'static str,
    pub(crate) because_rules: &'static str,
    pub(crate) same_rules: &'static str,
    pub(crate) changed: &'static str,
    pub(crate) nothing_said: &'static str,
    pub(crate) dropped: &'static str,
    pub(crate) dropped_hint: &'static str,
    pub(crate) renamed: &'static str,
    pub(crate) renamed_hint: &'static str,
    pub(crate) renamed_one: &'static str,
    pub(crate) use_opened: &'static str,
    pub(crate) use_opened_warning: &'static str,
    pub(crate) leg: &'static str,

    // Compare with your partner.
    pub(crate) compare: &'static str,
    pub(crate) compare_intro: &'static str,
    pub(crate) no_difference: &'static str,
    pub(crate) same_results: &'static str,
    pub(crate) differ_title: &'static str,
    pub(crate) side_mine: &'static str,
    pub(crate) side_theirs: &'static str,
    pub(crate) decides: &'static str,
    pub(crate) not_asked: &'static str,
    pub(crate) decide_theirs: &'static str,
    pub(crate) decide_mine: &'static str,
    pub(crate) not_found: &'static str,
    pub(crate) ask_title: &'static str,
    pub(crate) ask_intro: &'static str,
    pub(crate) ask_which: &'static str,
    pub(crate) ask_download: &'static str,

    // Who is listed.
    pub(crate) guide: &'static str,
    pub(crate) explore: &'static str,
    pub(crate) explore_caption: &'static str,
    pub(crate) explore_field: &'static str,
    pub(crate) explore_hint: &'static str,
    pub(crate) explore_missing: &'static str,
    pub(crate) explore_all: &'static str,
    pub(crate) explore_again: &'static str,
    pub(crate) explore_unlisted: &'static str,
    pub(crate) explore_on: &'static str,
    pub(crate) explore_other_day: &'static str,
    pub(crate) explore_day: &'static str,
    pub(crate) explore_show: &'static str,
    pub(crate) explore_names: &'static str,
    pub(crate) explore_has: &'static str,
    pub(crate) explore_nothing: &'static str,
    pub(crate) explore_since: &'static str,
    pub(crate) explore_nations: &'static str,
    pub(crate) explore_both: &'static str,
    pub(crate) explore_to: &'static str,
    pub(crate) explore_from: &'static str,
    pub(crate) explore_providers: &'static str,
    pub(crate) explore_entries: &'static str,
    pub(crate) explore_exact: &'static str,
    pub(crate) explore_dates: &'static str,
    pub(crate) explore_not_then: &'static str,
    pub(crate) explore_from_day: &'static str,
    pub(crate) explore_until_day: &'static str,
    pub(crate) explore_limits: &'static str,
    pub(crate) explore_former: &'static str,
    pub(crate) explore_extent: &'static str,
    pub(crate) explore_notes: &'static str,
    pub(crate) matrix: &'static str,
    pub(crate) matrix_caption: &'static str,
    pub(crate) matrix_means: &'static str,
    pub(crate) matrix_download: &'static str,
    pub(crate) organisation: &'static str,
    pub(crate) entries: &'static str,
    /// Gives and gets, neither, only gives, only gets.
    pub(crate) cells: [&'static str; 4],
}

/// The language that the law is written in.
pub(crate) const LAW: &str = "en";

#[cfg(any(test, feature = "pseudo"))]
/// The pseudo-language, once it is asked for.
static PSEUDO_WORDS: OnceLock<Words> = OnceLock::new();

impl Words {
    /// The words for a language; English where there are none.
    pub(crate) fn of(lang: &str) -> &'static Self {
        #[cfg(any(test, feature = "pseudo"))]
        if lang == PSEUDO {
            return PSEUDO_WORDS.get_or_init(|| ENGLISH.each(PSEUDO, |text| pseudo(text).leak()));
        }
        let _ = lang;
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

    /// An outcome in a few words.
    pub(crate) fn outcome(&self, outcome: Outcome) -> &'static str {
        match outcome {
            Outcome::Mixed => self.mixed,
            outcome => self.row_outcome(outcome),
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

/// Lines in one, with something between them.
#[inline(never)]
pub(crate) fn joined(lines: &[String], between: &str) -> String {
    let mut all = String::new();
    for (at, line) in lines.iter().enumerate() {
        all.push_str(if at == 0 { "" } else { between });
        all.push_str(line);
    }
    all
}

/// English.
static ENGLISH: Words = Words {
    lang: LAW,

    loading: "Loading the questions",
    waiting: "Loading this page",
    lacking: "This page could not be loaded",
    lacking_more: "Check that you are connected to a network, then try again. If that does not help, reload the page.",
    try_again: "Try again",
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
    help: "Get help",

    start_heading: "Check a data share",
    start: "Start now",
    existing: "We already share this under another power",
    before_you_start: "Before you start",
    what_it_covers: "What this covers",

    yes: "Yes",
    no: "No",
    unknown: "I do not know",
    unknown_others: "I do not know about the others",
    unknown_others_hint: "Select only this if you do not know about any of them.",
    none: "None of these",
    why: "Why we ask this",
    bears_on: "Your answer can still change what we find on: {titles}.",
    bears_on_many: "Your answer can still change what we find on {count} gateways and objectives.",
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
    months: MONTHS,

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
    optional: "Optional, and cannot change the result. Questions like this: {count}",
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
    examine: "Answer more questions about: {objective}",
    other_objectives: "Other gateways and objectives",
    notes: [
        "What a gateway here would add",
        "What it would not add",
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
    near: "What would change this result",
    near_hint: "Only what is true of the share counts. Change an answer if it was wrong, or if the share itself changes.",
    near_only: "{objective} fails for one reason only: {because}",
    near_fits: "With the fewest other answers, {objective} would be likely to fit, for example with:",
    near_advice: "With the fewest other answers, {objective} would need advice and not be refused, for example with:",
    near_tick: "select “{option}” too",
    near_untick: "do not select “{option}”",
    near_or: " or ",
    near_others: "{count} others",
    decisive: "The answers that decide this result",
    decisive_hint: "Whatever your other answers were, these would lead to it.",
    further: "Say more if you like",
    further_hint: "The result stays as it is. Your answers decide only what is said with it, such as other powers to ask about.",
    further_one: "Answer 1 optional question",
    further_go_on: "Answer {count} optional questions",
    also: "What else to know",
    next: "What to do next",
    your_answers: "Your answers",
    about: "About this answer",
    rulebook: "Rules",
    law_date: "Law checked up to",
    fingerprint: "Fingerprint of the rules",
    print: "Print the answer",
    print_closed: "What was closed on the page is not printed here. Go to “Take it away” to print the whole answer.",
    start_again: "Start again",

    take: "Take it away",
    take_intro: "Save or print the answer for your records. Everything is made in this browser and nothing is sent anywhere. It is not an approval.",
    take_files: "Print or download",
    take_page: "Download as a web page",
    take_markdown: "Download for a business case (Markdown)",
    take_json: "Download to open again (JSON)",
    take_json_hint: "The JSON file can be opened on any page with this check, by you or by your partner. It then says if the answer is still the same.",
    take_wordings: "Words for other documents",
    take_wordings_hint: "Each of these downloads as text. What we do not know stays in [brackets] for you to fill in.",
    link_title: "Share a link",
    link_warning: "The link contains your answers. Everyone who has the link can read them, so share it only with people who may know them.",
    link_label: "Link with your answers",
    link_open: "Open the check on a page of its own, with your answers",
    copy: "Copy the link",
    copied: "The link was copied.",
    not_copied: "The link could not be copied. Select it and copy it yourself.",
    downloaded: "The file was downloaded.",
    check_title: "Check or compare a saved answer",
    check_hint: "Open a file to check if its answer is still the same, or to compare your answers with those of your partner.",
    share_date: "Date of the share",
    made: "Made on",
    question: "Question",
    answer: "Answer",
    note: "Note",

    note_caption: "Note on your answer",
    note_label: "Who said so, and why",
    note_hint: "For example, the role of the person who confirmed it and the date.",
    note_warning: "Do not write personal data here. Notes are kept only in the files that you download and in print, not in the link.",
    note_link: "Link to where it is written (optional)",
    note_link_hint: "It begins with https://",
    note_link_error: "The link must begin with https://",
    note_save: "Save the note",

    open: "Open a saved answer",
    open_intro: "Open a JSON file that was saved from this check. The questions are asked again with the rules that are in use here. The file stays in your browser.",
    open_label: "Choose a file",
    open_hint: "You can also drop a file on this page.",
    file_no_json: "The file could not be read. Choose a JSON file that was saved from this check",
    file_other: "The file is not an answer that was saved from this check",
    link_other: "The answers in the link could not be read. Ask for a saved file instead, or start again",
    opened_same: "Same answer",
    opened_other: "Different answer",
    opened_mere: "Answers without a result",
    opened_before: "Result in the file",
    opened_now: "Result now",
    opened_rules: "Rules of the file",
    opened_rules_now: "Rules here",
    rules_of: "{title}, law checked up to {date}, fingerprint {hash}",
    opened_because: "Different, because",
    because_altered: "The file names the rules that are in use here, but does not hold what they give. It was changed after it was saved, or another version of this check made it. These parts differ: {parts}.",
    because_rules: "The file was made by other rules.",
    same_rules: "The rules are the same as those of the file.",
    changed: "{objective}: {before} in the file, {now} now",
    nothing_said: "nothing said",
    dropped: "Answers that were dropped",
    dropped_hint: "These rules do not ask for them in this form.",
    renamed: "Names that have changed",
    renamed_hint: "These answers were kept, under the names that the rules have for them now.",
    renamed_one: "{old} is now {new}",
    use_opened: "Go on with these answers",
    use_opened_warning: "Your own answers on this page will be replaced.",
    leg: "share {at}",

    compare: "Compare with your answers",
    compare_intro: "Your answers on this page beside those in the file.",
    no_difference: "There is no difference between the answers.",
    same_results: "Both sides have the same result. None of the differences decides.",
    differ_title: "Answers that differ",
    side_mine: "Your side",
    side_theirs: "The other side",
    decides: "this decides",
    not_asked: "Not answered",
    decide_theirs: "Enough to turn your result into theirs",
    decide_mine: "Enough to turn their result into yours",
    not_found: "There are too many differences to try every combination. There may be other or smaller sets of answers that decide.",
    ask_title: "A question on which our answers differ",
    ask_intro: "Two organisations checked the same data share and do not agree: {share}, on {date}.",
    ask_which: "Which of the two readings is right for this share, and why?",
    ask_download: "Download one question to ask (Markdown)",

    guide: "Print the guide: the rules on a few pages",
    explore: "Find out who can share, and with whom",
    explore_caption: "Who can share",
    explore_field: "Which organisation do you want to look up?",
    explore_hint: "Type its name, an acronym or a former name.",
    explore_missing: "Enter the name of an organisation",
    explore_all: "See everyone in one table",
    explore_again: "Look up another organisation",
    explore_unlisted: "See why {name} is not listed, and who is",
    explore_on: "This is how it is on {date}.",
    explore_other_day: "Look at another day",
    explore_day: "Which day?",
    explore_show: "Show this day",
    explore_names: "Also called: {names}",
    explore_has: "What it can share for",
    explore_nothing: "Nothing is open to it on this day.",
    explore_since: "{what}, since {date}.",
    explore_nations: "In force in: {nations}.",
    explore_both: "It can give to these, and get from them ({count})",
    explore_to: "It can give to these ({count})",
    explore_from: "It can get from these ({count})",
    explore_providers: "Those who provide services to the listed organisations can take part too.",
    explore_entries: "Where it is listed",
    explore_exact: "Exact words",
    explore_dates: "In force",
    explore_not_then: "Not on this day",
    explore_from_day: "From {from}",
    explore_until_day: "From {from} until {until}",
    explore_limits: "Limits",
    explore_former: "Earlier words",
    explore_extent: "Added to the law of",
    explore_notes: "Notes",
    matrix: "Everyone who is listed, and for what",
    matrix_caption: "Who can share for what, on {date}",
    matrix_means: "“Gives” and “gets” are said of the organisation in the row. “Yes” means that it can do both. Limits and conditions of each share come on top.",
    matrix_download: "Download this table (CSV)",
    organisation: "Organisation",
    entries: "Entries",
    cells: ["Yes", "No", "Gives", "Gets"],
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_without_words_is_english_and_the_pseudo_language_is_not() {
        assert_eq!(Words::of("cy").lang, LAW);
        let words = Words::of(PSEUDO);
        assert_eq!((words.lang, words.yes), (PSEUDO, "⟦Yés⟧"));
        assert_eq!(words.months[4], "⟦Máý⟧");
        assert_eq!(words.law_as_at, "⟦Thé láw wás chéckéd úp tó {date}.⟧");
    }
}
