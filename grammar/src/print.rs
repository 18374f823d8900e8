//! The canonical form of a tree: two spaces a level, one space between parts, comments kept.

use crate::tree::GAP;
use crate::{Block, Line, Part, Tree};

/// A list goes on in the next line where it would become longer than this.
const WIDTH: usize = 110;

/// The canonical text of a tree; parsing it gives the same tree.
pub fn print(tree: &Tree) -> String {
    let mut out = String::new();
    for (index, item) in tree.items.iter().enumerate() {
        if index > 0 && (item.gap || item.block.is_some()) {
            out.push('\n');
        }
        line(&mut out, item, 0);
    }
    comments(&mut out, &tree.comments, 0);
    out
}

fn line(out: &mut String, line: &Line, depth: usize) {
    comments(out, &line.comments, depth);
    indent(out, depth);
    for (index, part) in line.parts.iter().enumerate() {
        let after_comma = matches!(
            index.checked_sub(1).and_then(|at| line.parts.get(at)),
            Some(Part::Comma(_))
        );
        let column = out.len() - out.rfind('\n').map_or(0, |at| at + 1);
        if after_comma && column + length(part) > WIDTH {
            out.push('\n');
            indent(out, depth + 2);
        } else if index > 0 && !matches!(part, Part::Comma(_)) {
            out.push(' ');
        }
        self::part(out, part, depth);
    }
    if let Some(block) = &line.block {
        out.push_str(" {\n");
        self::block(out, block, depth);
        indent(out, depth);
        out.push('}');
    }
    if let Some(remark) = &line.remark {
        out.push_str(" # ");
        out.push_str(remark);
    }
    out.push('\n');
}

fn block(out: &mut String, block: &Block, depth: usize) {
    for inner in &block.lines {
        if inner.gap {
            out.push('\n');
        }
        line(out, inner, depth + 1);
    }
    comments(out, &block.comments, depth + 1);
}

/// How long a part is in its line, with the comma behind it.
fn length(part: &Part) -> usize {
    match part {
        Part::Word(word) => word.value.len() + 2,
        Part::Text(text) => text.value.first().map_or(0, String::len) + 4,
        Part::Citations(_) | Part::Comma(_) => 1,
    }
}

fn part(out: &mut String, part: &Part, depth: usize) {
    match part {
        Part::Word(word) => out.push_str(&word.value),
        Part::Comma(_) => out.push(','),
        Part::Text(text) => {
            for (index, paragraph) in text.value.iter().enumerate() {
                if index > 0 {
                    out.push('\n');
                    indent(out, depth + 2);
                }
                out.push('"');
                out.push_str(&paragraph.replace('\\', "\\\\").replace('"', "\\\""));
                out.push('"');
            }
        }
        Part::Citations(citations) => {
            out.push('[');
            for (index, citation) in citations.value.iter().enumerate() {
                if index > 0 {
                    out.push_str("; ");
                }
                out.push_str(&citation.instrument.value);
                if let Some(provision) = &citation.provision {
                    out.push(' ');
                    out.push_str(&provision.value);
                }
            }
            out.push(']');
        }
    }
}

fn comments(out: &mut String, comments: &[String], depth: usize) {
    for comment in comments {
        if comment == GAP {
            out.push('\n');
            continue;
        }
        indent(out, depth);
        out.push('#');
        if !comment.is_empty() {
            out.push(' ');
            out.push_str(comment);
        }
        out.push('\n');
    }
}

fn indent(out: &mut String, depth: usize) {
    for _ in 0..depth {
        out.push_str("  ");
    }
}
