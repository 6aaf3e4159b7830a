//! Foreign files as offices and attackers make them, built here byte by byte. Every person in them is invented.

mod dictionary;
pub(crate) mod fixtures;
mod hostile;
mod offices;
mod reading;
mod robust;
