//! A table's rows as bars, each with its number in the table: a picture that stands beside the same in figures. Owns the
//! drawing; refuses words, which a picture could not say aloud.

use crate::DossierError;

const WIDE: usize = 480;
/// From one bar to the next.
const STEP: usize = 16;
/// Where the bars begin, after the numbers.
const BEGIN: usize = 40;
/// The side of a dot of a digit.
const DOT: usize = 2;
const INK: u8 = 0x40;
/// Each digit in three columns and five rows of dots, the first bit at the top left.
const DIGITS: [u16; 10] = [0x7B6F, 0x2C97, 0x73E7, 0x73CF, 0x5BC9, 0x79CF, 0x79EF, 0x7249, 0x7BEF, 0x7BCF];

/// A PNG with a bar for each count, the largest of them as wide as the picture and the first numbered `from`. None has a
/// bar of nothing but a line, and what is withheld a broken one.
///
/// # Errors
/// [`DossierError::Fault`] for more counts than a picture holds.
pub fn bars_png(counts: &[Option<u32>], from: usize) -> Result<Vec<u8>, DossierError> {
    let most = u64::from(counts.iter().flatten().copied().max().unwrap_or(0).max(1));
    let room = u64::try_from(WIDE - BEGIN).unwrap_or(0);
    let mut pixels = Vec::with_capacity(counts.len() * STEP * WIDE);
    for (place, count) in counts.iter().enumerate() {
        let number = (from + place).to_string();
        let long = count.map(|count| usize::try_from(u64::from(count) * room / most).unwrap_or(0));
        for y in 0..STEP {
            pixels.extend((0..WIDE).map(|x| if inked(&number, long, x, y) { INK } else { u8::MAX }));
        }
    }
    crate::write::grey_png(&pixels, WIDE)
}

/// Whether there is ink at this place of a row.
fn inked(number: &str, long: Option<usize>, x: usize, y: usize) -> bool {
    let Some(along) = x.checked_sub(BEGIN) else { return in_number(number, x, y) };
    match long {
        Some(long) => along <= long && (3..STEP - 3).contains(&y),
        None => along < 24 && along % 8 < 4 && y == STEP / 2,
    }
}

/// Numbers end where the bars begin, less a gap.
fn in_number(number: &str, x: usize, y: usize) -> bool {
    let begin = BEGIN.saturating_sub(8 + number.len() * 4 * DOT);
    let (Some(across), Some(down)) = (x.checked_sub(begin), y.checked_sub(3)) else { return false };
    let (column, row) = (across / DOT, down / DOT);
    let digit = number.chars().nth(column / 4).and_then(|digit| digit.to_digit(10));
    let dots = digit.and_then(|digit| DIGITS.get(usize::try_from(digit).ok()?)).copied().unwrap_or(0);
    column % 4 < 3 && row < 5 && dots >> (14 - (row * 3 + column % 4)) & 1 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many places of the middle of a row have ink after the numbers.
    fn ink(number: &str, long: Option<usize>) -> usize {
        (BEGIN..WIDE).filter(|x| inked(number, long, *x, STEP / 2)).count()
    }

    #[test]
    fn a_bar_is_as_long_as_its_count_and_none_is_not_withheld() {
        assert_eq!(ink("1", Some(100)), 101);
        assert_eq!(ink("1", Some(0)), 1);
        assert_eq!(ink("1", None), 12, "three dashes");
        assert_eq!(ink("1", Some(WIDE)), WIDE - BEGIN);
    }

    #[test]
    fn every_digit_is_drawn_and_no_two_alike() {
        let drawn = |digit: char| -> Vec<bool> {
            let number = digit.to_string();
            (0..STEP)
                .flat_map(|y| (0..BEGIN).map(move |x| (x, y)))
                .map(|(x, y)| in_number(&number, x, y))
                .collect()
        };
        let all: std::collections::BTreeSet<Vec<bool>> = ('0'..='9').map(drawn).collect();
        assert_eq!(all.len(), 10);
        assert!(all.iter().all(|one| one.contains(&true)));
    }

    #[test]
    fn the_picture_has_a_row_for_each_count() {
        let png = bars_png(&[Some(11), None, Some(0), Some(40)], 1).unwrap();
        assert_eq!(crate::write::picture_size(&png), Some((480, 64)));
        assert_eq!(bars_png(&[Some(11)], 1).unwrap(), bars_png(&[Some(11)], 1).unwrap());
    }
}
