//! Which file answers which address.

use super::http::{Request, Response, header};
use super::publisher::Publisher;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Component, Path, PathBuf};

/// The folders behind the addresses.
#[derive(Debug)]
pub(super) struct Files {
    pub(super) dir: PathBuf,
    /// Where `/rules/` comes from, if not from `dir`.
    pub(super) rules: Option<PathBuf>,
    pub(super) publisher: Option<Publisher>,
    /// Added to every answer.
    pub(super) headers: Vec<(String, String)>,
}

impl Files {
    /// The answer to a request, with the headers that all answers have.
    pub(super) fn answer(&self, request: &Request) -> Response {
        let mut response = self.find(request);
        response
            .headers
            .push(header("x-content-type-options", "nosniff"));
        response.headers.extend(self.headers.iter().cloned());
        response
    }

    fn find(&self, request: &Request) -> Response {
        let Some(path) = self.path(&request.path) else {
            return missing();
        };
        if path.is_dir() {
            // Without the slash, the page's relative links would miss their folder.
            let mut response = Response::sentence("308 Permanent Redirect", "It is a folder.");
            let location = format!("{}/", request.path);
            response.headers.push(header("location", &location));
            return response;
        }
        let Ok(body) = fs::read(&path) else {
            return missing();
        };
        let version = version(&body);
        // Browsers keep what they have only after asking, so an edit is seen on the next reload.
        let headers = vec![
            header("content-type", media_type(&path)),
            header("cache-control", "no-cache"),
            header("etag", &version),
        ];
        if request.known.as_deref() == Some(version.as_str()) {
            return Response {
                status: "304 Not Modified",
                headers,
                body: Vec::new(),
            };
        }
        Response {
            status: "200 OK",
            headers,
            body,
        }
    }

    /// The file that an address names, if it stays inside the folders served.
    fn path(&self, address: &str) -> Option<PathBuf> {
        let relative = Path::new(address.strip_prefix('/')?);
        let plain = |part| matches!(part, Component::Normal(_));
        if !relative.components().all(plain)
            || address.contains(|c: char| c.is_control() || matches!(c, '\\' | ':'))
        {
            return None;
        }
        let mut path = match (&self.rules, relative.strip_prefix("rules")) {
            (Some(rules), Ok(inside)) => {
                self.before_rules(inside);
                rules.join(inside)
            }
            _ => self.dir.join(relative),
        };
        if address.ends_with('/') {
            path.push("index.html");
        }
        Some(path)
    }

    /// Someone who saves a file and reloads at once must get a manifest that knows of it.
    fn before_rules(&self, file: &Path) {
        if file == Path::new("manifest.txt")
            && let Some(publisher) = &self.publisher
        {
            publisher.refresh();
        }
    }
}

fn missing() -> Response {
    Response::sentence("404 Not Found", "There is no such file.")
}

/// The same for the same content, on every run.
fn version(body: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    body.hash(&mut hasher);
    format!("\"{:016x}\"", hasher.finish())
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("csv") => "text/csv; charset=utf-8",
        Some("gate" | "txt" | "md" | "ts") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files() -> Files {
        Files {
            dir: "site".into(),
            rules: Some("law".into()),
            publisher: None,
            headers: Vec::new(),
        }
    }

    #[test]
    fn rules_come_from_their_own_folder() {
        for (address, path) in [
            ("/", "site/index.html"),
            ("/a/b.css", "site/a/b.css"),
            ("/rules/a.gate", "law/a.gate"),
            ("/rulesets", "site/rulesets"),
        ] {
            assert_eq!(files().path(address), Some(path.into()), "{address}");
        }
    }

    #[test]
    fn nothing_outside_is_served() {
        for address in [
            "/../a",
            "/a/../../b",
            "//etc/passwd",
            "a",
            "/a\\..\\b",
            "/c:/d",
        ] {
            assert_eq!(files().path(address), None, "{address}");
        }
    }
}
