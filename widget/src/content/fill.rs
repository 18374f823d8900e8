//! Texts made of others.

pub(crate) use wicketgate_engine::filled as fill;

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
