//! Use cases: what an officer does, one file for each deed. Both shells, the window and the command line, are thin over
//! this room. A clock and a source of ids are handed in; tauri and SQL are refused.
#![forbid(unsafe_code)]

pub mod views;
