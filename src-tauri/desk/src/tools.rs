//! What the desk is handed from outside: a clock, ids, seeds, a drawer. Owns nothing of its own, so that the same deeds with the same
//! tools give the same vault; refuses to look at the machine's clock itself.

use crate::{drawing::Drawer, progress::Heard};
use chrono::{DateTime, Utc};
use std::fmt;
use uuid::Uuid;

/// A clock, a source of ids, a source of seeds, a drawer, and who is told how far long work has come.
pub struct Tools {
    /// The time now.
    pub now: Box<dyn Fn() -> DateTime<Utc> + Send + Sync>,
    /// A fresh UUIDv7.
    pub id: Box<dyn Fn() -> Uuid + Send + Sync>,
    /// Sixteen bytes that nobody can guess; each batch of the log is salted from its own.
    pub seed: Box<dyn Fn() -> [u8; 16] + Send + Sync>,
    /// Draws foreign files where a crash costs nothing.
    pub draw: Drawer,
    /// Is told how far long work has come, and says whether it goes on.
    pub heard: Heard,
}

impl fmt::Debug for Tools {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Tools")
    }
}
