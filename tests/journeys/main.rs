//! Journeys: the whole program from outside, in a real window and on the command line.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a journey stops at the first surprise, also in what it stands on"
)]

#[path = "../support/mod.rs"]
mod support;

mod a_night_of_28;
mod an_office;
mod at_speed;
mod budgets;
mod budgets_by_day;
mod by_command_line;
mod clipboard;
mod first_run;
mod foreign_files;
mod groups;
mod languages;
mod locking;
mod no_display;
mod officer;
mod other_systems;
mod page_is_fenced_in;
mod papers;
mod put_right;
mod rows_in_sight;
mod the_story;
mod the_story_in_the_window;
mod training;
mod trust_and_consent;
mod under_fire;
mod update_by_stick;
