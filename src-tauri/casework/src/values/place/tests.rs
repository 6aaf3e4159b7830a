//! What officers type for a place, and what must hold of the shipped lists.

use super::{NAMES, PREFIXES, Place, ROWS, SPELLINGS, TABLES};
use crate::{
    values::{Country, dictionary, refusal::Doubt},
    words::{Lang, Words},
};

fn read(typed: &str) -> Result<&'static str, Doubt> {
    Place::parse(typed).map(Place::code)
}

#[test]
fn places_are_read_as_people_type_them() {
    let table = [
        ("ID.33", "ID.33"),
        ("id.32.04", "ID.32.04"),
        ("Jawa Barat", "ID.32"),
        ("JAWA BARAT", "ID.32"),
        ("Prov. Jawa Barat", "ID.32"),
        ("Provinsi Jawa Barat", "ID.32"),
        ("Jabar", "ID.32"),
        ("West Java", "ID.32"),
        ("DKI Jakarta", "ID.31"),
        ("Jakarta", "ID.31"),
        ("Yogyakarta", "ID.34"),
        ("D.I. Yogyakarta", "ID.34"),
        ("Kab. Bandung", "ID.32.04"),
        ("Kabupaten Bandung, Jawa Barat", "ID.32.04"),
        ("Kota Bandung", "ID.32.73"),
        ("Bandung Barat", "ID.32.17"),
        ("Indramayu", "ID.32.12"),
        ("Indramayu, Jawa Barat", "ID.32.12"),
        ("Indramayu, Jawa Barat, Indonesia", "ID.32.12"),
        ("Jakarta Barat", "ID.31.73"),
        ("Kota Jakarta Barat", "ID.31.73"),
        ("Jambi", "ID.15"),
        ("Jambi, Jambi", "ID.15.71"),
        ("Riau", "ID.14"),
        ("Kota Jambi", "ID.15.71"),
        ("Kepulauan Riau", "ID.21"),
        ("Kep. Riau", "ID.21"),
        ("NTT", "ID.53"),
        ("Papua Barat Daya", "ID.96"),
        ("Banteay Meanchey", "KH.1"),
        ("banteay meanchay", "KH.1"),
        ("បន្ទាយមានជ័យ", "KH.1"),
        ("ខេត្តបន្ទាយមានជ័យ", "KH.1"),
        ("Sihanoukville", "KH.18"),
        ("Phnom Penh, Cambodia", "KH.12"),
        ("ភ្នំពេញ", "KH.12"),
        ("Malaysia", "MY"),
        ("Kamboja", "KH"),
    ];
    for (typed, code) in table {
        assert_eq!(read(typed), Ok(code), "{typed}");
    }
}

#[test]
fn a_regency_and_the_city_of_its_name_are_asked() {
    let Err(Doubt::Ambiguous(question, readings)) = Place::parse("Bandung") else { panic!("guessed") };
    assert_eq!(question, "place-which");
    let codes: Vec<&str> = readings.iter().map(|reading| reading.canonical.as_str()).collect();
    assert_eq!(codes, ["ID.32.04", "ID.32.73"]);
}

#[test]
fn what_is_no_place_is_refused_with_its_place() {
    assert_eq!(
        read("Kab. Jambi"),
        Err(Doubt::Unreadable(0, "place-unknown")),
        "there is a city, and no regency"
    );
    assert_eq!(read("Atlantis"), Err(Doubt::Unreadable(0, "place-unknown")));
    assert_eq!(read("Indramayu, Jawa Timur"), Err(Doubt::Unreadable(0, "place-unknown")));
    assert_eq!(read("Indramayu, Jawa Barrat"), Err(Doubt::Unreadable(11, "place-unknown")));
    for not in ["id.33", "ID.99", "ID.33.", "IDN", "", "KH.01", "ID.33.04.01"] {
        assert!(Place::read(not).is_err(), "{not}");
    }
}

#[test]
fn places_know_what_they_lie_in() {
    let bandung = Place::read("ID.32.04").unwrap();
    assert_eq!(bandung.province().map(Place::code), Some("ID.32"));
    assert_eq!(bandung.country(), Country::read("ID").unwrap());
    assert!(
        Place::read("ID").unwrap().contains(bandung)
            && !Place::read("ID.3").is_ok_and(|p| p.contains(bandung))
    );
    assert_eq!(Place::read("MY").unwrap().province(), None);
    assert_eq!(bandung.display(&Words::new(Lang::En)), "Kabupaten Bandung, Jawa Barat");
    assert_eq!(Place::read("KH.1").unwrap().display(&Words::new(Lang::Km)), "បន្ទាយមានជ័យ, កម្ពុជា");
    assert!(Place::read("ID.32").unwrap().sort_key() < bandung.sort_key());
}

#[test]
fn the_list_and_the_dictionary_name_the_host_provinces_alike() {
    let [english, khmer] = [Lang::En, Lang::Km].map(Words::new);
    for number in 1..=25 {
        let place = Place::read(&format!("KH.{number}")).unwrap();
        for words in [&english, &khmer] {
            assert_eq!(place.name(words), words.get(&format!("kh-{number}")), "{number}");
        }
    }
}

#[test]
fn the_lists_are_whole() {
    let lines: usize = TABLES.iter().map(|table| dictionary::rows::<3>(table).count()).sum();
    assert_eq!((lines, ROWS.len()), (38 + 514 + 25, 38 + 514 + 25));
    assert!(dictionary::rows::<3>(PREFIXES).count() > 5 && NAMES.len() > 600);
    for code in ROWS.keys() {
        let place = Place::read(code).unwrap();
        assert!(Country::read(place.country().alpha2()).is_ok(), "{code}");
        assert!(place.province().is_some_and(|province| ROWS.contains_key(province.code())), "{code}");
        for words in dictionary::all() {
            let shown = place.display(words);
            assert_eq!(read(&shown), Ok(*code), "{shown}");
        }
    }
    for [code, spelling] in dictionary::rows(SPELLINGS) {
        assert_eq!(read(spelling), Ok(code), "{spelling}");
    }
}
