//! What the operating system says and does for us: whether there is a screen, that the machine goes to sleep, that the screen was
//! locked; its clipboard, and whether it keeps other programs from looking at a window. Owns every call
//! that one system has and another has not; where a system has none, nothing happens and nothing fails.

#[cfg(target_os = "linux")]
mod linux;
#[cfg(target_os = "linux")]
pub(crate) use linux::{
    RESOLVER, SHIELDS, has_display, in_surroundings_that_work, listen, reaches_screen, shield, store_of,
    this_program, unremembered, way_out,
};

#[cfg(not(target_os = "linux"))]
mod elsewhere;
#[cfg(not(target_os = "linux"))]
pub(crate) use elsewhere::{
    RESOLVER, SHIELDS, has_display, in_surroundings_that_work, listen, reaches_screen, shield, store_of,
    this_program, unremembered, way_out,
};

mod clipboard;
pub(crate) use clipboard::Clipboard;
