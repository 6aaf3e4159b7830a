//! Forms: every field of every record, as data. Owns reading `assets/forms/*.toml`; refuses a second definition of any
//! field. From a field's one block come its place on the screen, its column in an import, its row in a dossier, its
//! consent group, its HTCDS name and its labels.

use crate::{
    ids::{FieldId, GroupId, KindId},
    words::Words,
};
use serde::Deserialize;
use std::{borrow::Cow, collections::BTreeMap};

/// What a field holds, and so how it is parsed, shown and sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FieldKind {
    /// A person's or organisation's name, one field, a single word is whole.
    Name,
    /// One line of text.
    Text,
    /// Several lines of text.
    Paragraph,
    /// A date with its precision, canonical EDTF.
    Date,
    /// A moment with its zone, canonical RFC 9557.
    Time,
    /// An age "as told on" a day.
    Age,
    /// An amount in minor units with an ISO 4217 currency.
    Money,
    /// An ISO 3166-1 country.
    Country,
    /// An ISO 639 language.
    Language,
    /// A phone number, E.164 where it can be.
    Phone,
    /// A province or regency by its official code.
    Place,
    /// One of the field's `options`.
    Choice,
    /// Yes or no.
    YesNo,
    /// A whole number.
    Number,
    /// The number of a document, kept as written but for spaces and case.
    DocumentNumber,
    /// The machine readable zone of a travel document (ICAO Doc 9303).
    Mrz,
    /// Another record, of one of the kinds in `to`.
    Record,
    /// A file in the vault, by its content digest.
    File,
}

/// Where a record of this kind lives in the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ScopeRule {
    /// It is the head of a scope of its own: a rescue, a walk-in case, a movement across several.
    Own,
    /// In the scope of the people it is about, when they share one; else in one of its own.
    People,
    /// In the register, which every laptop of the office shares.
    Register,
}

/// How a record of this kind shows on a timeline.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TimelineRule {
    /// The field with the day or moment it began.
    pub from: FieldId,
    /// The field with the day or moment it ended.
    pub to: Option<FieldId>,
    /// The field with the people it happened to.
    pub people: FieldId,
}

/// One field: the only place where it is defined.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Its name within the form.
    pub id: FieldId,
    /// What it holds.
    pub kind: FieldKind,
    /// The group of the disclosure table it belongs to.
    pub group: GroupId,
    /// The part of the screen it stands in; its heading is the word `section-<section>`.
    pub section: String,
    /// True when it holds a set of values.
    #[serde(default)]
    pub many: bool,
    /// True when a record cannot be made without it.
    #[serde(default)]
    pub required: bool,
    /// True when it is hidden until an officer opens it, which is logged.
    #[serde(default)]
    pub sealed: bool,
    /// The allowed answers of a choice.
    #[serde(default)]
    pub options: Vec<String>,
    /// The prefix of the words of the options: option `male` with words `sex` reads `sex-male`.
    pub words: Option<String>,
    /// The kinds of record a reference may point at.
    #[serde(default)]
    pub to: Vec<KindId>,
    /// The field of the same record whose day or moment this one must not come before.
    pub after: Option<FieldId>,
    /// The least that a number or an amount may be.
    pub min: Option<i64>,
    /// The most that a number may be.
    pub max: Option<i64>,
    /// The key of its label, where neither `<form>-<field>` nor the shared `field-<field>` says it.
    pub label: Option<String>,
    /// The name in IOM's HTCDS 2.0.
    pub htcds: Option<String>,
    /// Column titles by which an import knows the field, in any language; compared without case, accents and signs.
    #[serde(default)]
    pub headers: Vec<String>,
}

/// A record kind's form.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Form {
    /// The record kind.
    pub id: KindId,
    /// Where its records live.
    pub scope: ScopeRule,
    /// One or two letters of its references: `R` makes `PNH-2023-RA07`. The person, whose reference is the case's, has none.
    pub letter: Option<String>,
    /// The field that names a record of this kind in a list.
    pub title: FieldId,
    /// The field with a key of the dictionary that names it in each reader's own language, for what comes with the app.
    pub title_word: Option<FieldId>,
    /// The only role that reads and writes such records, where one does.
    pub role: Option<String>,
    /// The field by which an entry names the one that it corrects, where entries last: what one says stays as it was
    /// written, and a correction is an entry of its own beside it.
    pub lasting: Option<FieldId>,
    /// How it shows on a timeline, if it does.
    pub timeline: Option<TimelineRule>,
    /// Its fields in the order to show.
    #[serde(rename = "field")]
    pub fields: Vec<Field>,
}

impl Form {
    /// The field called `id`.
    pub fn field(&self, id: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.id == id)
    }

    /// The field's label: its own key, else `<form>-<field>`, else the shared `field-<field>`.
    pub fn label<'w>(&self, field: &Field, words: &'w Words) -> Cow<'w, str> {
        words.get(&self.label_key(field, words))
    }

    /// The key by which [`Form::label`] finds the label.
    pub fn label_key(&self, field: &Field, words: &Words) -> String {
        if let Some(key) = &field.label {
            return key.clone();
        }
        let name = field.id.as_str().replace('_', "-");
        let own = format!("{}-{name}", self.id);
        if words.has(&own) { own } else { format!("field-{name}") }
    }

    /// The key of the kind's own word: `record-person`.
    pub fn word_key(&self) -> String {
        format!("record-{}", self.id)
    }

    /// The field that holds the people a record of this kind is about, when it has one.
    pub fn people(&self) -> Option<&Field> {
        self.field("people")
    }
}

impl Field {
    /// The key of an option's word: `sex-male`.
    pub fn option_key(&self, option: &str) -> String {
        match &self.words {
            Some(prefix) => format!("{prefix}-{option}"),
            None => option.to_owned(),
        }
    }
}

/// Every form the app knows, checked as a whole when it is built.
#[derive(Debug, Clone)]
pub struct Forms(BTreeMap<KindId, Form>);

macro_rules! shipped {
    ($($name:literal),+ $(,)?) => {
        &[$(($name, include_str!(concat!("../../../assets/forms/", $name, ".toml")))),+]
    };
}

/// In the order in which an officer would think of them.
const SHIPPED: &[(&str, &str)] = shipped![
    "person",
    "rescue",
    "movement",
    "placement",
    "travel-document",
    "health",
    "episode",
    "interview",
    "statement",
    "screening",
    "finding",
    "determination",
    "fitness",
    "risk",
    "counselling",
    "service",
    "expense",
    "referral",
    "immigration-matter",
    "justice-matter",
    "evidence-item",
    "custody",
    "allegation",
    "document",
    "consent",
    "family-contact",
    "task",
    "note",
    "restricted-note",
    "flag",
    "follow-up",
    "stage-override",
    "gate-override",
    "same-person",
    "organisation",
    "contact",
    "site",
    "suspect",
    "officer",
];

impl Forms {
    /// The forms that come with the app.
    ///
    /// # Errors
    /// [`FormError`] when a shipped file is broken, which a test makes impossible in a release.
    pub fn shipped() -> Result<Self, FormError> {
        Self::read(SHIPPED)
    }

    /// Reads forms from their TOML texts and checks them as a whole.
    ///
    /// # Errors
    /// [`FormError`] naming the form and the field whose rule does not hold.
    pub fn read(sources: &[(&str, &str)]) -> Result<Self, FormError> {
        let mut forms = BTreeMap::new();
        for (name, source) in sources {
            let form: Form = toml::from_str(source).map_err(|e| FormError::Unreadable {
                form: (*name).to_owned(),
                reason: e.message().to_owned(),
            })?;
            forms.insert(form.id.clone(), form);
        }
        let forms = Self(forms);
        forms.iter().try_for_each(|form| forms.check(form))?;
        Ok(forms)
    }

    /// The form of `kind`. A kind from a newer app has none.
    pub fn get(&self, kind: &KindId) -> Option<&Form> {
        self.0.get(kind)
    }

    /// The form called `name`.
    pub fn named(&self, name: &str) -> Option<&Form> {
        self.iter().find(|form| form.id == name)
    }

    /// Every form, by id.
    pub fn iter(&self) -> impl Iterator<Item = &Form> {
        self.0.values()
    }

    /// The ids of the shipped forms in the order in which an officer would think of them.
    pub fn order() -> impl Iterator<Item = &'static str> {
        SHIPPED.iter().map(|(name, _)| *name)
    }

    fn check(&self, form: &Form) -> Result<(), FormError> {
        let broken = |field: &FieldId, rule| {
            Err(FormError::Broken { form: form.id.clone(), field: field.to_string(), rule })
        };
        let mut seen = std::collections::BTreeSet::new();
        for field in &form.fields {
            let is_choice = field.kind == FieldKind::Choice;
            let is_link = field.kind == FieldKind::Record;
            if !seen.insert(&field.id) {
                return broken(&field.id, "is defined twice");
            }
            if field.id.is_of_the_log() {
                return broken(&field.id, "a name with $ belongs to the log");
            }
            if is_choice == field.options.is_empty() {
                return broken(&field.id, "a choice, and only a choice, has options");
            }
            if is_link == field.to.is_empty() {
                return broken(&field.id, "a link, and only a link, says which kinds it may point at");
            }
            if let Some(rule) = broken_limit(form, field) {
                return broken(&field.id, rule);
            }
            if field.to.iter().any(|kind| self.get(kind).is_none()) {
                return broken(&field.id, "points at a kind without a form");
            }
        }
        let timeline =
            form.timeline.iter().flat_map(|rule| [Some(&rule.from), rule.to.as_ref(), Some(&rule.people)]);
        let named = [Some(&form.title), form.title_word.as_ref(), form.lasting.as_ref()]
            .into_iter()
            .chain(timeline)
            .flatten();
        for id in named {
            if !seen.contains(id) {
                return broken(id, "is named by the form and not defined");
            }
        }
        if let Some(lasting) = &form.lasting
            && !form.field(lasting.as_str()).is_some_and(|field| field.to.contains(&form.id) && !field.many)
        {
            return broken(lasting, "a correction names one entry of its own kind");
        }
        if form.field("reference").is_none() {
            return broken(&form.title, "every record has a reference, so every form has that field");
        }
        Ok(())
    }
}

/// What is wrong with the limits of a field, if anything.
fn broken_limit(form: &Form, field: &Field) -> Option<&'static str> {
    let dated = |field: &Field| matches!(field.kind, FieldKind::Date | FieldKind::Time) && !field.many;
    let counted = matches!(field.kind, FieldKind::Number | FieldKind::Money);
    let earlier = |id: &FieldId| form.field(id.as_str()).is_some_and(dated);
    if field.after.as_ref().is_some_and(|id| !dated(field) || !earlier(id) || *id == field.id) {
        return Some("comes after a date of the same form, and is one");
    }
    if (field.min.is_some() || field.max.is_some()) && !counted {
        return Some("only a number or an amount has a least or a most");
    }
    if field.kind == FieldKind::Money && (field.max.is_some() || field.min.is_some_and(|least| least != 0)) {
        return Some("an amount of any currency is held to nought alone");
    }
    None
}

/// What is wrong with a form as shipped. It names the form and the field, and is met in tests, never by an officer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FormError {
    /// The file is not of the shape of a form.
    #[error("form {form}: {reason}")]
    Unreadable {
        /// The file it came from.
        form: String,
        /// What the reader said.
        reason: String,
    },
    /// A rule across fields or forms is broken.
    #[error("form {form}, field {field}: {rule}")]
    Broken {
        /// The form.
        form: KindId,
        /// The field, or what was meant to be one.
        field: String,
        /// The rule that does not hold.
        rule: &'static str,
    },
}

#[cfg(test)]
mod tests {
    use super::{FormError, Forms};
    use crate::words::{Lang, Words};

    #[test]
    fn every_label_section_option_and_kind_has_its_word_in_every_language() {
        let forms = Forms::shipped().unwrap();
        for words in Lang::ALL.map(Words::new) {
            for form in forms.iter() {
                assert!(words.has(&form.word_key()), "{}", form.word_key());
                for field in &form.fields {
                    assert!(words.has(&form.label_key(field, &words)), "{}", form.label_key(field, &words));
                    assert!(words.has(&format!("section-{}", field.section)), "section-{}", field.section);
                    assert!(words.has(&format!("group-{}", field.group)), "group-{}", field.group);
                    for option in &field.options {
                        assert!(words.has(&field.option_key(option)), "{}", field.option_key(option));
                    }
                }
            }
        }
    }

    #[test]
    fn no_two_fields_of_a_form_answer_to_the_same_column_title() {
        for form in Forms::shipped().unwrap().iter() {
            let mut titles: Vec<&str> =
                form.fields.iter().flat_map(|f| f.headers.iter().map(String::as_str)).collect();
            let all = titles.len();
            titles.sort_unstable();
            titles.dedup();
            assert_eq!(titles.len(), all, "{}", form.id);
        }
    }

    #[test]
    fn a_broken_form_is_named() {
        let source = "id = 'x'\nscope = 'own'\ntitle = 'name'\n[[field]]\nid = 'name'\nkind = 'choice'\ngroup = 'identity'\nsection = 'identity'\n";
        let error = Forms::read(&[("x", source)]).unwrap_err();
        assert!(
            matches!(error, FormError::Broken { rule: "a choice, and only a choice, has options", .. }),
            "{error}"
        );
    }

    #[test]
    fn no_two_kinds_share_the_letters_of_their_references() {
        let forms = Forms::shipped().unwrap();
        let mut letters: Vec<&str> = forms.iter().filter_map(|form| form.letter.as_deref()).collect();
        assert!(letters.iter().all(|text| (1..=2).contains(&text.len())), "{letters:?}");
        assert!(letters.iter().all(|text| text.bytes().all(|b| b.is_ascii_uppercase())), "{letters:?}");
        assert_eq!(letters.len() + 1, forms.iter().count(), "only the person has none");
        letters.sort_unstable();
        letters.dedup();
        assert_eq!(letters.len() + 1, forms.iter().count(), "{letters:?}");
    }

    #[test]
    fn every_question_of_a_screening_can_have_a_finding() {
        let forms = Forms::shipped().unwrap();
        let screening = forms.named("screening").unwrap();
        let asked: Vec<String> = screening
            .fields
            .iter()
            .filter(|field| ["palermo", "indicators", "pattern"].contains(&field.section.as_str()))
            .filter(|field| field.id != "child")
            .map(|field| field.id.as_str().replace('_', "-"))
            .collect();
        assert_eq!(forms.named("finding").unwrap().field("question").unwrap().options, asked);
        assert_eq!(screening.fields.iter().filter(|field| field.section == "indicators").count(), 11);
    }

    #[test]
    fn a_limit_on_what_has_no_order_is_refused() {
        for limit in ["after = 'name'", "min = 0", "after = 'nowhere'"] {
            let source = format!(
                "id='x'\nscope='own'\ntitle='name'\n[[field]]\nid='name'\nkind='text'\ngroup='identity'\nsection='identity'\n{limit}\n"
            );
            assert!(matches!(Forms::read(&[("x", &source)]), Err(FormError::Broken { .. })), "{limit}");
        }
    }

    #[test]
    fn every_order_has_its_form() {
        let forms = Forms::shipped().unwrap();
        assert!(Forms::order().all(|name| forms.named(name).is_some_and(|form| form.id == name)));
    }
}
