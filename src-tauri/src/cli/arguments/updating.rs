//! The words for updates by stick.

use std::path::PathBuf;

use clap::Subcommand;

/// Deeds about a new version.
#[derive(Debug, Subcommand)]
pub(crate) enum UpdateDeed {
    /// Who signed an update, what is in it, and whether it fits here; needs no vault
    #[command(after_help = "Example:\n  pulang update check /media/stick/pulang-0.2.0.update")]
    Check {
        /// The file
        file: PathBuf,
    },
    /// Prove an update, back the vault up, and write the package out; it is installed by hand
    #[command(after_help = "Example:\n  pulang update take /media/stick/pulang-0.2.0.update -o .")]
    Take {
        /// The file
        file: PathBuf,
        /// The folder for the package
        #[arg(short, long, value_name = "DIR")]
        output: PathBuf,
        /// Take an older version, or the same, on purpose
        #[arg(long)]
        back: bool,
    },
}
