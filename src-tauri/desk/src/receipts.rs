//! What the recipient answers: accepted, refused, or a question. Owns the small signed file that carries it between laptops;
//! refuses one that was changed.

use crate::{
    Desk,
    failure::DeskError,
    handover::hex,
    verifying::{bytes, public},
};
use serde::{Deserialize, Serialize};
use std::path::Path;

const FORMAT: &str = "pulang-receipt/1";
const CONTEXT: &str = "dossier receipt";
/// A receipt is a few lines.
const LARGEST: usize = 64 * 1024;

/// Answers that there are.
const ANSWERS: [&str; 3] = ["accepted", "refused", "question"];

/// What is said in an answer.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Spoken<'a> {
    pub(crate) answer: &'a str,
    pub(crate) reason: &'a str,
    pub(crate) by: &'a str,
}

/// A recipient's answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Receipt {
    format: String,
    pub(crate) code: String,
    pub(crate) copy: u32,
    pub(crate) answer: String,
    pub(crate) reason: String,
    pub(crate) office: String,
    pub(crate) device: String,
    pub(crate) key: String,
    pub(crate) at: String,
    /// Who signed, where the recipient said so.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(crate) by: String,
    /// The day on the signed page, when it was typed in from paper.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(crate) signed_on: String,
    /// Empty when it was typed in from paper: the office that typed it stands for it.
    signature: String,
}

impl Receipt {
    /// Reads one; none for any other file.
    pub(crate) fn parse(bytes: &[u8]) -> Option<Self> {
        let small = bytes.len() <= LARGEST;
        serde_json::from_slice::<Self>(bytes).ok().filter(|receipt| small && receipt.format == FORMAT)
    }

    /// # Errors
    /// [`DeskError::Altered`] when its signature does not hold.
    pub(crate) fn verify(&self) -> Result<(), DeskError> {
        let signature = bytes::<64>(&self.signature).ok_or(DeskError::Altered)?;
        let signed = public(&self.key)?.verify(CONTEXT, &self.message(), &signature);
        signed.map_err(|_| DeskError::Altered)
    }

    /// True for one that came as a file, false for one that was typed in from paper.
    pub(crate) const fn is_signed(&self) -> bool {
        !self.signature.is_empty()
    }

    /// True when it is this very answer: the same file, or the same words typed in once more.
    pub(crate) fn says_the_same(&self, other: &Self) -> bool {
        let said = |one: &Self| {
            (one.code.clone(), one.answer.clone(), one.reason.clone(), one.by.clone(), one.signed_on.clone())
        };
        if self.is_signed() { self == other } else { !other.is_signed() && said(self) == said(other) }
    }

    /// The reason, and who gave it.
    pub(crate) fn said(&self) -> String {
        let parts = [self.reason.trim(), self.by.trim()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" \u{2014} ")
    }

    /// Each part with its length, so that no part can lend letters to the next.
    fn message(&self) -> Vec<u8> {
        let copy = self.copy.to_string();
        let parts = [
            &self.format,
            &self.code,
            &copy,
            &self.answer,
            &self.reason,
            &self.office,
            &self.device,
            &self.key,
            &self.at,
        ];
        // Written since: an answer without them is signed as it always was. The day comes after a name, empty or not, so that
        // neither passes for the other.
        let later: &[&String] = match (self.by.is_empty(), self.signed_on.is_empty()) {
            (true, true) => &[],
            (false, true) => &[&self.by],
            (_, false) => &[&self.by, &self.signed_on],
        };
        parts
            .into_iter()
            .chain(later.iter().copied())
            .flat_map(|part| format!("{}:{part}", part.len()).into_bytes())
            .collect()
    }
}

impl Desk {
    /// Answers a dossier that reached this office: a small signed file for the office that made it.
    ///
    /// # Errors
    /// As [`Desk::verify_file`]; [`DeskError::WrongUse`] for an answer that is none, [`DeskError::ReasonNeeded`] for a refusal
    /// or a question without words.
    pub fn answer_dossier(
        &mut self,
        file: &[u8],
        answer: &str,
        reason: &str,
        by: &str,
        to: &Path,
    ) -> Result<(), DeskError> {
        let verified = self.verify_file(file)?;
        let said = Spoken { answer, reason, by };
        let mut receipt = self.receipt(&verified.code, verified.copy, &said)?;
        receipt.signature = hex(&self.keys.signing.sign(CONTEXT, &receipt.message()));
        let entry = self.audit_entry("dossier-receipt", &verified.code, answer);
        self.register.audit(&entry)?;
        let bytes = serde_json::to_vec_pretty(&receipt).map_err(|_| DeskError::Fault("receipt"))?;
        Ok(vault::files::atomic_write(to, &bytes)?)
    }

    /// An answer as it is written down here, not signed yet.
    pub(crate) fn receipt(&self, code: &str, copy: u32, said: &Spoken<'_>) -> Result<Receipt, DeskError> {
        if !ANSWERS.contains(&said.answer) {
            return Err(DeskError::WrongUse);
        }
        if said.answer != "accepted" && said.reason.trim().is_empty() {
            return Err(DeskError::ReasonNeeded);
        }
        let (device, _) = self.register.identity().ok_or(DeskError::Fault("identity"))?;
        Ok(Receipt {
            format: FORMAT.to_owned(),
            code: code.to_owned(),
            copy,
            answer: said.answer.to_owned(),
            reason: said.reason.trim().to_owned(),
            office: self.office()?,
            device: device.to_string(),
            key: hex(self.keys.signing.public().as_bytes()),
            at: self.now().format("%Y-%m-%dT%H:%M:%SZ").to_string(),
            by: said.by.trim().to_owned(),
            signed_on: String::new(),
            signature: String::new(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{FORMAT, Receipt};
    use std::collections::BTreeSet;

    #[test]
    fn no_part_of_an_answer_passes_for_another() {
        let signed = |(by, signed_on): (&str, &str)| {
            let said = |text: &str| text.to_owned();
            let receipt = Receipt {
                format: said(FORMAT),
                code: said("ABCD"),
                copy: 1,
                answer: said("accepted"),
                reason: String::new(),
                office: said("PNH"),
                device: String::new(),
                key: String::new(),
                at: said("2026-11-22T08:00:00Z"),
                by: said(by),
                signed_on: said(signed_on),
                signature: String::new(),
            };
            receipt.message()
        };
        let ways = [
            ("", ""),
            ("Rina", ""),
            ("", "Rina"),
            ("2026-11-22", ""),
            ("", "2026-11-22"),
            ("Rina", "2026-11-22"),
        ];
        assert_eq!(ways.map(signed).into_iter().collect::<BTreeSet<_>>().len(), ways.len());
    }
}
