use super::{
    Laptop,
    search::add,
    writing::{answer, person},
};

#[test]
fn one_recruiter_and_one_phone_tie_two_cases_and_a_shelter_ties_none() {
    let laptop = Laptop::new(95);
    let mut desk = laptop.begin();
    let (one, other, third) =
        (person(&mut desk, "Larasati"), person(&mut desk, "Wulandari"), person(&mut desk, "Sutrisna"));
    desk.record_answer(&answer(&desk, one, "emergency_phone", "0812 3456 7890")).unwrap();
    desk.record_answer(&answer(&desk, third, "phones", "0812 3456 7890")).unwrap();
    let recruiter = add(&mut desk, "suspect", &[], &[("name", "Wirakusuma")]);
    let shelter = add(&mut desk, "organisation", &[], &[("name", "House of Rest"), ("sort", "shelter")]);
    for who in [one, other] {
        let chain =
            [("sort", "recruitment"), ("suspects", recruiter.as_str()), ("organisation", shelter.as_str())];
        add(&mut desk, "episode", &[who.to_string()], &chain);
    }
    let view = desk.links(&one.to_string()).unwrap();
    let mut ties: Vec<(&str, u32)> = view.ties.iter().map(|tie| (tie.sort.as_str(), tie.people)).collect();
    ties.sort_unstable();
    assert_eq!(ties, [("phone", 2), ("suspect", 2)]);
    let of_recruiter = desk.links(&recruiter).unwrap();
    assert_eq!(of_recruiter.ties[0].people, 2);
    let nodes = u32::try_from(view.picture.nodes.len()).unwrap();
    assert!(nodes > 2 && !view.picture.edges.is_empty());
    assert!(
        view.picture.edges.iter().all(|edge| edge.from < nodes && edge.to < nodes && edge.from != edge.to)
    );
    assert!(
        view.picture.nodes.iter().all(|node| (0..=1000).contains(&node.x) && (0..=1000).contains(&node.y))
    );
    assert_eq!(desk.links(&one.to_string()).unwrap().picture, view.picture, "the same every time");
    assert!(desk.audit_rows().unwrap().iter().any(|row| row.act == "links"), "the look is in the audit");
    assert!(desk.links(&shelter).is_ok_and(|view| view.ties.len() <= 2));
}
