//! What belongs to this laptop alone: settings, keys, trusted laptops, peers, attachments' keys, column mappings, drafts.
//! Owns small typed rows; refuses to send any of them.

use crate::{Register, codes, error::Result, names};
use casework::{
    ids::{FieldId, RecordId},
    private::Private,
};
use chrono::{DateTime, Utc};
use journal::{DeviceId, Peers, Summary, cbor, peers::Told};
use rusqlite::{Connection, OptionalExtension, params};
use std::fmt;

/// A laptop that an officer trusts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrustedDevice {
    /// Its name.
    pub device: DeviceId,
    /// Its public identity, as its file had it.
    pub card: Vec<u8>,
    /// What the officer calls it.
    pub label: String,
    /// Since when.
    pub trusted_at: DateTime<Utc>,
    /// When that ended.
    pub revoked_at: Option<DateTime<Utc>>,
}

/// What the register knows of a file in the vault. Its content lies beside the register, sealed with `key`.
#[derive(Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its name in the log: the SHA-256 of its content in hexadecimal, the same on every laptop.
    pub digest: String,
    /// Its name on this laptop's disk, which nobody can work out from the content alone.
    pub address: String,
    /// What it is sealed with.
    pub key: [u8; 32],
    /// Its length in bytes, unsealed.
    pub size: u64,
    /// Its type: `image/jpeg`.
    pub media_type: String,
    /// When it came in.
    pub added_at: DateTime<Utc>,
    /// A small picture of it.
    pub thumbnail: Option<Vec<u8>>,
}

impl fmt::Debug for Attachment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Attachment")
            .field("digest", &self.digest)
            .field("size", &self.size)
            .finish_non_exhaustive()
    }
}

/// Text that was typed and not yet saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The record.
    pub record: RecordId,
    /// The field.
    pub field: FieldId,
    /// As typed.
    pub text: Private<String>,
    /// When it was kept.
    pub at: DateTime<Utc>,
}

impl Register {
    /// The setting `key`.
    ///
    /// # Errors
    /// [`crate::RegisterError::Disk`].
    pub fn setting(&self, key: &str) -> Result<Option<String>> {
        let mut read = self.conn.prepare_cached(sql!("setting_get"))?;
        Ok(read.query_row([key], |row| row.get(0)).optional()?)
    }

    /// Every setting, by key.
    ///
    /// # Errors
    /// [`crate::RegisterError::Disk`].
    pub fn settings(&self) -> Result<Vec<(String, String)>> {
        let mut read = self.conn.prepare_cached(sql!("setting_all"))?;
        let rows = read.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Sets `key`, or clears it.
    ///
    /// # Errors
    /// [`crate::RegisterError::Disk`].
    pub fn set_setting(&mut self, key: &str, value: Option<&str>) -> Result<()> {
        match value {
            Some(value) => self.conn.execute(sql!("setting_put"), [key, value])?,
            None => self.conn.execute(sql!("setting_drop"), [key])?,
        };
        Ok(())
    }

    /// This laptop's key pairs, as the vault wrote them.
    ///
    /// # Errors
    /// [`crate::RegisterError::Disk`].
    pub fn device_keys(&self) -> Result<Option<zeroize::Zeroizing<Vec<u8>>>> {
        let read: Option<Vec<u8>> =
            self.conn.query_row(sql!("device_keys_get"), [], |row| row.get(0)).optional()?;
        Ok(read.map(zeroize::Zeroizing::new))
    }

    /// Keeps this laptop's name and key pairs, in place of earlier ones.
    ///
    /// # Errors
    /// [`crate::RegisterError::Disk`].
    pub fn set_device(&mut self, device: DeviceId, keys: &[u8]) -> Result<()> {
        self.conn.execute(sql!("device_keys_put"), params![&device.0[..], keys])?;
        self.who = self.read_identity()?;
        Ok(())
    }

    /// Trusts a laptop, or changes what is known of it.
    ///
    /// # Errors
    /// [`crate::RegisterError::Disk`].
    pub fn put_trusted(&mut self, laptop: &TrustedDevice) -> Result<()> {
        let revoked = laptop.revoked_at.map(codes::millis);
        let since = codes::millis(laptop.trusted_at);
        let row = params![&laptop.device.0[..], laptop.card, laptop.label, since, revoked];
        self.conn.execute(sql!("trusted_device_put"), row)?;
        Ok(())
    }

    /// Every laptop that was ever trusted, revoked ones included.
    ///
    /// # Errors
    /// [`crate::RegisterError::Disk`].
    pub fn trusted(&self) -> Result<Vec<TrustedDevice>> {
        let mut read = self.conn.prepare_cached(sql!("trusted_device_all"))?;
        let mut rows = read.query([])?;
        let mut laptops = Vec::new();
        while let Some(row) = rows.next()? {
            laptops.push(TrustedDevice {
                device: codes::device(&row.get::<_, Vec<u8>>(0)?)?,
                card: row.get(1)?,
                label: row.get(2)?,
                trusted_at: codes::moment(row.get(3)?),
                revoked_at: row.get::<_, Option<i64>>(4)?.map(codes::moment),
            });
        }
        Ok(laptops)
    }

    /// Takes in what a life of another laptop says it holds, and keeps it when it is the latest.
    ///
    /// # Errors
    /// [`crate::RegisterError::Disk`], [`crate::RegisterError::Journal`].
    pub fn tell_peer(&mut self, summary: &Summary) -> Result<Told> {
        tell_peer(&self.conn, summary)
    }

    /// What the other laptops last said they hold.
    ///
    /// # Errors
    /// [`crate::RegisterError::Disk`], [`crate::RegisterError::Journal`].
    pub fn peers(&self) -> Result<Peers> {
        peers(&self.conn)
    }

    /// Keeps what opens a file. The file itself must be on the disk already.
    ///
    /// # Errors
    /// [`crate::RegisterError::Disk`].
    pub fn put_attachment(&mut self, file: &Attachment) -> Result<()> {
        put_attachment(&self.conn, file)
    }

    /// The file with this digest.
    ///
    /// # Errors
    /// [`crate::RegisterError::Disk`], [`crate::RegisterError::Damaged`].
    pub fn attachment(&self, digest: &str) -> Result<Option<Attachment>> {
        let mut read = self.conn.prepare_cached(sql!("attachment_get"))?;
        let mut rows = read.query([digest])?;
        let Some(row) = rows.next()? else { return Ok(None) };
        Ok(Some(Attachment {
            digest: digest.to_owned(),
            address: row.get(0)?,
            key: codes::bytes(&row.get::<_, Vec<u8>>(1)?)?,
            size: u64::try_from(row.get::<_, i64>(2)?).unwrap_or(0),
            media_type: row.get(3)?,
            added_at: codes::moment(row.get(4)?),
            thumbnail: row.get(5)?,
        }))
    }

    /// The names of every file on this laptop's disk.
    ///
    /// # Errors
    /// [`crate::RegisterError::Disk`].
    pub fn attachment_addresses(&self) -> Result<Vec<String>> {
        let mut read = self.conn.prepare_cached(sql!("attachment_addresses"))?;
        let rows = read.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The digests of every file.
    ///
    /// # Errors
    /// [`crate::RegisterError::Disk`].
    pub fn attachments(&self) -> Result<Vec<String>> {
        let mut read = self.conn.prepare_cached(sql!("attachment_all"))?;
        let rows = read.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Forgets what opens a file, so that nobody can open it again.
    ///
    /// # Errors
    /// [`crate::RegisterError::Disk`].
    pub fn drop_attachment(&mut self, digest: &str) -> Result<()> {
        self.conn.execute(sql!("attachment_drop"), [digest])?;
        self.checkpoint()
    }

    /// How the columns of a list with these titles were read last time, as the desk wrote it.
    ///
    /// # Errors
    /// [`crate::RegisterError::Disk`].
    pub fn roster_mapping(&self, fingerprint: &str) -> Result<Option<String>> {
        let mut read = self.conn.prepare_cached(sql!("roster_mapping_get"))?;
        Ok(read.query_row([fingerprint], |row| row.get(0)).optional()?)
    }

    /// Keeps how the columns of a list were read.
    ///
    /// # Errors
    /// [`crate::RegisterError::Disk`].
    pub fn put_roster_mapping(&mut self, fingerprint: &str, mapping: &str, at: DateTime<Utc>) -> Result<()> {
        self.conn.execute(sql!("roster_mapping_put"), params![fingerprint, mapping, codes::millis(at)])?;
        Ok(())
    }

    /// Keeps what was typed and not saved, or clears it.
    ///
    /// # Errors
    /// [`crate::RegisterError::Disk`].
    pub fn keep(
        &mut self,
        record: RecordId,
        field: &FieldId,
        text: Option<&str>,
        at: DateTime<Utc>,
    ) -> Result<()> {
        let record = record.0;
        match text {
            Some(text) => {
                let row = params![&record.as_bytes()[..], field.as_str(), text, codes::millis(at)];
                self.conn.execute(sql!("draft_put"), row)?
            }
            None => self.conn.execute(sql!("draft_drop"), params![&record.as_bytes()[..], field.as_str()])?,
        };
        Ok(())
    }

    /// Everything that was typed and not saved.
    ///
    /// # Errors
    /// [`crate::RegisterError::Disk`], [`crate::RegisterError::Damaged`].
    pub fn kept(&self) -> Result<Vec<Kept>> {
        let mut read = self.conn.prepare_cached(sql!("draft_all"))?;
        let mut rows = read.query([])?;
        let mut kept = Vec::new();
        while let Some(row) = rows.next()? {
            kept.push(Kept {
                record: codes::record(&row.get::<_, Vec<u8>>(0)?)?,
                field: names::field_id(row.get(1)?)?,
                text: Private::new(row.get(2)?),
                at: codes::moment(row.get(3)?),
            });
        }
        Ok(kept)
    }
}

fn peers(conn: &Connection) -> Result<Peers> {
    let mut read = conn.prepare_cached(sql!("peer_summary_all"))?;
    let mut rows = read.query([])?;
    let mut peers = Peers::new();
    while let Some(row) = rows.next()? {
        let body: Vec<u8> = row.get(0)?;
        peers.tell(Summary::decode(&mut cbor::Reader::new(&body))?);
    }
    Ok(peers)
}

/// Takes in what a life of another laptop says it holds, inside the caller's transaction.
pub(crate) fn put_attachment(conn: &Connection, file: &Attachment) -> Result<()> {
    let size = i64::try_from(file.size).unwrap_or(i64::MAX);
    let added = codes::millis(file.added_at);
    let row = params![file.digest, file.address, &file.key[..], size, file.media_type, added, file.thumbnail];
    conn.prepare_cached(sql!("attachment_put"))?.execute(row)?;
    Ok(())
}

pub(crate) fn tell_peer(conn: &Connection, summary: &Summary) -> Result<Told> {
    let told = peers(conn)?.tell(summary.clone());
    if told == Told::Taken {
        let mut body = cbor::Writer::new();
        summary.encode(&mut body);
        let row = params![&summary.device.0[..], &summary.incarnation.0[..], body.into_bytes()];
        conn.execute(sql!("peer_summary_put"), row)?;
    }
    Ok(told)
}
