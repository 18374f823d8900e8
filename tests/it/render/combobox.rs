//! What a combobox says before anybody has typed; what it does on keys is tested next to its state.

use wicketgate_widget::components::{
    ComboLabels, ComboOption, Combobox, ErrorMessage, Hint, Label, text,
};
use yew::prelude::*;

use super::{dom, rendered};

fn labels() -> ComboLabels {
    ComboLabels {
        instructions: "Use up and down arrows".into(),
        list: "Organisations".into(),
        no_results: "No organisation found".into(),
        results: Callback::from(|(shown, found)| format!("{shown} of {found}").into()),
        highlighted: Callback::from(|(name, at, of)| format!("{name}, {at} of {of}").into()),
        chosen: Callback::from(|name| format!("{name} chosen").into()),
    }
}

#[test]
fn a_closed_combobox_names_and_describes_itself() {
    let suggest = Callback::from(|_| Vec::<ComboOption>::new());
    let label = Label {
        content: text("Who has the data?"),
        ..Label::default()
    };
    let hint = Hint {
        content: text("Any usual name"),
        ..Hint::default()
    };
    let error = ErrorMessage {
        prefix: "Error".into(),
        content: text("Enter a name"),
        ..ErrorMessage::default()
    };
    let ours = rendered(html! {
        <Combobox id="discloser" name="discloser" label={std::rc::Rc::new(label)} {hint} {error} value="HMRC" {suggest} labels={labels()} />
    });
    let expected = r#"
        <div class="govuk-form-group govuk-form-group--error">
          <label class="govuk-label" for="discloser">Who has the data?</label>
          <div class="govuk-hint" id="discloser-hint">Any usual name</div>
          <p class="govuk-error-message" id="discloser-error">
            <span class="govuk-visually-hidden">Error:</span> Enter a name
          </p>
          <div class="wg-combobox">
            <input class="govuk-input govuk-input--error wg-combobox__input" id="discloser" name="discloser" type="text"
              value="HMRC" role="combobox" aria-autocomplete="list" aria-expanded="false"
              aria-controls="discloser-listbox"
              aria-describedby="discloser-hint discloser-error discloser-instructions"
              autocomplete="off" autocapitalize="none" spellcheck="false">
            <ul class="wg-combobox__menu" id="discloser-listbox" role="listbox" aria-label="Organisations" hidden></ul>
            <span id="discloser-instructions" hidden>Use up and down arrows</span>
            <div class="govuk-visually-hidden">
              <div role="status" aria-live="polite" aria-atomic="true"></div>
              <div role="status" aria-live="polite" aria-atomic="true"></div>
            </div>
          </div>
        </div>"#;
    assert_eq!(dom::normal(&ours), dom::normal(expected));
}
