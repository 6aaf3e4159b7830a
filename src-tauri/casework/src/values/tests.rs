//! Tests of values as a whole.
