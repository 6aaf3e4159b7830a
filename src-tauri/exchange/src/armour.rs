//! Small signed files as text that a mail program may carry: a title, lines for people to read, and the bytes that count in
//! hexadecimal digits. Owns the one spelling; refuses any other, so that what people read is what the bytes say.

use std::fmt::Write as _;

/// The most bytes such a file may have.
pub(crate) const LARGEST: usize = 8192;
/// The line that holds the bytes.
const BYTES: &str = "bytes: ";

/// The file: `title`, a line for each of `lines`, the bytes.
pub(crate) fn write(title: &str, lines: &[(&str, &str)], bytes: &[u8]) -> String {
    let mut text = format!("{title}\n");
    for (name, value) in lines {
        // Writing to a text cannot fail.
        let _ = writeln!(text, "{name}: {value}");
    }
    text.push_str(BYTES);
    hex(bytes, &mut text);
    text.push('\n');
    text
}

/// The bytes of a file that begins with `title`. Whoever reads them writes the file once more and holds it against `text` by
/// [`is_spelt`].
pub(crate) fn bytes(title: &str, text: &str) -> Option<Vec<u8>> {
    let mut lines = text.lines();
    let named = text.len() <= LARGEST && lines.next().is_some_and(|line| line.trim_end() == title);
    unhex_all(lines.find_map(|line| line.trim_end().strip_prefix(BYTES)).filter(|_| named)?)
}

/// True when `text` is `written`, whatever a mail program made of the ends of its lines.
pub(crate) fn is_spelt(text: &str, written: &str) -> bool {
    text.trim_end().lines().map(|line| line.strip_suffix('\r').unwrap_or(line)).eq(written.lines())
}

pub(crate) fn hex(bytes: &[u8], text: &mut String) {
    for byte in bytes {
        let _ = write!(text, "{byte:02x}");
    }
}

pub(crate) fn unhex<const N: usize>(text: &str) -> Option<[u8; N]> {
    unhex_all(text)?.try_into().ok()
}

/// Bytes from lower-case hexadecimal digits.
pub(crate) fn unhex_all(text: &str) -> Option<Vec<u8>> {
    let digit = |byte: u8| match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    };
    let (pairs, odd) = text.as_bytes().as_chunks::<2>();
    let bytes: Option<Vec<u8>> =
        pairs.iter().map(|[high, low]| Some(digit(*high)? << 4 | digit(*low)?)).collect();
    bytes.filter(|_| odd.is_empty())
}
