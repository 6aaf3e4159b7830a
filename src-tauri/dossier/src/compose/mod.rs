//! From a case to a dossier. Owns which blocks there are, in which order, and tying every value to its record and field.
//! Refuses to decide what may be shown: it asks the rule (consent and profile) for every single field, and what the rule
//! does not plainly allow is not there.

mod annex;
mod body;
mod closing;
mod consents;
mod cover;
mod determinations;
mod episodes;
mod evidence;
mod leaving;
mod notice;
mod portrait;
mod rows;
mod rule;
mod say;
mod screenings;
mod sheet;

pub use leaving::Leaving;
pub use notice::{Change, Notice, Said};
pub use rule::{Annex, AnnexContent, CaseFile, Order, PersonFile};
pub use sheet::Sheet;

use crate::{
    check::{Allowed, Withheld},
    model::Dossier,
};
use casework::{profile::Profile, words::Words};

/// A dossier with what the check needs to know about it.
#[derive(Debug)]
pub struct Composed {
    /// The model.
    pub dossier: Dossier,
    /// What the recipient may have.
    pub allowed: Allowed,
    /// Distinctive values on record that the recipient may not have.
    pub withheld: Vec<Withheld>,
}

/// Composes one copy for one recipient in the language of `words`, with labels in a `second` language where there is one.
/// The same input gives the same dossier.
pub fn compose(
    file: &CaseFile<'_>,
    profile: &Profile,
    words: &Words,
    second: Option<&Words>,
    order: &Order,
) -> Composed {
    let rule = rule::Rule::new(file, profile, order);
    let say = say::Say { rule: &rule, words, second };
    let blocks = match (&order.notice, order.sheet) {
        (Some(notice), _) => notice::blocks(&say, order, notice),
        (None, Some(sheet)) => sheet::blocks(&say, order, sheet),
        (None, None) => [
            cover::cover(&say, order),
            body::people(&say),
            body::chronology(&say),
            body::records(&say),
            closing::closing(&say),
            annex::pages(&say),
            closing::receipt(&say),
        ]
        .concat(),
    };
    let dossier = Dossier {
        meta: cover::meta(&say, order),
        people: match &order.notice {
            Some(notice) => notice::named(&rule, notice),
            None => rule.people().map(|person| person.id).collect(),
        },
        disclosed: rule.disclosed_groups(),
        withheld: rule.withheld_groups(),
        frame: cover::frame(&say, order),
        blocks,
        attached: annex::attached(&say),
        pictured: annex::pictured(&say),
        stamp: order.stamp.clone(),
    };
    Composed { dossier, allowed: rule.allowed(), withheld: rule.withheld(words) }
}

#[cfg(test)]
mod tests;
