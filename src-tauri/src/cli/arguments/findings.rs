//! What can be typed about many cases at once: figures, and records that may be of one person.

use std::path::PathBuf;

use clap::{Args, Subcommand};

/// Figures as they are asked for.
#[derive(Debug, Args)]
pub(crate) struct StatsArgs {
    /// The first day: 2023-01-01
    #[arg(long, value_name = "DATE")]
    pub(crate) from: String,
    /// The last day
    #[arg(long, value_name = "DATE")]
    pub(crate) to: String,
    /// What the table is by, two at most: province, regency, sex, age, company, site-province, means, finding, month, year
    #[arg(long, value_name = "FIELD", num_args = 1..=2, value_delimiter = ',')]
    pub(crate) by: Vec<String>,
    /// Whom it counts: helped, rescued, sheltered, returned
    #[arg(long, value_name = "WHOM")]
    pub(crate) of: Option<String>,
    /// Withhold counts of fewer than 11 people, and what would give them away
    #[arg(long, conflicts_with = "ministry")]
    pub(crate) public: bool,
    /// Withhold counts of fewer than 5 people, for another ministry
    #[arg(long)]
    pub(crate) ministry: bool,
    /// Write the withheld table to this file, XLSX or CSV, and into the ledger; without it nothing leaves
    #[arg(short, long, value_name = "FILE", requires = "reason")]
    pub(crate) output: Option<PathBuf>,
    /// Print the withheld table with its chart, from memory, on the system's printer
    #[arg(long, requires = "reason", conflicts_with = "output")]
    pub(crate) print: bool,
    /// Another printer than the system's own choice
    #[arg(long, value_name = "NAME", requires = "print")]
    pub(crate) printer: Option<String>,
    /// Why it leaves
    #[arg(long, value_name = "TEXT")]
    pub(crate) reason: Option<String>,
}

/// Deeds about two records that may be of one person.
#[derive(Debug, Subcommand)]
pub(crate) enum DuplicateDeed {
    /// Pairs that nobody has decided, the likeliest first, with what speaks for each
    #[command(after_help = "Example:\n  pulang duplicates list PNH-2023-RA01")]
    List {
        /// A person or a rescue; everybody when left out
        reference: Option<String>,
    },
    /// Write down that two records are of one person; nothing is merged, and undo takes it back
    #[command(
        after_help = "Example:\n  pulang duplicates link PNH-2023-A0001 PNH-2023-A0042 --reason \"same passport\""
    )]
    Link(PairArgs),
    /// Write down that two records are of two people
    #[command(
        after_help = "Example:\n  pulang duplicates dismiss PNH-2023-A0001 PNH-2023-A0042 --reason \"brothers\""
    )]
    Dismiss(PairArgs),
}

/// Two people.
#[derive(Debug, Args)]
pub(crate) struct PairArgs {
    /// One of them
    pub(crate) one: String,
    /// The other
    pub(crate) other: String,
    /// Why
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub(crate) reason: String,
}
