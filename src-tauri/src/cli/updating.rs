//! Updates by stick on the command line, each as one call into the desk.

use super::arguments::UpdateDeed;
use super::outcome::Outcome;
use super::session::Session;
use crate::failure::Failure;
use crate::ground;

/// Looks at an update, or takes it.
///
/// # Errors
/// What the desk refuses.
pub(super) fn perform(session: &mut Session, deed: UpdateDeed) -> Result<Outcome, Failure> {
    let publisher = ground::publisher().map_err(|error| session.failure(&error))?;
    match deed {
        UpdateDeed::Check { file } => {
            let seen = session.ground.check_update(&publisher, session.lang(), &file);
            let seen = seen.map_err(|error| session.failure(&error))?;
            Ok(Outcome::of(seen.said.clone(), &seen))
        }
        UpdateDeed::Take { file, output, back } => session.desk(|desk| {
            let taken = desk.take_update(&publisher, &file, &output, back)?;
            Ok(Outcome::of(taken.said.clone(), &taken))
        }),
    }
}
