//! Screening read side by side: what supports which element, what is missing, what contradicts. Owns that reading over the
//! Palermo Protocol's three elements, the ILO's eleven indicators and forced criminality. Refuses a verdict, a score and a
//! count that could pass for one: whether somebody is a victim is for an authority to decide.

use crate::{
    answer::Answer,
    form::{Form, Forms},
    ids::{FieldId, RecordId},
    record::Record,
};

/// The part of the picture that an indicator belongs to, by the beginning of its field's id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Element {
    /// What was done: recruitment, transport, transfer, harbouring, receipt.
    Act,
    /// By which means. For a child they are not required.
    Means,
    /// For which purpose.
    Purpose,
    /// The ILO's indicators of forced labour.
    Ilo,
    /// The pattern of forced criminality.
    Crime,
}

impl Element {
    /// All of them, in the order to show.
    pub const ALL: [Self; 5] = [Self::Act, Self::Means, Self::Purpose, Self::Ilo, Self::Crime];

    /// Its id. Its word is `element-<id>`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Act => "act",
            Self::Means => "means",
            Self::Purpose => "purpose",
            Self::Ilo => "ilo",
            Self::Crime => "crime",
        }
    }

    /// The element that a field of the screening form belongs to: `ilo_wages` is one of the ILO's.
    pub fn of_field(field: &FieldId) -> Option<Self> {
        let (prefix, _) = field.as_str().split_once('_')?;
        Self::ALL.into_iter().find(|element| element.id() == prefix)
    }
}

/// What one screening says of one indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The screening.
    pub screening: RecordId,
    /// Yes or no, or why neither.
    pub answer: Answer<bool>,
}

/// One indicator over every screening of the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Indicator {
    /// Its field in the screening form.
    pub field: FieldId,
    /// What each screening says, earliest first; one that says nothing is left out.
    pub said: Vec<Said>,
}

impl Indicator {
    /// True when at least one screening says yes.
    pub fn supports(&self) -> bool {
        self.said.iter().any(|one| one.answer == Answer::Known(true))
    }

    /// True when one says yes and another no.
    pub fn contradicts(&self) -> bool {
        self.supports() && self.said.iter().any(|one| one.answer == Answer::Known(false))
    }

    /// True when nobody has put it to the person, or nobody knows.
    pub fn is_missing(&self) -> bool {
        !self.said.iter().any(|one| one.answer.known().is_some())
    }
}

/// One element with its indicators.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The element.
    pub element: Element,
    /// True when it need not be shown: the means, for a child.
    pub not_required: bool,
    /// Its indicators, in the order of the form.
    pub indicators: Vec<Indicator>,
}

/// Every screening of `person` read side by side. `may_be_child` says that the person is, or may have been, under eighteen.
pub fn picture(person: RecordId, about: &[&Record], forms: &Forms, may_be_child: bool) -> Vec<Part> {
    let Some(form) = forms.named("screening") else { return Vec::new() };
    let own = about.iter().copied().filter(|one| one.kind == form.id && one.is_about(person));
    let mut screenings: Vec<&Record> = own.collect();
    screenings.sort_by_key(|one| (one.when("asked_on").map(|when| when.earliest()), one.id));
    Element::ALL
        .into_iter()
        .map(|element| Part {
            element,
            not_required: element == Element::Means && may_be_child,
            indicators: indicators(form, element, &screenings),
        })
        .collect()
}

fn indicators(form: &Form, element: Element, screenings: &[&Record]) -> Vec<Indicator> {
    let fields = form.fields.iter().filter(|field| Element::of_field(&field.id) == Some(element));
    fields
        .map(|field| {
            let said = screenings.iter().flat_map(|screening| {
                let live = screening.answers.get(&field.id).map_or(&[][..], Vec::as_slice);
                live.iter().filter_map(|one| {
                    let answer = read(&one.answer)?;
                    Some(Said { screening: screening.id, answer })
                })
            });
            Indicator { field: field.id.clone(), said: said.collect() }
        })
        .collect()
}

/// A yes or no as it is stored; anything else is no answer to an indicator.
fn read(answer: &Answer<crate::private::Private<String>>) -> Option<Answer<bool>> {
    Some(match answer {
        Answer::Known(text) => match text.reveal().as_str() {
            "yes" => Answer::Known(true),
            "no" => Answer::Known(false),
            "unknown" => Answer::Unknown,
            "not-asked" => Answer::NotAsked,
            "declined" => Answer::Declined,
            _ => return None,
        },
        Answer::Unknown => Answer::Unknown,
        Answer::NotAsked => Answer::NotAsked,
        Answer::Declined => Answer::Declined,
    })
}

/// The findings of authorities about `person`, earliest first, and whether two of them differ.
pub fn findings<'a>(person: RecordId, about: &[&'a Record]) -> (Vec<&'a Record>, bool) {
    let own = about.iter().copied().filter(|one| one.kind == "determination" && one.is_about(person));
    let mut found: Vec<&Record> = own.collect();
    found.sort_by_key(|one| (one.when("decided_on").map(|when| when.sort_key()), one.id));
    let mut decided: Vec<&str> =
        found.iter().flat_map(|one| one.all("outcome")).filter(|outcome| *outcome != "pending").collect();
    decided.sort_unstable();
    decided.dedup();
    (found, decided.len() > 1)
}
