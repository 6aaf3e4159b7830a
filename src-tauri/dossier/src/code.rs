//! A short text as a QR code for a screen: what two officers compare, so that a telephone can read it off the other laptop. Owns
//! both drawings, each with its quiet border; refuses to say anything but the very text that it was given.

use crate::{
    DossierError,
    seal::{Span, spans_of},
};
use std::fmt::Write as _;

/// Light modules on every side, as ISO/IEC 18004 asks of a quiet zone.
const BORDER: usize = 4;

/// A QR code, ready to be drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    spans: Vec<Span>,
    /// Modules to a side, without the border.
    inner: usize,
}

impl Code {
    /// The code that says exactly `text`.
    ///
    /// # Errors
    /// [`DossierError::Fault`] when the text is too long for one code.
    pub fn of(text: &str) -> Result<Self, DossierError> {
        let (spans, inner) = spans_of(text)?;
        Ok(Self { spans, inner })
    }

    /// Modules to a side, with the border.
    pub const fn side(&self) -> usize {
        self.inner + 2 * BORDER
    }

    /// The dark modules as the path of an SVG whose view box is `0 0 side side`; what is under it has to be white.
    pub fn path(&self) -> String {
        let mut path = String::new();
        for Span { row, column, count } in &self.spans {
            let (x, y) = (column + BORDER, row + BORDER);
            // Writing into a text does not fail.
            let _ = write!(path, "M{x} {y}h{count}v1h-{count}z");
        }
        path
    }

    /// The code in block characters, two rows of modules to a line and one character to a module: black on white.
    pub fn blocks(&self) -> String {
        let dark = |x: usize, y: usize| {
            let inside = x.checked_sub(BORDER).zip(y.checked_sub(BORDER));
            inside.is_some_and(|(column, row)| {
                self.spans
                    .iter()
                    .any(|span| span.row == row && (span.column..span.column + span.count).contains(&column))
            })
        };
        let line = |y: usize| {
            let module = |x: usize| match (dark(x, y), dark(x, y + 1)) {
                (true, true) => '█',
                (true, false) => '▀',
                (false, true) => '▄',
                (false, false) => ' ',
            };
            (0..self.side()).map(module).collect::<String>()
        };
        (0..self.side()).step_by(2).map(line).collect::<Vec<_>>().join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::Code;

    const WORDS: &str = "deluge detached routing idealism flatbed renegade";

    /// What an independent reader makes of dark modules, each drawn as a square of four.
    fn read(side: usize, dark: impl Fn(usize, usize) -> bool) -> Vec<String> {
        let grey = |x: usize, y: usize| if dark(x / 4, y / 4) { 0 } else { 255 };
        let mut picture = rqrr::PreparedImage::prepare_from_greyscale(side * 4, side * 4, grey);
        picture.detect_grids().iter().map(|grid| grid.decode().unwrap().1).collect()
    }

    /// The modules of a path that is made of strips one module high.
    fn strips(path: &str) -> Vec<(usize, usize, usize)> {
        let strip = |text: &str| {
            let (at, rest) = text.split_once('h').unwrap();
            let (x, y) = at.split_once(' ').unwrap();
            let (count, back) = rest.split_once("v1h-").unwrap();
            assert_eq!(count, back, "a strip closes where it began");
            (x.parse().unwrap(), y.parse().unwrap(), count.parse().unwrap())
        };
        path.split_terminator('z').map(|text| strip(text.strip_prefix('M').unwrap())).collect()
    }

    #[test]
    fn both_drawings_say_exactly_the_words_to_another_reader() {
        let code = Code::of(WORDS).unwrap();
        let strips = strips(&code.path());
        let dark = |x: usize, y: usize| {
            strips.iter().any(|(left, top, count)| y == *top && (*left..left + count).contains(&x))
        };
        assert_eq!(read(code.side(), dark), [WORDS]);

        let blocks = code.blocks();
        let lines: Vec<Vec<char>> = blocks.lines().map(|line| line.chars().collect()).collect();
        let dark = |x: usize, y: usize| {
            let half = if y.is_multiple_of(2) { '▀' } else { '▄' };
            lines.get(y / 2).and_then(|line| line.get(x)).is_some_and(|at| *at == '█' || *at == half)
        };
        assert_eq!(read(code.side(), dark), [WORDS]);
    }

    #[test]
    fn four_light_modules_stand_on_every_side() {
        let code = Code::of(WORDS).unwrap();
        let (strips, far) = (strips(&code.path()), code.side() - 4);
        assert!(strips.iter().all(|(x, y, count)| *x >= 4 && *y >= 4 && x + count <= far && *y < far));
        assert!(strips.iter().any(|(x, y, _)| (*x, *y) == (4, 4)));
        assert!(code.blocks().lines().take(2).all(|line| line.chars().all(|at| at == ' ')));
        assert!(code.blocks().lines().all(|line| line.chars().count() == code.side()));
    }

    #[test]
    fn another_word_is_another_code_and_too_many_are_none() {
        assert_ne!(Code::of(WORDS).unwrap(), Code::of(&WORDS.replace("deluge", "delude")).unwrap());
        assert!(Code::of(&"x".repeat(5_000)).is_err());
    }
}
