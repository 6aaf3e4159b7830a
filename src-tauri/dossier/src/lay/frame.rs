//! The running head and foot. Owns classification, reference, recipient, the page number and the training banner on every
//! page; refuses to be part of what is read: they are artifacts.

use super::{
    LEFT, PAGE, WIDTH,
    engine::{Engine, Style},
    place::{Item, Laid, Mark, MarkKind, Page},
};
use crate::{
    DossierError,
    model::{Dossier, Run, Text},
};

const SIZE: f32 = 7.5;

/// Where a running text stands.
struct Spot {
    kind: &'static str,
    x: f32,
    /// The top of its first line, from the page's top.
    top: f32,
    width: f32,
    style: Style,
}

/// Draws head and foot on every page.
pub(crate) fn draw(dossier: &Dossier, engine: &mut Engine, laid: &mut Laid) -> Result<(), DossierError> {
    let count = laid.pages.len();
    let frame = &dossier.frame;
    let plain = Style { size: SIZE, bold: false, end: false };
    let left = WIDTH * 0.6;
    for (index, page) in laid.pages.iter_mut().enumerate() {
        let mut drawn = Page::default();
        if let Some(training) = &frame.training {
            let spot = Spot {
                kind: "Header",
                x: LEFT + 6.0,
                top: 20.0,
                width: WIDTH - 12.0,
                style: Style { bold: true, size: 9.0, end: false },
            };
            text(training, &spot, engine, &mut drawn)?;
            lines(
                &mut drawn,
                &[
                    (LEFT, 18.0, WIDTH, 0.0, 1.2),
                    (LEFT, 36.0, WIDTH, 0.0, 1.2),
                    (LEFT, 18.0, 0.0, 18.0, 1.2),
                    (LEFT + WIDTH, 18.0, 0.0, 18.0, 1.2),
                ],
            );
        }
        let head = if frame.training.is_some() { 46.0 } else { 34.0 };
        let at = |kind, top, end| {
            let (x, width) = if end { (LEFT + left, WIDTH - left) } else { (LEFT, left) };
            Spot { kind, x, top, width, style: Style { end, ..plain } }
        };
        let bold = Spot { style: Style { bold: true, ..plain }, ..at("Header", head, false) };
        text(&frame.classification, &bold, engine, &mut drawn)?;
        text(&frame.reference, &at("Header", head, true), engine, &mut drawn)?;
        let foot = PAGE.1 - 42.0;
        text(&frame.recipient, &at("Footer", foot, false), engine, &mut drawn)?;
        text(&numbered(&frame.page, index + 1, count), &at("Footer", foot, true), engine, &mut drawn)?;
        lines(&mut drawn, &[(LEFT, head + 24.0, WIDTH, 0.0, 0.8), (LEFT, foot - 6.0, WIDTH, 0.0, 0.8)]);
        drawn.items.append(&mut page.items);
        drawn.marks.append(&mut page.marks);
        page.items = drawn.items;
        page.marks = drawn.marks;
    }
    Ok(())
}

/// The sentence for one page.
pub(crate) fn numbered(page: &Text, x: usize, y: usize) -> Text {
    let fill = |run: &Run| {
        let said = run.text().replace("{x}", &x.to_string()).replace("{y}", &y.to_string());
        Run::new(said, run.lang(), run.from().clone())
    };
    Text(page.0.iter().map(fill).collect())
}

fn text(text: &Text, spot: &Spot, engine: &mut Engine, page: &mut Page) -> Result<(), DossierError> {
    page.items.push(Item::Artifact { kind: Some(spot.kind) });
    let mut mark = Mark { kind: MarkKind::Frame, text: String::new(), rtl: false };
    let mut top = spot.top;
    for line in engine.lines(text, spot.style, spot.width)? {
        for segment in line.segments {
            mark.append(&segment);
            page.items.push(Item::Text { x: spot.x + segment.x, y: PAGE.1 - top - line.baseline, segment });
        }
        top += line.height;
    }
    page.items.push(Item::End);
    page.marks.push(mark);
    Ok(())
}

fn lines(page: &mut Page, rules: &[(f32, f32, f32, f32, f32)]) {
    page.items.push(Item::Artifact { kind: None });
    for (x, top, w, h, width) in rules {
        page.items.push(Item::Rule { x: *x, y: PAGE.1 - top - h, w: *w, h: *h, width: *width });
    }
    page.items.push(Item::End);
}
