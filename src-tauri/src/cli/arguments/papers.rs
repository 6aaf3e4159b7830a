//! What can be typed about what leaves: dossiers, the ledger of copies, recipients' answers.

use std::path::PathBuf;

use clap::{Args, Subcommand};

/// A dossier as it is asked for.
#[derive(Debug, Args)]
pub(crate) struct DossierArgs {
    /// A rescue, or people
    #[arg(required = true, value_name = "REF")]
    pub(crate) references: Vec<String>,
    /// Whom to leave out of a rescue
    #[arg(long, value_name = "REF", num_args = 1..)]
    pub(crate) except: Vec<String>,
    /// The recipient's profile
    #[arg(long = "for", value_name = "PROFILE")]
    pub(crate) profile: String,
    /// The file to write
    #[arg(short, long, value_name = "FILE", required_unless_present_any = ["preview", "print"])]
    pub(crate) output: Option<PathBuf>,
    /// Only say what would be in it and what is withheld; nothing leaves
    #[arg(long)]
    pub(crate) preview: bool,
    /// Print it, from memory, on the system's printer
    #[arg(long, conflicts_with_all = ["output", "preview", "encrypted", "to", "password_file"])]
    pub(crate) print: bool,
    /// Another printer than the system's own choice
    #[arg(long, value_name = "NAME", requires = "print")]
    pub(crate) printer: Option<String>,
    /// Seal it to a recipient's key instead: an age key or a laptop's identity file
    #[arg(long, value_name = "KEYFILE", conflicts_with_all = ["encrypted", "password_file"])]
    pub(crate) to: Vec<PathBuf>,
    /// Encrypt it with the passphrase in this file
    #[arg(long, value_name = "FILE", conflicts_with = "encrypted")]
    pub(crate) password_file: Option<PathBuf>,
    /// Why it leaves as a plain file
    #[arg(long, value_name = "TEXT")]
    pub(crate) reason: Option<String>,
    /// Why it leaves without the consent that it needs; prints on the cover
    #[arg(long, value_name = "REASON")]
    pub(crate) consent_override: Option<String>,
    /// A second language beside the labels
    #[arg(long, value_name = "LANG", value_parser = ["id", "en", "km"])]
    pub(crate) beside: Option<String>,
    /// The organisation that gets it, where several on record have this profile
    #[arg(long, value_name = "REF")]
    pub(crate) recipient: Option<String>,
    /// Encrypt the file; the passphrase is generated and shown once
    #[arg(long)]
    pub(crate) encrypted: bool,
}

/// Deeds about what left.
#[derive(Debug, Subcommand)]
pub(crate) enum LedgerDeed {
    /// Every copy that left, newest first
    #[command(after_help = "Example:\n  pulang ledger list")]
    List,
    /// Who holds what about a person or a rescue, or one field of it
    #[command(after_help = "Example:\n  pulang ledger who-has PNH-2023-A0001 birth_date")]
    WhoHas {
        /// The person or the rescue
        reference: String,
        /// The field
        field: Option<String>,
    },
    /// Readable copies of which it is not known what became of them; deletes them, or asks no more
    #[command(after_help = "Example:\n  pulang ledger loose\n  pulang ledger loose --delete 3 4\n  \
                      pulang ledger loose --settle 5 --reason \"handed to the shelter\"")]
    Loose(LooseArgs),
}

/// What is to become of readable copies; with no number they are listed.
#[derive(Debug, Args)]
pub(crate) struct LooseArgs {
    /// Delete these files, each only if it is the very file that was written
    #[arg(long, value_name = "N", num_args = 1..)]
    pub(crate) delete: Vec<u32>,
    /// Leave them, and ask again at the next unlock
    #[arg(long, value_name = "N", num_args = 1..)]
    pub(crate) keep: Vec<u32>,
    /// Ask no more: they were handed over, or lie where they should
    #[arg(long, value_name = "N", num_args = 1.., requires = "reason")]
    pub(crate) settle: Vec<u32>,
    /// Why they are asked about no more
    #[arg(long, value_name = "TEXT")]
    pub(crate) reason: Option<String>,
}

/// Deeds about receipts.
#[derive(Debug, Subcommand)]
pub(crate) enum ReceiptDeed {
    /// Take in a recipient's signed answer
    #[command(after_help = "Example:\n  pulang receipt add answer.json")]
    Add {
        /// The file
        file: PathBuf,
    },
    /// Type in the answer from the signed page
    #[command(after_help = "Example:\n  pulang receipt type 7Q2M-09XC-ABCD-EFGH --answer accepted")]
    Type {
        /// The verification code, or the number of the copy
        code: String,
        /// The answer
        #[arg(long, value_name = "ANSWER", value_parser = ["accepted", "refused", "question"])]
        answer: String,
        /// In the recipient's words
        #[arg(long, value_name = "TEXT", default_value = "")]
        reason: String,
        /// Who signed the page
        #[arg(long, value_name = "NAME", default_value = "")]
        by: String,
        /// The day on the page; today where it is not given
        #[arg(long, value_name = "DATE", default_value = "")]
        signed_on: String,
    },
    /// Answer a dossier that reached this office
    #[command(after_help = "Example:\n  pulang receipt make theirs.pdf --answer accepted -o answer.json")]
    Make {
        /// The dossier
        file: PathBuf,
        /// The answer
        #[arg(long, value_name = "ANSWER", value_parser = ["accepted", "refused", "question"])]
        answer: String,
        /// Why, for a refusal or a question
        #[arg(long, value_name = "TEXT", default_value = "")]
        reason: String,
        /// Who answers
        #[arg(long, value_name = "NAME", default_value = "")]
        by: String,
        /// The file to write
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
    },
}

/// Deeds about correction notices.
#[derive(Debug, Subcommand)]
pub(crate) enum NoticeDeed {
    /// Who holds a copy that is no longer true or allowed, and who was told
    #[command(after_help = "Example:\n  pulang notice list")]
    List,
    /// Make the notice for whoever holds a copy
    #[command(after_help = "Example:\n  pulang notice make 12 -o notice-12.pdf")]
    Make {
        /// The number of the copy that is out of date
        copy: u32,
        /// The file to write
        #[arg(short, long, value_name = "FILE", required_unless_present = "print")]
        output: Option<PathBuf>,
        /// Print it, from memory, on the system's printer
        #[arg(long, conflicts_with_all = ["output", "encrypted"])]
        print: bool,
        /// Encrypt the file; the passphrase is generated and shown once
        #[arg(long)]
        encrypted: bool,
    },
    /// Say that a notice went to its holder
    #[command(after_help = "Example:\n  pulang notice sent 15")]
    Sent {
        /// The notice's own number
        copy: u32,
    },
}

/// What to print.
#[derive(Debug, Args)]
pub(crate) struct PrintArgs {
    /// Which sheet
    #[arg(value_parser = ["manifest", "roster", "statement", "expenses"])]
    pub(crate) sheet: String,
    /// A movement, a shelter, a rescue, or people
    #[arg(required = true, value_name = "REF")]
    pub(crate) references: Vec<String>,
    /// The file to write; without it the system's printer gets it
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Why it leaves
    #[arg(long, value_name = "TEXT")]
    pub(crate) reason: Option<String>,
    /// Why it leaves without the consent that it needs; prints on the sheet
    #[arg(long, value_name = "REASON")]
    pub(crate) consent_override: Option<String>,
    /// The organisation that gets it
    #[arg(long, value_name = "REF")]
    pub(crate) recipient: Option<String>,
    /// A second language beside the labels
    #[arg(long, value_name = "LANG", value_parser = ["id", "en", "km"])]
    pub(crate) beside: Option<String>,
}
