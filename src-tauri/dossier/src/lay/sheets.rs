//! The larger blocks as strips: cover, labels with values, persons, tables, seal and signatures. Owns how they look; refuses
//! to break a page.

use super::{
    LEFT, WIDTH,
    engine::Style,
    flow::{BODY, Builder, Draw, Strip},
    grid::{Cell, Grid, Rules},
    portrait::{BESIDE, IN_ROW, Portrayed},
    tree::Tag,
};
use crate::{
    DossierError,
    model::{Align, Cover, Label, Pair, Person, Signature, Table},
    seal,
};

const SMALL: f32 = 7.5;
const TABLE: f32 = 8.0;
/// The height of a bar, beside the first line of its row.
const BAR: f32 = 6.0;

impl Builder<'_> {
    pub(crate) fn cover(&mut self, cover: &Cover) -> Result<(), DossierError> {
        self.heading(1, &cover.title)?;
        self.paragraph(&cover.recipient, Tag::P, 14.0, false, 10.0)?;
        self.pairs(&cover.pairs, 18.0, None)
    }

    /// Labels with values; beside a photograph they are narrower until it ends.
    pub(crate) fn pairs(
        &mut self,
        pairs: &[Pair],
        gap: f32,
        photo: Option<Portrayed>,
    ) -> Result<(), DossierError> {
        let table = self.flow.tree.add(Tag::Table, None);
        let body = self.flow.tree.add(Tag::TBody, Some(table));
        let (mut beside, photo_width, photo_height) = match photo {
            Some(Portrayed { draws, width, height }) => (draws, width + 12.0, height + 6.0),
            None => (Vec::new(), 0.0, 0.0),
        };
        let mut filled = 0.0;
        let begin = self.flow.strips.len();
        for (index, pair) in pairs.iter().enumerate() {
            let room = if filled < photo_height { WIDTH - photo_width } else { WIDTH };
            let label_width = WIDTH * 0.31;
            let row = self.flow.tree.add(Tag::TR, Some(body));
            let head = self.flow.tree.add(Tag::RowHead, Some(row));
            let label = self.label(
                &pair.label,
                head,
                Style { size: 8.5, bold: true, end: false },
                label_width - 8.0,
            )?;
            let cell = self.flow.tree.add(Tag::TD, Some(row));
            let style = Style { size: BODY, bold: false, end: false };
            let mut values = Vec::new();
            for value in &pair.values {
                let node = if pair.values.len() > 1 { self.flow.tree.add(Tag::P, Some(cell)) } else { cell };
                values.extend(self.text(value, node, style, room - label_width - 8.0)?);
            }
            let cells = vec![
                Cell { x: LEFT, w: label_width, pad: 2.5, lines: label },
                Cell { x: LEFT + label_width, w: room - label_width, pad: 2.5, lines: values },
            ];
            let first = self.flow.strips.len();
            self.grid(
                cells,
                Grid {
                    gap: if index == 0 { gap } else { 0.0 },
                    rules: Rules::Under(room),
                    keep: filled < photo_height,
                    before: std::mem::take(&mut beside),
                    ..Grid::default()
                },
            );
            filled += self.flow.strips.iter().skip(first).map(|strip| strip.height).sum::<f32>();
        }
        if !beside.is_empty() {
            self.flow.strips.push(Strip { height: photo_height, gap, draws: beside, ..Strip::default() });
        } else if filled < photo_height {
            self.flow.strips.push(Strip { height: photo_height - filled, ..Strip::default() });
        }
        if let Some(strip) = self.flow.strips.last_mut() {
            strip.keep = false;
        }
        self.hold(begin);
        Ok(())
    }

    pub(crate) fn person(&mut self, person: &Person) -> Result<(), DossierError> {
        let portrait = person.photo.as_ref();
        let photo = portrait
            .map(|portrait| self.portrait(portrait, None, (LEFT + WIDTH, 2.0), BESIDE))
            .transpose()?;
        self.pairs(&person.pairs, 6.0, photo)
    }

    pub(crate) fn table(&mut self, table: &Table) -> Result<(), DossierError> {
        let whole: f32 = table.columns.iter().map(|column| column.weight.max(0.1)).sum();
        let before = if table.portraits.is_some() { IN_ROW.0 + 6.0 } else { 0.0 };
        let after = room_of_bars(table);
        let room = WIDTH - before - after;
        let widths: Vec<f32> =
            table.columns.iter().map(|column| room * column.weight.max(0.1) / whole).collect();
        let mut lefts = Vec::with_capacity(widths.len());
        let mut x = LEFT + before;
        for width in &widths {
            lefts.push(x);
            x += width;
        }
        let node = self.flow.tree.add(Tag::Table, None);
        let thead = self.flow.tree.add(Tag::THead, Some(node));
        let tr = self.flow.tree.add(Tag::TR, Some(thead));
        let mut cells = Vec::new();
        if let Some(portraits) = &table.portraits {
            let th = self.flow.tree.add(Tag::ColumnHead, Some(tr));
            let style = Style { size: TABLE, bold: true, end: false };
            let lines = self.label(&portraits.head, th, style, before - 6.0)?;
            cells.push(Cell { x: LEFT, w: before, pad: 3.0, lines });
        }
        for ((column, w), x) in table.columns.iter().zip(&widths).zip(&lefts) {
            let th = self.flow.tree.add(Tag::ColumnHead, Some(tr));
            let style = Style { size: TABLE, bold: true, end: column.align == Align::End };
            cells.push(Cell { x: *x, w: *w, pad: 3.0, lines: self.label(&column.head, th, style, w - 6.0)? });
        }
        let first = self.flow.strips.len();
        self.grid(cells, Grid { gap: 6.0, rules: Rules::Head, keep: true, ..Grid::default() });
        let head = self.flow.heads.len();
        let copy = self.flow.strips.get(first).cloned().unwrap_or_default();
        self.flow.heads.push(Strip { gap: 0.0, keep: true, ..copy });
        let body = self.flow.tree.add(Tag::TBody, Some(node));
        let mut portraits = table.portraits.iter().flat_map(|portraits| &portraits.of);
        let mut bars = table.bars.iter();
        for row in &table.rows {
            let bar = bars.next().copied().flatten();
            let tr = self.flow.tree.add(Tag::TR, Some(body));
            if let ([remark], None, 2..) = (row.0.as_slice(), &table.portraits, table.columns.len()) {
                let td = self.flow.tree.add(Tag::Across(table.columns.len()), Some(tr));
                let style = Style { size: TABLE, bold: true, end: false };
                let lines = self.text(remark, td, style, WIDTH - 6.0)?;
                let cell = Cell { x: LEFT, w: WIDTH, pad: 3.0, lines };
                // It speaks of the row below it.
                self.grid(
                    vec![cell],
                    Grid { head: Some(head), rules: Rules::Full, keep: true, ..Grid::default() },
                );
                continue;
            }
            let mut cells = Vec::new();
            let mut grid = Grid { head: Some(head), rules: Rules::Full, ..Grid::default() };
            if table.portraits.is_some() {
                let td = self.flow.tree.add(Tag::TD, Some(tr));
                cells.push(Cell { x: LEFT, w: before, pad: 3.0, lines: Vec::new() });
                if let Some(portrait) = portraits.next() {
                    grid.before =
                        self.portrait(portrait, Some(td), (LEFT + before - 3.0, 3.0), IN_ROW)?.draws;
                    grid.least = IN_ROW.1 + 6.0;
                }
            }
            if let Some(thousandths) = bar {
                let w = (after - 12.0) * f32::from(thousandths.min(1000)) / 1000.0;
                grid.before.push(Draw::Rule { x: LEFT + WIDTH - after + 6.0, y: 5.0, w, h: BAR });
            }
            for (index, ((column, w), x)) in table.columns.iter().zip(&widths).zip(&lefts).enumerate() {
                let td = self.flow.tree.add(Tag::TD, Some(tr));
                let style = Style { size: TABLE, bold: false, end: column.align == Align::End };
                let lines = match row.0.get(index) {
                    Some(text) => self.text(text, td, style, w - 6.0)?,
                    None => Vec::new(),
                };
                cells.push(Cell { x: *x, w: *w, pad: 3.0, lines });
            }
            self.grid(cells, grid);
        }
        if let Some(strip) = self.flow.strips.last_mut() {
            strip.keep = false;
        }
        // Its head is kept with the first row already.
        self.hold(first + 1);
        Ok(())
    }

    pub(crate) fn seal(&mut self, label: &Label) -> Result<(), DossierError> {
        const SIZE: f32 = 92.0;
        let digest = self.dossier.digest();
        let code = seal::words(&digest);
        let figure = self.figure_node(&seal::aloud(label, &digest), None);
        let node = self.flow.tree.add(Tag::P, None);
        let room = WIDTH - SIZE - 14.0;
        let mut lines = self.label(label, node, Style { size: 8.5, bold: true, end: false }, room)?;
        let node = self.flow.tree.add(Tag::P, None);
        lines.extend(self.text(&code, node, Style { size: 13.0, bold: true, end: false }, room)?);
        let mut draws = vec![Draw::Seal { x: LEFT, y: 0.0, size: SIZE, node: figure }];
        let mut y = 10.0;
        for placed in lines {
            let height = placed.line.height;
            draws.push(Draw::Line { x: LEFT + SIZE + 14.0, y, placed });
            y += height;
        }
        self.flow.strips.push(Strip { height: y.max(SIZE), gap: 14.0, draws, ..Strip::default() });
        Ok(())
    }

    pub(crate) fn signatures(&mut self, signatures: &[Signature]) -> Result<(), DossierError> {
        const GUTTER: f32 = 22.0;
        let width = (WIDTH - GUTTER) / 2.0;
        for pair in signatures.chunks(2) {
            let mut strip = Strip { gap: 20.0, ..Strip::default() };
            for (side, signature) in pair.iter().enumerate() {
                let x = if side == 0 { LEFT } else { LEFT + width + GUTTER };
                let node = self.flow.tree.add(Tag::P, None);
                let mut y = 0.0;
                for placed in
                    self.label(&signature.role, node, Style { size: BODY, bold: true, end: false }, width)?
                {
                    let height = placed.line.height;
                    strip.draws.push(Draw::Line { x, y, placed });
                    y += height;
                }
                for line in &signature.lines {
                    y += 30.0;
                    strip.draws.push(Draw::Rule { x, y, w: width, h: 0.0 });
                    y += 1.5;
                    let node = self.flow.tree.add(Tag::P, None);
                    for placed in
                        self.label(line, node, Style { size: SMALL, bold: false, end: false }, width)?
                    {
                        let height = placed.line.height;
                        strip.draws.push(Draw::Line { x, y, placed });
                        y += height;
                    }
                }
                strip.height = strip.height.max(y);
            }
            self.flow.strips.push(strip);
        }
        Ok(())
    }
}

/// What bars take of a table's width: the more columns, the less.
fn room_of_bars(table: &Table) -> f32 {
    if table.bars.is_empty() {
        return 0.0;
    }
    let columns = table.columns.iter().fold(0.0, |sum, _| sum + 1.0_f32);
    (WIDTH / (columns + 1.0)).clamp(60.0, WIDTH * 0.4)
}
