//! Why the desk refused. Owns the list of reasons; refuses contents: an error names a field, a place or a limit, never what was
//! typed and nobody's case. How each is said is in [`said`].

use casework::{
    ids::{FieldId, KindId},
    values::Refusal,
};

mod said;

/// Why the desk refused.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    /// The folder holds no vault.
    #[error("no vault in this folder")]
    NoVault,
    /// The folder holds something already.
    #[error("the folder is not empty")]
    VaultExists,
    /// The vault is locked.
    #[error("the vault is locked")]
    Locked,
    /// Too many wrong passphrases: not before so many seconds.
    #[error("wait {0} seconds")]
    Wait(u32),
    /// The words that were told are not those of the file: the words of the file.
    #[error("the words differ")]
    Compare(String),
    /// This laptop does not hold the key of its office.
    #[error("no office key")]
    NoOfficeKey,
    /// An office has this laptop already.
    #[error("has an office")]
    HasOffice,
    /// No office has enrolled that laptop.
    #[error("not enrolled")]
    NotEnrolled,
    /// A request or an answer of another office.
    #[error("another office")]
    OtherOffice,
    /// A request or an answer that names another laptop.
    #[error("another laptop")]
    NotThisLaptop,
    /// A request or an answer that a later one has taken the place of.
    #[error("an older paper")]
    OldPaper,
    /// The office has given its last letter.
    #[error("no letter left")]
    NoLetter,
    /// An office code of another shape.
    #[error("not an office code")]
    BadOffice,
    /// Keys and slots refused.
    #[error(transparent)]
    Vault(#[from] vault::Error),
    /// The register refused.
    #[error(transparent)]
    Register(#[from] register::RegisterError),
    /// A foreign file was refused.
    #[error(transparent)]
    Paper(#[from] paperwork::PaperError),
    /// A bundle or a laptop's identity file was refused.
    #[error(transparent)]
    Exchange(#[from] exchange::ExchangeError),
    /// A dossier could not be made, or did not pass its own check.
    #[error(transparent)]
    Dossier(#[from] dossier::DossierError),
    /// No record has that reference.
    #[error("not found")]
    NotFound,
    /// Several records have that reference.
    #[error("several found")]
    SeveralFound,
    /// No such kind of record.
    #[error("no such kind of record")]
    NoSuchKind,
    /// The form has no such field.
    #[error("no such field")]
    NoSuchField,
    /// A record of this kind is about somebody.
    #[error("needs people")]
    NeedsPeople,
    /// A required field is empty.
    #[error("{form}.{field} is needed")]
    NeedsField {
        /// The form.
        form: KindId,
        /// The field.
        field: FieldId,
    },
    /// A link to a record of a kind that the field does not allow.
    #[error("{form}.{field} points at the wrong kind")]
    WrongLink {
        /// The form.
        form: KindId,
        /// The field.
        field: FieldId,
    },
    /// Several values for a field that holds one.
    #[error("{form}.{field} holds one value")]
    OneValue {
        /// The form.
        form: KindId,
        /// The field.
        field: FieldId,
    },
    /// What was typed does not parse, or reads in several ways.
    #[error("{form}.{field}: {refusal}")]
    Unread {
        /// The form.
        form: KindId,
        /// The field.
        field: FieldId,
        /// Why, and where.
        refusal: Refusal,
    },
    /// A day or moment before the one that it comes after.
    #[error("{form}.{field} is before {earlier}")]
    TooEarly {
        /// The form.
        form: KindId,
        /// The field.
        field: FieldId,
        /// The field that comes first.
        earlier: FieldId,
    },
    /// A number or an amount under its least.
    #[error("{form}.{field} is under {least}")]
    TooLow {
        /// The form.
        form: KindId,
        /// The field.
        field: FieldId,
        /// The least.
        least: i64,
    },
    /// A number over its most.
    #[error("{form}.{field} is over {most}")]
    TooHigh {
        /// The form.
        form: KindId,
        /// The field.
        field: FieldId,
        /// The most.
        most: i64,
    },
    /// An entry that lasts says this already.
    #[error("{form}.{field} stays as it was written")]
    Lasting {
        /// The form.
        form: KindId,
        /// The field.
        field: FieldId,
    },
    /// A record whose fields are changed in place is not corrected by another.
    #[error("changed in place")]
    NotLasting,
    /// Another entry corrects this one already.
    #[error("corrected already")]
    CorrectedAlready,
    /// A record that is not removed.
    #[error("{record} stays")]
    Stays {
        /// What keeps it.
        why: crate::removing::Stays,
        /// Its reference, or its id where it has none.
        record: String,
    },
    /// A file is chosen, not typed.
    #[error("{form}.{field} holds a file")]
    TypedFile {
        /// The form.
        form: KindId,
        /// The field.
        field: FieldId,
    },
    /// Counselling is for the counsellor.
    #[error("for the counsellor")]
    NotCounsellor,
    /// The value is no longer there.
    #[error("no such value")]
    NoSuchValue,
    /// Nothing to take back.
    #[error("nothing to undo")]
    NothingToUndo,
    /// What the deed wrote has been changed since.
    #[error("changed since")]
    ChangedSince,
    /// No list is open.
    #[error("no list is open")]
    NoRoster,
    /// A question about a column has no answer yet.
    #[error("a column has an open question")]
    RosterUnanswered,
    /// No column holds the names.
    #[error("no column holds the names")]
    RosterNoName,
    /// The list holds nobody.
    #[error("the list is empty")]
    RosterEmpty,
    /// The titles of a file are not those of HTCDS 2.0.
    #[error("not a file of HTCDS 2.0")]
    NotStandard,
    /// The sample goes only into an empty vault.
    #[error("the vault is not empty")]
    VaultNotEmpty,
    /// No such recipient profile.
    #[error("no such profile")]
    NoSuchProfile {
        /// Those that there are.
        profiles: String,
    },
    /// Nobody may be in this dossier.
    #[error("nobody's consent allows this dossier")]
    NoConsent,
    /// A dossier about nobody.
    #[error("a dossier needs somebody")]
    Nobody,
    /// Neither an age key nor a laptop's card.
    #[error("not a key")]
    BadKey,
    /// The file carries no signature of this app.
    #[error("not signed")]
    NotSigned,
    /// The file is not as it was signed.
    #[error("altered since it was signed")]
    Altered,
    /// The answer of a laptop that this one does not know.
    #[error("not a trusted laptop")]
    NotTrusted,
    /// No copy in the ledger has that code.
    #[error("no such copy")]
    NoSuchCopy,
    /// All of that copy is true and allowed, or nobody knows what it held.
    #[error("nothing to correct")]
    NothingToCorrect,
    /// The copy went to no recipient who could be told.
    #[error("no holder")]
    NoHolder,
    /// That very answer is in the ledger already.
    #[error("answered already")]
    AnsweredAlready,
    /// The answer of a laptop that is not the recipient's.
    #[error("not the recipient")]
    NotTheRecipient,
    /// The system's printer refused.
    #[error("no printer")]
    NoPrinter,
    /// A person's own dossier is about that person alone.
    #[error("one person at a time")]
    OnePerson,
    /// The person has refused; nothing overrides that.
    #[error("the person has refused")]
    RefusedByPerson,
    /// The gate is closed for somebody.
    #[error("the gate is closed")]
    GateClosed,
    /// A deed of this kind needs a reason.
    #[error("a reason is needed")]
    ReasonNeeded,
    /// The preview is no longer open.
    #[error("no such preview")]
    NoPreview,
    /// What is on record about its people has changed since the preview was made.
    #[error("the preview is out of date")]
    PreviewOld,
    /// Training and real vaults do not mix.
    #[error("training and real vaults do not mix")]
    TrainingMix,
    /// A setting with a value it cannot have.
    #[error("no such setting or value")]
    BadSetting,
    /// The trust in a laptop has ended.
    #[error("the laptop is revoked")]
    Revoked,
    /// A bundle that names a laptop whose trust has ended.
    #[error("a bundle of a revoked laptop")]
    RevokedSender,
    /// No open conflict under that number.
    #[error("no such conflict")]
    NoConflict,
    /// A period that ends before it begins, or is none.
    #[error("no such period")]
    BadPeriod,
    /// A table by something that there is not, or by more than two things.
    #[error("no such table")]
    BadTable,
    /// A table of places by days does not leave.
    #[error("a table of places by days does not leave")]
    SiteByDay,
    /// A table that with an earlier one would give somebody away.
    #[error("too close to a table that was released")]
    TooClose,
    /// A file that the officer named cannot be read.
    #[error("the file cannot be read")]
    File,
    /// A place whose name cannot be kept, so that nobody could be asked about what lies there.
    #[error("a place with an odd name")]
    OddPath,
    /// Something else lies where a readable copy was written.
    #[error("another file lies there")]
    AnotherFile,
    /// The file is no update that the publisher signed so.
    #[error(transparent)]
    Update(#[from] exchange::update::UpdateError),
    /// The update is for another system.
    #[error("the update is for another system")]
    UpdateTarget,
    /// The update is older than this program, or the same.
    #[error("the update is no newer")]
    UpdateOlder,
    /// The update cannot follow a program as old as this one.
    #[error("the update needs one in between")]
    UpdateGap,
    /// The system has no clipboard, or the text is not one that is shown once.
    #[error("no clipboard")]
    NoClipboard,
    /// A long work was called off by the officer; nothing of it is kept.
    #[error("called off")]
    CalledOff,
    /// The system did not delete a readable copy, or its folder is not there now.
    #[error("not deleted")]
    NotDeleted,
    /// The system names no screen to open a window on.
    #[error("no display")]
    NoDisplay,
    /// The screen that the system names does not answer.
    #[error("the display does not answer")]
    DeadDisplay,
    /// The record holds no file in that field.
    #[error("no file there")]
    NoFile,
    /// The file is named by the record and has not come to this laptop.
    #[error("the file is on another laptop")]
    FileElsewhere,
    /// The file has no picture to show: it is kept as it came.
    #[error("no picture of this file")]
    NoPicture,
    /// A foreign file could not be drawn.
    #[error(transparent)]
    Undrawn(crate::drawing::Undrawn),
    /// Only the head of the office does this.
    #[error("for the head of the office")]
    NotHead,
    /// There is no backup in that folder.
    #[error("no backup there")]
    NoBackup,
    /// The file holds no head of an audit, or none that this vault's laptops signed.
    #[error("no anchor")]
    BadAnchor,
    /// The audit does not go through a head that was kept elsewhere.
    #[error("the audit was written anew or cut off")]
    AuditRewritten,
    /// A dossier could not be printed, or did not pass its own check, because of what one record says.
    #[error("{error}")]
    Stopped {
        /// What is wrong.
        error: dossier::DossierError,
        /// The record by its reference.
        record: String,
    },
    /// Not to be done this way.
    #[error("wrong use")]
    WrongUse,
    /// A fault of the app itself; the code says where.
    #[error("fault {0}")]
    Fault(&'static str),
}
