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
    Kind,
    model::{
        Align, Block, Column, Copy, Cover, Dossier, Frame, Label, Meta, Pair, Provenance, Row, Table, Text,
    },
};

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
            pair("stats-of", whom),
        ];
        let by = [&leaving.table.by_rows, &leaving.table.by_columns].map(String::as_str);
        let by = by.into_iter().filter(|one| !one.is_empty()).collect::<Vec<_>>().join(", ");
        if !by.is_empty() {
            pairs.push(pair("stats-by", said(&by)));
        }
        let least = words.fill("stat-least", &[("least", &leaving.threshold.to_string())]);
        let blocks = vec![
            Block::Cover(Cover { title: plain(heading.clone()), recipient: said(&laid.name), pairs }),
            Block::Notice(Text::new(least, lang, Provenance::Word("stat-least".to_owned()))),
            Block::Table(charted(&laid, &leaving.table.row_totals, &said)),
        ];
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

/// The table with a bar beside each of its lines but the totals, so that a bar stands on the line that names it.
fn charted(laid: &paperwork::tables::Table, counts: &[Option<u32>], said: &dyn Fn(&str) -> Text) -> Table {
    let column = |head: Text, weight: f32, align: Align| Column { head: plain(head), weight, align };
    let titled = laid.titles.iter().enumerate();
    let columns = titled.map(|(at, title)| match at {
        0 => column(said(title), 3.0, Align::Start),
        _ => column(said(title), 1.0, Align::End),
    });
    let rows = laid.rows.iter().map(|cells| Row(cells.iter().map(|cell| said(cell)).collect()));
    // A table of one line has nothing to compare.
    let bars = if counts.len() > 1 { bars(counts) } else { Vec::new() };
    Table { bars, ..Table::new(columns.collect(), rows.collect()) }
}

/// How long each bar is, in thousandths of the longest. None has a bar of nothing, and what is withheld no bar.
fn bars(counts: &[Option<u32>]) -> Vec<Option<u16>> {
    let most = u64::from(counts.iter().flatten().copied().max().unwrap_or(0).max(1));
    let long = |count: u32| u16::try_from(u64::from(count) * 1000 / most).unwrap_or(1000);
    counts.iter().map(|count| count.map(long)).collect()
}

const fn plain(text: Text) -> Label {
    Label { text, second: None }
}

#[cfg(test)]
mod tests {
    use super::bars;

    #[test]
    fn a_bar_is_as_long_as_its_count_and_none_is_not_withheld() {
        assert_eq!(bars(&[Some(40), Some(10), Some(0), None]), [Some(1000), Some(250), Some(0), None]);
        assert_eq!(bars(&[None, Some(0)]), [None, Some(0)]);
        assert_eq!(bars(&[Some(u32::MAX), Some(1)]), [Some(1000), Some(0)]);
    }
}
