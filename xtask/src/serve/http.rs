//! As much of HTTP/1.1 as a browser needs from a file server: GET and HEAD, one answer a connection.

use std::io::{BufRead, BufReader, Read, Result, Write};
use std::net::TcpStream;
use std::time::Duration;

/// More than any browser sends in a request without a body.
const LONGEST_REQUEST: u64 = 64 * 1024;

const PATIENCE: Duration = Duration::from_secs(30);

/// What was asked for.
#[derive(Debug)]
pub(super) struct Request {
    pub(super) method: String,
    /// The path with `%` escapes resolved and the query left off.
    pub(super) path: String,
    /// The version that the browser already has.
    pub(super) known: Option<String>,
}

/// What is sent back.
#[derive(Debug)]
pub(super) struct Response {
    pub(super) status: &'static str,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: Vec<u8>,
}

impl Response {
    /// A page of one plain sentence.
    pub(super) fn sentence(status: &'static str, text: &str) -> Self {
        Self {
            status,
            headers: vec![header("content-type", "text/plain; charset=utf-8")],
            body: format!("{text}\n").into_bytes(),
        }
    }
}

/// One header line.
pub(super) fn header(name: &str, value: &str) -> (String, String) {
    (name.to_owned(), value.to_owned())
}

/// Reads one request and sends the answer to it.
pub(super) fn answer(stream: &TcpStream, make: impl Fn(&Request) -> Response) -> Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let mut lines = Vec::new();
    for line in BufReader::new(stream.take(LONGEST_REQUEST)).lines() {
        match line? {
            line if line.is_empty() => break,
            line => lines.push(line),
        }
    }
    let Some(first) = lines.first() else {
        return Ok(());
    };
    let response = match request(first, &lines) {
        Some(request) if matches!(request.method.as_str(), "GET" | "HEAD") => {
            let mut response = make(&request);
            response
                .headers
                .push(header("content-length", &response.body.len().to_string()));
            if request.method == "HEAD" {
                response.body.clear();
            }
            response
        }
        Some(_) => Response::sentence("405 Method Not Allowed", "Only GET and HEAD work here."),
        None => Response::sentence("400 Bad Request", "That was not understood."),
    };
    send(stream, &response)
}

fn send(mut stream: &TcpStream, response: &Response) -> Result<()> {
    let mut head = format!("HTTP/1.1 {}\r\nconnection: close\r\n", response.status);
    for (name, value) in &response.headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str("\r\n");
    stream.write_all(head.as_bytes())?;
    stream.write_all(&response.body)?;
    stream.flush()
}

fn request(first: &str, lines: &[String]) -> Option<Request> {
    let mut words = first.split(' ');
    let method = words.next()?.to_owned();
    let target = words.next()?;
    let path = target.split(['?', '#']).next()?;
    let known = lines.iter().skip(1).find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("if-none-match")
            .then(|| value.trim().to_owned())
    });
    Some(Request {
        method,
        path: unescaped(path)?,
        known,
    })
}

fn unescaped(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            let digits = std::str::from_utf8(&digits).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_is_read() {
        let lines = ["GET /a%20b?c=d HTTP/1.1", "if-NONE-match: \"1\""].map(str::to_owned);
        let request = request(&lines[0], &lines).unwrap();
        assert_eq!(request.method, "GET");
        assert_eq!(request.path, "/a b");
        assert_eq!(request.known.as_deref(), Some("\"1\""));
    }

    #[test]
    fn what_is_no_request_is_refused() {
        for first in ["", "GET", "GET /%", "GET /%zz", "GET /%ff"] {
            assert!(request(first, &[]).is_none(), "{first}");
        }
    }
}
