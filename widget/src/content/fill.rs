//! Texts made of others.

/// A text with its placeholders filled in, each given as `{name}` and what it stands for.
pub(crate) fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut text = text.to_owned();
    for (name, value) in values {
        text = text.replace(name, value);
    }
    text
}

/// Lines in one, with something between them.
#[inline(never)]
pub(crate) fn joined(lines: &[String], between: &str) -> String {
    let mut all = String::new();
    for (at, line) in lines.iter().enumerate() {
        all.push_str(if at == 0 { "" } else { between });
        all.push_str(line);
    }
    all
}
