//! One request of the WebDriver protocol over a plain socket. Refuses an async client: it would rebuild half the tree.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

use serde_json::Value;

const ANSWER_WITHIN: Duration = Duration::from_secs(60);

/// Sends one request to the driver on this machine and returns the `value` of its answer.
///
/// # Errors
/// The driver cannot be reached, or answers with an error: its code and message.
pub(crate) fn call(port: u16, method: &str, path: &str, body: &Value) -> Result<Value, String> {
    let raw = exchange(port, method, path, body).map_err(|fault| fault.to_string())?;
    let head = raw.windows(4).position(|window| window == b"\r\n\r\n").ok_or("an answer without a header")?;
    let answer: Value = serde_json::from_slice(&raw[head + 4..]).map_err(|fault| fault.to_string())?;
    match answer["value"].get("error") {
        Some(error) => Err(format!("{error}: {}", answer["value"]["message"])),
        None => Ok(answer["value"].clone()),
    }
}

fn exchange(port: u16, method: &str, path: &str, body: &Value) -> std::io::Result<Vec<u8>> {
    let body = if method == "POST" { body.to_string() } else { String::new() };
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_read_timeout(Some(ANSWER_WITHIN))?;
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\
         Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )?;
    let mut raw = Vec::new();
    stream.read_to_end(&mut raw)?;
    Ok(raw)
}
