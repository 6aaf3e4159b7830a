//! Files as the log names them: a file is the SHA-256 of its content, written in hexadecimal in some field. Owns which are
//! named, which are lacking here, and which a peer holds or lacks; refuses to guess from a field's name, so that a field of a
//! newer app carries files through this one.

use crate::{
    Register, codes,
    error::Result,
    local::{self, Attachment},
    names,
};
use casework::{
    answer::Answer,
    ids::{FieldId, RecordId},
};
use journal::{Batch, Change, DeviceId, Summary};
use rusqlite::{Connection, params};
use std::collections::BTreeSet;

/// How many letters name a file.
const NAME: usize = 64;

/// The name of a file, when that is what the change says.
pub fn file_named_by(change: &Change) -> Option<&str> {
    let text = change.write.answer().and_then(Answer::known)?.reveal().as_str();
    is_name(text).then_some(text)
}

fn is_name(text: &str) -> bool {
    text.len() == NAME && text.bytes().all(|one| one.is_ascii_digit() || (b'a'..=b'f').contains(&one))
}

impl Register {
    /// The digests of files that nothing in the log names any more, nor anything that waits for its place in it: an erasure took
    /// what named them.
    ///
    /// # Errors
    /// [`crate::RegisterError::Disk`], [`crate::RegisterError::Journal`].
    pub fn unnamed_attachments(&self) -> Result<Vec<String>> {
        let mut read = self.conn.prepare_cached(sql!("attachment_unnamed"))?;
        let rows = read.query_map([], |row| row.get(0))?;
        let unnamed: Vec<String> = rows.collect::<rusqlite::Result<_>>()?;
        let waiting = if unnamed.is_empty() { BTreeSet::new() } else { named_by_what_waits(&self.conn)? };
        Ok(unnamed.into_iter().filter(|digest| !waiting.contains(digest)).collect())
    }

    /// The names of files that the log has and this laptop lacks, each with the field that has it. A text of another field may
    /// look like one.
    ///
    /// # Errors
    /// [`crate::RegisterError::Disk`], [`crate::RegisterError::Damaged`].
    pub fn files_elsewhere(&self) -> Result<Vec<(String, FieldId)>> {
        let mut read = self.conn.prepare_cached(sql!("file_elsewhere"))?;
        let mut rows = read.query([])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let name: String = row.get(0)?;
            if is_name(&name) {
                found.push((name, names::field_id(row.get(1)?)?));
            }
        }
        Ok(found)
    }

    /// The records and fields in which the log names a file, values of the past among them.
    ///
    /// # Errors
    /// [`crate::RegisterError::Disk`], [`crate::RegisterError::Damaged`].
    pub fn namings(&self, digest: &str) -> Result<Vec<(RecordId, FieldId)>> {
        let mut read = self.conn.prepare_cached(sql!("file_namings"))?;
        let mut rows = read.query([digest])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push((codes::record(&row.get::<_, Vec<u8>>(2)?)?, names::field_id(row.get(3)?)?));
        }
        Ok(found)
    }

    /// True when a peer holds a change that names this file and did not say that it lacks the file.
    ///
    /// # Errors
    /// [`crate::RegisterError::Disk`], [`crate::RegisterError::Damaged`].
    pub fn peer_has_file(&self, peer: &Summary, digest: &str) -> Result<bool> {
        if self.wanted_by(peer.device)?.contains(digest) {
            return Ok(false);
        }
        let mut read = self.conn.prepare_cached(sql!("file_namings"))?;
        let mut rows = read.query([digest])?;
        while let Some(row) = rows.next()? {
            if self.peer_holds(peer, row.get(0)?, u64::try_from(row.get::<_, i64>(1)?).unwrap_or(u64::MAX))? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The files that a laptop last said it lacks.
    ///
    /// # Errors
    /// [`crate::RegisterError::Disk`].
    pub fn wanted_by(&self, device: DeviceId) -> Result<BTreeSet<String>> {
        let mut read = self.conn.prepare_cached(sql!("wanted_file_of"))?;
        let rows = read.query_map([&device.0[..]], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

/// Notes what a laptop lacks, in place of what it said before.
pub(crate) fn note_wanted(conn: &Connection, device: DeviceId, wants: &[String]) -> Result<()> {
    conn.execute(sql!("wanted_file_forget"), [&device.0[..]])?;
    let mut add = conn.prepare_cached(sql!("wanted_file_add"))?;
    for digest in wants.iter().filter(|digest| is_name(digest)) {
        add.execute(params![&device.0[..], digest])?;
    }
    Ok(())
}

/// Keeps those of the files that something names, and gives the addresses of the others: what names them was erased here.
pub(crate) fn keep_named(conn: &Connection, files: &[Attachment]) -> Result<Vec<String>> {
    let mut named = conn.prepare_cached(sql!("file_is_named"))?;
    let mut waiting = None;
    let mut unnamed = Vec::new();
    for file in files {
        let mut keep = named.exists([&file.digest])?;
        if !keep {
            let waiting = match &mut waiting {
                Some(waiting) => waiting,
                none => none.insert(named_by_what_waits(conn)?),
            };
            keep = waiting.contains(&file.digest);
        }
        if keep {
            local::put_attachment(conn, file)?;
        } else {
            unnamed.push(file.address.clone());
        }
    }
    Ok(unnamed)
}

/// The files that batches name which wait for one before them.
fn named_by_what_waits(conn: &Connection) -> Result<BTreeSet<String>> {
    let mut read = conn.prepare_cached(sql!("waiting_all"))?;
    let mut rows = read.query([])?;
    let mut found = BTreeSet::new();
    while let Some(row) = rows.next()? {
        let batch = Batch::decode(&row.get::<_, Vec<u8>>(0)?)?;
        found.extend(batch.changes().filter_map(|(_, change)| file_named_by(change)).map(str::to_owned));
    }
    Ok(found)
}
