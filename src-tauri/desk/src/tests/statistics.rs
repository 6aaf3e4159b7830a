use super::Laptop;
use crate::views::{StatTable, StatsInput};

fn asked(from: &str, to: &str, by: &[&str], threshold: Option<u32>) -> StatsInput {
    let by = by.iter().map(|one| (*one).to_owned()).collect();
    StatsInput { from: from.into(), to: to.into(), by, of: None, threshold }
}

fn sums(table: &StatTable) {
    let rows: Vec<u32> = table.cells.iter().map(|row| row.iter().flatten().sum()).collect();
    assert_eq!(rows, table.row_totals.iter().flatten().copied().collect::<Vec<_>>());
    assert_eq!(rows.iter().sum::<u32>(), table.total.unwrap());
}

#[test]
fn the_people_brought_home_in_a_year_are_one_question() {
    let laptop = Laptop::new(80);
    let mut desk = laptop.begin();
    desk.fill_sample().unwrap();
    let year = desk.statistics(&asked("2023-01-01", "2023-12-31", &[], None)).unwrap();
    let people = |id: &str| year.totals.iter().find(|one| one.id == id).unwrap().people;
    assert_eq!((people("returned"), people("helped")), (28, 28));
    assert_eq!(year.table.total, Some(28));
    assert!(!year.costs.is_empty(), "money by kind and currency");
    let days = year.days.iter().find(|one| one.people > 0).unwrap();
    assert!(days.median <= days.p90);
    let none = desk.statistics(&asked("2022-01-01", "2022-12-31", &["sex"], None)).unwrap();
    assert_eq!(none.table.total, Some(0));
    for by in
        ["province", "regency", "sex", "age", "company", "site-province", "means", "finding", "month", "year"]
    {
        let table = desk
            .statistics(&asked(
                "2023-01-01",
                "2023-12-31",
                &[by, "sex"][..if by == "sex" { 1 } else { 2 }],
                None,
            ))
            .unwrap()
            .table;
        assert_eq!(table.total, Some(28), "{by}");
        sums(&table);
        assert!(
            !table.by_rows.contains('⟦') && table.rows.iter().all(|row| !row.contains('⟦')),
            "{by} {:?}",
            table.rows
        );
    }
    let wrong = |from, to, by: &[&str]| desk.statistics(&asked(from, to, by, None)).unwrap_err();
    assert_eq!(wrong("2023-12-31", "2023-01-01", &[]).code(), "bad-period");
    assert_eq!(wrong("2023", "2023-12-31", &[]).code(), "bad-period");
    assert_eq!(wrong("2023-01-01", "2023-12-31", &["name"]).code(), "bad-table");
}

#[test]
fn a_table_for_the_public_withholds_and_is_in_the_ledger() {
    let laptop = Laptop::new(81);
    let mut desk = laptop.begin();
    desk.generate(400, 5).unwrap();
    let all = asked("2000-01-01", "2026-12-31", &["province", "sex"], Some(11));
    let exact = desk.statistics(&StatsInput { threshold: None, ..all.clone() }).unwrap().table;
    let public = desk.statistics(&all).unwrap();
    assert!(public.totals.is_empty() && public.days.is_empty() && public.costs.is_empty());
    let small = exact.cells.iter().flatten().flatten().filter(|count| (1..11).contains(*count)).count();
    assert!(
        small > 0 && public.table.withheld > u32::try_from(small).unwrap(),
        "others are withheld with them"
    );
    assert!(public.table.cells.iter().flatten().flatten().all(|count| *count == 0 || *count >= 11));
    let path = laptop.path("table.csv");
    assert!(desk.release_statistics(&all, " ", &path).is_err() && !path.exists());
    let left = desk.release_statistics(&all, "yearly report", &path).unwrap();
    assert_eq!((left.number, left.table == public.table), (1, true));
    assert!(std::fs::read_to_string(&path).unwrap().contains(','));
    desk.release_statistics(&all, "the same again", &laptop.path("again.xlsx")).unwrap();
    // One person's flight is found out to be a mistake: the new total would differ by one.
    let one = desk.people("", 0, 1000).unwrap().into_iter().find(|line| line.stage == "received").unwrap();
    let who = casework::ids::RecordId::from_canonical(&one.person.id).unwrap();
    let flight = desk
        .naming(who)
        .unwrap()
        .into_iter()
        .find(|id| desk.record(*id).unwrap().link.title.contains("Flight"));
    let field = casework::ids::FieldId::new("people").unwrap();
    let live = desk.register.history(flight.unwrap(), Some(&field)).unwrap();
    let change = live.iter().find(|past| {
        past.write
            .answer()
            .and_then(|answer| answer.known().cloned())
            .is_some_and(|text| *text.reveal() == one.person.id)
    });
    let deed = super::fresh(&desk);
    desk.retract(&flight.unwrap().to_string(), "people", &change.unwrap().id.to_string(), &deed).unwrap();
    assert_eq!(desk.statistics(&all).unwrap_err().code(), "too-close");
    let night = asked("2023-01-01", "2023-12-31", &["site-province", "month"], Some(11));
    assert_eq!(desk.statistics(&night).unwrap_err().code(), "site-by-day");
}

#[test]
fn a_table_on_paper_is_the_withheld_one_and_is_in_the_ledger_before_the_printer_has_it() {
    let laptop = Laptop::new(82);
    let mut desk = laptop.begin();
    desk.generate(400, 5).unwrap();
    desk.set_setting("lang", "km", "").unwrap();
    let inside = asked("2000-01-01", "2026-12-31", &["province", "sex"], None);
    assert_eq!(desk.statistics_prepare(&inside).unwrap_err().code(), "wrong-use");
    let public = StatsInput { threshold: Some(11), ..inside.clone() };
    let table = desk.statistics(&public).unwrap().table;

    let stale = desk.statistics_prepare(&public).unwrap();
    let seen = desk.statistics_prepare(&public).unwrap();
    assert!(desk.dossier_page(&seen.token, seen.pages).unwrap().starts_with(b"\x89PNG"));
    let mut sent = Vec::new();
    let mut printer = |bytes: &[u8]| {
        sent.extend_from_slice(bytes);
        Ok(())
    };
    let code = |result: Result<crate::views::StatsReleased, crate::DeskError>| result.unwrap_err().code();
    assert_eq!(code(desk.statistics_print(&stale.token, "report", &mut printer)), "no-preview");
    assert_eq!(code(desk.statistics_print(&seen.token, " ", &mut printer)), "reason-needed");
    let left = desk.statistics_print(&seen.token, "yearly report", &mut printer).unwrap();
    assert_eq!((left.number, &*left.path, &left.table), (1, "", &table));
    assert_eq!(code(desk.statistics_print(&seen.token, "again", &mut |_| Ok(()))), "no-preview");
    assert!(sent.starts_with(b"%PDF"));
    let exact = desk.statistics(&inside).unwrap().table;
    assert!(table.withheld > 0 && table != exact, "it says less than the one inside");

    let seen = desk.statistics_prepare(&public).unwrap();
    let mut broken = |_: &[u8]| Err(std::io::Error::other("no paper"));
    assert_eq!(code(desk.statistics_print(&seen.token, "once more", &mut broken)), "no-printer");
    assert_eq!(desk.register.released_tables().unwrap().len(), 2, "it may have left");
}

#[test]
fn a_year_in_which_nobody_came_home_is_printed_too() {
    let laptop = Laptop::new(83);
    let mut desk = laptop.begin();
    for lang in ["id", "en", "km"] {
        desk.set_setting("lang", lang, "").unwrap();
        for by in [&[][..], &["month"], &["province", "sex"]] {
            let seen = desk.statistics_prepare(&asked("2023-01-01", "2023-12-31", by, Some(11)));
            assert_eq!(seen.unwrap().pages, 1, "{lang} {by:?}");
        }
    }
}
