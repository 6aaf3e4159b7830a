//! A deed that was refused, on its way to a person or a script. Owns the exit code and the shape of the error; the words
//! and the codes are the desk's.

use desk::DeskError;
use desk::views::Refused;
use serde_json::{Value, json};

/// A refusal with the code that the program ends with.
#[derive(Debug)]
pub(crate) struct Failure {
    refused: Box<Refused>,
    exit: u8,
    /// The line of a batch that it happened on, from 1.
    line: Option<usize>,
}

impl Failure {
    /// The desk's error in somebody's words.
    pub(crate) fn new(error: &DeskError, refused: Refused) -> Self {
        Self { refused: Box::new(refused), exit: error.exit_code(), line: None }
    }

    /// The same, on a line of a batch.
    pub(crate) fn on_line(self, line: usize) -> Self {
        Self { line: Some(line), ..self }
    }

    /// What the program ends with: see `DeskError::exit_code`.
    pub(crate) const fn exit(&self) -> u8 {
        self.exit
    }

    /// For a person: what happened, what to do, and the readings to choose from.
    pub(crate) fn text(&self) -> String {
        let Refused { message, recovery, readings, .. } = &*self.refused;
        let place = self.line.map_or_else(String::new, |line| format!("line {line}: "));
        let choices = readings.iter().map(|one| format!("\n  {} = {}", one.id, one.word)).collect::<String>();
        format!("{place}{message} {recovery}{choices}")
    }

    /// For a script.
    pub(crate) fn json(&self) -> Value {
        let Refused { code, message, recovery, .. } = &*self.refused;
        let mut error = json!({ "code": code, "message": message, "recovery": recovery });
        if let (Some(line), Some(error)) = (self.line, error.as_object_mut()) {
            error.insert("line".into(), line.into());
        }
        json!({ "error": error })
    }
}
