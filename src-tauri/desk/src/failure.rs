//! Why the desk refused, as an officer reads it and as a script does. Owns codes, exit codes and the way into the
//! dictionary; refuses contents: an error names a field, a place or a limit, never what was typed and nobody's case.

use crate::{
    house::House,
    views::{OptionView, Refused},
};
use casework::{
    ids::{FieldId, KindId},
    values::Refusal,
    words::Words,
};

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
    /// The system did not delete a readable copy, or its folder is not there now.
    #[error("not deleted")]
    NotDeleted,
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

impl DeskError {
    /// The stable word for it, also the end of its dictionary keys.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoVault => "no-vault",
            Self::VaultExists => "vault-exists",
            Self::Locked => "locked",
            Self::Wait(_) => "wait",
            Self::BadOffice => "bad-office",
            Self::Vault(error) => of_vault(error),
            Self::Register(error) => of_register(error),
            Self::Paper(error) => error.code(),
            Self::Exchange(error) => of_exchange(error),
            Self::Dossier(error) | Self::Stopped { error, .. } => of_dossier(error),
            Self::NotFound => "not-found",
            Self::SeveralFound => "several-found",
            Self::NoSuchKind => "no-such-kind",
            Self::NoSuchField => "no-such-field",
            Self::NeedsPeople => "needs-people",
            Self::NeedsField { .. } => "needs-field",
            Self::WrongLink { .. } => "wrong-link",
            Self::OneValue { .. } => "one-value",
            Self::Unread { refusal: Refusal::Ambiguous { .. }, .. } => "ambiguous",
            Self::Unread { refusal: Refusal::Unreadable { .. }, .. } => "unreadable",
            Self::TooEarly { .. } => "too-early",
            Self::TooLow { .. } => "too-low",
            Self::TooHigh { .. } => "too-high",
            Self::Lasting { .. } => "lasting",
            Self::NotLasting => "not-lasting",
            Self::CorrectedAlready => "corrected-already",
            Self::Stays { why, .. } => why.code(),
            Self::TypedFile { .. } => "typed-file",
            Self::NotCounsellor => "not-counsellor",
            Self::NoSuchValue => "no-such-value",
            Self::NothingToUndo => "nothing-to-undo",
            Self::ChangedSince => "changed-since",
            Self::NoRoster => "no-roster",
            Self::RosterUnanswered => "roster-unanswered",
            Self::RosterNoName => "roster-no-name",
            Self::RosterEmpty => "roster-empty",
            Self::NotStandard => "not-htcds",
            Self::VaultNotEmpty => "vault-not-empty",
            Self::NoSuchProfile { .. } => "no-such-profile",
            Self::NoConsent => "no-consent",
            Self::Nobody => "nobody",
            Self::OnePerson => "one-person",
            Self::BadKey => "bad-key",
            Self::NotSigned => "not-signed",
            Self::Altered => "altered",
            Self::NotTrusted => "not-trusted",
            Self::NoSuchCopy => "no-such-copy",
            Self::NothingToCorrect => "nothing-to-correct",
            Self::NoHolder => "no-holder",
            Self::AnsweredAlready => "answered-already",
            Self::NotTheRecipient => "not-the-recipient",
            Self::NoPrinter => "no-printer",
            Self::RefusedByPerson => "refused-by-person",
            Self::GateClosed => "gate-closed",
            Self::ReasonNeeded => "reason-needed",
            Self::NoPreview => "no-preview",
            Self::TrainingMix => "training-mix",
            Self::BadSetting => "bad-setting",
            Self::Revoked => "revoked",
            Self::RevokedSender => "revoked-sender",
            Self::Compare(_) => "compare",
            Self::NoOfficeKey => "no-office-key",
            Self::HasOffice => "has-office",
            Self::NotEnrolled => "not-enrolled",
            Self::OtherOffice => "other-office",
            Self::NotThisLaptop => "not-this-laptop",
            Self::OldPaper => "old-paper",
            Self::NoLetter => "no-letter",
            Self::NoConflict => "no-conflict",
            Self::BadPeriod => "bad-period",
            Self::BadTable => "bad-table",
            Self::SiteByDay => "site-by-day",
            Self::TooClose => "too-close",
            Self::File => "file",
            Self::OddPath => "odd-path",
            Self::AnotherFile => "another-file",
            Self::NoClipboard => "no-clipboard",
            Self::Update(error) => of_update(*error),
            Self::UpdateTarget => "update-target",
            Self::UpdateOlder => "update-older",
            Self::UpdateGap => "update-gap",
            Self::NotDeleted => "not-deleted",
            Self::NoFile => "no-file",
            Self::FileElsewhere => "file-elsewhere",
            Self::NoPicture => "no-picture",
            Self::Undrawn(crate::drawing::Undrawn::Stopped) => "file-stopped",
            Self::Undrawn(_) => "file-unreadable",
            Self::NotHead => "not-head",
            Self::NoBackup => "no-backup",
            Self::BadAnchor => "bad-anchor",
            Self::AuditRewritten => "audit-rewritten",
            Self::WrongUse => "wrong-use",
            Self::Fault(_) => "fault",
        }
    }

    /// The exit code of the command line: 1 failure, 2 wrong use, 3 locked or wrong passphrase, 4 bad input, 5 refused by
    /// a rule, 6 not found, 7 newer format.
    pub fn exit_code(&self) -> u8 {
        match self.code() {
            "locked" | "wrong-passphrase" | "wait" | "not-for-this-key" => 3,
            "name-needed" | "unusable-name" | "weak-passphrase" | "vault-exists" | "bad-office"
            | "no-such-kind" | "no-such-field" | "needs-people" | "needs-field" | "one-value"
            | "wrong-use" | "several-found" | "no-such-profile" | "one-person" | "bad-setting"
            | "no-roster" | "roster-no-name" | "officer-exists" => 2,
            "too-early" | "too-low" | "too-high" | "typed-file" | "recovery-mistyped" | "unreadable"
            | "ambiguous" | "wrong-link" | "roster-unanswered" | "roster-empty" | "not-htcds" | "bundle"
            | "bad-card" | "bad-key" | "not-signed" | "altered" | "unprintable" | "file" | "shares"
            | "bad-anchor" => 4,
            "no-consent" | "refused-by-person" | "gate-closed" | "reason-needed" | "self-check"
            | "vault-not-empty" | "training-mix" | "not-trusted" | "changed-since" | "revoked"
            | "revoked-sender" | "revoked-here" | "answered-already" | "not-the-recipient" | "lasting"
            | "not-lasting" | "corrected-already" | "person-stays" | "entry-stays" | "copy-shows"
            | "still-named" | "not-head" | "not-counsellor" | "last-officer" => 5,
            "no-vault" | "not-found" | "no-such-value" | "nothing-to-undo" | "nobody" | "no-preview"
            | "no-such-copy" | "nothing-to-correct" | "no-holder" | "no-conflict" | "no-backup"
            | "no-such-officer" => 6,
            "newer" => 7,
            "bad-paper" => 4,
            "compare" | "no-office-key" | "has-office" | "not-enrolled" | "other-office"
            | "not-this-laptop" | "old-paper" | "no-letter" => 5,
            "no-file" | "file-elsewhere" => 6,
            "no-picture" => 5,
            "file-unreadable" | "file-stopped" => 4,
            "bad-period" | "bad-table" => 2,
            "site-by-day" | "too-close" | "another-file" => 5,
            "odd-path" => 2,
            "update-target" | "update-older" | "update-gap" => 5,
            code if code.starts_with("update-") => 4,
            code if code.starts_with("paper-") => 4,
            _ => 1,
        }
    }

    /// The refusal as it is shown, in the language of `words`.
    pub fn refused(&self, house: &House, words: &Words) -> Refused {
        let args = self.arguments(house, words);
        let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let code = self.code();
        Refused {
            code: code.to_owned(),
            message: words.fill(&format!("err-{code}"), &args),
            recovery: match self {
                Self::Paper(error) => error.recovery(words),
                _ => words.fill(&format!("rec-{code}"), &args),
            },
            field: self.field().map(|(_, field)| field.to_string()),
            at: match self {
                Self::Unread { refusal: Refusal::Unreadable { at, .. }, .. } => u32::try_from(*at).ok(),
                _ => None,
            },
            readings: self.readings(house, words),
            wait_seconds: if let Self::Wait(seconds) = self { *seconds } else { 0 },
        }
    }

    const fn field(&self) -> Option<(&KindId, &FieldId)> {
        match self {
            Self::NeedsField { form, field }
            | Self::WrongLink { form, field }
            | Self::OneValue { form, field }
            | Self::Lasting { form, field }
            | Self::TypedFile { form, field }
            | Self::TooEarly { form, field, .. }
            | Self::TooLow { form, field, .. }
            | Self::TooHigh { form, field, .. }
            | Self::Unread { form, field, .. } => Some((form, field)),
            _ => None,
        }
    }

    fn arguments(&self, house: &House, words: &Words) -> Vec<(&'static str, String)> {
        let label = |(kind, field): (&KindId, &FieldId)| {
            let form = house.forms.get(kind)?;
            Some(form.label(form.field(field.as_str())?, words).into_owned())
        };
        let mut args = vec![("field", self.field().and_then(label).unwrap_or_default())];
        match self {
            Self::RosterNoName => {
                let name = house
                    .forms
                    .named("person")
                    .and_then(|form| Some(form.label(form.field("full_name")?, words)));
                args = vec![("field", name.unwrap_or_default().into_owned())];
            }
            Self::Unread { refusal, .. } => args.push(("why", words.get(refusal.key()).into_owned())),
            Self::TooEarly { form, earlier, .. } => {
                args.push(("earlier", label((form, earlier)).unwrap_or_default()));
            }
            Self::TooLow { least: limit, .. } | Self::TooHigh { most: limit, .. } => {
                args.push(("limit", limit.to_string()));
            }
            Self::Stays { record, .. } => args.push(("ref", record.clone())),
            Self::Compare(file) => args.push(("words", file.clone())),
            Self::Wait(seconds) => args.push(("seconds", seconds.to_string())),
            Self::NoSuchProfile { profiles } => args.push(("profiles", profiles.clone())),
            Self::Fault(code) => args.push(("why", (*code).to_owned())),
            Self::Paper(error) => args.extend(error.arguments().into_iter().map(|(name, value)| {
                let said = if value.starts_with("paper-") { words.get(&value).into_owned() } else { value };
                (name, said)
            })),
            Self::Vault(error) => args.push(("why", error.to_string())),
            Self::Register(error) => args.push(("why", error.to_string())),
            Self::Exchange(error) => args.push(("why", error.to_string())),
            Self::Dossier(error) => args.push(("why", error.to_string())),
            Self::Stopped { error, record } => {
                args.push(("why", crate::handover::why(error, record, house, words)));
            }
            _ => {}
        }
        args
    }

    fn readings(&self, house: &House, words: &Words) -> Vec<OptionView> {
        let Self::Unread { form, field, refusal: Refusal::Ambiguous { readings, .. } } = self else {
            return Vec::new();
        };
        let definition = house.forms.get(form).and_then(|form| form.field(field.as_str()));
        let display = |canonical: &str| {
            let value = definition.and_then(|field| casework::values::Value::read(field, canonical).ok());
            value.map_or_else(|| canonical.to_owned(), |value| value.display(words))
        };
        let option = |one: &casework::values::Reading| OptionView {
            id: one.canonical.clone(),
            word: display(&one.canonical),
        };
        readings.iter().map(option).collect()
    }
}

fn of_vault(error: &vault::Error) -> &'static str {
    use vault::Error;
    match error {
        Error::NotAVault => "no-vault",
        Error::NotEmpty => "vault-exists",
        Error::NewerFormat(_) => "newer",
        Error::Locked => "in-use",
        Error::WrongPassphrase { .. } => "wrong-passphrase",
        Error::NameNeeded => "name-needed",
        Error::UnusableName => "unusable-name",
        Error::WeakPassphrase(_) => "weak-passphrase",
        Error::WrongRecoveryKey | Error::MistypedRecoveryKey => "recovery-mistyped",
        Error::OfficerExists => "officer-exists",
        Error::NoSuchOfficer => "no-such-officer",
        Error::LastOfficer => "last-officer",
        Error::NotForThisKey => "not-for-this-key",
        Error::Shares(_) => "shares",
        Error::Tampered(_) | Error::KdfOutOfRange | Error::Unsettled => "damaged",
        Error::Disk { .. } => "disk",
        _ => "fault",
    }
}

fn of_register(error: &register::RegisterError) -> &'static str {
    use register::RegisterError;
    match error {
        RegisterError::Newer { .. } => "newer",
        RegisterError::Revoked => "revoked-here",
        RegisterError::Busy => "in-use",
        RegisterError::Disk => "disk",
        RegisterError::Damaged(_) | RegisterError::WrongKey | RegisterError::Plaintext => "damaged",
        _ => "fault",
    }
}

fn of_exchange(error: &exchange::ExchangeError) -> &'static str {
    use exchange::ExchangeError;
    match error {
        ExchangeError::Untrusted { .. } => "not-trusted",
        ExchangeError::Newer { .. } => "newer",
        ExchangeError::BadCard(_) => "bad-card",
        ExchangeError::BadPaper(exchange::PaperFault::Newer) => "newer",
        ExchangeError::BadPaper(_) => "bad-paper",
        ExchangeError::Disk(_) => "disk",
        _ => "bundle",
    }
}

fn of_update(error: exchange::update::UpdateError) -> &'static str {
    use exchange::update::UpdateError;
    match error {
        UpdateError::NotAnUpdate => "update-not",
        UpdateError::Newer => "newer",
        UpdateError::OtherKey => "update-key",
        UpdateError::Altered => "update-altered",
        UpdateError::OtherPackage => "update-package",
        UpdateError::CutOff => "update-cut",
        UpdateError::TooLarge => "update-large",
        UpdateError::Disk(_) => "disk",
    }
}

fn of_dossier(error: &dossier::DossierError) -> &'static str {
    use dossier::DossierError;
    match error {
        DossierError::NoGlyph { .. } => "unprintable",
        DossierError::NotAllowed { .. }
        | DossierError::Differs { .. }
        | DossierError::Withheld { .. }
        | DossierError::Locked
        | DossierError::Unreadable(_) => "self-check",
        DossierError::Picture { .. } | DossierError::Fault(_) => "fault",
    }
}
