//! `wicketgate-bench`: what `cargo xtask bench` runs.
//!
//! ```text
//! speed DIR [N...]        how long each step takes for generated rulebooks of N objectives
//! questions DIR [WALKS]   how many questions are asked, beside other orders of asking them
//! ```

use std::process::ExitCode;

use wicketgate_bench::{questions, speed};

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["questions", folder] => questions(folder, 100_000),
        ["questions", folder, walks] => match walks.parse() {
            Ok(walks) => questions(folder, walks),
            Err(_) => Err(format!("`{walks}` is not a number")),
        },
        ["speed", folder, sizes @ ..] => {
            let parsed: Option<Vec<usize>> = sizes.iter().map(|size| size.parse().ok()).collect();
            match parsed {
                Some(sizes) if sizes.is_empty() => speed::measure(folder, &[4, 100, 1_000, 10_000]),
                Some(sizes) if !sizes.contains(&0) => speed::measure(folder, &sizes),
                _ => Err("the sizes of `speed` are numbers from 1".to_owned()),
            }
        }
        _ => Err("speed DIR [N...] or questions DIR [WALKS]".to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("wicketgate-bench: {message}");
            ExitCode::FAILURE
        }
    }
}
