use super::{
    Laptop, fresh,
    writing::{answer, person},
};
use crate::{
    Desk,
    views::{FieldInput, NewRecord, SearchHit},
};

pub(super) fn add(desk: &mut Desk, kind: &str, about: &[String], fields: &[(&str, &str)]) -> String {
    let field = |(field, text): &(&str, &str)| FieldInput {
        field: (*field).into(),
        text: (*text).into(),
        reading: None,
    };
    let id = fresh(desk);
    let input = NewRecord {
        id: id.clone(),
        kind: kind.into(),
        about: about.to_vec(),
        fields: fields.iter().map(field).collect(),
        deed: fresh(desk),
    };
    desk.add_record(&input).unwrap();
    id
}

fn titles(hits: &[SearchHit]) -> Vec<&str> {
    hits.iter().map(|hit| hit.record.title.as_str()).collect()
}

#[test]
fn a_person_is_found_by_name_paper_phone_company_and_recruiter_and_each_hit_says_why() {
    let laptop = Laptop::new(70);
    let mut desk = laptop.begin();
    let who = person(&mut desk, "Moh. Soeharto Tjahjono");
    person(&mut desk, "Larasati");
    desk.record_answer(&answer(&desk, who, "phones", "0812 3456 7890")).unwrap();
    desk.record_answer(&answer(&desk, who, "other_scripts", "陈美玲")).unwrap();
    let about = [who.to_string()];
    add(&mut desk, "travel-document", &about, &[("sort", "passport"), ("number", "X9000037")]);
    let company = add(&mut desk, "organisation", &[], &[("name", "Golden Karsa"), ("sort", "scam-company")]);
    let recruiter = add(&mut desk, "suspect", &[], &[("name", "Wirakusuma"), ("phones", "+6281299990000")]);
    let chain =
        [("sort", "recruitment"), ("organisation", company.as_str()), ("suspects", recruiter.as_str())];
    add(&mut desk, "episode", &about, &chain);
    for (typed, how, field) in [
        ("suharto", "spelling", "Name"),
        ("muhammad cahyono", "spelling", "Name"),
        ("tjah", "beginning", "Name"),
        ("Suharta", "slip", "Name"),
        ("美玲", "exact", "Name in another script"),
        ("x9000037", "exact", "Document number"),
        ("X900", "beginning", "Document number"),
        ("0812-3456", "beginning", "Phone"),
        ("golden", "exact", "Name"),
        ("wirakusuma", "exact", "Name"),
        ("0812 9999", "beginning", "Phone"),
    ] {
        let hits = desk.search(typed, 20).unwrap();
        let hit = hits.iter().find(|hit| hit.record.id == who.to_string());
        let hit = hit.unwrap_or_else(|| panic!("{typed}"));
        assert!(hit.why.iter().any(|why| why.how == how), "{typed} {hit:?}");
        assert!(!hit.why[0].text.is_empty() && !hit.why[0].field.is_empty(), "{typed} {field} {hit:?}");
        assert!(!titles(&hits).contains(&"Larasati"), "{typed}");
    }
    let both = desk.search("suharto X9000037", 20).unwrap();
    assert_eq!(titles(&both), ["Moh. Soeharto Tjahjono"], "a name and a number that stand in two records");
    assert!(both[0].why.iter().any(|why| why.of.is_some()));
    assert!(!desk.search("suharto golden", 20).unwrap().is_empty(), "a name and a company");
    assert!(desk.search("suharto larasati", 20).unwrap().is_empty(), "every word must be answered");
    assert!(desk.search("   ", 20).unwrap().is_empty());
}

#[test]
fn what_was_corrected_or_removed_is_found_no_more() {
    let laptop = Laptop::new(71);
    let mut desk = laptop.begin();
    let who = person(&mut desk, "Wulandari");
    assert_eq!(desk.search("wulan", 5).unwrap().len(), 1);
    desk.record_answer(&answer(&desk, who, "full_name", "Kusumawati")).unwrap();
    assert!(desk.search("wulan", 5).unwrap().is_empty());
    desk.undo().unwrap();
    assert_eq!(titles(&desk.search("wulan", 5).unwrap()), ["Wulandari"]);
    desk.undo().unwrap();
    assert!(desk.search("wulan", 5).unwrap().is_empty(), "the person is gone");
    assert!(desk.check().unwrap().sound);
}

#[test]
fn a_seed_gives_the_same_people_and_they_are_found() {
    let (here, there) = (Laptop::new(72), Laptop::new(73));
    let (mut a, mut b) = (here.begin(), there.begin());
    a.generate(60, 9).unwrap();
    b.generate(60, 9).unwrap();
    let names = |desk: &Desk| -> Vec<String> {
        desk.people("", 0, 100).unwrap().iter().map(|line| line.person.title.clone()).collect()
    };
    assert_eq!((names(&a).len(), names(&a)), (60, names(&b)));
    assert!(a.is_training().unwrap());
    assert!(matches!(a.generate(1, 1), Err(crate::DeskError::VaultNotEmpty)));
    let first = names(&a).remove(0);
    assert!(titles(&a.search(&first, 20).unwrap()).contains(&first.as_str()));
    assert!(a.check().unwrap().sound, "the projections follow from the log");
    assert_eq!(a.rescues(0, 50).unwrap().len(), 3);
}
