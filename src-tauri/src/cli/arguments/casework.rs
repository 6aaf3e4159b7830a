//! The words for casework: the gate, today, movements, permits, and where a person stands.

use clap::{Args, Subcommand};

/// The departure gate.
#[derive(Debug, Args)]
pub(crate) struct GateArgs {
    /// People or rescues; the whole manifest when left out
    #[arg(value_name = "REF")]
    pub(crate) references: Vec<String>,
    /// The flight
    #[arg(long, value_name = "REF")]
    pub(crate) flight: String,
    /// Whom to leave out of a rescue, for an override
    #[arg(long, value_name = "REF", num_args = 1.., requires = "requirement")]
    pub(crate) except: Vec<String>,
    /// Override this requirement for the people named; for the head of the office
    #[arg(long = "override", value_name = "REQUIREMENT", requires = "reason", requires = "references")]
    pub(crate) requirement: Option<String>,
    /// Why it is overridden; kept with the case
    #[arg(long, value_name = "TEXT", requires = "requirement")]
    pub(crate) reason: Option<String>,
}

/// Deeds about exit permits.
#[derive(Debug, Subcommand)]
pub(crate) enum PermitDeed {
    /// The board: missing, submitted, expired, expiring, issued
    #[command(after_help = "Example:\n  pulang permits list PNH-2023-RA01")]
    List {
        /// A rescue or a person; everybody in the host country when left out
        reference: Option<String>,
    },
    /// Move people one step, as one deed
    #[command(
        after_help = "Example:\n  pulang permits advance --to issued --for PNH-2023-A0001 --for PNH-2023-A0002 --number EP-17 \
                      --issued 2/10/2023 --expires 9/10/2023"
    )]
    Advance {
        /// submitted or issued
        #[arg(long, value_name = "STEP", value_parser = ["submitted", "issued"])]
        to: String,
        /// Whom it is about
        #[arg(long = "for", value_name = "REF", required = true, num_args = 1..)]
        about: Vec<String>,
        /// Whom to leave out of a rescue
        #[arg(long, value_name = "REF", num_args = 1..)]
        except: Vec<String>,
        /// The permit's number
        #[arg(long, value_name = "NUMBER", default_value = "")]
        number: String,
        /// Its first day
        #[arg(long, value_name = "DATE", default_value = "")]
        issued: String,
        /// Its last day
        #[arg(long, value_name = "DATE", default_value = "")]
        expires: String,
    },
}
