//! What pages and scripts can call: `mount` for the element, and the rules without any page.
//!
//! Values cross the border as plain data, exactly as the command line writes JSON, so that both give the same answer.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Object, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};
use wicketgate_engine::{
    Date, Diagnostic, Plain, Rulebook, Severity, Source, compile, determine, persons, questions,
    read_proposal,
};
use yew::{AppHandle, AttrValue};

use crate::browser::{fragment, today};
use crate::journey::place::Entry;
use crate::later::{self, Later};
use crate::widget::{self, Widget, WidgetProps};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("api.d.ts");

#[wasm_bindgen]
extern "C" {
    /// The browser's history and the address of the page, where they are the check's.
    #[wasm_bindgen(typescript_type = "Address")]
    #[derive(Clone, Debug, PartialEq)]
    pub type Address;

    /// Puts a page into the history, or in the place of the present entry.
    #[wasm_bindgen(method, structural)]
    pub(crate) fn show(
        this: &Address,
        turn: u32,
        place: &str,
        depth: usize,
        answers: &str,
        replace: bool,
    );

    /// Names the page in the title of the document.
    #[wasm_bindgen(method, structural)]
    pub(crate) fn title(this: &Address, page: &str);

    /// Goes back in the history.
    #[wasm_bindgen(method, structural)]
    pub(crate) fn back(this: &Address);
}

/// A widget on a page.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Handle {
    host: HtmlElement,
    address: Option<Address>,
    app: RefCell<Option<AppHandle<Widget>>>,
}

/// Shows the widget inside `root`. Events are heard on `host`.
#[wasm_bindgen]
pub fn mount(
    root: Element,
    host: HtmlElement,
    #[wasm_bindgen(unchecked_param_type = "MountOptions")] options: JsValue,
    address: Option<Address>,
) -> Handle {
    let props = props(&host, &address, options);
    let app = yew::Renderer::<Widget>::with_root_and_props(root, props).render();
    Handle {
        host,
        address,
        app: RefCell::new(Some(app)),
    }
}

#[wasm_bindgen]
impl Handle {
    /// Takes other options; other rules start a new journey only when the person wants them.
    pub fn update(&self, #[wasm_bindgen(unchecked_param_type = "MountOptions")] options: JsValue) {
        if let Some(app) = self.app.borrow_mut().as_mut() {
            app.update(props(&self.host, &self.address, options));
        }
    }

    /// Shows the page of an entry of the history; `turn` is negative for one from before a reload.
    pub fn go(&self, turn: i32, place: String, depth: usize) {
        if let Some(app) = self.app.borrow().as_ref() {
            app.send_message(widget::Told::Go(Entry {
                turn: u32::try_from(turn).ok(),
                place,
                depth,
            }));
        }
    }

    /// Ends the widget and empties its root.
    pub fn destroy(&self) {
        if let Some(app) = self.app.borrow_mut().take() {
            app.destroy();
        }
    }
}

fn props(host: &HtmlElement, address: &Option<Address>, options: JsValue) -> WidgetProps {
    let options = plain(&options, DEEPEST).unwrap_or(Plain::Null);
    let text = |key: &str| match options.get(key) {
        Some(Plain::Text(text)) => text.clone(),
        _ => String::new(),
    };
    let level = match options.get("headingLevel") {
        Some(Plain::Number(level)) if (1.0..=6.0).contains(level) => *level as u8,
        _ => 1,
    };
    WidgetProps {
        host: host.clone(),
        address: address.clone(),
        rules: text("rules").into(),
        lang: text("lang").into(),
        page: text("page").into(),
        subject: text("startSubject").into(),
        // Only a page of its own has an address that is ours to read.
        fragment: if text("history") == "fragment" {
            fragment().into()
        } else {
            AttrValue::default()
        },
        level,
        guide: text("guide").into(),
    }
}

/// A compiled rulebook.
#[wasm_bindgen]
#[derive(Debug)]
pub struct RulebookHandle {
    book: Rc<Rulebook>,
}

/// A diagnostic as a page shows it.
#[derive(Serialize)]
struct Told<'a> {
    file: &'a str,
    line: usize,
    severity: &'static str,
    code: &'static str,
    message: &'a str,
    help: Option<&'a str>,
    rendered: String,
}

/// Compiles rule files given as `{name, text}`.
///
/// # Errors
///
/// Where the sources are not such a list. Mistakes in the rules are `diagnostics` and no error.
#[wasm_bindgen(js_name = loadRules, unchecked_return_type = "RulesLoaded")]
pub fn load_rules(
    #[wasm_bindgen(unchecked_param_type = "RuleSource[]")] sources: JsValue,
) -> Result<JsValue, JsError> {
    (later()?.load_rules)(&sources)
}

/// Brings the rest of the program, which an element would bring after its first question.
///
/// # Errors
///
/// Where it cannot be had. It may be tried again.
#[wasm_bindgen]
pub async fn whole() -> Result<(), JsError> {
    if later::bring().await {
        Ok(())
    } else {
        Err(JsError::new(later::LACKING))
    }
}

fn later() -> Result<&'static Later, JsError> {
    later::part().ok_or_else(|| JsError::new("the program is not there yet: await whole() first"))
}

pub(crate) fn compiled(sources: &JsValue) -> Result<JsValue, JsError> {
    let plain = plain(sources, DEEPEST)?;
    let sources = sources_of(&plain)
        .ok_or_else(|| JsError::new("the sources are not a list of {name, text}"))?;
    let compiled = compile(&sources);
    let told: Vec<Told<'_>> = compiled
        .diagnostics
        .iter()
        .map(|diagnostic| told(diagnostic, &sources))
        .collect();
    let loaded = Object::new();
    let put = |key: &str, value: &JsValue| {
        // Fails only for an object that cannot be extended.
        let _ = Reflect::set(&loaded, &key.into(), value);
    };
    put("ok", &compiled.rulebook.is_some().into());
    put("diagnostics", &out(&told)?);
    put("more", &(compiled.more as u32).into());
    if let Some(book) = compiled.rulebook {
        put(
            "handle",
            &RulebookHandle {
                book: Rc::new(book),
            }
            .into(),
        );
    }
    Ok(loaded.into())
}

fn sources_of(plain: &Plain) -> Option<Vec<Source>> {
    let Plain::List(list) = plain else {
        return None;
    };
    let text = |plain: &Plain, key: &str| match plain.get(key) {
        Some(Plain::Text(text)) => Some(text.clone()),
        _ => None,
    };
    list.iter()
        .map(|one| Some(Source::new(text(one, "name")?, text(one, "text")?)))
        .collect()
}

fn told<'a>(diagnostic: &'a Diagnostic, sources: &'a [Source]) -> Told<'a> {
    let source = sources.get(diagnostic.span.source.0 as usize);
    let before = source
        .and_then(|source| source.text.get(..diagnostic.span.start as usize))
        .unwrap_or("");
    Told {
        file: source.map_or("", |source| source.name.as_str()),
        line: before.matches('\n').count() + 1,
        severity: if diagnostic.severity == Severity::Error {
            "error"
        } else {
            "warning"
        },
        code: diagnostic.code.slug(),
        message: &diagnostic.message,
        help: diagnostic.help.as_deref(),
        rendered: diagnostic.render(sources),
    }
}

/// How deep plain data may go: deeper than any proposal, and far from the end of the stack.
pub(crate) const DEEPEST: u8 = 16;

/// A value of a page as plain data, as `JSON.stringify` would write it.
///
/// By hand and not by serde, whose errors know how to print every kind of number there is.
pub(crate) fn plain(value: &JsValue, deepest: u8) -> Result<Plain, JsError> {
    let Some(deeper) = deepest.checked_sub(1) else {
        return Err(JsError::new("this goes too deep"));
    };
    if value.is_null() || value.is_undefined() {
        return Ok(Plain::Null);
    }
    if let Some(yes) = value.as_bool() {
        return Ok(Plain::Bool(yes));
    }
    if let Some(number) = value.as_f64() {
        return Ok(Plain::Number(number));
    }
    if let Some(text) = value.as_string() {
        return Ok(Plain::Text(text));
    }
    if let Some(list) = value.dyn_ref::<Array>() {
        let mut values = Vec::new();
        for index in 0..list.length() {
            values.push(plain(&list.get(index), deeper)?);
        }
        return Ok(Plain::List(values));
    }
    if !value.is_object() || value.is_function() {
        return Err(JsError::new("this is no plain data"));
    }
    let object: &Object = value.unchecked_ref();
    let mut members = Vec::new();
    for member in Object::entries(object) {
        let member: Array = member.unchecked_into();
        let value = member.get(1);
        // A member that is undefined is one that is not there.
        if let (Some(key), false) = (member.get(0).as_string(), value.is_undefined()) {
            members.push((key, plain(&value, deeper)?));
        }
    }
    Ok(Plain::Map(members))
}

/// As `JSON.parse` would give it.
fn out(value: &impl Serialize) -> Result<JsValue, JsError> {
    value
        .serialize(&Serializer::json_compatible())
        .map_err(|error| JsError::new(&error.to_string()))
}

#[wasm_bindgen]
impl RulebookHandle {
    /// Determines a proposal.
    ///
    /// # Errors
    ///
    /// Where the proposal names something unknown, or is none.
    #[wasm_bindgen(unchecked_return_type = "Determination")]
    pub fn determine(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Proposal")] proposal: JsValue,
    ) -> Result<JsValue, JsError> {
        (later()?.determined)(&self.book, &proposal)
    }

    /// The questions, in the order in which they are asked.
    ///
    /// # Errors
    ///
    /// Never for a rulebook that was compiled.
    #[wasm_bindgen(unchecked_return_type = "Question[]")]
    pub fn questions(&self) -> Result<JsValue, JsError> {
        (later()?.questions)(&self.book)
    }

    /// Who is listed on a day such as `2019-03-01`; today without one.
    ///
    /// # Errors
    ///
    /// Where the day is none.
    #[wasm_bindgen(unchecked_return_type = "Person[]")]
    pub fn persons(&self, on: Option<String>) -> Result<JsValue, JsError> {
        (later()?.persons)(&self.book, on)
    }
}

pub(crate) fn determined(book: &Rulebook, proposal: &JsValue) -> Result<JsValue, JsError> {
    let plain = plain(proposal, DEEPEST)?;
    let facts =
        read_proposal(book, &plain, today()).map_err(|error| JsError::new(&error.to_string()))?;
    out(&determine(book, &facts))
}

pub(crate) fn asked(book: &Rulebook) -> Result<JsValue, JsError> {
    out(&questions(book))
}

pub(crate) fn listed(book: &Rulebook, on: Option<String>) -> Result<JsValue, JsError> {
    let day = match on {
        None => today(),
        Some(on) => Date::from_iso(&on)
            .ok_or_else(|| JsError::new(&["`", &on, "` is not a date"].concat()))?,
    };
    out(&persons(book, day))
}
