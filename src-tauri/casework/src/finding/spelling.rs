//! Spellings of one name: old and new Indonesian spelling, Arabic names in Latin letters, look-alike Khmer letters. Owns the
//! key that is the same for all of them; refuses to guess between names that people keep apart.

/// Pairs of letters that are one sound, in the order in which they are put in place of each other.
const SOUNDS: [(&str, &str); 17] = [
    ("oe", "u"),
    ("tj", "c"),
    ("dj", "y"),
    ("sj", "s"),
    ("sy", "s"),
    ("sh", "s"),
    ("ch", "h"),
    ("kh", "h"),
    ("gh", "g"),
    ("dh", "d"),
    ("dz", "z"),
    ("th", "t"),
    ("ph", "f"),
    ("ie", "i"),
    ("ai", "ae"),
    ("ei", "e"),
    ("q", "k"),
];

/// How a name that half of a country bears is written, short and long.
const MUHAMMAD: [&str; 18] = [
    "muhamad", "mohamad", "muhamed", "mohamed", "muhamat", "mohamat", "muhmad", "mohmad", "muh", "moh",
    "mhd", "mohd", "muhd", "md", "muhamadh", "mohamadh", "mamad", "muchamad",
];

/// The key that the usual spellings of a folded word share.
pub fn loose(folded: &str) -> String {
    if !folded.is_ascii() {
        return folded.chars().map(look_alike).collect();
    }
    let mut text = folded.to_owned();
    for (from, to) in SOUNDS {
        if text.contains(from) {
            text = text.replace(from, to);
        }
    }
    let mut key = String::with_capacity(text.len());
    for c in text.chars() {
        let c = match c {
            'j' => 'y',
            'v' | 'p' => 'f',
            other => other,
        };
        if !key.ends_with(c) {
            key.push(c);
        }
    }
    // "Setiyawan" is "Setiawan", "Kuwat" is "Kuat".
    let key = ["a", "e", "o"].iter().fold(key, |key, vowel| {
        key.replace(&format!("iy{vowel}"), &format!("i{vowel}"))
            .replace(&format!("uw{vowel}"), &format!("u{vowel}"))
    });
    if MUHAMMAD.contains(&key.as_str()) {
        return "muhamad".to_owned();
    }
    match key.strip_suffix('h') {
        Some(open) if open.len() > 2 && open.ends_with(['a', 'e', 'i', 'o', 'u']) => open.to_owned(),
        _ => key,
    }
}

/// Khmer letters that differ by a stroke, whole or as subscripts.
const fn look_alike(c: char) -> char {
    match c {
        '\u{178A}' => '\u{178F}',
        other => other,
    }
}

/// How many letters were left out, put in, put in place of another, or swapped with their neighbour.
pub(super) fn distance(one: &[char], other: &[char]) -> usize {
    if one.len().abs_diff(other.len()) > 2 {
        return usize::MAX;
    }
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=other.len()).collect();
    for (row, a) in one.iter().enumerate() {
        let mut now = vec![row + 1];
        for (column, b) in other.iter().enumerate() {
            let at = |line: &[usize], place: usize| line.get(place).copied().unwrap_or(usize::MAX - 1);
            let mut best = (at(&last, column) + usize::from(a != b))
                .min(at(&last, column + 1) + 1)
                .min(at(&now, column) + 1);
            let swapped =
                row > 0 && column > 0 && one.get(row - 1) == Some(b) && other.get(column - 1) == Some(a);
            if swapped {
                best = best.min(at(&before_last, column - 1) + 1);
            }
            now.push(best);
        }
        before_last = std::mem::replace(&mut last, now);
    }
    last.last().copied().unwrap_or(usize::MAX)
}
