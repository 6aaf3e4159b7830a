use chrono::{DateTime, TimeDelta, Utc};
use zeroize::Zeroizing;

use super::{Board, LONGEST, Lending, Lying, SECONDS};

/// A board that can be told to refuse, or to tell nothing.
#[derive(Default)]
struct Fake {
    text: Option<String>,
    puts: u32,
    refuses: bool,
    silent: bool,
}

impl Board for Fake {
    fn look(&mut self) -> Lying {
        match &self.text {
            _ if self.silent => Lying::Untold,
            Some(text) => Lying::Text(Zeroizing::new(text.clone())),
            None => Lying::Other,
        }
    }

    fn put(&mut self, text: &str) -> bool {
        self.puts += 1;
        if !self.refuses {
            self.text = Some(text.to_owned());
        }
        !self.refuses
    }

    fn clear(&mut self) -> bool {
        if !self.refuses {
            self.text = None;
        }
        !self.refuses
    }
}

fn at(milliseconds: i64) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::days(1) + TimeDelta::milliseconds(milliseconds)
}

fn secret() -> Zeroizing<String> {
    Zeroizing::new("angin kayu lampu merah sungai batu".to_owned())
}

fn lent() -> Lending<Fake> {
    let mut lending = Lending::new(Fake::default());
    assert!(lending.lend(secret(), at(0)));
    assert_eq!(lending.board.text.as_deref(), Some(secret().as_str()));
    lending
}

#[test]
fn a_secret_lies_there_for_its_seconds_and_no_longer() {
    let mut lending = lent();
    let end = i64::from(SECONDS) * 1000;
    lending.tick(at(end - 1));
    assert!(lending.board.text.is_some());
    lending.tick(at(end));
    assert_eq!(lending.board.text, None);
}

#[test]
fn what_somebody_copied_since_stays() {
    for end in [at(i64::from(SECONDS) * 1000), at(-1)] {
        let mut lending = lent();
        lending.board.text = Some("a shopping list".to_owned());
        lending.tick(end);
        assert_eq!(lending.board.text.as_deref(), Some("a shopping list"));
        // And is not looked at again: the same words may come to lie there by somebody's own hand.
        lending.board.text = Some(secret().to_string());
        lending.tick(at(99_000));
        lending.take_back();
        assert!(lending.board.text.is_some());
    }
}

#[test]
fn a_lock_takes_it_back_at_once_and_a_clock_set_back_too() {
    let mut lending = lent();
    lending.take_back();
    assert_eq!(lending.board.text, None);
    let mut lending = lent();
    lending.tick(at(-1));
    assert_eq!(lending.board.text, None);
}

#[test]
fn a_second_secret_begins_its_own_time() {
    let mut lending = lent();
    assert!(lending.lend(Zeroizing::new("another".to_owned()), at(9_000)));
    lending.tick(at(10_000));
    assert_eq!(lending.board.text.as_deref(), Some("another"));
    lending.tick(at(19_000));
    assert_eq!(lending.board.text, None);
}

#[test]
fn a_board_that_tells_nothing_is_cleared() {
    let mut lending = lent();
    lending.board.silent = true;
    lending.tick(at(10_000));
    assert_eq!(lending.board.text, None);
}

#[test]
fn a_board_that_will_not_be_cleared_is_tried_again() {
    let mut lending = lent();
    lending.board.refuses = true;
    lending.tick(at(10_000));
    assert!(lending.board.text.is_some());
    lending.board.refuses = false;
    lending.tick(at(10_500));
    assert_eq!(lending.board.text, None);
}

#[test]
fn what_is_empty_too_long_or_refused_is_not_lent_and_takes_an_earlier_one_with_it() {
    for text in [String::new(), "x".repeat(LONGEST + 1)] {
        let mut lending = lent();
        assert!(!lending.lend(Zeroizing::new(text), at(1)));
        assert_eq!((lending.board.text.as_deref(), lending.board.puts), (None, 1));
    }
    let mut lending = Lending::new(Fake { refuses: true, ..Fake::default() });
    assert!(!lending.lend(secret(), at(0)));
    assert!(lending.lent.is_none());
    assert!(Lending::new(Fake::default()).lend(Zeroizing::new("x".repeat(LONGEST)), at(0)));
}
