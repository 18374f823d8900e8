//! What only a browser can tell or be told.

use js_sys::{Object, Reflect};
use web_sys::{CustomEvent, CustomEventInit, HtmlElement};
use wicketgate_engine::Date;

/// The day, where the person is.
pub(crate) fn today() -> Date {
    let date = js_sys::Date::new_0();
    let year = u16::try_from(date.get_full_year()).unwrap_or_default();
    let small = |number: u32| u8::try_from(number).unwrap_or_default();
    Date::new(year, small(date.get_month() + 1), small(date.get_date())).unwrap_or(Date::MIN)
}

/// The time, in milliseconds.
pub(crate) fn now() -> f64 {
    js_sys::Date::now()
}

/// Tells the page something; heard on the element and above it, outside the shadow root too.
pub(crate) fn emit(host: &HtmlElement, name: &str, detail: &[(&str, &str)]) {
    let members = Object::new();
    for (key, value) in detail {
        // Fails only for an object that cannot be extended.
        let _ = Reflect::set(&members, &(*key).into(), &(*value).into());
    }
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_detail(&members);
    if let Ok(event) =
        CustomEvent::new_with_event_init_dict(&["wicket-gate-", name].concat(), &init)
    {
        // Fails only for an event that is being dispatched already.
        let _ = host.dispatch_event(&event);
    }
}
