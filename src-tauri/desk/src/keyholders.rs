//! Who holds the key of an office: the laptop that founded it, and laptops of the office that it was handed on to, so that a lost
//! founder does not leave the office without one. Owns that it travels sealed to one laptop; refuses laptops that the office did
//! not enrol, and a key that is another office's.

use crate::{Desk, failure::DeskError, handover::hex, verifying::bytes, views::OfficeView};
use exchange::{ExchangeError, PaperFault};
use journal::DeviceId;
use vault::{device::SigningPair, envelope};
use zeroize::Zeroizing;

/// What the office signs with, in hexadecimal digits: in the vaults of the laptops that hold it, and in their backups.
const OFFICE_KEY: &str = "office-key";
/// How the content of a handed key begins.
const HEAD: &str = "PULANG OFFICE KEY 1\n";
/// The most that a handed key says.
const LIMIT: u64 = 4096;

impl Desk {
    /// What the office signs with, where this laptop holds it.
    pub(crate) fn office_key(&self) -> Result<Option<SigningPair>, DeskError> {
        let Some(kept) = self.register.setting(OFFICE_KEY)?.map(Zeroizing::new) else { return Ok(None) };
        let seed = Zeroizing::new(bytes::<32>(&kept).ok_or(DeskError::Fault("office-key"))?);
        Ok(Some(SigningPair::from_bytes(&seed)))
    }

    pub(crate) fn keep_office_key(&mut self, key: &SigningPair) -> Result<(), DeskError> {
        Ok(self.register.set_setting(OFFICE_KEY, Some(&Zeroizing::new(hex(&*key.to_bytes()))))?)
    }

    /// Ends an office of one laptop, which joins another.
    pub(crate) fn give_up_office_key(&mut self) -> Result<(), DeskError> {
        Ok(self.register.set_setting(OFFICE_KEY, None)?)
    }

    /// The office's key, sealed so that only the laptop `device` can take it; this one keeps it as well. Two laptops that enrol
    /// others without having met may give one letter twice: then the older certificate keeps it, and the other laptop asks again.
    ///
    /// # Errors
    /// [`DeskError::NotHead`]; [`DeskError::ReasonNeeded`]; [`DeskError::NoOfficeKey`] on a laptop that does not hold it;
    /// [`DeskError::NotFound`] for a laptop that is not trusted here, or no longer; [`DeskError::NotEnrolled`] for one that this
    /// office did not enrol.
    pub fn hand_on_office_key(&mut self, device: &str, reason: &str) -> Result<Vec<u8>, DeskError> {
        self.for_the_head()?;
        if reason.trim().is_empty() {
            return Err(DeskError::ReasonNeeded);
        }
        let key = self.office_key()?.ok_or(DeskError::NoOfficeKey)?;
        let wanted: DeviceId = device.parse().map_err(|_| DeskError::NotFound)?;
        let own = self.register.identity().is_some_and(|(own, _)| own == wanted);
        let peer = self.peers()?.into_iter().find(|peer| peer.device == wanted && !own);
        let peer = peer.ok_or(DeskError::NotFound)?;
        if peer.certificate.as_ref().is_none_or(|one| *one.by() != key.public()) {
            return Err(DeskError::NotEnrolled);
        }
        let content = Zeroizing::new(format!("{HEAD}{}\n", &*Zeroizing::new(hex(&*key.to_bytes()))));
        let sealed = envelope::seal(&[peer.identity.sealing], content.as_bytes())?;
        let entry = self.audit_entry("office-key-out", device, reason.trim());
        self.register.audit(&entry)?;
        Ok(sealed)
    }

    /// Takes the office's key that another laptop of the office handed on: this one enrols laptops, too, from now on.
    ///
    /// # Errors
    /// [`DeskError::NotHead`]; [`DeskError::NotEnrolled`] when no office has this laptop; [`DeskError::NotThisLaptop`] when the
    /// file is for another; [`DeskError::OtherOffice`] when the key is another office's; [`DeskError::Exchange`] when it is none.
    pub fn take_office_key(&mut self, sealed: &[u8]) -> Result<OfficeView, DeskError> {
        self.for_the_head()?;
        let own = self.own_certificate()?.ok_or(DeskError::NotEnrolled)?;
        let content = envelope::open(&self.keys.sealing, sealed, LIMIT).map_err(|error| match error {
            vault::Error::NotForThisKey => DeskError::NotThisLaptop,
            _ => no_key(),
        })?;
        let text = std::str::from_utf8(&content).map_err(|_| no_key())?;
        let digits = text.strip_prefix(HEAD).and_then(|rest| rest.strip_suffix('\n')).ok_or_else(no_key)?;
        let seed = Zeroizing::new(bytes::<32>(digits).ok_or_else(no_key)?);
        let key = SigningPair::from_bytes(&seed);
        if key.public() != *own.by() {
            return Err(DeskError::OtherOffice);
        }
        self.keep_office_key(&key)?;
        let entry = self.audit_entry("office-key-in", &own.device().to_string(), "");
        self.register.audit(&entry)?;
        self.office_view()
    }
}

/// The file is no key of an office.
const fn no_key() -> DeskError {
    DeskError::Exchange(ExchangeError::BadPaper(PaperFault::Form))
}
