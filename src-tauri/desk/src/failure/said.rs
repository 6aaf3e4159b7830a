//! How a refusal is said: its code, its exit code, and its words. Owns the way into the dictionary, for the desk's own reasons and
//! for those of the rooms below; refuses to say more than the reason holds.

use super::DeskError;
use crate::{
    house::House,
    views::{OptionView, Refused},
};
use casework::{
    ids::{FieldId, KindId},
    values::Refusal,
    words::Words,
};

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
            Self::PreviewOld => "preview-old",
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
            Self::CalledOff => "called-off",
            Self::NoDisplay => "no-display",
            Self::DeadDisplay => "dead-display",
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
            "name-needed" | "unusable-name" | "weak-passphrase" | "vault-exists" | "bad-office"
            | "no-such-kind" | "no-such-field" | "needs-people" | "needs-field" | "one-value"
            | "wrong-use" | "several-found" | "no-such-profile" | "one-person" | "bad-setting"
            | "no-roster" | "roster-no-name" | "officer-exists" | "bad-period" | "bad-table" | "odd-path" => {
                2
            }
            "locked" | "wrong-passphrase" | "wait" | "not-for-this-key" => 3,
            "too-early" | "too-low" | "too-high" | "typed-file" | "recovery-mistyped" | "unreadable"
            | "ambiguous" | "wrong-link" | "roster-unanswered" | "roster-empty" | "not-htcds" | "bundle"
            | "bad-card" | "bad-key" | "bad-paper" | "not-signed" | "altered" | "unprintable" | "file"
            | "file-unreadable" | "file-stopped" | "shares" | "bad-anchor" => 4,
            "no-consent" | "refused-by-person" | "gate-closed" | "reason-needed" | "self-check"
            | "vault-not-empty" | "training-mix" | "not-trusted" | "changed-since" | "revoked"
            | "revoked-sender" | "revoked-here" | "answered-already" | "not-the-recipient" | "lasting"
            | "not-lasting" | "corrected-already" | "person-stays" | "entry-stays" | "copy-shows"
            | "still-named" | "not-head" | "not-counsellor" | "last-officer" | "compare"
            | "no-office-key" | "has-office" | "not-enrolled" | "other-office" | "not-this-laptop"
            | "old-paper" | "no-letter" | "no-picture" | "site-by-day" | "too-close" | "another-file"
            | "update-target" | "update-older" | "update-gap" | "preview-old" => 5,
            "no-vault" | "not-found" | "no-such-value" | "nothing-to-undo" | "nobody" | "no-preview"
            | "no-such-copy" | "nothing-to-correct" | "no-holder" | "no-conflict" | "no-backup"
            | "no-such-officer" | "no-file" | "file-elsewhere" => 6,
            "newer" => 7,
            // What is wrong with a file of that sort; which of them a script need not tell apart.
            code if code.starts_with("update-") || code.starts_with("paper-") => 4,
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
