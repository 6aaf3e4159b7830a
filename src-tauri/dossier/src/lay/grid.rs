//! Rows of cells. Owns their height, their rules and how a long row is cut between lines; refuses to cut a line.

use super::{
    LEFT, WIDTH,
    flow::{Builder, Draw, Placed, Strip},
};

/// A row higher than this may be cut.
const WHOLE: f32 = 150.0;
/// The height of a slice of a row that is cut.
const SLICE: f32 = 48.0;

/// A cell of a row.
pub(crate) struct Cell {
    pub(crate) x: f32,
    pub(crate) w: f32,
    pub(crate) pad: f32,
    pub(crate) lines: Vec<Placed>,
}

/// What is drawn around a row.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) enum Rules {
    /// A line below, of this width.
    Under(f32),
    /// Around the whole.
    #[default]
    Box,
    /// Around every cell.
    Full,
    /// Around every cell, twice below.
    Head,
}

/// How a row stands among the strips.
#[derive(Default)]
pub(crate) struct Grid {
    pub(crate) gap: f32,
    /// The least height of the row.
    pub(crate) least: f32,
    /// What is drawn before its cells: a photograph.
    pub(crate) before: Vec<Draw>,
    pub(crate) head: Option<usize>,
    pub(crate) rules: Rules,
    pub(crate) keep: bool,
}

impl Builder<'_> {
    /// Adds a row: one strip, or several when it is long.
    pub(crate) fn grid(&mut self, cells: Vec<Cell>, grid: Grid) {
        let tall =
            |cell: &Cell| cell.lines.iter().map(|placed| placed.line.height).sum::<f32>() + 2.0 * cell.pad;
        let height = cells.iter().map(tall).fold(0.0, f32::max);
        let limit = if height <= WHOLE { f32::INFINITY } else { SLICE };
        let frames: Vec<(f32, f32, f32)> = cells.iter().map(|cell| (cell.x, cell.w, cell.pad)).collect();
        let mut left: Vec<std::vec::IntoIter<Placed>> =
            cells.into_iter().map(|cell| cell.lines.into_iter()).collect();
        let mut first = true;
        let mut before = grid.before;
        loop {
            let mut strip =
                Strip { head: grid.head, gap: if first { grid.gap } else { 0.0 }, ..Strip::default() };
            strip.draws = std::mem::take(&mut before);
            for ((x, _, pad), lines) in frames.iter().zip(left.iter_mut()) {
                let top = if first { *pad } else { 0.0 };
                let mut y = top;
                while let Some(next) = lines.as_slice().first().map(|placed| placed.line.height) {
                    if y > top && y + next > limit {
                        break;
                    }
                    let Some(placed) = lines.next() else { break };
                    strip.draws.push(Draw::Line { x: x + pad, y, placed });
                    y += next;
                }
                strip.height = strip.height.max(y);
            }
            let last = left.iter().all(|lines| lines.as_slice().is_empty());
            if last {
                strip.height += frames.iter().map(|(_, _, pad)| *pad).fold(0.0, f32::max);
                if first {
                    strip.height = strip.height.max(grid.least);
                }
            }
            rule(&mut strip, &frames, grid.rules, first, last);
            // The first slice of a row keeps the second, the last but one the last: no line stands alone.
            let near_end = left.iter().all(|lines| lines.as_slice().len() <= 3);
            strip.keep = (grid.keep && last) || (!last && (first || near_end));
            self.flow.strips.push(strip);
            if last {
                return;
            }
            first = false;
        }
    }
}

fn rule(strip: &mut Strip, frames: &[(f32, f32, f32)], rules: Rules, first: bool, last: bool) {
    let h = strip.height;
    let mut add = |x: f32, y: f32, w: f32, h: f32| strip.draws.push(Draw::Rule { x, y, w, h });
    match rules {
        Rules::Under(width) => {
            if last {
                add(LEFT, h, width, 0.0);
            }
        }
        Rules::Box => {
            add(LEFT, 0.0, 0.0, h);
            add(LEFT + WIDTH, 0.0, 0.0, h);
            if first {
                add(LEFT, 0.0, WIDTH, 0.0);
            }
            if last {
                add(LEFT, h, WIDTH, 0.0);
            }
        }
        Rules::Full | Rules::Head => {
            for (x, _, _) in frames {
                add(*x, 0.0, 0.0, h);
            }
            add(LEFT + WIDTH, 0.0, 0.0, h);
            if rules == Rules::Head {
                add(LEFT, 0.0, WIDTH, 0.0);
                add(LEFT, h - 1.2, WIDTH, 0.0);
            }
            if last {
                add(LEFT, h, WIDTH, 0.0);
            }
        }
    }
}
