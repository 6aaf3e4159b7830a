//! Words for files: photos, scans and letters in the vault.

use clap::Subcommand;
use std::path::PathBuf;

/// Deeds about files.
#[derive(Debug, Subcommand)]
pub(crate) enum DocumentDeed {
    /// Keep files in the vault, each as a document of its own
    #[command(
        after_help = "Example:\n  pulang document add passport.jpg --for PNH-2023-A0001 --sort passport"
    )]
    Add {
        /// The files
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// The people, or a rescue, that they are about
        #[arg(long = "for", required = true, num_args = 1.., value_name = "REF")]
        about: Vec<String>,
        /// Whom to leave out of a rescue
        #[arg(long, value_name = "REF", num_args = 1..)]
        except: Vec<String>,
        /// What they are: passport, photo, police-report …
        #[arg(long, value_name = "SORT")]
        sort: Option<String>,
        /// More answers: number=B1234567
        #[arg(long = "set", value_name = "FIELD=TEXT")]
        fields: Vec<String>,
    },
    /// Keep a file in a field of a record, or of several: a person's photo, an authority's letter
    #[command(after_help = "Example:\n  pulang document attach PNH-2023-A0001 photo face.jpg")]
    Attach {
        /// The records, the field, and the file
        #[arg(required = true, num_args = 3.., value_names = ["REF", "FIELD", "FILE"])]
        words: Vec<String>,
        /// Whom to leave out of a rescue
        #[arg(long, value_name = "REF", num_args = 1..)]
        except: Vec<String>,
    },
    /// A document with what is known of its file
    #[command(after_help = "Example:\n  pulang document show PNH-2023-DA01")]
    Show {
        /// The document
        reference: String,
    },
    /// Write the file out of the vault as it came in; goes into the ledger
    #[command(
        after_help = "Example:\n  pulang document save PNH-2023-DA01 -o letter.pdf --reason \"asked for by the court\""
    )]
    Save {
        /// The document, or another record with a file
        reference: String,
        /// The file to write
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
        /// Why it leaves
        #[arg(long, value_name = "TEXT")]
        reason: String,
        /// The field, where the record has several files
        #[arg(long, value_name = "FIELD")]
        field: Option<String>,
    },
}
