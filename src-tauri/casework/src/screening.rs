//! Screening read side by side: what supports which element, what is missing, what contradicts. Owns that reading over the
//! Palermo Protocol's three elements, the ILO's eleven indicators and the pattern of forced criminality. Refuses a verdict, a
//! score and a count that could pass for one: whether somebody is a victim is for an authority to decide.

use crate::{
    answer::Answer,
    corrections::corrected,
    form::{Field, Forms},
    ids::{FieldId, RecordId},
    record::Record,
    values::When,
};

/// The part of the picture that a question belongs to.
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

    /// The element that a field of the screening form belongs to, by its section and id.
    pub fn of_field(field: &Field) -> Option<Self> {
        match (field.section.as_str(), field.id.as_str()) {
            ("palermo", "act") => Some(Self::Act),
            ("palermo", "means") => Some(Self::Means),
            ("palermo", "purpose") => Some(Self::Purpose),
            ("indicators", _) => Some(Self::Ilo),
            ("pattern", _) => Some(Self::Crime),
            _ => None,
        }
    }
}

/// What one screening says to one question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The screening.
    pub screening: RecordId,
    /// The canonical answer: `yes`, `no`, an option; or why there is none.
    pub answer: Answer<String>,
}

/// One question over every screening of the person, and the findings for and against it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Indicator {
    /// Its field in the screening form.
    pub field: FieldId,
    /// What each screening says, earliest first; one that says nothing is left out.
    pub said: Vec<Said>,
    /// Findings that support it, each with its source.
    pub supporting: Vec<RecordId>,
    /// Findings that contradict it.
    pub contradicting: Vec<RecordId>,
}

impl Indicator {
    /// True when a screening says yes or names an option, or a finding supports it.
    pub fn is_supported(&self) -> bool {
        !self.supporting.is_empty() || self.known().any(|text| text != "no")
    }

    /// True when something speaks for it and something against it.
    pub fn is_contradicted(&self) -> bool {
        let against = !self.contradicting.is_empty() || self.known().any(|text| text == "no");
        self.is_supported() && against
    }

    /// True when no screening has an answer: nobody asked, nobody knows, or the person did not want to say.
    pub fn is_missing(&self) -> bool {
        self.known().next().is_none()
    }

    fn known(&self) -> impl Iterator<Item = &str> {
        self.said.iter().filter_map(|one| one.answer.known().map(String::as_str))
    }
}

/// One element with its questions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The element.
    pub element: Element,
    /// True when it need not be shown: the means, for a child.
    pub is_not_required: bool,
    /// Its questions, in the order of the form.
    pub indicators: Vec<Indicator>,
}

/// Every screening of `person` read side by side. `may_be_child` says that the person is, or may have been, under eighteen;
/// a screening that says so counts too.
pub fn picture(person: RecordId, about: &[&Record], forms: &Forms, may_be_child: bool) -> Vec<Part> {
    let Some(form) = forms.named("screening") else { return Vec::new() };
    let own = |kind: &str| {
        let mut found: Vec<&Record> =
            about.iter().copied().filter(|one| one.kind == kind && one.is_about(person)).collect();
        found.sort_by_key(|one| (one.when("screened_on").map(When::sort_key), one.id));
        found
    };
    let (screenings, findings) = (own("screening"), own("finding"));
    let child = may_be_child || screenings.iter().any(|one| one.all("child").any(|said| said == "yes"));
    let indicator = |field: &Field| Indicator {
        field: field.id.clone(),
        said: screenings.iter().flat_map(|one| said(one, &field.id)).collect(),
        supporting: bearing(&findings, &field.id, "supports"),
        contradicting: bearing(&findings, &field.id, "contradicts"),
    };
    let part = |element: Element| Part {
        element,
        is_not_required: element == Element::Means && child,
        indicators: form
            .fields
            .iter()
            .filter(|field| Element::of_field(field) == Some(element))
            .map(indicator)
            .collect(),
    };
    Element::ALL.map(part).into()
}

fn said(screening: &Record, field: &FieldId) -> Vec<Said> {
    let live = screening.answers.get(field).map_or(&[][..], Vec::as_slice);
    live.iter()
        .map(|one| {
            let answer = match &one.answer {
                Answer::Known(text) => Answer::Known(text.reveal().clone()),
                Answer::Unknown => Answer::Unknown,
                Answer::NotAsked => Answer::NotAsked,
                Answer::Declined => Answer::Declined,
            };
            Said { screening: screening.id, answer }
        })
        .collect()
}

/// The findings on one question that bear one way. A finding names the question with hyphens where a field has strokes below.
fn bearing(findings: &[&Record], field: &FieldId, way: &str) -> Vec<RecordId> {
    let question = field.as_str().replace('_', "-");
    let on_it = |one: &&&Record| {
        one.first("question") == Some(question.as_str()) && one.first("bearing") == Some(way)
    };
    findings.iter().filter(on_it).map(|one| one.id).collect()
}

/// The findings of authorities about `person`, earliest first, and whether two of them differ: one that another corrects is
/// in sight and differs from nothing.
pub fn determinations<'a>(person: RecordId, about: &[&'a Record]) -> (Vec<&'a Record>, bool) {
    let own = about.iter().copied().filter(|one| one.kind == "determination" && one.is_about(person));
    let mut found: Vec<&Record> = own.collect();
    found.sort_by_key(|one| (one.when("decided_on").map(When::sort_key), one.id));
    let corrected = corrected(about.iter().copied());
    let mut decided: Vec<&str> = found
        .iter()
        .filter(|one| !corrected.contains(&one.id))
        .flat_map(|one| one.all("outcome"))
        .filter(|outcome| *outcome != "pending")
        .collect();
    decided.sort_unstable();
    decided.dedup();
    (found, decided.len() > 1)
}

#[cfg(test)]
mod tests;
