//! Brings a rulebook from its manifest: fetched, held against its hashes, compiled.
//!
//! The manifest is what `sha256sum` prints: for each file its hash, two spaces and its name, beside the manifest.

use std::rc::Rc;

use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, RequestCache, RequestInit, Response, Url};
use wicketgate_engine::{Rulebook, Severity, Source, compile, sha256};

/// The longest manifest, in bytes.
const MANIFEST: usize = 64 * 1024;
/// The longest rule file, in bytes.
const FILE: usize = 512 * 1024;
/// All rule files together, in bytes.
const TOTAL: usize = 2 * 1024 * 1024;
/// How long each request may take, in milliseconds.
const PATIENCE: u32 = 20_000;

/// A rulebook, and the manifest it came from.
#[derive(Clone, Debug)]
pub(crate) struct Loaded {
    pub(crate) manifest: String,
    pub(crate) book: Rc<Rulebook>,
}

/// Fetches a manifest.
pub(crate) async fn manifest(url: &str) -> Result<String, String> {
    text(fetch(url, MANIFEST).await?, url)
}

/// Fetches and compiles what a manifest lists.
pub(crate) async fn rulebook(url: &str, manifest: String) -> Result<Loaded, String> {
    let files = listed(&manifest)?;
    let address = |name: &str| {
        Url::new_with_base(name, url)
            .map(|url| url.href())
            .map_err(|_| said(name, "is no address"))
    };
    let mut asked = Vec::new();
    for (hash, name) in files {
        let at = address(name)?;
        // All are asked for before the first is waited for.
        asked.push((hash, name, request(&at)?));
    }
    let mut sources = Vec::new();
    let mut total = 0;
    for (hash, name, request) in asked {
        let bytes = body(request, name, FILE).await?;
        total += bytes.len();
        if total > TOTAL {
            return Err(said(name, "makes the rules too long"));
        }
        if sha256(&bytes) != hash {
            return Err(said(name, "is not what the manifest lists"));
        }
        sources.push(Source::new(name, text(bytes, name)?));
    }
    let compiled = compile(&sources);
    match compiled.rulebook {
        Some(book) => Ok(Loaded {
            manifest,
            book: Rc::new(book),
        }),
        None => {
            let first = compiled
                .diagnostics
                .iter()
                .find(|diagnostic| diagnostic.severity == Severity::Error);
            Err(first
                .map(|diagnostic| diagnostic.render(&sources))
                .unwrap_or_default())
        }
    }
}

fn said(name: &str, what: &str) -> String {
    [name, " ", what].concat()
}

/// Hashes and names.
fn listed(manifest: &str) -> Result<Vec<(&str, &str)>, String> {
    let entry = |line| {
        let (hash, name): (&str, &str) = str::split_once(line, "  ")?;
        let digits = hash.len() == 64 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
        // Only below the manifest: a rulebook is one folder.
        let below =
            !name.starts_with('/') && name.split('/').all(|part| !matches!(part, "" | "." | ".."));
        let plain = !name.contains([':', '\\', '?', '#', '%']);
        (digits && below && plain).then_some((hash, name))
    };
    let files: Option<Vec<_>> = manifest.lines().map(entry).collect();
    files
        .filter(|files| !files.is_empty())
        .ok_or_else(|| "the manifest is not one".to_owned())
}

async fn fetch(url: &str, most: usize) -> Result<Vec<u8>, String> {
    body(request(url)?, url, most).await
}

/// Starts a request.
fn request(url: &str) -> Result<JsFuture, String> {
    let window = web_sys::window().ok_or_else(|| said(url, "cannot be asked for"))?;
    let options = RequestInit::new();
    // What the browser has is used if the server says that it is still so.
    options.set_cache(RequestCache::NoCache);
    options.set_signal(Some(&AbortSignal::timeout_with_u32(PATIENCE)));
    Ok(window.fetch_with_str_and_init(url, &options).into())
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
    use super::listed;

    #[test]
    fn a_manifest_lists_files_below_it_and_nothing_else() {
        let hash = "0".repeat(64);
        assert_eq!(
            listed(&format!("{hash}  a/b.gate\n")),
            Ok(vec![(hash.as_str(), "a/b.gate")])
        );
        for bad in ["", "x  a.gate", &format!("{hash} a.gate")] {
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
