//! What the answers of one record must not say of each other. Owns the limits that a form declares: a day that comes after
//! another, the least and the most of a number. Refuses nothing that may still be true: a month may hold the day, "about" is
//! for a person to judge.

use crate::{
    form::{Field, FieldKind, Form},
    ids::FieldId,
    values::{Precision, Value, When},
};

/// A limit that the answers break, and the field that breaks it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Breach {
    /// The field that was not taken.
    pub field: FieldId,
    /// What it breaks.
    pub limit: Limit,
}

/// What a field may not be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Limit {
    /// Wholly before the day or moment of this field.
    Before(FieldId),
    /// Less than this.
    Under(i64),
    /// More than this.
    Over(i64),
}

/// The first limit of `form` that the canonical answers break, in the order of its fields. A field without a known answer
/// breaks none, nor does one whose limit looks at an unknown day.
pub fn breach<'a>(form: &Form, known: impl Fn(&FieldId) -> Option<&'a str>) -> Option<Breach> {
    form.fields.iter().find_map(|field| {
        let text = known(&field.id)?;
        let limit = before(form, field, text, &known).or_else(|| beyond(field, text))?;
        Some(Breach { field: field.id.clone(), limit })
    })
}

/// True when a form has any limit that `field` may break, or be broken by.
pub fn concerns(form: &Form, field: &FieldId) -> bool {
    form.fields.iter().any(|one| {
        let limited = one.after.is_some() || one.min.is_some() || one.max.is_some();
        (one.id == *field && limited) || one.after.as_ref() == Some(field)
    })
}

fn before<'a>(
    form: &Form,
    field: &Field,
    text: &str,
    known: impl Fn(&FieldId) -> Option<&'a str>,
) -> Option<Limit> {
    let earlier = field.after.as_ref()?;
    let first = moment(form.field(earlier.as_str())?, known(earlier)?)?;
    let second = moment(field, text)?;
    precedes(second, first).then(|| Limit::Before(earlier.clone()))
}

fn moment(field: &Field, canonical: &str) -> Option<When> {
    match Value::read(field, canonical).ok()? {
        Value::Date(date) => Some(When::Date(date)),
        Value::Time(when) => Some(when),
        _ => None,
    }
}

/// True when `one` lies before `other` however either is read. Two moments are compared as instants, whatever their zones.
fn precedes(one: When, other: When) -> bool {
    if let (Some(one), Some(other)) = (one.time(), other.time()) {
        return one.instant() < other.instant();
    }
    let about = |when: When| when.date().precision() == Precision::Circa;
    !about(one) && !about(other) && one.latest() < other.earliest()
}

fn beyond(field: &Field, canonical: &str) -> Option<Limit> {
    let amount = match (field.kind, Value::read(field, canonical).ok()?) {
        (FieldKind::Number, Value::Number(number)) => number,
        // Nought is the only limit on money, and so it is the same in every unit.
        (FieldKind::Money, Value::Money(money)) => money.minor(),
        _ => return None,
    };
    let under = field.min.filter(|least| amount < *least).map(Limit::Under);
    under.or_else(|| field.max.filter(|most| amount > *most).map(Limit::Over))
}

#[cfg(test)]
mod tests {
    use super::{Breach, Limit, breach, concerns};
    use crate::{form::Forms, ids::FieldId};

    fn held(kind: &str, answers: &[(&str, &str)]) -> Option<Breach> {
        let forms = Forms::shipped().unwrap();
        let known = |id: &FieldId| answers.iter().find(|(field, _)| id == *field).map(|(_, text)| *text);
        breach(forms.named(kind).unwrap(), known)
    }

    fn id(text: &str) -> FieldId {
        FieldId::new(text).unwrap()
    }

    #[test]
    fn an_arrival_is_held_to_its_departure_across_zones() {
        let times = |out: &str, home: &str| held("movement", &[("departed_at", out), ("arrived_at", home)]);
        let out = "2023-10-04T12:05+07:00[Asia/Phnom_Penh]";
        assert_eq!(times(out, "2023-10-04T16:20+07:00[Asia/Jakarta]"), None);
        // Later by the clock on the wall in Makassar, earlier in truth.
        let wrong = times(out, "2023-10-04T12:30+08:00[Asia/Makassar]").unwrap();
        assert_eq!((wrong.field, wrong.limit), (id("arrived_at"), Limit::Before(id("departed_at"))));
        assert_eq!(times(out, "2023-10-04"), None, "the same day may be later");
        assert!(times(out, "2023-10-03").is_some());
    }

    #[test]
    fn a_permit_does_not_end_before_it_starts() {
        let permit = |from: &str, to: &str| {
            held("immigration-matter", &[("permit_issued", from), ("permit_expires", to)])
        };
        assert!(permit("2023-10-02", "2023-09-30").is_some());
        assert!(permit("2023-10-02", "2023-09").is_some());
        for fine in ["2023-10-02", "2023-10-09", "2023-10", "2023", "2023-09~"] {
            assert_eq!(permit("2023-10-02", fine), None, "{fine}");
        }
        assert_eq!(held("immigration-matter", &[("permit_expires", "2023-09-30")]), None);
    }

    #[test]
    fn amounts_and_shares_have_their_limits() {
        assert_eq!(held("expense", &[("amount", "USD 0.00")]), None);
        assert_eq!(held("expense", &[("amount", "USD -0.01")]).unwrap().limit, Limit::Under(0));
        assert_eq!(held("immigration-matter", &[("waiver_percent", "101")]).unwrap().limit, Limit::Over(100));
        assert_eq!(held("immigration-matter", &[("waiver_percent", "100")]), None);
        assert_eq!(held("organisation", &[("beds", "-1")]).unwrap().limit, Limit::Under(0));
    }

    #[test]
    fn a_limit_concerns_both_its_ends() {
        let forms = Forms::shipped().unwrap();
        let movement = forms.named("movement").unwrap();
        for (field, expected) in [("departed_at", true), ("arrived_at", true), ("carrier", false)] {
            assert_eq!(concerns(movement, &id(field)), expected, "{field}");
        }
    }
}
