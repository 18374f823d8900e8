//! A document as a web page that stands alone: it asks for nothing and runs nothing.

use wicketgate_engine::Run;

use super::document::words;
use super::{Block, Document};

const STYLE: &str = "body{color:#0b0c0c;font:1em/1.5 arial,sans-serif;margin:2em auto;max-width:44em;overflow-wrap:anywhere;padding:0 1em}table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #b1b4b6;padding:.5em .5em .5em 0;text-align:left;vertical-align:top}h1,h2,h3{break-after:avoid;line-height:1.25}li,tr{break-inside:avoid}a{color:#1a65a6}@media print{body{font-size:10pt;margin:0;max-width:none}a{color:#000}a::after{content:\" (\" attr(href) \")\";font-size:.8em}}";

impl Document {
    /// The document as HTML.
    pub(crate) fn page(&self) -> String {
        let mut out = String::from("<!doctype html>\n<html lang=\"");
        escape(self.lang, &mut out);
        out.push_str("\">\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
        escape(self.title(), &mut out);
        out.push_str("</title>\n<style>");
        out.push_str(STYLE);
        out.push_str("</style>\n<main>\n");
        for block in &self.blocks {
            match block {
                Block::Heading(level, title) => {
                    let tag = match level {
                        1 => "h1",
                        2 => "h2",
                        _ => "h3",
                    };
                    element(tag, &words(title), &mut out);
                }
                Block::Paragraph(content) => element("p", content, &mut out),
                Block::List(items) => {
                    out.push_str("<ul>\n");
                    for item in items {
                        element("li", item, &mut out);
                    }
                    out.push_str("</ul>\n");
                }
                Block::Table(head, rows) => {
                    out.push_str("<table>\n<thead><tr>\n");
                    for title in head {
                        element("th scope=\"col\"", &words(title), &mut out);
                    }
                    out.push_str("</tr></thead>\n<tbody>\n");
                    for row in rows {
                        out.push_str("<tr>\n");
                        for (at, cell) in row.iter().enumerate() {
                            let tag = if at == 0 { "th scope=\"row\"" } else { "td" };
                            element(tag, cell, &mut out);
                        }
                        out.push_str("</tr>\n");
                    }
                    out.push_str("</tbody>\n</table>\n");
                }
            }
        }
        out.push_str("</main>\n</html>\n");
        out
    }
}

/// An element, its tag given with its attributes.
fn element(tag: &str, content: &[Run], out: &mut String) {
    out.push('<');
    out.push_str(tag);
    out.push('>');
    for run in content {
        match run {
            Run::Words(words) => escape(words, out),
            Run::Link { label, url } if url.starts_with("https://") => {
                out.push_str("<a href=\"");
                escape(url, out);
                out.push_str("\">");
                escape(label, out);
                out.push_str("</a>");
            }
            Run::Link { label, .. } => escape(label, out),
        }
    }
    let (name, _) = tag.split_once(' ').unwrap_or((tag, ""));
    out.push_str("</");
    out.push_str(name);
    out.push_str(">\n");
}

fn escape(words: &str, out: &mut String) {
    for letter in words.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            letter => out.push(letter),
        }
    }
}
