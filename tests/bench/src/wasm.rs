//! The same steps for a browser, which has its own clock: `browser.mjs` calls these and times them.

use std::cell::RefCell;

use wasm_bindgen::prelude::wasm_bindgen;
use wicketgate_engine::{Facts, Rulebook, Source, compile};

use crate::steps;
use crate::work::{STEPS, Work};

// As in the program for browsers.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

thread_local! {
    static WORK: RefCell<Option<Work>> = const { RefCell::new(None) };
    static REAL: RefCell<Option<(Rulebook, Vec<Facts>)>> = const { RefCell::new(None) };
}

/// The steps that can be run, by name.
#[wasm_bindgen]
pub fn names() -> String {
    STEPS.join(" ")
}

/// Makes a rulebook of so many objectives; what is wrong with it, or nothing.
#[wasm_bindgen]
pub fn prepare(size: usize) -> String {
    match Work::new(size) {
        Ok(work) => {
            WORK.with(|slot| slot.replace(Some(work)));
            String::new()
        }
        Err(message) => message,
    }
}

/// Runs a step once; whether it came to an end.
#[wasm_bindgen]
pub fn run(step: &str, run: usize) -> bool {
    WORK.with(|work| {
        let work = work.borrow();
        work.as_ref().is_some_and(|work| work.run(step, run))
    })
}

/// Reads rule files, given as name, text, name, text and so on; how many answers its cases give.
#[wasm_bindgen]
pub fn read(files: Vec<String>) -> usize {
    let mut sources = Vec::new();
    for pair in files.chunks(2) {
        if let [name, text] = pair {
            sources.push(Source::new(name, text.clone()));
        }
    }
    let Some(book) = compile(&sources).rulebook else {
        return 0;
    };
    let steps = steps::all(&book);
    let count = steps.len();
    REAL.with(|slot| slot.replace(Some((book, steps))));
    count
}

/// What a page computes after one of these answers; whether there is such an answer.
#[wasm_bindgen]
pub fn step(at: usize) -> bool {
    REAL.with(|real| {
        let real = real.borrow();
        let found = real.as_ref().and_then(|(book, steps)| {
            let facts = steps.get(at)?;
            Some(steps::step(book, facts))
        });
        std::hint::black_box(found).is_some()
    })
}
