//! What a record is called in a list, a link or a dossier. Owns the one rule for it; refuses a second one in a screen.

use crate::{
    form::{FieldKind, Form, Forms},
    record::Record,
    values::Value,
    words::Words,
};

/// What `record` is called in the language of `words`: the dictionary's name for what comes with the app, else its title
/// field as shown, else its reference, else the word for its kind.
pub fn title(record: &Record, forms: &Forms, words: &Words) -> String {
    let Some(form) = forms.get(&record.kind) else { return reference(record).to_owned() };
    title_from(form, &|field| record.first(field), words)
}

/// The same from the first known text of each field, for a record that was read in part.
pub fn title_from<'a>(form: &Form, first: &dyn Fn(&str) -> Option<&'a str>, words: &Words) -> String {
    dictionary_name(form, first, words)
        .or_else(|| shown(form, first, words))
        .or_else(|| first("reference").map(str::to_owned))
        .unwrap_or_else(|| words.get(&form.word_key()).into_owned())
}

/// The record's short reference, or nothing when it has none yet.
pub fn reference(record: &Record) -> &str {
    record.first("reference").unwrap_or_default()
}

fn dictionary_name<'a>(
    form: &Form,
    first: &dyn Fn(&str) -> Option<&'a str>,
    words: &Words,
) -> Option<String> {
    let key = first(form.title_word.as_ref()?.as_str())?;
    words.has(key).then(|| words.get(key).into_owned())
}

fn shown<'a>(form: &Form, first: &dyn Fn(&str) -> Option<&'a str>, words: &Words) -> Option<String> {
    // A record that is called by another one has no words of its own here: an id is no name.
    let field = form.field(form.title.as_str()).filter(|field| field.kind != FieldKind::Record)?;
    let value = Value::read(field, first(form.title.as_str())?).ok()?;
    Some(value.display(words))
}

#[cfg(test)]
mod tests {
    use super::title;
    use crate::{
        fixtures::record,
        form::Forms,
        words::{Lang, Words},
    };

    #[test]
    fn an_authority_is_named_in_the_readers_language() {
        let forms = Forms::shipped().unwrap();
        let police = record(7, "organisation", &[("name", "AHTJP"), ("word", "inst-ahtjp")]);
        let khmer = Words::new(Lang::Km);
        assert_eq!(title(&police, &forms, &khmer), khmer.get("inst-ahtjp"));
    }

    #[test]
    fn what_has_no_title_is_called_by_its_reference_or_its_kind() {
        let forms = Forms::shipped().unwrap();
        let words = Words::new(Lang::En);
        assert_eq!(
            title(&record(7, "travel-document", &[("reference", "PNH-2023-TA01")]), &forms, &words),
            "PNH-2023-TA01"
        );
        assert_eq!(title(&record(7, "person", &[]), &forms, &words), "Person");
        let to = [("recipient", "01930000-0000-7000-8000-000000000009"), ("reference", "PNH-2023-LA01")];
        assert_eq!(title(&record(7, "referral", &to), &forms, &words), "PNH-2023-LA01", "never a bare id");
        assert_eq!(title(&record(7, "movement", &[("sort", "flight")]), &forms, &words), "Flight");
    }
}
