//! Journeys through the register as a whole.

mod again;
mod apart;
mod crash;
mod dangling;
mod erasing;
mod finding;
mod fixture;
mod merging;
mod office;
mod reading;
mod safety;
