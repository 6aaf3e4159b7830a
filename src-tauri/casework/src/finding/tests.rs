use super::{How, Sort, Term, bigrams, how, name_terms, number_terms, phone_terms, read, shared_at_least};

fn answers(typed: &str, name: &str) -> Option<How> {
    let word = read(typed).remove(0);
    name_terms(name).iter().filter_map(|term| how(&word, &term.key, &term.loose)).min()
}

#[test]
fn usual_spellings_find_each_other() {
    for (typed, name) in [
        ("Soeharto", "Suharto"),
        ("Suharto", "Soeharto"),
        ("Djoko", "Joko"),
        ("Yoko", "Joko"),
        ("Tjahjono", "Cahyono"),
        ("Achmad", "Ahmad"),
        ("Moh", "Muhammad Rizki"),
        ("Mohammad", "Muhamad"),
        ("Mochamad", "Moh. Yusuf"),
        ("Syarif", "Sarip"),
        ("Setiyawan", "Setiawan"),
        ("Fatima", "Fatimah"),
        ("Jaelani", "Jailani"),
    ] {
        assert_eq!(answers(typed, name), Some(How::Spelling), "{typed} {name}");
    }
    assert_eq!(answers("cafe", "Café"), Some(How::Exact), "accents are no difference at all");
}

#[test]
fn names_that_people_keep_apart_stay_apart() {
    for (typed, name) in [
        ("Budi", "Rudi Hartono Wijaya"),
        ("Sari", "Dewi"),
        ("Ani", "Ina"),
        ("Wati", "Yanti"),
        ("Moh", "Mona"),
    ] {
        let found = answers(typed, name);
        assert!(!matches!(found, Some(How::Exact | How::Spelling)), "{typed} {name} {found:?}");
    }
}

#[test]
fn one_letter_wrong_and_in_a_long_word_two() {
    for (typed, name) in [
        ("Larasatu", "Larasati"),
        ("Larsati", "Larasati"),
        ("Larasait", "Larasati"),
        ("Kusumawardhini", "Kusumawardhani"),
        ("Kusumawerdhini", "Kusumawardhani"),
    ] {
        assert_eq!(answers(typed, name), Some(How::Slip), "{typed} {name}");
    }
    assert_eq!(answers("Ani", "Adi"), None, "in a short word a letter is a name");
    assert_eq!(answers("Lari", "Larasati"), None);
}

#[test]
fn khmer_and_chinese_names() {
    assert_eq!(answers("សុខ", "សុខ ធារ៉ា"), Some(How::Exact));
    assert_eq!(answers("ដារ៉ា", "តារ៉ា"), Some(How::Script), "ដ and ត are told apart by a stroke");
    assert_eq!(answers("美玲", "陈美玲"), Some(How::Exact), "a given name without the family's");
    assert_eq!(answers("陈", "陈美玲"), Some(How::Beginning));
}

#[test]
fn numbers_are_found_however_they_are_spaced() {
    let number = |typed: &str, canonical: &str| {
        let word: Term = read(typed).remove(0);
        assert_eq!(word.sort, Sort::Number);
        let keys = if canonical.starts_with('+') { phone_terms(canonical) } else { number_terms(canonical) };
        keys.iter().filter_map(|term| how(&word, &term.key, &term.loose)).min()
    };
    assert_eq!(number("X 9000037", "X9000037"), Some(How::Exact), "the letter before a number belongs to it");
    assert_eq!(number("x9000037", "X9000037"), Some(How::Exact));
    assert_eq!(number("X90000", "X9000037"), Some(How::Beginning));
    assert_eq!(number("X9OOOO37", "X9000037"), Some(How::Spelling));
    for typed in ["0812-3456-7890", "+62 812 3456 7890", "812 34567890", "62812"] {
        assert!(number(typed, "+6281234567890").is_some(), "{typed}");
    }
    assert_eq!(number("PNH-2023-A0042", "PNH-2023-A0042"), Some(How::Exact));
    assert_eq!(number("a0042", "PNH-2023-A0042"), Some(How::Exact));
    assert_eq!(number("0813", "+6281234567890"), None);
}

#[test]
fn what_was_typed_becomes_words() {
    assert_eq!(read("Siti  Nur").len(), 2);
    assert_eq!(read("Nur'aini").remove(0).key, "nuraini");
    assert!(read("  ").is_empty() && read("--").is_empty());
    assert_eq!(
        read("siti X9000037").iter().map(|term| term.sort).collect::<Vec<_>>(),
        [Sort::Name, Sort::Number]
    );
}

#[test]
fn a_slip_leaves_enough_pairs_in_common() {
    let kept = bigrams("larasati");
    for typed in ["larasatu", "larsati", "laraasati", "larasait", "arasati"] {
        let shared = bigrams(typed).iter().filter(|pair| kept.contains(pair)).count();
        assert!(shared >= shared_at_least(typed), "{typed}");
    }
}
