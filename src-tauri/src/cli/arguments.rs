//! What can be typed: every subcommand with its arguments, its help and an example. Owns the words of the command line;
//! refuses a passphrase among the arguments.

mod casework;
mod documents;
mod exchange;
mod findings;
mod papers;
mod trade;
mod updating;
mod vault;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

pub(crate) use casework::{GateArgs, PermitDeed};
pub(crate) use documents::DocumentDeed;
pub(crate) use exchange::{BundleDeed, ConflictDeed, DeviceDeed};
pub(crate) use findings::{DuplicateDeed, PairArgs, StatsArgs};
pub(crate) use papers::{DossierArgs, LedgerDeed, LooseArgs, NoticeDeed, PrintArgs, ReceiptDeed};
pub(crate) use trade::{ExportArgs, ImportDeed};
pub(crate) use updating::UpdateDeed;
pub(crate) use vault::{AuditDeed, OfficerDeed, VaultDeed};

/// Case files for bringing people home. Without a subcommand the window opens.
#[derive(Debug, Parser)]
#[command(
    name = "pulang",
    version,
    about,
    after_help = "Example:\n  pulang --vault ./training vault init --officer \"Rina Example\" --office PNH --recovery-out key.txt"
)]
pub(crate) struct Line {
    #[command(flatten)]
    pub(crate) globals: Globals,
    #[command(subcommand)]
    pub(crate) deed: Option<Deed>,
}

/// What every subcommand takes.
#[derive(Debug, Clone, Args)]
pub(crate) struct Globals {
    /// The folder that holds the vault, instead of the system's usual place
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) vault: Option<PathBuf>,
    /// The officer, where the vault has several
    #[arg(long, global = true, value_name = "NAME")]
    pub(crate) officer: Option<String>,
    /// A file with the passphrase, instead of a question on the terminal
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) passphrase_file: Option<PathBuf>,
    /// One JSON document on standard output
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// The language of what is said
    #[arg(long, global = true, value_name = "LANG", value_parser = ["id", "en", "km"])]
    pub(crate) lang: Option<String>,
}

/// A subcommand.
#[derive(Debug, Subcommand)]
pub(crate) enum Deed {
    /// Make a vault
    #[command(subcommand)]
    Vault(VaultDeed),
    /// Draw a foreign file from standard input: what the program asks of a child of itself
    #[command(hide = true, after_help = "Example:\n  pulang draw page 1 1.5 < scan.pdf > page.png")]
    Draw {
        /// `pages`, `page NUMBER SCALE`, `words`, `preview`, `copy` or `print`
        #[arg(required = true)]
        asked: Vec<String>,
    },
    /// Do one subcommand a line under one unlock; stops at the first failure and says which line
    #[command(after_help = "Example:\n  pulang batch deeds.txt\n  echo 'rescue list' | pulang batch -")]
    Batch {
        /// The file, or - for standard input
        file: PathBuf,
    },
    /// Fill an empty vault with the invented case, which makes it a training vault for good
    #[command(after_help = "Example:\n  pulang --vault ./training sample")]
    Sample,
    /// Fill an empty vault with invented people for a load test, which makes it a training vault for good
    #[command(after_help = "Example:\n  pulang --vault ./load gen --people 1000 --seed 7")]
    Gen {
        /// How many people
        #[arg(long, value_name = "N")]
        people: u32,
        /// The same seed gives the same people
        #[arg(long, value_name = "S", default_value_t = 1)]
        seed: u64,
    },
    /// People helped, rescued, sheltered and brought home in a period; days and money; a table for the public
    #[command(
        after_help = "Example:\n  pulang stats --from 2023-01-01 --to 2023-12-31 --by province --by sex\n  \
                      pulang stats --from 2023-01-01 --to 2023-12-31 --by province --public --reason report -o 2023.xlsx"
    )]
    Stats(StatsArgs),
    /// Two records that may be of one person
    #[command(subcommand)]
    Duplicates(DuplicateDeed),
    /// What ties a case to others: recruiter, company, compound, phone, account, vehicle
    #[command(after_help = "Example:\n  pulang links PNH-2023-RA01")]
    Links {
        /// A person, a rescue, a recruiter, a company or a place
        reference: String,
    },
    /// Write cases to a file for another system: HTCDS 2.0, a workbook, or lines of JSON
    #[command(
        after_help = "Example:\n  pulang export htcds -o cases.csv --reason \"quarterly report, letter 12\"\n  \
                      pulang export jsonl PNH-2023-RA01 --for social-ministry --reason \"letter 9\" -o cases.jsonl\n  \
                      pulang export htcds --for home-police --preview"
    )]
    Export(ExportArgs),
    /// Take in cases of another system
    #[command(subcommand)]
    Import(ImportDeed),
    /// What the machine readable zone of a passport, card or visa says, and which check digits fit; writes nothing
    #[command(after_help = "Example:\n  pulang mrz passport.txt\n  pulang mrz -")]
    Mrz {
        /// A file with the lines, or - for what comes in
        file: PathBuf,
    },
    /// Lists of people
    #[command(subcommand)]
    Roster(RosterDeed),
    /// Rescues
    #[command(subcommand)]
    Rescue(RescueDeed),
    /// People
    #[command(subcommand)]
    Person(PersonDeed),
    /// Records of every kind
    #[command(subcommand)]
    Record(RecordDeed),
    /// Photos, scans and letters, encrypted in the vault
    #[command(subcommand)]
    Document(DocumentDeed),
    /// Take back your latest deed on this laptop
    #[command(after_help = "Example:\n  pulang undo")]
    Undo,
    /// Do again what was taken back last
    #[command(after_help = "Example:\n  pulang redo")]
    Redo,
    /// Who is where now, and who has them
    #[command(after_help = "Example:\n  pulang where PNH-2023-RA01")]
    Where {
        /// A rescue or a person; everybody when left out
        reference: Option<String>,
    },
    /// What happened, in order
    #[command(after_help = "Example:\n  pulang timeline PNH-2023-RA01")]
    Timeline {
        /// A rescue or a person
        reference: String,
    },
    /// Whether people may take a flight: what blocks each, and what would clear it; ends with 5 when somebody may not
    #[command(
        after_help = "Example:\n  pulang gate PNH-2023-A0001 --flight PNH-2023-MA04\n  pulang gate --flight PNH-2023-MA04\n  \
                      pulang gate PNH-2023-A0001 --flight PNH-2023-MA04 --override overstay --reason \"letter 17\""
    )]
    Gate(GateArgs),
    /// What waits today: tasks, follow-ups, papers that run out, flights, beds
    #[command(after_help = "Example:\n  pulang today")]
    Today,
    /// Movements, the latest first, two hundred at a time
    #[command(after_help = "Example:\n  pulang movements --skip 200")]
    Movements {
        /// How many to pass over
        #[arg(long, value_name = "N", default_value_t = 0)]
        skip: usize,
    },
    /// Exit permits
    #[command(subcommand)]
    Permits(PermitDeed),
    /// How far a person is on the way home, and why
    #[command(after_help = "Example:\n  pulang standing PNH-2023-A0001")]
    Standing {
        /// The person
        reference: String,
    },
    /// What was done to a person, in order and with its gaps
    #[command(after_help = "Example:\n  pulang chain PNH-2023-A0001")]
    Chain {
        /// The person
        reference: String,
    },
    /// What was spent, by kind and currency
    #[command(after_help = "Example:\n  pulang spending PNH-2023-RA01")]
    Spending {
        /// A rescue or a person
        reference: String,
    },
    /// Screenings side by side, what authorities decided, and how often the story was told
    #[command(after_help = "Example:\n  pulang identification PNH-2023-A0001")]
    Identification {
        /// The person
        reference: String,
    },
    /// How often each has told the story already, and to whom
    #[command(after_help = "Example:\n  pulang told PNH-2023-RA01")]
    Told {
        /// People, or a rescue
        #[arg(required = true, value_name = "REF")]
        references: Vec<String>,
    },
    /// Write a dossier for a recipient
    #[command(
        after_help = "Example:\n  pulang dossier PNH-2023-RA01 --for host-police --reason \"handover\" -o police.pdf"
    )]
    Dossier(DossierArgs),
    /// A single sheet: a flight's manifest, a shelter's roster, a statement to sign, expenses
    #[command(
        after_help = "Example:\n  pulang print manifest PNH-2023-M0001 --reason \"check-in\" -o manifest.pdf"
    )]
    Print(PrintArgs),
    /// A new version of the app, from a stick
    #[command(subcommand)]
    Update(UpdateDeed),
    /// Who made a dossier or a receipt, and whether it is unaltered
    #[command(after_help = "Example:\n  pulang verify police.pdf")]
    Verify {
        /// The file
        file: PathBuf,
    },
    /// What left this vault, and who holds it
    #[command(subcommand)]
    Ledger(LedgerDeed),
    /// Recipients' answers
    #[command(subcommand)]
    Receipt(ReceiptDeed),
    /// Correction notices for whoever holds old data
    #[command(subcommand)]
    Notice(NoticeDeed),
    /// This laptop and the laptops it trusts
    #[command(subcommand)]
    Device(DeviceDeed),
    /// Files that carry the case between laptops
    #[command(subcommand)]
    Bundle(BundleDeed),
    /// Values that an officer has to settle
    #[command(subcommand)]
    Conflicts(ConflictDeed),
    /// Settings of this laptop
    #[command(subcommand)]
    Settings(SettingDeed),
    /// What was looked at, refused and released
    #[command(subcommand)]
    Audit(AuditDeed),
    /// Who may open the vault
    #[command(subcommand)]
    Officer(OfficerDeed),
    /// Erase somebody for good, here and on every laptop this reaches; says which backups still hold them
    #[command(
        after_help = "Example:\n  pulang erase PNH-2023-A0001 --reason \"asked for it, letter 17\"\n  \
                      pulang erase 0193c0de-0000-7000-8000-000000000001 --list"
    )]
    Erase {
        /// The person; for --list the id that the erasure gave
        reference: String,
        /// Why; goes into the audit, so name nobody
        #[arg(long, value_name = "TEXT", required_unless_present = "list")]
        reason: Option<String>,
        /// Only list the backups that still hold somebody who was erased
        #[arg(long, conflicts_with = "reason")]
        list: bool,
    },
}

/// Deeds about lists of people.
#[derive(Debug, Subcommand)]
pub(crate) enum RosterDeed {
    /// Take a list into a rescue: xlsx, ods, csv, tsv
    #[command(after_help = "Example:\n  pulang roster import night.xlsx --rescue PNH-2023-RA01 --dry-run")]
    Import {
        /// The file, or - for standard input
        file: PathBuf,
        /// The rescue
        #[arg(long, value_name = "REF")]
        rescue: String,
        /// Show what would be taken in, and write nothing
        #[arg(long)]
        dry_run: bool,
        /// The sheet, where the file has several
        #[arg(long, value_name = "NAME")]
        sheet: Option<String>,
        /// The answer to a column's question: C=day-first
        #[arg(long = "answer", value_name = "COLUMN=ANSWER")]
        answers: Vec<String>,
    },
}

/// Deeds about rescues.
#[derive(Debug, Subcommand)]
pub(crate) enum RescueDeed {
    /// Every rescue, newest first
    #[command(after_help = "Example:\n  pulang rescue list --json")]
    List,
    /// A rescue with its people
    #[command(after_help = "Example:\n  pulang rescue show PNH-2023-RA01")]
    Show {
        /// The rescue
        reference: String,
    },
}

/// Deeds about people.
#[derive(Debug, Subcommand)]
pub(crate) enum PersonDeed {
    /// Everybody
    #[command(after_help = "Example:\n  pulang person list")]
    List,
    /// A person with every record about them
    #[command(after_help = "Example:\n  pulang person show PNH-2023-A0001")]
    Show {
        /// The person
        reference: String,
    },
    /// People by name in any spelling, passport, phone, reference, company or recruiter; says why
    #[command(after_help = "Example:\n  pulang person search sari")]
    Search {
        /// What to look for
        text: String,
    },
}

/// Deeds about records.
#[derive(Debug, Subcommand)]
pub(crate) enum RecordDeed {
    /// Write an answer; the text is read exactly as in the window
    #[command(after_help = "Example:\n  pulang record set PNH-2023-RA01 when \"28/6/2023\"\n  \
                      pulang record set PNH-2023-A0001 PNH-2023-A0002 religion Islam")]
    Set {
        /// One record or several, the field, and what is written down
        #[arg(required = true, num_args = 3.., value_names = ["REF", "FIELD", "TEXT"])]
        words: Vec<String>,
        /// Whom to leave out of a rescue
        #[arg(long, value_name = "REF", num_args = 1..)]
        except: Vec<String>,
    },
    /// Write an earlier value of a field again; its name stands in the history
    #[command(after_help = "Example:\n  pulang record restore PNH-2023-A0001 religion 3f…9a:2")]
    Restore {
        /// The record
        reference: String,
        /// The field
        field: String,
        /// The change that wrote the value
        change: String,
    },
    /// Correct an entry that lasts (interview, statement, determination, custody) by a new one beside it
    #[command(
        after_help = "Example:\n  pulang record correct PNH-2023-NA01 \"decided_on=27 September 2023\""
    )]
    Correct {
        /// The entry
        reference: String,
        /// What the correction says otherwise; with an empty text it says nothing there
        #[arg(required = true, value_name = "FIELD=TEXT")]
        fields: Vec<String>,
    },
    /// Remove records made by mistake; a case, an entry that lasts and what a copy shows stay. One undo brings them back
    #[command(
        after_help = "Example:\n  pulang record remove PNH-2023-VA0031 PNH-2023-VA0032 --reason \"entered twice\""
    )]
    Remove {
        /// The records
        #[arg(required = true, num_args = 1.., value_name = "REF")]
        references: Vec<String>,
        /// Which of them to leave
        #[arg(long, value_name = "REF", num_args = 1..)]
        except: Vec<String>,
        /// Why, for the audit
        #[arg(long)]
        reason: String,
    },
    /// Make a record about one person or many
    #[command(
        after_help = "Example:\n  pulang record add service --for PNH-2023-A0001 --for PNH-2023-A0002 kind=medical\n  \
                      pulang record add rescue when=28/6/2023"
    )]
    Add {
        /// The kind of record
        kind: String,
        /// Whom it is about
        #[arg(long = "for", value_name = "REF", num_args = 1..)]
        about: Vec<String>,
        /// Whom to leave out of a rescue
        #[arg(long, value_name = "REF", num_args = 1..)]
        except: Vec<String>,
        /// What is written down
        #[arg(value_name = "FIELD=TEXT")]
        fields: Vec<String>,
    },
    /// Any record with its answers
    #[command(after_help = "Example:\n  pulang record show PNH-2023-A0001 --history")]
    Show {
        /// The record
        reference: String,
        /// Every change of its past as well
        #[arg(long)]
        history: bool,
        /// Open a sealed field, which goes into the audit
        #[arg(long, value_name = "FIELD")]
        open: Vec<String>,
    },
}

/// Deeds about settings.
#[derive(Debug, Subcommand)]
pub(crate) enum SettingDeed {
    /// Every setting
    #[command(after_help = "Example:\n  pulang settings show")]
    Show,
    /// Change one
    #[command(
        after_help = "Example:\n  pulang settings set date-order day-first\n  pulang settings set escrow age1… --reason \"letter 4 of the ministry\""
    )]
    Set {
        /// The setting
        name: String,
        /// Its value
        value: String,
        /// Why, for the audit: asked for escrow
        #[arg(long, value_name = "TEXT", default_value = "")]
        reason: String,
    },
}
