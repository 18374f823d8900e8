//! `cargo xtask serve`: the site on this machine, with rule files that can be edited while it runs.

mod files;
mod http;
mod publisher;

use crate::arguments::ServeOptions;
use crate::build;
use crate::failure::{Failure, Result, While};
use crate::places::Places;
use files::Files;
use publisher::Publisher;
use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

/// How often saved rule files are looked for: soon enough that nobody waits, and no load to speak of.
const LOOK_EVERY: Duration = Duration::from_millis(300);

/// How many ports after the first are tried.
const PORTS: u16 = 50;

/// Builds the site if it is ours, then serves it until it is ended.
pub(crate) fn serve(options: ServeOptions) -> Result<()> {
    let (dir, rules, command) = match options.dir {
        Some(dir) => (dir, options.rules, options.publisher),
        None => {
            let places = Places::find()?;
            build::build(&places)?;
            let command = match options.publisher {
                Some(command) => command,
                None => build::wicketgate(&places)?,
            };
            let rules = options.rules.unwrap_or_else(|| places.rules());
            (places.dist(), Some(rules), Some(command))
        }
    };
    let publisher = match (&rules, command) {
        (Some(rules), Some(command)) => Some(Publisher::new(command, rules.clone(), dir.clone())),
        _ => None,
    };
    let files = Files {
        dir,
        rules,
        publisher,
        headers: options.headers,
    };
    let listener = listen(options.port)?;
    let port = listener
        .local_addr()
        .while_doing(|| "tell the port".into())?
        .port();
    println!("Wicketgate is at http://localhost:{port}/ (Ctrl+C ends it)");
    answer(&listener, &Arc::new(files));
    Ok(())
}

fn listen(first: u16) -> Result<TcpListener> {
    let mut port = first;
    loop {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            Err(error) => return Err(error).while_doing(|| format!("listen on port {port}")),
        }
        port = match port.checked_add(1) {
            Some(next) if next - first < PORTS => next,
            _ => {
                return Err(Failure::new(format!(
                    "no port from {first} to {port} is free; choose another with --port"
                )));
            }
        };
    }
}

fn answer(listener: &TcpListener, files: &Arc<Files>) {
    if files.publisher.is_some() {
        let files = Arc::clone(files);
        thread::spawn(move || {
            loop {
                if let Some(publisher) = &files.publisher {
                    publisher.refresh();
                }
                thread::sleep(LOOK_EVERY);
            }
        });
    }
    for stream in listener.incoming().flatten() {
        let files = Arc::clone(files);
        // A thread each, because browsers open connections that they may never use.
        thread::spawn(move || talk(&stream, &files));
    }
}

fn talk(stream: &TcpStream, files: &Files) {
    // A browser that has gone away is no fault of ours, and there is nobody left to tell.
    let _ = http::answer(stream, |request| files.answer(request));
}
