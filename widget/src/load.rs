//! Brings a rulebook from its manifest: fetched, held against its hashes, compiled.
//!
//! The manifest is what `sha256sum` prints: for each file its hash, two spaces and its name, beside the manifest.
//! Comments in it name bundles, which hold many files in one, and in what order they are wanted.

use std::rc::Rc;

use js_sys::{ArrayBuffer, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, RequestCache, RequestInit, Response, Url};
use wicketgate_engine::{
    Parsed, Rulebook, Severity, Source, SourceId, compile_in, compile_parsed, parse, sha256,
};

use crate::browser::now;

/// The longest manifest, in bytes.
const MANIFEST: usize = 64 * 1024;
/// The longest rule file, in bytes.
const FILE: usize = 512 * 1024;
/// All rule files together, in bytes.
const TOTAL: usize = 2 * 1024 * 1024;
/// Stands between two files of a bundle.
const SEPARATOR: u8 = 0x0c;
/// Why a file is not taken.
const NOT_LISTED: &str = "is not what the manifest lists";
/// How long each request may take, in milliseconds.
const PATIENCE: u32 = 20_000;
/// How long the page may be kept from doing anything else, in milliseconds.
const TURN: f64 = 4.0;

/// A rulebook, and the manifest it came from.
#[derive(Clone, Debug)]
pub(crate) struct Loaded {
    pub(crate) manifest: String,
    pub(crate) book: Rc<Rulebook>,
}

/// Fetches a manifest.
pub(crate) async fn manifest(url: &str) -> Result<String, String> {
    text(fetch(url, url, MANIFEST).await?, url)
}

/// Fetches and compiles what a manifest lists. `early` is given what questions and outcomes need,
/// as soon as it is there and where the rest is to come yet.
pub(crate) async fn rulebook(
    url: &str,
    manifest: &str,
    lang: &str,
    early: Option<&dyn Fn(Loaded)>,
) -> Result<Loaded, String> {
    let Listed { hash, mut parts } = listed(manifest)?;
    parts.retain(|part| part.language.is_none_or(|language| language == lang));
    let mut kept = Kept::default();
    for (at, part) in parts.iter().enumerate() {
        let bundle = match part.bundle {
            // Without a bundle, or with one that cannot be used, there are still the files.
            Some(name) => fetch(name, url, TOTAL).await.unwrap_or_default(),
            None => Vec::new(),
        };
        let mut bundled = bundle.split(|byte| *byte == SEPARATOR);
        let mut asked = Vec::new();
        for (hash, name) in &part.files {
            let bytes = bundled.next().unwrap_or_default();
            if bytes.len() <= FILE && sha256(bytes) == *hash {
                kept.keep(name, bytes.to_vec()).await?;
            } else {
                // All are asked for before the first is waited for.
                asked.push((hash, name, request(name, url)?));
            }
        }
        for (hash, name, request) in asked {
            let mut found = body(request, name, FILE).await;
            if found.as_ref().is_ok_and(|bytes| sha256(bytes) != *hash) {
                found = Err(said(name, NOT_LISTED));
            }
            match found {
                Ok(bytes) => kept.keep(name, bytes).await?,
                // Without its texts the rules are in the language of the law.
                Err(_) if part.language.is_some() => {}
                Err(why) => return Err(why),
            }
        }
        pause().await;
        if let (true, Some(early), Some(hash)) = (part.language.is_none(), early, hash)
            && at + 2 == parts.len()
            // What does not stand alone is compiled with the rest.
            && let Ok(mut loaded) = kept.clone().compiled(manifest, lang)
        {
            // An answer names all the rules, and the rest is held against this when it has come.
            if let Some(book) = Rc::get_mut(&mut loaded.book) {
                hash.clone_into(&mut book.hash);
            }
            early(loaded);
        }
    }
    let loaded = kept.compiled(manifest, lang)?;
    if hash.is_some_and(|hash| hash != loaded.book.hash) {
        return Err(said("the rulebook", NOT_LISTED));
    }
    Ok(loaded)
}

/// The rule files that have come, sorted by name: bundles change no order.
#[derive(Clone, Debug, Default)]
struct Kept {
    sources: Vec<Source>,
    parsed: Vec<Parsed>,
    /// How long they are together.
    total: usize,
    /// When the page could do something else last.
    turn: f64,
}

impl Kept {
    /// Puts a file among the others and parses it, in turns with whatever else the page does.
    async fn keep(&mut self, name: &str, bytes: Vec<u8>) -> Result<(), String> {
        self.total += bytes.len();
        if self.total > TOTAL {
            return Err(said(name, "makes the rules too long"));
        }
        let source = Source::new(name, text(bytes, name)?);
        if now() - self.turn > TURN {
            pause().await;
            self.turn = now();
        }
        let parsed = parse(SourceId(0), &source);
        let before = |source: &&Source| source.name.as_str() < name;
        let at = self.sources.iter().take_while(before).count();
        self.sources.insert(at, source);
        self.parsed.insert(at, parsed);
        Ok(())
    }

    fn compiled(self, manifest: &str, lang: &str) -> Result<Loaded, String> {
        let sources = &self.sources;
        let mut book = compile_parsed(sources, self.parsed, lang);
        if book.is_none() && !lang.is_empty() {
            // A mistake in a translation must not take the law with it.
            book = compile_in(sources, "").rulebook;
        }
        if let Some(book) = book {
            return Ok(Loaded {
                manifest: manifest.to_owned(),
                book: Rc::new(book),
            });
        }
        let diagnostics = compile_in(sources, "").diagnostics;
        let first = diagnostics
            .iter()
            .find(|diagnostic| diagnostic.severity == Severity::Error);
        Err(first
            .map(|diagnostic| diagnostic.render(sources))
            .unwrap_or_default())
    }
}

/// Lets the page do something else.
async fn pause() {
    let later = Promise::new(&mut |go, _| {
        if let Some(window) = web_sys::window() {
            // Without it the promise is never kept, and that takes a page that is gone.
            let _ = window.set_timeout_with_callback(&go);
        }
    });
    let _ = JsFuture::from(later).await;
}

fn said(name: &str, what: &str) -> String {
    [name, " ", what].concat()
}

/// What a manifest lists.
#[derive(Debug, PartialEq)]
struct Listed<'a> {
    /// The hash of the rulebook.
    hash: Option<&'a str>,
    /// What is loaded first, and what later. Never empty.
    parts: Vec<Part<'a>>,
}

/// Files that are loaded together.
#[derive(Debug, Default, PartialEq)]
struct Part<'a> {
    /// The file that holds them all, if there is one.
    bundle: Option<&'a str>,
    /// The language that its texts are in, if it holds no law.
    language: Option<&'a str>,
    /// Hashes and names.
    files: Vec<(&'a str, &'a str)>,
}

fn listed(manifest: &str) -> Result<Listed<'_>, String> {
    let mut listed = Listed {
        hash: None,
        parts: Vec::new(),
    };
    for line in manifest.lines() {
        if let Some(comment) = line.strip_prefix('#') {
            match comment.trim().split_once(' ') {
                Some(("rulebook", hash)) => listed.hash = Some(hash),
                Some(("language", language)) => listed.parts.push(Part {
                    language: Some(language),
                    ..Part::default()
                }),
                Some(("bundle", name)) if below(name) => listed.parts.push(Part {
                    bundle: Some(name),
                    ..Part::default()
                }),
                _ => {}
            }
            continue;
        }
        let (hash, name) = line
            .split_once(' ')
            .and_then(|(hash, name)| Some((hash, name.strip_prefix(' ')?)))
            .unwrap_or_default();
        if hash.len() != 64 || !below(name) {
            return Err("the manifest is not one".to_owned());
        }
        if listed.parts.is_empty() {
            listed.parts.push(Part::default());
        }
        if let Some(part) = listed.parts.last_mut() {
            part.files.push((hash, name));
        }
    }
    if listed.parts.iter().all(|part| part.files.is_empty()) {
        return Err("the manifest is not one".to_owned());
    }
    Ok(listed)
}

/// Only below the manifest: a rulebook is one folder.
fn below(name: &str) -> bool {
    let plain = !name.contains([':', '\\', '?', '#', '%']);
    plain && !name.starts_with('/') && name.split('/').all(|part| !matches!(part, "" | "." | ".."))
}

async fn fetch(name: &str, base: &str, most: usize) -> Result<Vec<u8>, String> {
    body(request(name, base)?, name, most).await
}

/// Starts a request.
fn request(name: &str, base: &str) -> Result<JsFuture, String> {
    let (Some(window), Ok(url)) = (web_sys::window(), Url::new_with_base(name, base)) else {
        return Err(said(name, "cannot be asked for"));
    };
    let options = RequestInit::new();
    // What the browser has is used if the server says that it is still so.
    options.set_cache(RequestCache::NoCache);
    options.set_signal(Some(&AbortSignal::timeout_with_u32(PATIENCE)));
    Ok(window.fetch_with_str_and_init(&url.href(), &options).into())
}

async fn body(request: JsFuture, name: &str, most: usize) -> Result<Vec<u8>, String> {
    let failed = |_: JsValue| said(name, "cannot be had");
    let response: Response = request.await.map_err(failed)?.unchecked_into();
    if !response.ok() {
        return Err(said(name, &response.status().to_string()));
    }
    let buffer = JsFuture::from(response.array_buffer().map_err(failed)?)
        .await
        .map_err(failed)?;
    let bytes = Uint8Array::new(&buffer.unchecked_into::<ArrayBuffer>());
    if bytes.length() as usize > most {
        return Err(said(name, "is too long"));
    }
    Ok(bytes.to_vec())
}

fn text(bytes: Vec<u8>, name: &str) -> Result<String, String> {
    String::from_utf8(bytes).map_err(|_| said(name, "is no text"))
}

#[cfg(test)]
mod tests {
    use super::{Listed, Part, listed};

    #[test]
    fn a_manifest_lists_files_below_it_and_nothing_else() {
        let hash = "0".repeat(64);
        let part = |bundle, name| Part {
            bundle,
            language: None,
            files: vec![(hash.as_str(), name)],
        };
        assert_eq!(
            listed(&format!("{hash}  a/b.gate\n")),
            Ok(Listed {
                hash: None,
                parts: vec![part(None, "a/b.gate")],
            })
        );
        let bundles = format!(
            "# rulebook abc\n# language cy\n{hash}  texts.cy.txt\n# bundle one.txt\n{hash}  a.gate\n# Words.\n# bundle ../x\n# bundle two.txt\n{hash}  b.gate\n"
        );
        assert_eq!(
            listed(&bundles),
            Ok(Listed {
                hash: Some("abc"),
                parts: vec![
                    Part {
                        language: Some("cy"),
                        ..part(None, "texts.cy.txt")
                    },
                    part(Some("one.txt"), "a.gate"),
                    part(Some("two.txt"), "b.gate")
                ],
            })
        );
        for bad in [
            "",
            "# bundle a.txt\n",
            "x  a.gate",
            &format!("{hash} a.gate"),
        ] {
            assert!(listed(bad).is_err(), "{bad}");
        }
        for name in [
            "/a",
            "../a",
            "a/../b",
            "https://example.org/a",
            "//example.org/a",
            "a\\b",
            "a?b",
            "a//b",
            "",
        ] {
            assert!(listed(&format!("{hash}  {name}\n")).is_err(), "{name}");
        }
    }
}
