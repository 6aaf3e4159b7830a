//! Words and values as texts with their origin. Owns that no value becomes text without the rule's yes; refuses a value whose
//! record and field are not named with it.

use super::rule::{Rule, shown};
use crate::model::{Label, Pair, Provenance, Text};
use casework::{
    answer::Answer,
    form::{Field, FieldKind, Form},
    ids::RecordId,
    naming,
    private::Private,
    record::Record,
    words::Words,
};

/// A voice in one language, with labels in a second.
pub(crate) struct Say<'a> {
    pub(crate) rule: &'a Rule<'a>,
    pub(crate) words: &'a Words,
    pub(crate) second: Option<&'a Words>,
}

impl Say<'_> {
    /// A word of the dictionary.
    pub(crate) fn word(&self, key: &str) -> Text {
        spoken(self.words, key, self.words.get(key).as_ref())
    }

    /// A sentence of the dictionary, filled in by the app.
    pub(crate) fn fill(&self, key: &str, args: &[(&str, &str)]) -> Text {
        spoken(self.words, key, &self.words.fill(key, args))
    }

    /// A sentence with a number.
    pub(crate) fn count(&self, key: &str, n: usize) -> Text {
        spoken(self.words, key, &self.words.count(key, n))
    }

    /// A word as a label, in both languages.
    pub(crate) fn label(&self, key: &str) -> Label {
        let second = self.second.filter(|second| second.lang() != self.words.lang());
        Label {
            text: self.word(key),
            second: second.map(|words| spoken(words, key, words.get(key).as_ref())),
        }
    }

    /// A label with values from the app.
    pub(crate) fn pair(&self, key: &str, value: Text) -> Pair {
        Pair { label: self.label(key), values: vec![value] }
    }

    /// The label of a field.
    pub(crate) fn field_label(&self, form: &Form, field: &Field) -> Label {
        self.label(&form.label_key(field, self.words))
    }

    /// Every shown value of a field: nothing where the rule says no, or nothing is on record.
    pub(crate) fn values(&self, record: &Record, field: &Field) -> Vec<Text> {
        if !self.rule.shows(record, field) {
            return Vec::new();
        }
        let live = record.answers.get(&field.id).map_or(&[][..], Vec::as_slice);
        // Two laptops said different things and nobody has settled it: both stand there, and it is said of each.
        let unsettled =
            !field.many && live.iter().any(|one| live.first().is_some_and(|a| a.answer != one.answer));
        let mut texts: Vec<Text> = Vec::new();
        for one in live {
            let Some(text) = self.value(record, field, &one.answer) else { continue };
            if unsettled && texts.iter().any(|said| said.plain() == text.plain()) {
                continue;
            }
            texts.push(text);
        }
        if unsettled {
            texts = texts.into_iter().map(|text| text.then(" ", self.word("dos-unsettled-mark"))).collect();
        }
        texts
    }

    /// One answer as shown; a file is a picture or an annex, never a line of hexadecimal digits.
    fn value(&self, record: &Record, field: &Field, answer: &Answer<Private<String>>) -> Option<Text> {
        match answer {
            Answer::Known(text) if field.kind == FieldKind::Record => {
                RecordId::from_canonical(text.reveal()).ok().map(|id| self.link(record, field, id))
            }
            Answer::Known(_) if field.kind == FieldKind::File => None,
            Answer::Known(text) => Some(self.answer(record, field, &shown(field, text.reveal(), self.words))),
            other => {
                let standing = self.words.get(&format!("val-{}", other.standing())).into_owned();
                Some(self.answer(record, field, &standing))
            }
        }
    }

    /// The values of a field as one text.
    pub(crate) fn line(&self, record: &Record, field: &Field) -> Text {
        joined(self.values(record, field))
    }

    /// The values of the field called `name` as one text; nothing where the form has none.
    pub(crate) fn named(&self, form: &Form, record: &Record, name: &str) -> Text {
        form.field(name).map(|field| self.line(record, field)).unwrap_or_default()
    }

    /// A word of the dictionary that stands for what an answer says.
    pub(crate) fn stands_for(&self, record: &Record, field: &Field, key: &str) -> Text {
        let from = Provenance::Answer { record: record.id, field: field.id.clone() };
        Text::new(self.words.get(key), self.words.lang().tag(), from)
    }

    /// What a record that a field points at is called there. Somebody who is not in the dossier has no name in it.
    pub(crate) fn link(&self, record: &Record, field: &Field, to: RecordId) -> Text {
        match self.rule.record(to) {
            Some(target) if self.rule.names(target) => self.answer(record, field, &self.called(target)),
            Some(target) if target.kind == "person" => self.word("dos-other-person"),
            _ => self.word("dos-not-named"),
        }
    }

    /// What a record is called. One that is called by another record (an interview by who held it) is called by that one's name
    /// and its own day, and so is one of a kind that lasts, of which several say much the same.
    fn called(&self, target: &Record) -> String {
        let form = self.rule.form(target);
        let title = form.and_then(|form| form.field(form.title.as_str()));
        let by_day = |form: &Form, title: &Field| title.kind == FieldKind::Record || form.lasting.is_some();
        let Some((form, title)) = form.zip(title).filter(|(form, title)| by_day(form, title)) else {
            return naming::title(target, self.rule.forms, self.words);
        };
        let day = form.timeline.as_ref().map(|timeline| self.named(form, target, timeline.from.as_str()));
        let name = self.line(target, title);
        let parts = [Some(name), day].into_iter().flatten().filter(|text| !text.is_empty());
        parts.map(|text| text.plain()).collect::<Vec<_>>().join(", ")
    }

    /// What is said of a record, and that it holds no more where a later entry stands in its place. Whoever may read the one
    /// is told of the other: what was corrected must not read like what counts.
    pub(crate) fn standing(&self, record: &Record, said: Text, between: &str) -> Text {
        match (self.rule.is_corrected(record.id), said.is_empty()) {
            (false, _) => said,
            (true, true) => self.word("entry-corrected"),
            (true, false) => said.then(between, self.word("entry-corrected")),
        }
    }

    /// A person's name, by the person's own field.
    pub(crate) fn name(&self, person: RecordId) -> Text {
        let found = self.rule.record(person).and_then(|record| {
            let form = self.rule.form(record)?;
            let name = self.line(record, form.field("full_name")?);
            (!name.is_empty()).then_some(name)
        });
        found.unwrap_or_else(|| self.word("record-person"))
    }

    /// Text from an answer.
    pub(crate) fn answer(&self, record: &Record, field: &Field, text: &str) -> Text {
        let from = Provenance::Answer { record: record.id, field: field.id.clone() };
        Text::new(text, language(text, field), from)
    }
}

fn spoken(words: &Words, key: &str, text: &str) -> Text {
    Text::new(text, words.lang().tag(), Provenance::Word(key.to_owned()))
}

/// Texts one after another.
pub(crate) fn joined(texts: Vec<Text>) -> Text {
    texts.into_iter().reduce(|all, next| all.then("; ", next)).unwrap_or_default()
}

/// The language of a value by its script. Latin letters may be of any language: they are read in the one around them.
fn language(text: &str, field: &Field) -> &'static str {
    if matches!(field.kind, FieldKind::DocumentNumber | FieldKind::Phone | FieldKind::Mrz | FieldKind::Number)
    {
        return "zxx";
    }
    text.chars()
        .find_map(|c| match c {
            '\u{1780}'..='\u{17FF}' => Some("km"),
            '\u{0E00}'..='\u{0E7F}' => Some("th"),
            '\u{0E80}'..='\u{0EFF}' => Some("lo"),
            '\u{1000}'..='\u{109F}' => Some("my"),
            '\u{0600}'..='\u{06FF}' => Some("ar"),
            '\u{3400}'..='\u{9FFF}' => Some("zh"),
            _ => None,
        })
        .unwrap_or("zxx")
}
