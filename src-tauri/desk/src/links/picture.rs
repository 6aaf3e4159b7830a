//! The picture of a network: who was asked about in the middle, what ties on a ring around, the cases on a ring outside.
//! Owns the places of nodes, whole numbers that follow from the order alone; refuses chance and fractions.

use crate::views::{Picture, PictureEdge, PictureNode, RecordLink, Tie};
use std::collections::BTreeMap;

/// The side of the square.
const SIDE: i32 = 1000;
/// More ties or cases than these are in the list and not in the picture.
const TIES: usize = 24;
const CASES: usize = 48;

pub(super) fn draw(of: &RecordLink, ties: &[Tie]) -> Picture {
    let mut nodes = vec![PictureNode {
        id: of.id.clone(),
        sort: of.kind.clone(),
        label: of.title.clone(),
        people: 0,
        x: SIDE / 2,
        y: SIDE / 2,
    }];
    let mut edges = Vec::new();
    let shown: Vec<&Tie> = ties
        .iter()
        .filter(|tie| tie.record.as_ref().is_none_or(|record| record.id != of.id))
        .take(TIES)
        .collect();
    let own = ties.iter().find(|tie| tie.record.as_ref().is_some_and(|record| record.id == of.id));
    let mut cases: BTreeMap<&str, (&RecordLink, Vec<u32>)> = BTreeMap::new();
    let mut order: Vec<&str> = Vec::new();
    let reach = |tie: &Tie, from: u32, reached: &mut BTreeMap<String, Vec<u32>>| {
        for case in tie.rescues.iter().filter(|case| case.id != of.id) {
            reached.entry(case.id.clone()).or_default().push(from);
        }
    };
    let mut reached: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    if let Some(own) = own {
        reach(own, 0, &mut reached);
    }
    for (at, tie) in shown.iter().enumerate() {
        let (x, y) = on_ring(at, shown.len(), 230);
        let node = u32::try_from(nodes.len()).unwrap_or(u32::MAX);
        edges.push(PictureEdge { from: 0, to: node });
        reach(tie, node, &mut reached);
        nodes.push(PictureNode {
            id: tie.record.as_ref().map_or_else(|| format!("{}:{at}", tie.sort), |record| record.id.clone()),
            sort: tie.sort.clone(),
            label: tie.title.clone(),
            people: tie.people,
            x,
            y,
        });
    }
    for case in shown.iter().copied().chain(own).flat_map(|tie| &tie.rescues) {
        if case.id != of.id && !cases.contains_key(case.id.as_str()) && order.len() < CASES {
            cases.insert(&case.id, (case, reached.remove(&case.id).unwrap_or_default()));
            order.push(&case.id);
        }
    }
    for (at, id) in order.iter().enumerate() {
        let Some((case, from)) = cases.get(id) else { continue };
        let (x, y) = on_ring(at, order.len(), 440);
        let node = u32::try_from(nodes.len()).unwrap_or(u32::MAX);
        edges.extend(from.iter().map(|from| PictureEdge { from: *from, to: node }));
        nodes.push(PictureNode {
            id: case.id.clone(),
            sort: case.kind.clone(),
            label: if case.reference.is_empty() { case.title.clone() } else { case.reference.clone() },
            people: 0,
            x,
            y,
        });
    }
    Picture { side: SIDE, nodes, edges }
}

/// The place of one of some on a ring, from the top and clockwise.
fn on_ring(at: usize, of: usize, radius: i32) -> (i32, i32) {
    let degrees = i32::try_from(at * 360 / of.max(1)).unwrap_or(0);
    (SIDE / 2 + radius * sine(degrees) / 1000, SIDE / 2 - radius * sine(degrees + 90) / 1000)
}

/// A thousand times the sine, by Bhaskara's formula: true to two in a thousand, and the same on every machine.
const fn sine(degrees: i32) -> i32 {
    let around = degrees.rem_euclid(360);
    let (half, sign) = if around < 180 { (around, 1) } else { (around - 180, -1) };
    let product = half * (180 - half);
    sign * 4000 * product / (40_500 - product)
}

#[cfg(test)]
mod tests {
    use super::{on_ring, sine};

    #[test]
    fn a_ring_is_round() {
        assert_eq!((sine(0), sine(90), sine(180), sine(270)), (0, 1000, 0, -1000));
        assert_eq!((on_ring(0, 4, 400), on_ring(1, 4, 400)), ((500, 100), (900, 500)));
        for at in 0..17 {
            let (x, y) = on_ring(at, 17, 440);
            let far = f64::from((x - 500).pow(2) + (y - 500).pow(2)).sqrt();
            assert!((430.0..450.0).contains(&far), "{far}");
        }
    }
}
