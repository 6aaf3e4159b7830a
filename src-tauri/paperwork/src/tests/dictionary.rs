//! Every key that the intake can say is in the dictionary of every language.

use crate::{
    Kind, Limit, Limits, Notice, PaperError, Part,
    roster::{ColumnQuestion, LeftOut, Mark, Question, Why},
};
use casework::words::{Lang, Words};

fn errors() -> Vec<PaperError> {
    use Kind::{
        Archive, Document, Empty, Html, LegacyXls, Locked, Ods, Pdf, Picture, Program, Text, Unknown, Xlsb,
        Xlsx,
    };
    use Limit::{
        CellChars, Cells, Columns, ExpandedBytes, Expansion, FileBytes, Parts, PictureBytes, PictureSide,
        Rows, Sheets, TextBytes,
    };
    let limits = [
        FileBytes,
        ExpandedBytes,
        Expansion,
        Parts,
        Sheets,
        Rows,
        Columns,
        Cells,
        CellChars,
        TextBytes,
        PictureSide,
        PictureBytes,
    ];
    let kinds = [
        Empty, Xlsx, Ods, Text, Locked, LegacyXls, Xlsb, Html, Pdf, Picture, Document, Archive, Program,
        Unknown,
    ];
    let large = limits.map(|limit| Limits::default().refuse(limit, None));
    let wrong = kinds.map(|found| PaperError::WrongKind { found });
    let rest = [
        PaperError::Empty,
        PaperError::Locked,
        PaperError::damaged(Part::Sheet),
        PaperError::Interrupted,
        PaperError::StaleMapping,
        PaperError::Unwritable,
    ];
    large.into_iter().chain(wrong).chain(rest).collect()
}

fn keys() -> Vec<&'static str> {
    use LeftOut::{
        AboveTitles, Blank, ByOfficer, ColumnNumbers, Remark, Section, Titles, TitlesAgain, Total, Unfilled,
    };
    use Mark::{DigitsLost, Formula, FromBlock, NumberAsDay, OrderOfColumn, TimeDropped, ZerosLost};
    use Why::{Cells, Counter, PartOfTitle, Remembered, Spelling, Taken, Title, TwoTitles, Unknown};
    let slot = || serde_json::from_str(r#"{"form":"person","field":"full_name"}"#).unwrap();
    let column = crate::Column(0);
    let example = crate::Place { sheet: 1, row: 1, column: None };
    let mut keys = vec![
        "paper-flag-unnamed",
        "paper-flag-broken",
        "paper-flag-same-document",
        "paper-flag-same-name",
        "paper-p-perempuan",
        "paper-p-pria",
        "paper-roster-sheet",
        "paper-heic-no-preview",
        "paper-picture-damaged",
    ];
    let left = [
        AboveTitles,
        Titles,
        TitlesAgain,
        ColumnNumbers,
        Blank,
        Unfilled,
        Total,
        LeftOut::Section,
        Remark,
        ByOfficer,
    ];
    keys.extend(left.map(LeftOut::key));
    assert!(left.contains(&Section));
    keys.extend(
        [Formula, NumberAsDay, ZerosLost, DigitsLost, FromBlock, OrderOfColumn, TimeDropped].map(Mark::key),
    );
    keys.extend(
        [Remembered, Title, TwoTitles, PartOfTitle, Spelling, Cells, Counter, Taken, Unknown].map(Why::key),
    );
    keys.extend(
        [Notice::EncodingGuessed, Notice::FormulasNotComputed, Notice::FormulaWithoutValue].map(Notice::key),
    );
    let order = ColumnQuestion::WhichOrder { column, example, cells: 1, suggested: None, mixed: false };
    keys.extend([order.key(), ColumnQuestion::WhichP { column, example, cells: 1 }.key()]);
    let questions = [
        Question::IsThis { column, fields: Vec::new() },
        Question::SameField { field: slot(), columns: Vec::new() },
        Question::Missing { field: slot() },
        Question::NoTitles,
        Question::SecondList { sheet: 1 },
    ];
    keys.extend(questions.iter().map(Question::key));
    keys
}

#[test]
fn every_language_says_everything() {
    for lang in Lang::ALL {
        let words = Words::new(lang);
        for key in keys() {
            assert!(words.has(key), "{lang}: {key}");
        }
        for error in errors() {
            let said = format!("{} {}", error.message(&words), error.recovery(&words));
            assert!(!said.contains(['⟦', '{']) && !said.contains("paper-"), "{lang}: {said}");
        }
    }
}

#[test]
fn a_refusal_names_the_limit() {
    let words = Words::new(Lang::En);
    let said = Limits::default().refuse(Limit::Rows, None).message(&words);
    assert!(said.contains("rows") && said.contains("20000"), "{said}");
}
