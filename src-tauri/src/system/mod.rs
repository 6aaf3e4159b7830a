//! What the operating system says and does for us: that the machine goes to sleep, that the screen was locked;
//! its clipboard, and whether it keeps other programs from looking at a window. Owns every call
//! that one system has and another has not; where a system has none, nothing happens and nothing fails.

#[cfg(target_os = "linux")]
mod linux;
#[cfg(target_os = "linux")]
pub(crate) use linux::{SHIELDS, listen, shield, store_of, unremembered};

#[cfg(not(target_os = "linux"))]
mod elsewhere;
#[cfg(not(target_os = "linux"))]
pub(crate) use elsewhere::{SHIELDS, listen, shield, store_of, unremembered};

mod clipboard;
pub(crate) use clipboard::Clipboard;
