//! The words for the vault itself: its keys, its officers, its backups, its audit.

use std::path::PathBuf;

use clap::Subcommand;

/// Deeds about the vault as a whole.
#[derive(Debug, Subcommand)]
pub(crate) enum VaultDeed {
    /// Make a vault in an empty folder; the passphrase comes from --passphrase-file, or is generated and shown once
    #[command(
        after_help = "Example:\n  pulang vault init --officer \"Rina Example\" --office PNH --recovery-out key.txt"
    )]
    Init {
        /// The office's code, which begins every reference number
        #[arg(long, value_name = "CODE")]
        office: String,
        /// Found no office: this laptop joins the one that another laptop founded
        #[arg(long)]
        join: bool,
        /// A new file for the recovery key: print it, lock it away, delete it
        #[arg(long, value_name = "FILE")]
        recovery_out: PathBuf,
    },
    /// Check the database, the log, every projection and the audit
    #[command(after_help = "Example:\n  pulang vault check")]
    Check,
    /// Give your slot another passphrase; without a file a new one is generated and shown once
    #[command(after_help = "Example:\n  pulang vault passphrase --new-passphrase-file new.txt")]
    Passphrase {
        /// A file with the new passphrase
        #[arg(long, value_name = "FILE")]
        new_passphrase_file: Option<PathBuf>,
    },
    /// Every passphrase is lost: give --officer a new one with the recovery key, or with two of its three shares
    #[command(
        after_help = "Example:\n  pulang vault recover key.txt --officer \"Rina Example\" --passphrase-file new.txt\n  \
                      pulang vault recover share-1.txt share-3.txt"
    )]
    Recover {
        /// The sheets, typed into files
        #[arg(required = true, value_name = "FILE")]
        sheets: Vec<PathBuf>,
    },
    /// Prove that the sheets in the safe would open this vault; changes nothing
    #[command(after_help = "Example:\n  pulang vault drill share-1.txt share-2.txt")]
    Drill {
        /// The sheets, typed into files
        #[arg(required = true, value_name = "FILE")]
        sheets: Vec<PathBuf>,
    },
    /// Split a recovery key into three shares, of which any two give it back
    #[command(after_help = "Example:\n  pulang vault shares key.txt -o /media/stick")]
    Shares {
        /// The sheet with the key
        #[arg(value_name = "FILE")]
        sheet: PathBuf,
        /// The folder for share-1.txt, share-2.txt and share-3.txt
        #[arg(short, long, value_name = "DIR")]
        output: PathBuf,
    },
    /// Write the page for the safe as a PDF: the key in letters and as a QR code, or a share on each of three pages
    #[command(after_help = "Example:\n  pulang vault sheet key.txt --shares -o recovery.pdf")]
    Sheet {
        /// The sheets, typed into files
        #[arg(required = true, value_name = "FILE")]
        sheets: Vec<PathBuf>,
        /// Three shares instead of the key
        #[arg(long)]
        shares: bool,
        /// The PDF: print it and delete it
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
    },
    /// Prove that a backup is whole and one of this vault
    #[command(after_help = "Example:\n  pulang vault prove /media/stick/pulang")]
    Prove {
        /// The folder of backups, or the dated folder of one
        #[arg(value_name = "DIR")]
        folder: PathBuf,
    },
    /// Encrypt everything with a new key: after a theft; needs nobody else's passphrase
    #[command(after_help = "Example:\n  pulang vault rekey")]
    Rekey,
    /// Write a backup to a folder, a stick for instance, and prove it by reopening it
    #[command(after_help = "Example:\n  pulang vault backup /media/stick/pulang")]
    Backup {
        /// The folder; further backups in it share their files
        #[arg(value_name = "DIR")]
        folder: PathBuf,
    },
    /// The backups that there are, newest first
    #[command(after_help = "Example:\n  pulang vault backups")]
    Backups,
    /// Put the newest backup of a folder, or one of them, where the vault belongs
    #[command(after_help = "Example:\n  pulang --vault ./vault vault restore /media/stick/pulang")]
    Restore {
        /// The folder of backups, or the dated folder of one
        #[arg(value_name = "DIR")]
        folder: PathBuf,
        /// Put the vault that is there aside first, under another name
        #[arg(long)]
        aside: bool,
    },
}

/// Deeds about officers.
#[derive(Debug, Subcommand)]
pub(crate) enum OfficerDeed {
    /// Everybody who can open the vault
    #[command(after_help = "Example:\n  pulang officer list")]
    List,
    /// Let somebody in; without a file a passphrase is generated and shown once
    #[command(after_help = "Example:\n  pulang officer add \"Budi Contoh\" --role counsellor")]
    Add {
        /// The name to unlock with
        name: String,
        /// The role: it guides and is logged, and is no wall
        #[arg(long, value_parser = ["officer", "counsellor", "head"], default_value = "officer")]
        role: String,
        /// A file with the new officer's passphrase
        #[arg(long, value_name = "FILE")]
        new_passphrase_file: Option<PathBuf>,
    },
    /// Shut somebody out: everything is encrypted with a new key
    #[command(after_help = "Example:\n  pulang officer remove \"Budi Contoh\"")]
    Remove {
        /// The name
        name: String,
    },
}

/// Deeds about the audit.
#[derive(Debug, Subcommand)]
pub(crate) enum AuditDeed {
    /// Every row, oldest first: codes and ids, never contents
    #[command(after_help = "Example:\n  pulang audit show --json")]
    Show,
    /// Prove that no row was changed, taken out or put in between
    #[command(
        after_help = "Example:\n  pulang audit verify --against /media/stick/pulang/20261124T153000Z\n  \
                      pulang audit verify --file audit.jsonl"
    )]
    Verify {
        /// A backup, or any file that holds a signed end of the audit, to prove that nothing was put back
        #[arg(long, value_name = "FILE")]
        against: Option<PathBuf>,
        /// An exported audit, which is verified without unlocking any vault
        #[arg(long, value_name = "FILE")]
        file: Option<PathBuf>,
    },
    /// The signed end of the audit, to be kept elsewhere
    #[command(after_help = "Example:\n  pulang audit anchor > anchor.txt")]
    Anchor,
    /// The whole audit, one JSON object a line
    #[command(after_help = "Example:\n  pulang audit export audit.jsonl")]
    Export {
        /// The file to write
        file: PathBuf,
    },
}
