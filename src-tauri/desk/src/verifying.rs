//! Is this paper ours, and as it was made? Owns reading a copy's stamp and a receipt's, and whether this office knows the key;
//! refuses to trust what a file says of itself before its signature holds.

use crate::{Desk, failure::DeskError, handover::COPY_CONTEXT, receipts::Receipt, views::VerifiedView};
use std::io::Read;
use vault::device::SigningPublic;

impl Desk {
    /// Says who made a dossier, a receipt or a bundle for this laptop, when, which copy, and that not a byte of it was changed.
    ///
    /// # Errors
    /// [`DeskError::NotSigned`] for a file that carries no signature of this app; [`DeskError::Altered`] when it does not
    /// hold.
    pub fn verify_file(&self, bytes: &[u8]) -> Result<VerifiedView, DeskError> {
        if exchange::is_sealed(bytes) {
            return self.verify_bundle(bytes);
        }
        if let Some(receipt) = Receipt::parse(bytes) {
            receipt.verify()?;
            return Ok(VerifiedView {
                what: "receipt".to_owned(),
                known: self.knows(&receipt.key)?,
                office: receipt.office,
                device: receipt.device,
                made_at: receipt.at,
                copy: receipt.copy,
                code: receipt.code,
                profile: String::new(),
            });
        }
        let stamp = dossier::stamp::read(bytes).ok_or(DeskError::NotSigned)?;
        let fact = |name: &str| stamp.facts.get(name).cloned().unwrap_or_default();
        let key = fact("key");
        public(&key)?
            .verify(COPY_CONTEXT, &stamp.digest, &stamp.signature)
            .map_err(|_| DeskError::Altered)?;
        Ok(VerifiedView {
            what: "dossier".to_owned(),
            known: self.knows(&key)?,
            office: fact("office"),
            device: fact("device"),
            made_at: fact("at"),
            copy: fact("copy").parse().unwrap_or_default(),
            code: fact("code"),
            profile: fact("profile"),
        })
    }

    /// Says who made a bundle for this laptop, once it is read to its end. A bundle does not say when it was made.
    ///
    /// # Errors
    /// As [`Desk::show_bundle`]; [`DeskError::NotSigned`] for a sealed file that is no bundle.
    pub fn verify_bundle(&self, file: impl Read) -> Result<VerifiedView, DeskError> {
        let shown = self.show_bundle(file, 0).map_err(|error| match error {
            DeskError::Exchange(exchange::ExchangeError::NotABundle) => DeskError::NotSigned,
            other => other,
        })?;
        let peer = self.peers()?.into_iter().find(|peer| peer.device.to_string() == shown.sender);
        Ok(VerifiedView {
            what: "bundle".to_owned(),
            known: true,
            office: peer.map(|peer| peer.office).unwrap_or_default(),
            device: shown.sender,
            made_at: String::new(),
            copy: 0,
            code: String::new(),
            profile: String::new(),
        })
    }

    /// True when the key is this laptop's own or that of one it trusts.
    fn knows(&self, key: &str) -> Result<bool, DeskError> {
        let key = public(key)?;
        Ok(self.peers()?.iter().any(|peer| peer.identity.signing == key))
    }
}

/// A signing key from its hexadecimal digits; a key that is none makes a file one that nobody signed.
pub(crate) fn public(hex: &str) -> Result<SigningPublic, DeskError> {
    let bytes = bytes::<32>(hex).ok_or(DeskError::Altered)?;
    SigningPublic::from_bytes(&bytes).map_err(|_| DeskError::Altered)
}

/// Bytes from lower-case hexadecimal digits, which is how they are written: one spelling for one signature.
pub(crate) fn bytes<const N: usize>(hex: &str) -> Option<[u8; N]> {
    if hex.len() != N * 2 || !hex.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f')) {
        return None;
    }
    let mut bytes = [0; N];
    for (byte, pair) in bytes.iter_mut().zip(hex.as_bytes().chunks(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(bytes)
}
