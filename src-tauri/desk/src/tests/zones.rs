use super::{Laptop, search::add, writing::person};

const PASSPORT: &str =
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10";

#[test]
fn a_zone_fills_in_what_the_form_itself_would_take() {
    let laptop = Laptop::new(96);
    let mut desk = laptop.begin();
    let seen = desk.read_mrz(PASSPORT).unwrap();
    assert!(seen.refused.is_none() && seen.digits.iter().all(|digit| digit.holds), "{seen:?}");
    let said: Vec<(&str, &str)> =
        seen.fields.iter().map(|one| (one.field.as_str(), one.text.as_str())).collect();
    assert_eq!(
        said,
        [("sort", "passport"), ("number", "L898902C3"), ("expires", "2012-04-15"), ("mrz", PASSPORT)],
        "Utopia is no country of ISO 3166"
    );
    assert_eq!(seen.person[0].text, "ANNA MARIA ERIKSSON");
    let who = person(&mut desk, "Larasati").to_string();
    add(&mut desk, "travel-document", &[who], &said);
    let nothing = desk.read_mrz(" ").unwrap();
    assert!(nothing.refused.is_some() && nothing.fields.is_empty());
}

#[test]
fn a_zone_that_fails_says_which_digit_and_where_and_fills_in_nothing() {
    let laptop = Laptop::new(97);
    let desk = laptop.begin();
    let seen = desk.read_mrz(&PASSPORT.replace("7408122", "7408132")).unwrap();
    let failing: Vec<&str> =
        seen.digits.iter().filter(|digit| !digit.holds).map(|digit| digit.id.as_str()).collect();
    assert_eq!(failing, ["birth", "composite"]);
    let refused = seen.refused.unwrap();
    assert_eq!((refused.code.as_str(), refused.at), ("unreadable", Some(45 + 19)));
    assert!(seen.fields.is_empty() && seen.person.is_empty());
    assert_eq!(desk.whole_mrz("P<UTO").unwrap_err().exit_code(), 4);
}

#[test]
fn a_visa_belongs_to_the_immigration_matter_and_its_number_finds_the_person() {
    let laptop = Laptop::new(98);
    let mut desk = laptop.begin();
    let visa = "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nL8988901C4XXX4009078F9612109<<<<<<<<";
    let seen = desk.read_mrz(visa).unwrap();
    assert_eq!((seen.kind.as_str(), seen.digits.len()), ("immigration-matter", 3));
    let said: Vec<(&str, &str)> =
        seen.fields.iter().map(|one| (one.field.as_str(), one.text.as_str())).collect();
    assert_eq!(said, [("visa_number", "L8988901C"), ("visa_ended", "1996-12-10")]);
    let who = person(&mut desk, "Larasati").to_string();
    let about = [who.clone()];
    add(&mut desk, "immigration-matter", &about, &said);
    let hits = desk.search("L8988901", 5).unwrap();
    assert_eq!(hits.first().map(|hit| &hit.record.id), Some(&who));
    assert_eq!(hits[0].why[0].field, "Visa number");
}
