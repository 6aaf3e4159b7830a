//! Measures the intake: `cargo run -p paperwork --example measure -- CASE`, one case to a process, so that the peak of
//! memory is the case's own. Prints what came of it, the milliseconds of the best of three, and the peak in MiB.
#![expect(clippy::print_stdout, reason = "a measurement is printed")]
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a measurement that fails should stop")]

use casework::{
    form::Forms,
    values::{Country, Typing},
    words::{Lang, Words},
};
use chrono::NaiveDate;
use paperwork::{
    Limits, read, read_from,
    roster::{Answers, preview, propose},
};
use std::{
    io::{Cursor, Write},
    time::Instant,
};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

fn main() {
    let case = std::env::args().nth(1).expect("a case: roster-500, roster-20000, bomb-declared, bomb-ratio, bomb-slow, bomb-comments, bomb-strings, csv-line, csv-commas, endless");
    let before = peak();
    match case.as_str() {
        "roster-500" => roster(500),
        "roster-19999" => roster(19_999),
        "roster-20000" => roster(20_000),
        "endless" => {
            timed(|| format!("{:?}", read_from(std::io::repeat(b'a'), "x.csv", &Limits::default()).err()))
        }
        "csv-line" => refused(&vec![b'a'; 50 << 20]),
        "csv-commas" => refused(&vec![b','; 50 << 20]),
        "bomb-declared" => refused(&bomb("<row/>", 2 << 30, false)),
        "bomb-ratio" => refused(&bomb("<row/>", 200 << 20, false)),
        "bomb-slow" => refused(&bomb("<row/>", 250 << 20, true)),
        "bomb-comments" => refused(&bomb(&format!("<!--{}-->", " ".repeat(60_000)), 250 << 20, true)),
        "bomb-strings" => refused(&bomb("<si/>", 250 << 20, true)),
        other => println!("no case {other}"),
    }
    println!("{case}: peak {} MiB, {} of it before the measured part", peak() >> 10, before >> 10);
}

fn timed(mut run: impl FnMut() -> String) {
    let mut best = f64::MAX;
    let mut said = String::new();
    for _ in 0..3 {
        let start = Instant::now();
        said = run();
        best = best.min(start.elapsed().as_secs_f64() * 1000.0);
    }
    println!("{best:.1} ms: {said}");
}

fn refused(bytes: &[u8]) {
    println!("file of {} KiB, peak so far {} MiB", bytes.len() >> 10, peak() >> 10);
    timed(|| format!("{:?}", read(bytes, "x.xlsx", &Limits::default()).err()));
}

/// A roster with everything a list usually has; invented people.
fn roster(people: u32) {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    let titles =
        ["No", "Nama Lengkap", "L/P", "Tempat/Tgl Lahir", "No Paspor", "No HP", "Alamat", "Keterangan"];
    for (column, title) in (0..).zip(titles) {
        sheet.write_string(0, column, title).unwrap();
    }
    for row in 1..=people {
        sheet.write_number(row, 0, row).unwrap();
        sheet.write_string(row, 1, format!("Orang Rekaan {row}")).unwrap();
        sheet.write_string(row, 2, if row % 2 == 0 { "L" } else { "P" }).unwrap();
        sheet
            .write_string(
                row,
                3,
                format!("Kota Rekaan, {:02}/{:02}/19{:02}", row % 28 + 1, row % 12 + 1, row % 40 + 60),
            )
            .unwrap();
        sheet.write_string(row, 4, format!("C{:07}", row)).unwrap();
        sheet.write_string(row, 5, format!("0812{:08}", row)).unwrap();
        sheet.write_string(row, 6, format!("Jl. Rekaan No. {row}")).unwrap();
        sheet.write_string(row, 7, "-").unwrap();
    }
    let bytes = book.save_to_buffer().unwrap();
    drop(book);
    println!("file of {} KiB, peak so far {} MiB", bytes.len() >> 10, peak() >> 10);
    let forms = Forms::shipped().unwrap();
    let (person, document) = (forms.named("person").unwrap(), forms.named("travel-document").unwrap());
    let words = Words::new(Lang::Id);
    let typing = Typing {
        lang: Lang::Id,
        date_order: None,
        today: NaiveDate::from_ymd_opt(2023, 9, 1).unwrap(),
        zone: chrono_tz::Asia::Phnom_Penh,
        home: Country::read("ID").unwrap(),
        host: Country::read("KH").unwrap(),
    };
    timed(|| format!("read: {:?}", read(&bytes, "x.xlsx", &Limits::default()).err()));
    let Ok(grid) = read(&bytes, "x.xlsx", &Limits::default()) else { return };
    timed(|| format!("propose: {} people", propose(&grid, person, &[document], &[&words], None).people));
    let mapping = propose(&grid, person, &[document], &[&words], None).mapping;
    timed(|| {
        let seen =
            preview(&grid, &mapping, person, &[document], &typing, &words, &Answers::default()).unwrap();
        format!("preview: {} rows, {:?}", seen.rows.len(), seen.counts())
    });
}

/// A workbook whose one large part unpacks to `size` bytes: of one text over and over, or, when `slow`, mixed with
/// noise so that it stays under the ratio.
fn bomb(text: &str, size: u64, slow: bool) -> Vec<u8> {
    let options =
        SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).large_file(true);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut put = |name: &str, text: &str| {
        zip.start_file(name, options).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    };
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    put(
        "xl/workbook.xml",
        "<workbook xmlns:r=\"r\"><sheets><sheet name=\"a\" r:id=\"r1\"/></sheets></workbook>",
    );
    put(
        "xl/_rels/workbook.xml.rels",
        &format!(
            "<Relationships><Relationship Id=\"r1\" Type=\"{kind}/worksheet\" Target=\"s.xml\"/></Relationships>"
        ),
    );
    put("[Content_Types].xml", "<Types/>");
    let strings = text.contains("si");
    put(if strings { "xl/s.xml" } else { "xl/sharedStrings.xml" }, "<worksheet/>");
    zip.start_file(if strings { "xl/sharedStrings.xml" } else { "xl/s.xml" }, options).unwrap();
    zip.write_all(if strings { b"<sst>" } else { b"<worksheet><sheetData>" }).unwrap();
    let block = text.repeat((1 << 16) / text.len());
    let (mut written, mut state) = (0, 1_u64);
    while written < size {
        zip.write_all(block.as_bytes()).unwrap();
        written += block.len() as u64;
        if slow {
            let noise: String = (0..40)
                .map(|_| {
                    state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                    format!("<n{:x}/>", state >> 4)
                })
                .collect();
            zip.write_all(noise.as_bytes()).unwrap();
            written += noise.len() as u64;
        }
    }
    zip.finish().unwrap().into_inner()
}

/// The most memory that this process ever held, in KiB.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|rest| rest.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(0)
}
