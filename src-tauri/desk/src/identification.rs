//! The identification page: screenings side by side, what authorities decided, how often the story was told. Owns showing
//! them with their sources; refuses a verdict.

use crate::{
    Desk,
    failure::DeskError,
    roster,
    show::Show,
    standing::said,
    views::{
        DeterminationView, IdentificationPage, InterviewLine, LabelledText, SaidView, ScreeningPart,
        ScreeningQuestion, ToldView,
    },
};
use casework::{
    answer::Answer,
    budget, corrections,
    ids::RecordId,
    record::Record,
    screening::{self, Indicator, Part},
};

impl Desk {
    /// Everything about the identification of a person. Looking at it is audited.
    ///
    /// # Errors
    /// [`DeskError::NotFound`] when it is no person.
    pub fn identification(&mut self, person: RecordId) -> Result<IdentificationPage, DeskError> {
        self.existing(person, Some("person"))?;
        let gathered = self.gather(vec![person])?;
        let record = gathered.people.first().ok_or(DeskError::NotFound)?;
        let about = gathered.about(person);
        let show = self.show(&[&gathered.people, &gathered.about])?;
        let child = roster::may_be_minor(&show, record, self.today());
        let parts = screening::picture(person, &about, &self.house.forms, child);
        let (found, differ) = screening::determinations(person, &about);
        let gone = corrections::corrected(about.iter().copied());
        let page = IdentificationPage {
            parts: parts.iter().map(|part| part_view(&show, part)).collect(),
            determinations: found
                .iter()
                .map(|one| determination(&show, one, gone.contains(&one.id)))
                .collect(),
            differ,
            interviews: budget::told(person, &about).iter().map(|one| interview(&show, one)).collect(),
        };
        self.audit("view-identification", person)?;
        Ok(page)
    }

    /// How often each of some people, or of a rescue, has told the story already, and to whom. One look is one row of the
    /// audit, which names them all.
    ///
    /// # Errors
    /// [`DeskError::NotFound`] when somebody is no person; [`DeskError::NeedsPeople`] when nobody is meant.
    pub fn told_before(&mut self, of: &[String]) -> Result<Vec<ToldView>, DeskError> {
        let people = self.people_meant(of, &[])?;
        if people.is_empty() {
            return Err(DeskError::NeedsPeople);
        }
        let gathered = self.gather(people)?;
        if gathered.people.iter().any(|one| one.kind != "person") {
            return Err(DeskError::NotFound);
        }
        let show = self.show(&[&gathered.people, &gathered.about])?;
        let line = |person: &Record| ToldView {
            person: show.link(person),
            interviews: budget::told(person.id, &gathered.about(person.id))
                .iter()
                .map(|one| interview(&show, one))
                .collect(),
        };
        let lines: Vec<ToldView> = gathered.people.iter().map(line).collect();
        let ids: Vec<String> = gathered.people.iter().map(|one| one.id.to_string()).collect();
        let entry = self.audit_entry("view-interviews", &ids.join(" "), "");
        self.register.audit(&entry)?;
        Ok(lines)
    }
}

fn part_view(show: &Show<'_>, part: &Part) -> ScreeningPart {
    ScreeningPart {
        element: part.element.id().to_owned(),
        word: show.words.get(&format!("element-{}", part.element.id())).into_owned(),
        not_required: part.is_not_required,
        questions: part.indicators.iter().map(|one| question(show, one)).collect(),
    }
}

fn question(show: &Show<'_>, indicator: &Indicator) -> ScreeningQuestion {
    let form = show.house.forms.named("screening");
    let field = form.and_then(|form| form.field(indicator.field.as_str()));
    let text = |answer: &Answer<String>| match (answer, field) {
        (Answer::Known(text), Some(field)) => show.text(field, text),
        (Answer::Known(text), None) => text.clone(),
        (other, _) => show.words.get(&format!("val-{}", other.standing())).into_owned(),
    };
    let answers = indicator
        .said
        .iter()
        .map(|one| SaidView { text: text(&one.answer), source: show.linked(one.screening) });
    let bearing = |ids: &[RecordId], way: &str| {
        let text = show.words.get(&format!("bearing-{way}")).into_owned();
        ids.iter().map(|id| SaidView { text: text.clone(), source: show.linked(*id) }).collect::<Vec<_>>()
    };
    ScreeningQuestion {
        label: form.zip(field).map_or_else(
            || indicator.field.to_string(),
            |(form, field)| form.label(field, show.words).into_owned(),
        ),
        said: answers
            .chain(bearing(&indicator.supporting, "supports"))
            .chain(bearing(&indicator.contradicting, "contradicts"))
            .collect(),
        supported: indicator.is_supported(),
        contradicted: indicator.is_contradicted(),
        missing: indicator.is_missing(),
    }
}

fn determination(show: &Show<'_>, record: &Record, corrected: bool) -> DeterminationView {
    DeterminationView {
        record: show.link(record),
        authority: record.links("authority").next().map(|id| show.linked(id)),
        when: said(show, record, "decided_on"),
        outcome: said(show, record, "outcome").unwrap_or_default(),
        details: details(show, record, &["letter", "wording"]),
        corrected,
    }
}

fn interview(show: &Show<'_>, record: &Record) -> InterviewLine {
    InterviewLine {
        record: show.link(record),
        when: said(show, record, "held_at"),
        authority: record.links("authority").next().map(|id| show.linked(id)),
        details: details(show, record, &["purpose", "language", "interpreter"]),
    }
}

fn details(show: &Show<'_>, record: &Record, fields: &[&str]) -> Vec<LabelledText> {
    let form = show.house.forms.get(&record.kind);
    let one = |name: &&str| {
        let form = form?;
        let field = form.field(name)?;
        let texts: Vec<String> = record.all(name).map(|text| show.text(field, text)).collect();
        let label = form.label(field, show.words).into_owned();
        (!texts.is_empty()).then(|| LabelledText { label, text: texts.join(", ") })
    };
    fields.iter().filter_map(one).collect()
}
