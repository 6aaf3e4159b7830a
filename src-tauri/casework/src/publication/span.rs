//! What follows from some sums: a linear span, worked out modulo a prime. Owns elimination; a vector that lies in the span
//! over the fractions always lies in it here too, so a doubt is always told as "follows".

const PRIME: u64 = 2_147_483_647;

/// Vectors in echelon form, each with its leading place.
pub(super) struct Span {
    length: usize,
    rows: Vec<(usize, Vec<u64>)>,
}

impl Span {
    pub(super) const fn new(length: usize) -> Self {
        Self { length, rows: Vec::new() }
    }

    /// Adds a vector with entries 0 and 1.
    pub(super) fn add(&mut self, vector: Vec<u64>) {
        let rest = self.reduce(vector);
        let Some((lead, value)) = rest.iter().copied().enumerate().find(|(_, value)| *value != 0) else {
            return;
        };
        let inverse = power(value, PRIME - 2);
        let row: Vec<u64> = rest.into_iter().map(|value| value * inverse % PRIME).collect();
        let place = self.rows.partition_point(|(other, _)| *other < lead);
        self.rows.insert(place, (lead, row));
    }

    /// True when the vector is a combination of those that were added.
    pub(super) fn holds(&self, vector: Vec<u64>) -> bool {
        self.reduce(vector).iter().all(|value| *value == 0)
    }

    fn reduce(&self, mut vector: Vec<u64>) -> Vec<u64> {
        vector.resize(self.length, 0);
        for (lead, row) in &self.rows {
            let factor = vector.get(*lead).copied().unwrap_or(0);
            if factor != 0 {
                for (value, of_row) in vector.iter_mut().zip(row).skip(*lead) {
                    *value = (*value + (PRIME - factor) * of_row) % PRIME;
                }
            }
        }
        vector
    }
}

fn power(mut base: u64, mut exponent: u64) -> u64 {
    let mut result = 1;
    while exponent > 0 {
        if exponent % 2 == 1 {
            result = result * base % PRIME;
        }
        base = base * base % PRIME;
        exponent /= 2;
    }
    result
}
