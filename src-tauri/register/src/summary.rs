//! What this register holds and what another lacks. Owns reading the log out, feed by feed; refuses to guess what a peer has.

use crate::{
    Register, codes,
    error::{RegisterError, Result},
    loading::Loader,
    log,
};
use casework::ids::RecordId;
use journal::{Batch, DeviceId, FeedId, Head, Incarnation, Summary};
use rusqlite::params;
use std::collections::{BTreeMap, BTreeSet};

/// The end of a feed, and what vouches for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SignedHead {
    /// The feed.
    pub feed: FeedId,
    /// The laptop that writes it.
    pub device: DeviceId,
    /// In which of its lives.
    pub incarnation: Incarnation,
    /// In which scope.
    pub scope: RecordId,
    /// Its end.
    pub head: Head,
    /// The writing laptop's signature of [`journal::feed::head_statement`], where there is one.
    pub signature: Option<[u8; 64]>,
}

struct Feed {
    number: i64,
    name: FeedId,
    scope: RecordId,
}

impl Register {
    /// What this laptop's present life holds. A feed counts up to its first batch with a withheld place and no further, so that
    /// whoever may fill it in sends it again. `export` counts the bundles it has written, and is kept outside.
    ///
    /// # Errors
    /// [`RegisterError::NoIdentity`], [`RegisterError::Disk`], [`RegisterError::Journal`].
    pub fn summary(&self, export: u64) -> Result<Summary> {
        let (device, incarnation) = self.who.ok_or(RegisterError::NoIdentity)?;
        let mut retired: Vec<Incarnation> =
            self.lives()?.into_iter().filter(|life| *life != incarnation).collect();
        retired.sort_unstable();
        let mut heads = BTreeMap::new();
        let partial = self.conn.prepare_cached(sql!("change_any_withheld"))?.exists([])?;
        for feed in self.feeds()? {
            let ends = if partial { self.whole_up_to(&feed)? } else { None };
            let ends = ends.map_or_else(|| log::heads(&self.conn, &feed.name.0), Ok)?;
            if !ends.is_empty() {
                heads.insert(feed.name, ends);
            }
        }
        Ok(Summary { device, incarnation, retired, export, seen: self.peers()?.seen(), heads })
    }

    /// Hands out, one by one and each after the one before it in its feed, every batch that a peer lacks by every one of
    /// its summaries; all of them when there is none. `scopes` narrows it down.
    ///
    /// # Errors
    /// The first error of `give`, or [`RegisterError::Disk`] or [`RegisterError::Damaged`] of this register.
    pub fn batches_after<E: From<RegisterError>>(
        &self,
        peer: &[&Summary],
        scopes: Option<&BTreeSet<RecordId>>,
        give: &mut dyn FnMut(Batch) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        // One reading of the file: it cannot move meanwhile, and is not asked for leave again by each statement.
        let reading = self.conn.unchecked_transaction().map_err(RegisterError::from)?;
        let mut loader = Loader::new(&self.conn)?;
        for feed in self.feeds()? {
            if scopes.is_some_and(|wanted| !wanted.contains(&feed.scope)) {
                continue;
            }
            let after = self.held_by(peer, &feed)?;
            loader.each(&self.numbers_after(feed.number, after)?, give)?;
        }
        Ok(reading.commit().map_err(RegisterError::from)?)
    }

    /// The ends of every feed, with the signature that vouches for it where there is one.
    ///
    /// # Errors
    /// [`RegisterError::Disk`].
    pub fn heads(&self) -> Result<Vec<SignedHead>> {
        let mut read = self.conn.prepare_cached(sql!("head_all"))?;
        let mut rows = read.query([])?;
        let mut heads = Vec::new();
        while let Some(row) = rows.next()? {
            let feed = FeedId(codes::bytes(&row.get::<_, Vec<u8>>(0)?)?);
            let signature: Option<Vec<u8>> = row.get(3)?;
            let signature = signature.as_deref().map(codes::bytes).transpose()?;
            heads.push(SignedHead {
                feed,
                device: codes::device(&row.get::<_, Vec<u8>>(4)?)?,
                incarnation: codes::incarnation(&row.get::<_, Vec<u8>>(5)?)?,
                scope: codes::record(&row.get::<_, Vec<u8>>(6)?)?,
                head: log::head(row, 1)?,
                signature,
            });
        }
        Ok(heads)
    }

    /// Keeps a signature that somebody else's laptop gave for a batch that is here. True when it is.
    ///
    /// # Errors
    /// [`RegisterError::Disk`].
    pub fn keep_signature(&mut self, head: Head, signature: &[u8; 64]) -> Result<bool> {
        let row = params![&head.batch.0[..], &signature[..]];
        Ok(self.conn.execute(sql!("head_signature_keep"), row)? > 0)
    }

    /// Takes fresh seeds from here on: a bundle is about to leave, and who has a seed knows all that follow from it.
    ///
    /// # Errors
    /// [`RegisterError::Disk`].
    pub fn cut_seeds(&mut self) -> Result<()> {
        self.conn.execute(sql!("seed_cut_put"), [])?;
        Ok(())
    }

    /// The scopes that hold anything.
    ///
    /// # Errors
    /// [`RegisterError::Disk`].
    pub fn scopes(&self) -> Result<BTreeSet<RecordId>> {
        Ok(self.feeds()?.into_iter().map(|feed| feed.scope).collect())
    }

    /// The end of the part of a feed before its first withheld place; none when nothing of it is withheld.
    fn whole_up_to(&self, feed: &Feed) -> Result<Option<Vec<Head>>> {
        let mut read = self.conn.prepare_cached(sql!("head_before_withheld"))?;
        let mut rows = read.query([feed.number])?;
        let mut ends = None;
        while let Some(row) = rows.next()? {
            let ends: &mut Vec<Head> = ends.get_or_insert_default();
            if row.get::<_, Option<i64>>(1)?.is_some() {
                ends.push(log::head(row, 1)?);
            }
        }
        Ok(ends)
    }

    fn held_by(&self, peer: &[&Summary], feed: &Feed) -> Result<u64> {
        let mine = log::heads(&self.conn, &feed.name.0)?;
        let mut least = None;
        for summary in peer {
            let mut here = BTreeSet::new();
            for head in summary.heads.get(&feed.name).into_iter().flatten() {
                if log::has(&self.conn, head.batch)? {
                    here.insert(head.batch);
                }
            }
            let held = summary.holds_up_to(feed.name, &mine, |hash| here.contains(hash));
            least = Some(least.map_or(held, |least: u64| least.min(held)));
        }
        Ok(least.unwrap_or(0))
    }

    /// True when a peer holds the batch at `seq` of a feed, by what it told.
    pub(crate) fn peer_holds(&self, peer: &Summary, feed: i64, seq: u64) -> Result<bool> {
        match self.feeds()?.iter().find(|one| one.number == feed) {
            Some(feed) => Ok(self.held_by(&[peer], feed)? >= seq),
            None => Ok(false),
        }
    }

    fn numbers_after(&self, feed: i64, after: u64) -> Result<Vec<i64>> {
        let mut read = self.conn.prepare_cached(sql!("batch_after"))?;
        let numbers = read.query_map([feed, log::seq(after)?], |row| row.get(0))?;
        Ok(numbers.collect::<rusqlite::Result<_>>()?)
    }

    fn feeds(&self) -> Result<Vec<Feed>> {
        let mut read = self.conn.prepare_cached(sql!("feed_all"))?;
        let mut rows = read.query([])?;
        let mut feeds = Vec::new();
        while let Some(row) = rows.next()? {
            feeds.push(Feed {
                number: row.get(0)?,
                name: FeedId(codes::bytes(&row.get::<_, Vec<u8>>(1)?)?),
                scope: codes::record(&row.get::<_, Vec<u8>>(2)?)?,
            });
        }
        Ok(feeds)
    }

    fn lives(&self) -> Result<Vec<Incarnation>> {
        let mut read = self.conn.prepare_cached(sql!("incarnation_all"))?;
        let mut rows = read.query([])?;
        let mut lives = Vec::new();
        while let Some(row) = rows.next()? {
            lives.push(codes::incarnation(&row.get::<_, Vec<u8>>(0)?)?);
        }
        Ok(lives)
    }
}
