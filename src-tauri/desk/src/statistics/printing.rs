//! A table on paper: the pages exactly as they would be printed, and the printing of those very bytes. Owns what stands on
//! them; refuses exact figures, and a page that no longer says what may leave.

use super::release::Leaving;
use crate::{
    Desk,
    failure::DeskError,
    reading::count,
    views::{StatTable, StatsInput, StatsPages, StatsReleased},
};
use dossier::{
    Kind, chart,
    model::{
        Align, Block, Column, Copy, Cover, Dossier, Figure, Frame, Label, Meta, Pair, Provenance, Row, Table,
        Text,
    },
};
use std::sync::Arc;

/// As many bars as a page takes.
const BARS: usize = 40;

/// The pages of a table that have been looked at, and have not left.
pub(crate) struct OpenTable {
    pub(crate) token: String,
    pub(crate) bytes: Vec<u8>,
    input: StatsInput,
    table: StatTable,
}

impl Desk {
    /// Prepares the pages of the table as it would leave. They are looked at by [`Desk::dossier_page`]; nothing leaves yet.
    ///
    /// # Errors
    /// As [`Desk::release_statistics`], but for the reason; [`DeskError::Dossier`] when they cannot be made.
    pub fn statistics_prepare(&mut self, input: &StatsInput) -> Result<StatsPages, DeskError> {
        let leaving = self.leaving(input)?;
        let written = dossier::write(&self.on_paper(&leaving)?, &Kind::Open)?;
        let (token, pages) = (self.new_id().to_string(), count(written.pages));
        self.table = Some(OpenTable {
            token: token.clone(),
            bytes: written.bytes,
            input: input.clone(),
            table: leaving.table,
        });
        Ok(StatsPages { token, pages })
    }

    /// Hands the very bytes that were looked at to `printer`, from memory, and writes the table into the ledger first.
    ///
    /// # Errors
    /// [`DeskError::NoPreview`], also when the table would be another one by now; [`DeskError::ReasonNeeded`];
    /// [`DeskError::TooClose`]; [`DeskError::NoPrinter`] when the system refuses: the ledger then says that it may have
    /// left.
    pub fn statistics_print(
        &mut self,
        token: &str,
        reason: &str,
        printer: &mut dyn FnMut(&[u8]) -> std::io::Result<()>,
    ) -> Result<StatsReleased, DeskError> {
        let open = self.table.as_ref().filter(|open| open.token == token).ok_or(DeskError::NoPreview)?;
        let leaving = self.leaving(&open.input)?;
        if leaving.table != open.table {
            return Err(DeskError::NoPreview);
        }
        let number = self.in_the_ledger(&leaving, reason, "table-print")?;
        let open = self.table.take().ok_or(DeskError::NoPreview)?;
        printer(&open.bytes).map_err(|_| DeskError::NoPrinter)?;
        Ok(StatsReleased { number, path: String::new(), table: open.table })
    }

    fn on_paper(&self, leaving: &Leaving) -> Result<Dossier, DeskError> {
        let words = self.words();
        let lang = self.lang.tag();
        // The numbers of a page are known once it is laid out.
        let open = [("x", "{x}"), ("y", "{y}")];
        let word = |key: &str| Text::new(words.fill(key, &open), lang, Provenance::Word(key.to_owned()));
        let said = |text: &str| Text::new(text, lang, Provenance::App);
        let pair = |key: &str, value: Text| Pair { label: plain(word(key)), values: vec![value] };
        let laid = self.as_table(leaving);
        let (heading, whom) = (word("ui-statistics"), said(&leaving.table.heading));
        let mut pairs = vec![
            pair("stats-from", Text::app(leaving.period.from.to_string())),
            pair("stats-to", Text::app(leaving.period.to.to_string())),
            pair("stats-of", whom.clone()),
        ];
        let by = [&leaving.table.by_rows, &leaving.table.by_columns].map(String::as_str);
        let by = by.into_iter().filter(|one| !one.is_empty()).collect::<Vec<_>>().join(", ");
        if !by.is_empty() {
            pairs.push(pair("stats-by", said(&by)));
        }
        let least = words.fill("stat-least", &[("least", &leaving.threshold.to_string())]);
        let mut blocks = vec![
            Block::Cover(Cover { title: plain(heading.clone()), recipient: said(&laid.name), pairs }),
            Block::Notice(Text::new(least, lang, Provenance::Word("stat-least".to_owned()))),
            Block::Table(numbered(&laid, &said)),
        ];
        for (at, counts) in leaving.table.row_totals.chunks(BARS).enumerate() {
            let bars = chart::bars_png(counts, at * BARS + 1)?;
            blocks.push(Block::Figure(Figure::new(Arc::from(bars), whom.clone(), Provenance::App)));
        }
        let training = self.is_training()?;
        Ok(Dossier {
            meta: Meta {
                title: heading.clone(),
                lang: lang.to_owned(),
                profile: "statistics".to_owned(),
                reference: Text::app("-"),
                copy: Copy { number: 1, of: 1 },
                made_at: self.now(),
                training,
            },
            people: Vec::new(),
            disclosed: Vec::new(),
            withheld: Vec::new(),
            frame: Frame {
                classification: heading,
                reference: Text::app(self.office()?),
                recipient: said(&laid.name),
                page: word("dos-page-x-of-y"),
                training: training.then(|| word("dos-training")),
            },
            blocks,
            attached: Vec::new(),
            pictured: Vec::new(),
            stamp: None,
        })
    }
}

/// The table with a number for each line but the totals, by which its bar is found.
fn numbered(laid: &paperwork::tables::Table, said: &dyn Fn(&str) -> Text) -> Table {
    let column = |head: Text, weight: f32, align: Align| Column { head: plain(head), weight, align };
    let mut columns = vec![column(Text::app("#"), 0.5, Align::End)];
    let titled = laid.titles.iter().enumerate();
    columns.extend(titled.map(|(at, title)| match at {
        0 => column(said(title), 3.0, Align::Start),
        _ => column(said(title), 1.0, Align::End),
    }));
    let last = laid.rows.len().saturating_sub(1);
    let row = |(at, cells): (usize, &Vec<String>)| {
        let number = if at < last { (at + 1).to_string() } else { String::new() };
        Row(std::iter::once(Text::app(number)).chain(cells.iter().map(|cell| said(cell))).collect())
    };
    Table::new(columns, laid.rows.iter().enumerate().map(row).collect())
}

const fn plain(text: Text) -> Label {
    Label { text, second: None }
}
