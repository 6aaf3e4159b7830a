//! From blocks to pages. Owns line breaking, tables, page breaks, running head and foot and the tree of the document's
//! structure; refuses PDF syntax (write) and every text that is not in the model.

mod engine;
mod flow;
mod frame;
mod grid;
mod place;
mod portrait;
mod prepare;
mod sheets;
mod tree;

pub(crate) use engine::{Glyph, Segment};
pub(crate) use place::{Bookmark, Item, Laid, MarkKind, Page};
pub(crate) use tree::{Kid, Node, Tag};

use crate::{DossierError, model::Dossier};

/// A4 in points.
pub(crate) const PAGE: (f32, f32) = (595.28, 841.89);
const LEFT: f32 = 51.0;
const TOP: f32 = 68.0;
const BOTTOM: f32 = 57.0;
/// The width of the text.
const WIDTH: f32 = PAGE.0 - 2.0 * LEFT;

/// Lays a dossier out on pages.
///
/// # Errors
/// [`DossierError::NoGlyph`] for a character that no font has.
pub(crate) fn lay(dossier: &Dossier) -> Result<Laid, DossierError> {
    let mut engine = engine::Engine::new()?;
    let flow = flow::Flow::of(dossier, &mut engine)?;
    let mut laid = place::place(flow, dossier.frame.training.is_some());
    frame::draw(dossier, &mut engine, &mut laid)?;
    Ok(laid)
}

#[cfg(test)]
mod tests;
