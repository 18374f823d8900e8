//! The catalogue: one field for each text, in the order of the pages.

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
            /// The same catalogue in another language, in which `said` says each text.
            pub(super) fn each(&self, lang: &'static str, said: fn(&str) -> &'static str) -> Self {
                Self { lang, $($key: self.$key.each(said),)* }
            }
        }
    };
}

/// A text, or several of them.
#[cfg(any(test, feature = "pseudo"))]
trait Each {
    /// The same as `said` has it.
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
