//! The disclosure ledger: who was given what, when and why. Owns one row for each copy that left, and the receipts for it;
//! refuses a change of any.

use crate::{
    Register,
    audit::{self, AuditEntry},
    codes,
    disclosed::{self, Shown},
    error::{RegisterError, Result},
};
use casework::ids::RecordId;
use chrono::{DateTime, Utc};
use rusqlite::{TransactionBehavior, params};

/// A copy that left the vault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disclosure {
    /// When.
    pub at: DateTime<Utc>,
    /// To whom: the organisation's id, or a name where it has no record.
    pub recipient: String,
    /// The recipient profile.
    pub profile: String,
    /// The language of the copy.
    pub language: String,
    /// The hash of what left.
    pub hash: [u8; 32],
    /// Whom it is about.
    pub people: Vec<RecordId>,
    /// The fields that were disclosed, as `kind.field`.
    pub fields: Vec<String>,
    /// The officer.
    pub author: RecordId,
    /// Why, where that had to be said.
    pub reason: Option<String>,
    /// The verification code that the copy carries.
    pub code: String,
}

/// A row of the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disclosed {
    /// The copy's number, from 1 and without gaps.
    pub copy: u64,
    /// What left.
    pub disclosure: Disclosure,
    /// The receipts that came back.
    pub receipts: Vec<Vec<u8>>,
}

impl Register {
    /// Writes down, together with the audit's row, that a copy leaves and which changes it shows, and gives its number. Done
    /// before it leaves. Without `shown` it stays unknown what the copy held.
    ///
    /// # Errors
    /// [`RegisterError::Disk`]; the copy must not leave then.
    pub fn disclose(&mut self, copy: &Disclosure, shown: Option<&Shown>, entry: &AuditEntry) -> Result<u64> {
        let work = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let people: Vec<String> = copy.people.iter().map(RecordId::to_string).collect();
        let row = params![
            codes::millis(copy.at),
            copy.recipient,
            copy.profile,
            copy.language,
            &copy.hash[..],
            people.join("\n"),
            copy.fields.join("\n"),
            copy.author.to_string(),
            copy.reason,
            copy.code,
        ];
        let number: i64 = work.query_row(sql!("disclosure_add"), row, |row| row.get(0))?;
        if let Some(shown) = shown {
            disclosed::write(&work, number, &copy.people, shown)?;
        }
        audit::append(&work, entry)?;
        work.commit()?;
        count(number)
    }

    /// The number that the next copy gets, so that it can be printed on it.
    ///
    /// # Errors
    /// [`RegisterError::Disk`].
    pub fn next_copy(&self) -> Result<u64> {
        count(self.conn.query_row(sql!("disclosure_next"), [], |row| row.get(0))?)
    }

    /// Keeps a receipt for a copy.
    ///
    /// # Errors
    /// [`RegisterError::Database`] when there is no such copy; [`RegisterError::Disk`].
    pub fn put_receipt(&mut self, copy: u64, at: DateTime<Utc>, receipt: &[u8]) -> Result<()> {
        let copy = crate::log::seq(copy)?;
        self.conn.execute(sql!("disclosure_receipt_add"), params![copy, codes::millis(at), receipt])?;
        Ok(())
    }

    /// The ledger, newest first.
    ///
    /// # Errors
    /// [`RegisterError::Disk`], [`RegisterError::Damaged`].
    pub fn disclosures(&self) -> Result<Vec<Disclosed>> {
        let mut read = self.conn.prepare_cached(sql!("disclosure_all"))?;
        let mut rows = read.query([])?;
        let mut ledger = Vec::new();
        while let Some(row) = rows.next()? {
            let copy: i64 = row.get(0)?;
            let disclosure = Disclosure {
                at: codes::moment(row.get(1)?),
                recipient: row.get(2)?,
                profile: row.get(3)?,
                language: row.get(4)?,
                hash: codes::bytes(&row.get::<_, Vec<u8>>(5)?)?,
                people: row.get::<_, String>(6)?.lines().map(id).collect::<Result<_>>()?,
                fields: row.get::<_, String>(7)?.lines().map(str::to_owned).collect(),
                author: id(&row.get::<_, String>(8)?)?,
                reason: row.get(9)?,
                code: row.get(10)?,
            };
            ledger.push(Disclosed { copy: count(copy)?, disclosure, receipts: self.receipts(copy)? });
        }
        Ok(ledger)
    }

    fn receipts(&self, copy: i64) -> Result<Vec<Vec<u8>>> {
        let mut read = self.conn.prepare_cached(sql!("disclosure_receipts"))?;
        let rows = read.query_map([copy], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

pub(crate) fn count(number: i64) -> Result<u64> {
    u64::try_from(number).map_err(|_| RegisterError::Damaged("a copy has no number"))
}

fn id(text: &str) -> Result<RecordId> {
    RecordId::from_canonical(text).map_err(|_| RegisterError::Damaged("the ledger names no record"))
}
