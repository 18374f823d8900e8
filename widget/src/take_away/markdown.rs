//! A document as Markdown, to be pasted into a business case.

use wicketgate_engine::Run;

use super::{Block, Document};

impl Document {
    /// The document as Markdown.
    pub(crate) fn markdown(&self) -> String {
        let mut out = String::new();
        for block in &self.blocks {
            if !out.is_empty() {
                out.push('\n');
            }
            match block {
                Block::Heading(level, title) => {
                    for _ in 0..*level {
                        out.push('#');
                    }
                    out.push(' ');
                    escape(title, &mut out);
                    out.push('\n');
                }
                Block::Paragraph(content) => {
                    inside(content, &mut out);
                    out.push('\n');
                }
                Block::List(items) => {
                    for item in items {
                        out.push_str("- ");
                        inside(item, &mut out);
                        out.push('\n');
                    }
                }
                Block::Table(head, rows) => {
                    for title in head {
                        out.push_str("| ");
                        escape(title, &mut out);
                        out.push(' ');
                    }
                    out.push_str("|\n");
                    for _ in head {
                        out.push_str("| --- ");
                    }
                    out.push_str("|\n");
                    for row in rows {
                        for cell in row {
                            out.push_str("| ");
                            inside(cell, &mut out);
                            out.push(' ');
                        }
                        out.push_str("|\n");
                    }
                }
            }
        }
        out
    }
}

fn inside(content: &[Run], out: &mut String) {
    for run in content {
        match run {
            Run::Words(words) => escape(words, out),
            Run::Link { label, url } => {
                out.push('[');
                escape(label, out);
                out.push_str("](");
                for letter in url.chars() {
                    match letter {
                        '(' => out.push_str("%28"),
                        ')' => out.push_str("%29"),
                        ' ' => out.push_str("%20"),
                        '<' => out.push_str("%3C"),
                        '>' => out.push_str("%3E"),
                        '|' => out.push_str("%7C"),
                        '\n' => {}
                        letter => out.push(letter),
                    }
                }
                out.push(')');
            }
        }
    }
}

/// Words that mean themselves, whatever they are. Numbers and dashes that would begin a list are broken, too.
fn escape(words: &str, out: &mut String) {
    let mut first = true;
    // Whether there were only digits until now.
    let mut number = true;
    let mut letters = words.chars().peekable();
    while let Some(letter) = letters.next() {
        let special = match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~' | '&' => true,
            '-' | '+' => first,
            '.' | ')' => number && !first && letters.peek().is_none_or(|next| *next == ' '),
            _ => false,
        };
        if special {
            out.push('\\');
        }
        // A block is one line; a blank line in it would begin another.
        out.push(if letter.is_control() { ' ' } else { letter });
        first = false;
        number &= letter.is_ascii_digit();
    }
}
