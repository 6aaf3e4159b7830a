//! Figures about a period, for the screen, the script and the file.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is asked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
pub struct StatsInput {
    /// The first day: `2023-01-01`.
    pub from: String,
    /// The last day.
    pub to: String,
    /// What the table is by, two at most: `province`, `regency`, `sex`, `age`, `company`, `site-province`, `means`, `finding`,
    /// `month`, `year`.
    #[serde(default)]
    pub by: Vec<String>,
    /// Whom it counts: `helped`, `rescued`, `sheltered` or `returned`, which it is when left out.
    #[serde(default)]
    pub of: Option<String>,
    /// Withhold counts below this: 11 for the public, 5 between ministries. Exact when left out.
    #[serde(default)]
    pub threshold: Option<u32>,
}

/// Figures about a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StatsView {
    /// The first day.
    pub from: String,
    /// The last day.
    pub to: String,
    /// Helped, rescued, sheltered, returned; none where small counts are withheld.
    pub totals: Vec<StatCount>,
    /// The table that was asked for; a single number when it is by nothing.
    pub table: StatTable,
    /// How long it took.
    pub days: Vec<StatDays>,
    /// What it cost.
    pub costs: Vec<StatCost>,
}

/// How many people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StatCount {
    /// `returned`.
    pub id: String,
    /// The same in words.
    pub word: String,
    /// How many.
    pub people: u32,
}

/// People by one thing or two. A count that is withheld is none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StatTable {
    /// What it counts, in words.
    pub heading: String,
    /// The same as an id.
    pub of: String,
    /// What the rows are, in words.
    pub by_rows: String,
    /// What the columns are, in words.
    pub by_columns: String,
    /// The rows in words.
    pub rows: Vec<String>,
    /// The columns in words; one without a word when the table is by one thing.
    pub columns: Vec<String>,
    /// The counts, row by row.
    pub cells: Vec<Vec<Option<u32>>>,
    /// The total of each row.
    pub row_totals: Vec<Option<u32>>,
    /// The total of each column.
    pub column_totals: Vec<Option<u32>>,
    /// Everybody.
    pub total: Option<u32>,
    /// Counts below this are withheld.
    pub threshold: Option<u32>,
    /// How many counts are withheld.
    pub withheld: u32,
}

/// How many days a stretch of the way took.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StatDays {
    /// From what, in words.
    pub from: String,
    /// To what, in words.
    pub to: String,
    /// How many people it is of: those for whom it ended in the period.
    pub people: u32,
    /// Half of them took no longer.
    pub median: u32,
    /// Nine in ten took no longer.
    pub p90: u32,
}

/// Money that was spent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StatCost {
    /// What for, as an id.
    pub sort: String,
    /// The same in words.
    pub word: String,
    /// ISO 4217.
    pub currency: String,
    /// How much, as shown.
    pub amount: String,
}

/// A table that left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StatsReleased {
    /// Its number in the ledger of tables.
    pub number: u32,
    /// Where it was written.
    pub path: String,
    /// The table as it left.
    pub table: StatTable,
}

/// The pages of a table, prepared and not yet printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StatsPages {
    /// Names them until they are printed or others are prepared.
    pub token: String,
    /// How many.
    pub pages: u32,
}
