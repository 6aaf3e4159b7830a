//! What came of a deed, for a person and for a script. Owns how a list stands in columns; refuses to choose what is in it.

use serde::Serialize;
use serde_json::Value;

/// What came of a deed.
#[derive(Debug)]
pub(super) struct Outcome {
    /// For a person.
    pub(super) text: String,
    /// For a script.
    pub(super) json: Value,
    /// What the program ends with: 0, or 5 where what is shown is a rule's no.
    pub(super) exit: u8,
}

/// The exit code of what a rule refuses.
const REFUSED: u8 = 5;

impl Outcome {
    /// A text for people and a view for scripts.
    pub(super) fn of(text: impl Into<String>, view: &impl Serialize) -> Self {
        // A view is plain data with text keys: it always becomes JSON.
        Self { text: text.into(), json: serde_json::to_value(view).unwrap_or_default(), exit: 0 }
    }

    /// A text for people and JSON of another shape.
    pub(super) fn with(text: impl Into<String>, json: Value) -> Self {
        Self { text: text.into(), json, exit: 0 }
    }

    /// The same, as a no.
    pub(super) fn refused(self) -> Self {
        Self { exit: REFUSED, ..self }
    }
}

/// Rows as lines, each column as wide as its widest cell; the last is left ragged.
pub(super) fn columns<const N: usize>(rows: &[[String; N]]) -> String {
    let width =
        |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max();
    let widths: [usize; N] = std::array::from_fn(|column| width(column).unwrap_or(0));
    let line = |row: &[String; N]| {
        let cells = row.iter().zip(widths).map(|(cell, width)| format!("{cell:width$}"));
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::columns;

    #[test]
    fn columns_line_up_and_nothing_trails() {
        let rows = [["a".to_owned(), "long".to_owned()], ["wide".to_owned(), String::new()]];
        assert_eq!(columns(&rows), "a     long\nwide");
    }
}
