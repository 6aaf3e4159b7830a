//! Files made to crash or to fill the memory of whoever draws them: a child does the drawing, and the program goes on.

use std::fs;
use std::io::Write as _;
use std::process::{Command, Stdio};

use crate::by_command_line::Laptop;
use crate::support::{pdf as papers, program};

/// A PDF of one page with an image of so many pixels a side, which holds none of them.
fn pdf(side: u32) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut starts = Vec::new();
    let content = "0 0 1 rg 20 20 100 50 re f q 50 0 0 50 0 0 cm /I Do Q";
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R \
         /Resources << /XObject << /I 5 0 R >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()),
        format!(
            "<< /Type /XObject /Subtype /Image /Width {side} /Height {side} /BitsPerComponent 8 \
             /ColorSpace /DeviceGray /Length 1 >>\nstream\n0\nendstream"
        ),
    ];
    for (number, object) in objects.iter().enumerate() {
        starts.push(file.len());
        writeln!(file, "{} 0 obj\n{object}\nendobj", number + 1).unwrap();
    }
    let xref = file.len();
    writeln!(file, "xref\n0 6\n0000000000 65535 f ").unwrap();
    for start in starts {
        writeln!(file, "{start:010} 00000 n ").unwrap();
    }
    writeln!(file, "trailer << /Size 6 /Root 1 0 R >>\nstartxref\n{xref}\n%%EOF").unwrap();
    file
}

/// What the program's own child says to a file.
fn drawn(bytes: &[u8], asked: &[&str]) -> (Option<i32>, Vec<u8>) {
    let mut child = Command::new(program())
        .arg("draw")
        .args(asked)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(bytes).unwrap();
    let output = child.wait_with_output().unwrap();
    (output.status.code(), output.stdout)
}

#[test]
fn a_child_draws_what_is_sound_and_ends_at_what_is_not() {
    let sound = pdf(1);
    assert_eq!(drawn(&sound, &["pages"]), (Some(0), b"1".to_vec()));
    let (code, picture) = drawn(&sound, &["page", "1", "1.5"]);
    assert_eq!(code, Some(0));
    assert!(picture.starts_with(b"\x89PNG"));
    assert_eq!(drawn(&sound, &["page", "2", "1.5"]), (Some(4), Vec::new()));
    assert_eq!(drawn(b"surat", &["pages"]), (Some(4), Vec::new()));
    assert_eq!(drawn(&sound, &["preview"]), (Some(4), Vec::new()));
    assert_eq!(drawn(&sound, &["nothing"]), (Some(2), Vec::new()));
    // Less than a kilobyte that crashes the drawing: no picture comes, and it ends.
    let hostile = pdf(2_000_000_000);
    assert!(hostile.len() < 1_024);
    let (code, picture) = drawn(&hostile, &["page", "1", "1"]);
    assert!(!matches!(code, Some(0 | 4..=6)), "{code:?}");
    assert!(picture.is_empty());
}

#[test]
fn what_would_crash_the_drawing_is_kept_and_costs_nothing_else() {
    let laptop = Laptop::with_vault("PNH");
    let who = laptop.does(&["record", "add", "person", "full_name=Larasati"]);
    let who = who["ref"].as_str().unwrap();
    let (sound, nested) = (laptop.at("surat.pdf"), laptop.at("dalam.pdf"));
    fs::write(&sound, pdf(1)).unwrap();
    fs::write(&nested, [b"%PDF-1.7\n1 0 obj\n".as_slice(), &[b'['; 2_000_000]].concat()).unwrap();
    let add = |file: &std::path::Path| {
        laptop.does(&["document", "add", file.to_str().unwrap(), "--for", who, "--sort", "victim-letter"])
    };
    assert_eq!(add(&sound)[0]["file"]["pages"], 1);
    let kept = add(&nested);
    assert_eq!(kept[0]["file"]["pages"], 0);
    assert!(kept[0]["file"]["note"].as_str().is_some_and(|note| !note.is_empty()));
    assert_eq!(laptop.does(&["vault", "check"])["sound"], true);
}

/// A PDF of one page of less than two kilobytes, which asks for ten thousand million rectangles: ten forms in each of ten.
fn without_end() -> Vec<u8> {
    let form = |number: usize, inside: &str, named: &str| {
        format!(
            "{number} 0 obj\n<</Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<<{named}>>/Length {}>>\nstream\n\
             {inside}\nendstream\nendobj\n",
            inside.len()
        )
    };
    let mut file = "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n\
        2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n\
        3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>\nendobj\n\
        4 0 obj\n<</Length 5>>\nstream\n/X Do\nendstream\nendobj\n"
        .to_owned();
    for number in 5..14 {
        file += &form(number, &"/X Do ".repeat(10), &format!("/XObject<</X {} 0 R>>", number + 1));
    }
    file += &form(14, &"0 0 10 10 re f ".repeat(10), "");
    (file + "trailer\n<</Root 1 0 R>>\n%%EOF\n").into_bytes()
}

#[test]
fn a_page_without_end_is_ended_and_the_dossier_says_so() {
    let endless = without_end();
    assert_eq!(drawn(&endless, &["pages"]), (Some(0), b"1".to_vec()));
    // The system ended it: it has no code, and said nothing.
    assert_eq!(drawn(&endless, &["page", "1", "2"]), (None, Vec::new()));

    let laptop = Laptop::with_vault("PNH");
    let who = laptop.does(&["record", "add", "person", "full_name=Larasati"]);
    let who = who["ref"].as_str().unwrap();
    let consent = ["recipient=embassy", "outcome=given", "answered_on=2 July 2023"];
    laptop.does(&[&["record", "add", "consent", "--for", who][..], &consent].concat());
    let (map, out) = (laptop.at("peta.pdf"), laptop.at("keluar.pdf"));
    fs::write(&map, &endless).unwrap();
    laptop.does(&["document", "add", map.to_str().unwrap(), "--for", who, "--sort", "victim-letter"]);

    let dossier = ["--lang", "en", "dossier", who, "--for", "embassy"];
    let why = "Not shown: too large or too intricate to be drawn";
    let said = laptop.says(&[&dossier[..], &["--preview"]].concat());
    assert!(said.contains(why), "{said}");
    laptop.does(&[&dossier[..], &["--reason", "uji", "-o", out.to_str().unwrap()]].concat());
    let read = papers::text(&out).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(read.contains(why), "{read}");
}
