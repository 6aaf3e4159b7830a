//! What can be typed about other laptops: which are trusted, bundles, and values that two of them wrote.

use std::path::PathBuf;

use clap::Subcommand;

/// Deeds about laptops.
#[derive(Debug, Subcommand)]
pub(crate) enum DeviceDeed {
    /// This laptop's public identity, to be given to a colleague
    #[command(after_help = "Example:\n  pulang device show > ours.card\n  pulang device show --qr")]
    Show {
        /// Its fingerprint instead, in words and as a QR code that says them
        #[arg(long)]
        qr: bool,
    },
    /// Write this laptop's own key: any stock age opens the outer layer of its bundles with it
    #[command(
        after_help = "Example:\n  pulang device key --out laptop.key --reason \"inspection, letter 12\"\n  age -d -i laptop.key night.pulang > inside"
    )]
    Key {
        /// The identity file to write; whoever has it can read every bundle for this laptop
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        /// Why, for the audit
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
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
    #[command(
        after_help = "Example:\n  pulang device trust theirs.card\n  pulang device trust theirs.card --office"
    )]
    Trust {
        /// Its identity file
        file: PathBuf,
        /// Every laptop that its office enrolled, too: compare the office's fingerprint
        #[arg(long)]
        office: bool,
    },
    /// This laptop's office: its fingerprint, this laptop's letter, other offices that are trusted
    #[command(after_help = "Example:\n  pulang device office --qr")]
    Office {
        /// With a QR code that says the words of its fingerprint
        #[arg(long)]
        qr: bool,
    },
    /// No longer trust the laptops of another office, on this laptop
    #[command(
        after_help = "Example:\n  pulang device distrust --words \"six words of the office\" --reason \"closed, letter 9\""
    )]
    Distrust {
        /// The words of the office's fingerprint, as device office shows them
        #[arg(long, value_name = "WORDS")]
        words: String,
        /// Why, for the audit
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
    /// Hand the office's key on to another laptop of the office, sealed to it: it enrols laptops, too, then
    #[command(
        after_help = "Example:\n  pulang device hand-on 0193… --reason \"deputy's laptop\" -o office.key.age"
    )]
    HandOn {
        /// Its id, as device list shows it
        device: String,
        /// Why, for the audit
        #[arg(long, value_name = "TEXT")]
        reason: String,
        /// The file to write; no other laptop can open it
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
    },
    /// Take the office's key that another laptop of the office handed on to this one
    #[command(after_help = "Example:\n  pulang device take office.key.age")]
    Take {
        /// The file
        file: PathBuf,
    },
    /// Found the office of this laptop, when it is the first
    #[command(after_help = "Example:\n  pulang device found")]
    Found,
    /// Ask the office for a letter: a file for the laptop that founded it
    #[command(after_help = "Example:\n  pulang device request -o laptop.request")]
    Request {
        /// The file to write
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
    },
    /// Enrol a laptop that asks, on the laptop that holds the office's key; without --words it says what to compare
    #[command(
        after_help = "Example:\n  pulang device enrol laptop.request --words \"six words of theirs as they read them\" -o laptop.answer"
    )]
    Enrol {
        /// The request
        file: PathBuf,
        /// The words of its fingerprint, as the colleague reads them
        #[arg(long, value_name = "WORDS", default_value = "")]
        words: String,
        /// The answer to write
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
    },
    /// Take the office's answer; without --words it says what to compare
    #[command(
        after_help = "Example:\n  pulang device join laptop.answer --words \"six words of the office as they read them\""
    )]
    Join {
        /// The answer
        file: PathBuf,
        /// The words of the office's fingerprint, as the office reads them
        #[arg(long, value_name = "WORDS", default_value = "")]
        words: String,
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
