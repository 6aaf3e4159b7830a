//! What can be typed about other laptops: which are trusted, bundles, and values that two of them wrote.

use std::path::PathBuf;

use clap::Subcommand;

/// Deeds about laptops.
#[derive(Debug, Subcommand)]
pub(crate) enum DeviceDeed {
    /// This laptop's public identity, to be given to a colleague
    #[command(after_help = "Example:\n  pulang device show > ours.card")]
    Show,
    /// Every laptop that is or was trusted here
    #[command(after_help = "Example:\n  pulang device list --json")]
    List,
    /// End the trust in a lost or stolen laptop, here and wherever this travels
    #[command(after_help = "Example:\n  pulang device revoke 0193… --reason \"stolen in Poipet\"")]
    Revoke {
        /// Its id, as device list shows it
        device: String,
        /// Why, for the ledger
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
    /// Trust a colleague's laptop; compare the fingerprint first
    #[command(after_help = "Example:\n  pulang device trust theirs.card")]
    Trust {
        /// Its identity file
        file: PathBuf,
    },
}

/// Deeds about bundles.
#[derive(Debug, Subcommand)]
pub(crate) enum BundleDeed {
    /// Write what the laptops whose identity files are given do not hold yet
    #[command(after_help = "Example:\n  pulang bundle export --all --to theirs.card -o night.pulang")]
    Export {
        /// A laptop's identity file
        #[arg(long = "to", required = true, value_name = "FILE")]
        to: Vec<PathBuf>,
        /// Everything this vault holds, whatever they are known to hold
        #[arg(long)]
        all: bool,
        /// One person, or one rescue: what is about other people is withheld
        #[arg(long = "case", value_name = "REF")]
        case: Option<String>,
        /// In parts of at most 14 MiB, each a whole bundle, in any order
        #[arg(long)]
        parts: bool,
        /// The bundle to write
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
    },
    /// Take a bundle in: all of it or nothing
    #[command(after_help = "Example:\n  pulang bundle import night.pulang --dry-run")]
    Import {
        /// The bundle
        file: PathBuf,
        /// Say what would come of it, and take nothing in
        #[arg(long)]
        dry_run: bool,
    },
    /// What was taken in, newest first
    #[command(after_help = "Example:\n  pulang bundle list")]
    List,
    /// Set what a bundle brought aside on this laptop; it is kept, and does not count
    #[command(after_help = "Example:\n  pulang bundle aside 3\n  pulang bundle aside 3 --back")]
    Aside {
        /// Its number, as bundle list shows it
        import: u32,
        /// Take it back among what counts
        #[arg(long)]
        back: bool,
    },
    /// Look into a bundle and take nothing in
    #[command(after_help = "Example:\n  pulang bundle show night.bundle")]
    Show {
        /// The bundle
        file: PathBuf,
    },
}

/// Deeds about conflicts.
#[derive(Debug, Subcommand)]
pub(crate) enum ConflictDeed {
    /// What needs an officer after laptops met, besides fields with two values
    #[command(after_help = "Example:\n  pulang conflicts inbox --json")]
    Inbox,
    /// Every field with two values
    #[command(after_help = "Example:\n  pulang conflicts list")]
    List,
    /// Settle one: mine, theirs, both in sight for good, or a value typed in
    #[command(after_help = "Example:\n  pulang conflicts settle ID --take theirs")]
    Settle {
        /// The conflict
        id: String,
        /// mine, theirs, disputed (both stay in sight), a change, or the value
        #[arg(long, value_name = "WHICH")]
        take: String,
    },
}
