//! Wrong passphrases, counted where a restart does not forget them.
//!
//! Owns the count and the waiting times. Refuses to know when anything happened, or whose passphrase it was. It slows
//! down somebody at the keyboard; somebody with a copy of the folder is slowed down by Argon2id alone.

use std::path::Path;
use std::time::Duration;

use crate::codec::Frame;
use crate::{Error, Part, Result, files, layout};

const FRAME: Frame = Frame { magic: b"PLGFLR", version: 1, part: Part::Failures };
const FREE: u32 = 5;
const FIRST: Duration = Duration::from_secs(30);
const LONGEST: Duration = Duration::from_mins(15);

/// How long to wait before the next attempt: nothing after up to five wrong ones less one, then 30 seconds, doubling to
/// 15 minutes.
pub fn delay_after(failures: u32) -> Duration {
    match failures.checked_sub(FREE) {
        None => Duration::ZERO,
        Some(doublings) => {
            2_u32.checked_pow(doublings).map_or(LONGEST, |times| FIRST.saturating_mul(times).min(LONGEST))
        }
    }
}

/// How many wrong passphrases there were since the last right one. A damaged count reads as five, not as none.
///
/// # Errors
/// `Disk`.
pub fn count(folder: &Path) -> Result<u32> {
    let Some(file) =
        files::read_if_there(&layout::failures_path(folder), layout::SMALL_FILE, Part::Failures)?
    else {
        return Ok(0);
    };
    let read = FRAME.unwrap(&file).and_then(|mut body| {
        let count = body.u32()?;
        body.end().map(|()| count)
    });
    Ok(read.unwrap_or(FREE))
}

/// One more; gives the new count.
pub(crate) fn record(folder: &Path) -> Result<u32> {
    let count = count(folder)?.saturating_add(1);
    files::write_part(&layout::failures_path(folder), &FRAME.wrap(&count.to_le_bytes()), Part::Failures)?;
    Ok(count)
}

/// The passphrase was right.
pub(crate) fn clear(folder: &Path) -> Result<()> {
    files::remove_part(&layout::failures_path(folder), Part::Failures)
}

/// The error for a wrong passphrase, once it has been counted.
pub(crate) fn wrong(folder: &Path) -> Error {
    match record(folder) {
        Ok(failures) => Error::WrongPassphrase { failures },
        Err(error) => error,
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{clear, count, delay_after, record};
    use crate::{files, layout};

    #[test]
    fn waiting_doubles_from_the_fifth_to_a_quarter_of_an_hour() {
        let seconds: Vec<_> = (0..12).map(|failures| delay_after(failures).as_secs()).collect();
        assert_eq!(seconds, [0, 0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900]);
        assert_eq!(delay_after(u32::MAX), Duration::from_secs(900));
    }

    #[test]
    fn the_count_outlives_the_process_and_ends_with_the_right_passphrase() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(count(folder.path()).unwrap(), 0);
        assert_eq!(record(folder.path()).unwrap(), 1);
        assert_eq!(record(folder.path()).unwrap(), 2);
        assert_eq!(count(folder.path()).unwrap(), 2);
        clear(folder.path()).unwrap();
        assert_eq!(count(folder.path()).unwrap(), 0);
    }

    #[test]
    fn a_damaged_count_does_not_start_afresh() {
        let folder = tempfile::tempdir().unwrap();
        files::atomic_write(&layout::failures_path(folder.path()), b"nonsense").unwrap();
        assert_eq!(count(folder.path()).unwrap(), 5);
    }
}
