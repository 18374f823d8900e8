//! What only a browser can tell or be told.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, BlobPropertyBag, CustomEvent, CustomEventInit, File, HtmlAnchorElement, HtmlElement, Url,
};
use wicketgate_engine::{Date, Plain};
use yew::Callback;

use crate::api::{DEEPEST, plain};

/// The largest file that is opened, in bytes: many times a saved answer.
const LARGEST: f64 = 1_000_000.0;

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

/// The fragment of the page's address.
pub(crate) fn fragment() -> String {
    let window = web_sys::window();
    let hash = window.and_then(|window| window.location().hash().ok());
    hash.unwrap_or_default()
}

/// Opens the browser's way to print.
pub(crate) fn print() {
    if let Some(window) = web_sys::window() {
        // Fails only where a host forbids it, and then there is nothing to print to.
        let _ = window.print();
    }
}

thread_local! {
    /// The address of the file that was given last.
    static GIVEN: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Gives the person a file. Nothing is sent anywhere: its address is one of the browser's own.
pub(crate) fn download(name: &str, kind: &str, content: &str) {
    let attempt = || -> Result<(), JsValue> {
        let options = BlobPropertyBag::new();
        options.set_type(kind);
        let parts = Array::of1(&content.into());
        let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
        let address = Url::create_object_url_with_blob(&blob)?;
        let document = web_sys::window().and_then(|window| window.document());
        if let Some(document) = document {
            let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
            link.set_href(&address);
            link.set_download(name);
            link.click();
        }
        // Some browsers read the file only after the click, so its address stays until the next one is given.
        let last = GIVEN.with(|given| given.replace(address));
        Url::revoke_object_url(&last)
    };
    // Fails only where a host forbids files, and then there is none.
    let _ = attempt();
}

/// Copies words, and tells whether that went well.
pub(crate) fn copy(words: &str, done: Callback<bool>) {
    let Some(window) = web_sys::window() else {
        return;
    };
    // There is no clipboard on a page that came without encryption.
    let clipboard = Reflect::get(&window.navigator(), &"clipboard".into());
    let promise = clipboard
        .ok()
        .filter(|clipboard| !clipboard.is_undefined())
        .map(|_| window.navigator().clipboard().write_text(words));
    spawn_local(async move {
        let copied = match promise {
            Some(promise) => JsFuture::from(promise).await.is_ok(),
            None => false,
        };
        done.emit(copied);
    });
}

/// Reads a file as JSON and tells what it holds; none if it is no JSON or too long to be ours.
pub(crate) fn read(file: File, done: Callback<Option<Rc<Plain>>>) {
    spawn_local(async move {
        let mut found = None;
        if file.size() <= LARGEST
            && let Ok(text) = JsFuture::from(file.text()).await
            && let Some(text) = text.as_string()
            && let Ok(value) = JSON::parse(&text)
            && let Ok(value) = plain(&value, DEEPEST)
        {
            found = Some(Rc::new(value));
        }
        done.emit(found);
    });
}
