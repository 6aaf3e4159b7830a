//! What the recipient answers: accepted, refused, or a question. Owns the small signed file that carries it between laptops,
//! and the answer typed in from the signed page; refuses an answer for a copy that never left, and one that was changed.

use crate::{
    Desk,
    failure::DeskError,
    handover::hex,
    verifying::{bytes, public},
    views::LedgerLine,
};
use serde::{Deserialize, Serialize};
use std::path::Path;

const FORMAT: &str = "pulang-receipt/1";
const CONTEXT: &str = "dossier receipt";
/// A receipt is a few lines.
const LARGEST: usize = 64 * 1024;

/// Answers that there are.
const ANSWERS: [&str; 3] = ["accepted", "refused", "question"];

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
        parts.iter().flat_map(|part| format!("{}:{part}", part.len()).into_bytes()).collect()
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
        to: &Path,
    ) -> Result<(), DeskError> {
        let verified = self.verify_file(file)?;
        let mut receipt = self.receipt(&verified.code, verified.copy, answer, reason)?;
        receipt.signature = hex(&self.keys.signing.sign(CONTEXT, &receipt.message()));
        let entry = self.audit_entry("dossier-receipt", &verified.code, answer);
        self.register.audit(&entry)?;
        let bytes = serde_json::to_vec_pretty(&receipt).map_err(|_| DeskError::Fault("receipt"))?;
        Ok(vault::files::atomic_write(to, &bytes)?)
    }

    /// Takes a recipient's signed answer in.
    ///
    /// # Errors
    /// [`DeskError::NotSigned`], [`DeskError::Altered`]; [`DeskError::NotTrusted`] for the answer of an unknown laptop;
    /// [`DeskError::NoSuchCopy`].
    pub fn take_receipt(&mut self, file: &[u8]) -> Result<LedgerLine, DeskError> {
        let verified = self.verify_file(file)?;
        let receipt = Receipt::parse(file).ok_or(DeskError::NotSigned)?;
        if !verified.known {
            return Err(DeskError::NotTrusted);
        }
        self.keep_receipt(&receipt)
    }

    /// Writes an answer down from the signed page. `code` is the copy's verification code, or its number.
    ///
    /// # Errors
    /// [`DeskError::NoSuchCopy`], [`DeskError::WrongUse`], [`DeskError::ReasonNeeded`].
    pub fn type_receipt(&mut self, code: &str, answer: &str, reason: &str) -> Result<LedgerLine, DeskError> {
        let wanted = code.trim().to_uppercase();
        let known = self.register.disclosures()?;
        let found = known.iter().find(|one| one.disclosure.code == wanted || one.copy.to_string() == wanted);
        let found = found.ok_or(DeskError::NoSuchCopy)?;
        let copy = u32::try_from(found.copy).unwrap_or(u32::MAX);
        let receipt = self.receipt(&found.disclosure.code.clone(), copy, answer, reason)?;
        self.keep_receipt(&receipt)
    }

    fn receipt(&self, code: &str, copy: u32, answer: &str, reason: &str) -> Result<Receipt, DeskError> {
        if !ANSWERS.contains(&answer) {
            return Err(DeskError::WrongUse);
        }
        if answer != "accepted" && reason.trim().is_empty() {
            return Err(DeskError::ReasonNeeded);
        }
        let (device, _) = self.register.identity().ok_or(DeskError::Fault("identity"))?;
        Ok(Receipt {
            format: FORMAT.to_owned(),
            code: code.to_owned(),
            copy,
            answer: answer.to_owned(),
            reason: reason.trim().to_owned(),
            office: self.office()?,
            device: device.to_string(),
            key: hex(self.keys.signing.public().as_bytes()),
            at: self.now().format("%Y-%m-%dT%H:%M:%SZ").to_string(),
            signature: String::new(),
        })
    }

    fn keep_receipt(&mut self, receipt: &Receipt) -> Result<LedgerLine, DeskError> {
        let known = self.register.disclosures()?;
        let found =
            known.iter().find(|one| one.disclosure.code == receipt.code).ok_or(DeskError::NoSuchCopy)?;
        let bytes = serde_json::to_vec(receipt).map_err(|_| DeskError::Fault("receipt"))?;
        if !found.receipts.contains(&bytes) {
            let now = self.now();
            self.register.put_receipt(found.copy, now, &bytes)?;
            let entry = self.audit_entry("dossier-receipt", &receipt.code, &receipt.answer);
            self.register.audit(&entry)?;
        }
        let lines = self.ledger()?;
        lines.into_iter().find(|line| line.code == receipt.code).ok_or(DeskError::NoSuchCopy)
    }
}
