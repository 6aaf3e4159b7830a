//! Photographs and pages of annexes as they stand on the page. Owns their places and frames; refuses to leave a gap that
//! looks like a fault where there is no photograph.

use super::{
    LEFT, WIDTH,
    engine::Style,
    flow::{Builder, Draw, Strip, fit},
    tree::Tag,
};
use crate::{
    DossierError,
    model::{Figure, Portrait},
};

/// The largest size of a person's photograph beside what is known of them.
pub(super) const BESIDE: (f32, f32) = (85.0, 113.4);
/// The same in a row of a table.
pub(super) const IN_ROW: (f32, f32) = (30.0, 40.0);
/// The largest size of a page of an annex: below its heading, on one page with it.
const SCAN: (f32, f32) = (WIDTH, 590.0);

/// A photograph or its empty frame, drawn, with the room that it takes.
pub(super) struct Portrayed {
    pub(super) draws: Vec<Draw>,
    pub(super) width: f32,
    pub(super) height: f32,
}

impl Builder<'_> {
    /// Draws it within a box whose `right` end and top are given.
    pub(super) fn portrait(
        &mut self,
        portrait: &Portrait,
        parent: Option<usize>,
        (right, top): (f32, f32),
        within: (f32, f32),
    ) -> Result<Portrayed, DossierError> {
        match portrait {
            Portrait::Shown(figure) => {
                let (width, height) = fit(figure, within);
                let draws = vec![self.picture(figure, parent, right - width, top, (width, height))];
                Ok(Portrayed { draws, width, height })
            }
            Portrait::Absent(word) => {
                let (width, height) = within;
                let x = right - width;
                let node = self.flow.tree.add(Tag::P, parent);
                let size = if width < 60.0 { 5.5 } else { 7.5 };
                let style = Style { size, bold: false, end: false };
                let lines = self.text(word, node, style, width - 6.0)?;
                let said: f32 = lines.iter().map(|placed| placed.line.height).sum();
                let mut y = top + ((height - said) / 2.0).max(1.0);
                let mut draws = framed(x, top, width, height);
                for placed in lines {
                    let line = placed.line.height;
                    draws.push(Draw::Line { x: x + 3.0, y, placed });
                    y += line;
                }
                Ok(Portrayed { draws, width, height })
            }
        }
    }

    /// A page of an annex in a frame, in the middle of the page.
    pub(super) fn scan(&mut self, figure: &Figure) {
        let (w, h) = fit(figure, SCAN);
        let x = LEFT + (WIDTH - w) / 2.0;
        let mut draws = framed(x, 0.0, w, h);
        draws.push(self.picture(figure, None, x, 0.0, (w, h)));
        self.flow.strips.push(Strip { height: h, gap: 8.0, draws, ..Strip::default() });
    }
}

/// The four sides of a box.
fn framed(x: f32, y: f32, w: f32, h: f32) -> Vec<Draw> {
    vec![
        Draw::Rule { x, y, w, h: 0.0 },
        Draw::Rule { x, y: y + h, w, h: 0.0 },
        Draw::Rule { x, y, w: 0.0, h },
        Draw::Rule { x: x + w, y, w: 0.0, h },
    ]
}
