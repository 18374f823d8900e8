//! `wicketgate texts DIR [--lang cy] [--json]` and `wicketgate texts DIR --pseudo`

use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;

use wicketgate_engine::{PSEUDO, Plain, Severity, Source, TextListed, compile, language, pseudo};

use crate::args::Args;
use crate::{Ended, Failure, load, print, print_json};

/// Lists the texts of a rulebook, or writes all of them in the language that nobody speaks.
pub(crate) fn run(mut args: Args) -> Ended {
    let json = args.flag("--json");
    let write = args.flag("--pseudo");
    let wanted = args.value("--lang")?;
    let folder = args.folder()?;
    let mut sources = load::sources(&folder, false)?;
    if write {
        // What an earlier time wrote is written anew, so its mistakes are none.
        sources.retain(|source| language(&source.name).is_none());
    }
    let compiled = compile(&sources);
    let mut all = compiled.diagnostics.iter();
    if all.any(|diagnostic| diagnostic.severity == Severity::Error) {
        return Err(Failure::Rules(load::rendered(
            &compiled,
            &sources,
            Some(Severity::Error),
        )));
    }
    if write {
        return write_pseudo(&folder, &sources, &compiled.texts);
    }
    if json {
        let told = compiled.texts.iter();
        let told = told.map(|one| as_plain(one, &sources, wanted.as_deref()));
        return print_json(&Plain::List(told.collect()));
    }
    print(&told(&compiled.texts, &sources, wanted.as_deref()))
}

fn file<'a>(one: &TextListed, sources: &'a [Source]) -> &'a str {
    let source = sources.get(one.span.source.0 as usize);
    source.map_or("", |source| source.name.as_str())
}

/// What a text is in a language, if it is.
fn said<'a>(one: &'a TextListed, language: &str) -> Option<&'a [String]> {
    let mut said = one.said.iter();
    said.find(|(other, _)| other == language)
        .map(|(_, said)| said.as_slice())
}

/// The texts as lines of a rule file, so that they can be copied into one.
fn told(texts: &[TextListed], sources: &[Source], language: Option<&str>) -> String {
    let mut out = String::new();
    let mut missing = 0;
    let mut last = "";
    for one in texts {
        let translated = language.and_then(|language| said(one, language));
        // With a language, what is left to do.
        if translated.is_some() {
            continue;
        }
        missing += 1;
        let file = file(one, sources);
        if file != last {
            out.push_str(&format!("# {file}\n"));
            last = file;
        }
        out.push_str(&line(&one.text.id, &one.text.paragraphs));
    }
    match language {
        None => out.push_str(&format!("# {} texts\n", texts.len())),
        Some(language) => out.push_str(&format!(
            "# {missing} of {} texts are missing in {language}\n",
            texts.len()
        )),
    }
    out
}

fn as_plain(one: &TextListed, sources: &[Source], language: Option<&str>) -> Plain {
    let list = |paragraphs: &[String]| Plain::List(paragraphs.iter().map(Plain::text).collect());
    let mut members = vec![
        ("id".to_owned(), Plain::text(&one.text.id)),
        ("file".to_owned(), Plain::text(file(one, sources))),
        ("text".to_owned(), list(&one.text.paragraphs)),
    ];
    if let Some(language) = language {
        let translated = said(one, language).map_or(Plain::Null, list);
        members.push((language.to_owned(), translated));
    }
    Plain::Map(members)
}

/// A text as the line of a file of translations.
fn line(id: &str, paragraphs: &[String]) -> String {
    let quoted: Vec<String> = paragraphs
        .iter()
        .map(|one| format!("\"{}\"", one.replace('\\', "\\\\").replace('"', "\\\"")))
        .collect();
    format!("text {id} {}\n", quoted.join("\n  "))
}

/// Writes beside each rule file one in the language that nobody speaks.
fn write_pseudo(folder: &Path, sources: &[Source], texts: &[TextListed]) -> Ended {
    let mut files: BTreeMap<&str, String> = BTreeMap::new();
    for one in texts {
        let said: Vec<String> = one.text.paragraphs.iter().map(|it| pseudo(it)).collect();
        let file = files.entry(file(one, sources)).or_default();
        file.push_str(&line(&one.text.id, &said));
    }
    for (name, text) in &files {
        let stem = name.strip_suffix(".gate").unwrap_or(name);
        let path = folder.join(format!("{stem}.{PSEUDO}.gate"));
        std::fs::write(&path, text).map_err(|error| {
            Failure::Input(format!("`{}` cannot be written: {error}", path.display()))
        })?;
    }
    print(&format!(
        "{} texts in {} files of the language {PSEUDO}",
        texts.len(),
        files.len()
    ))?;
    Ok(ExitCode::SUCCESS)
}
