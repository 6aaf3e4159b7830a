//! What can be typed about cases on their way to and from other systems.

use std::path::PathBuf;

use clap::{Args, Subcommand};

/// Cases as they are to leave.
#[derive(Debug, Args)]
pub(crate) struct ExportArgs {
    /// The shape: htcds (CSV where the name ends so, else XLSX), xlsx (a sheet for each kind), jsonl (a record a line)
    #[arg(value_parser = ["htcds", "xlsx", "jsonl"])]
    pub(crate) kind: String,
    /// People, or rescues and movements that stand for their people; everybody when left out
    #[arg(value_name = "REF")]
    pub(crate) references: Vec<String>,
    /// The file to write
    #[arg(short, long, value_name = "FILE", required_unless_present = "preview")]
    pub(crate) output: Option<PathBuf>,
    /// The recipient's profile: whose consent counts, and what is shown
    #[arg(long = "for", value_name = "PROFILE", default_value = "embassy")]
    pub(crate) profile: String,
    /// Only those whose consent to that recipient names this purpose: research
    #[arg(long, value_name = "PURPOSE")]
    pub(crate) purpose: Option<String>,
    /// Only those for whom something was done from this day on: 2023-01-01
    #[arg(long, value_name = "DATE", requires = "to")]
    pub(crate) from: Option<String>,
    /// And up to this day
    #[arg(long, value_name = "DATE", requires = "from")]
    pub(crate) to: Option<String>,
    /// Why it leaves
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub(crate) reason: String,
    /// Only say what would be in it and what stays; nothing leaves
    #[arg(long, conflicts_with = "output")]
    pub(crate) preview: bool,
}

/// Deeds that take in other systems' cases.
#[derive(Debug, Subcommand)]
pub(crate) enum ImportDeed {
    /// Take in a file of HTCDS 2.0 as one deed: csv, tsv, xlsx, ods
    #[command(
        after_help = "Example:\n  pulang import htcds cases.xlsx --dry-run\n  pulang import htcds cases.csv --rescue PNH-2023-RA01"
    )]
    Htcds {
        /// The file, or - for standard input
        file: PathBuf,
        /// The rescue that the people belong to; without it each is a case of its own
        #[arg(long, value_name = "REF")]
        rescue: Option<String>,
        /// Show what would be taken in, and write nothing
        #[arg(long)]
        dry_run: bool,
        /// The answer to a column's question: C=day-first
        #[arg(long = "answer", value_name = "COLUMN=ANSWER")]
        answers: Vec<String>,
    },
}
