use super::office::{KEY, deed};
use super::office::{Laptop, id, known, path, write};
use casework::finding::{self, Term};

fn typed(text: &str) -> Term {
    finding::read(text).remove(0)
}

fn uses(laptop: &Laptop, text: &str) -> Vec<u128> {
    let mut found = Vec::new();
    for term in laptop.register.terms_beginning(&typed(text), 10).unwrap() {
        laptop
            .register
            .each_use::<crate::RegisterError>(&term, &mut |one| {
                found.push(one.record.0.as_u128());
                Ok(true)
            })
            .unwrap();
    }
    found.sort_unstable();
    found
}

#[test]
fn a_word_is_found_while_somebody_has_it_and_goes_with_the_last() {
    let mut laptop = Laptop::new(1);
    laptop.person(10, "Soeharto Larasati");
    laptop.person(11, "Larasati");
    assert_eq!(uses(&laptop, "suhar"), [10]);
    assert_eq!(uses(&laptop, "laras"), [10, 11]);
    assert!(uses(&laptop, "larasatu").is_empty());
    assert_eq!(laptop.register.terms_alike(&typed("larasatu")).unwrap().len(), 1);
    laptop.commit(&deed(50, vec![], vec![write(id(10), "name", known("Wulandari"))])).unwrap();
    assert!(uses(&laptop, "suhar").is_empty());
    assert_eq!(uses(&laptop, "laras"), [11]);
    assert_eq!(laptop.register.terms_of(id(10)).unwrap().len(), 1);
    laptop.commit(&deed(51, vec![], vec![write(id(11), "name", known("Wulandari"))])).unwrap();
    assert!(laptop.register.terms_alike(&typed("larasatu")).unwrap().is_empty(), "nothing is left of it");
    let file = path(&laptop.folder);
    assert_eq!(laptop.register.check(&file, KEY).unwrap().wrong, []);
}

#[test]
fn figures_are_in_order_and_follow_the_answer() {
    let mut laptop = Laptop::new(1);
    laptop.person(10, "Satu");
    laptop.person(11, "Dua");
    let births = vec![write(id(10), "birth", known("2001-06")), write(id(11), "birth", known("1999-01"))];
    laptop.commit(&deed(50, vec![], births)).unwrap();
    let column = crate::Column::whole("person", "birth");
    let mut seen = Vec::new();
    laptop.register.each_figure(column, &mut |value, _| seen.push(value.to_owned())).unwrap();
    assert_eq!(seen, ["1999-01", "2001-06"]);
    laptop.commit(&deed(51, vec![], vec![write(id(10), "birth", known("1998-01"))])).unwrap();
    assert_eq!(laptop.register.holders("person", "birth", "1998-01", 5).unwrap(), [id(10)]);
    assert!(laptop.register.holders("person", "birth", "2001-06", 5).unwrap().is_empty());
}
