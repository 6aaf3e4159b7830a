//! Point 16: files that are larger than they look, claim more than they hold, or never come to an end. Each is refused or kept
//! without a picture, below 300 MB in every process; how long the slowest worked is in the note.

use std::fs;
use std::io::Write as _;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::bench::Laptop;
use crate::point::{Dice, Tried, point};

/// The most memory of a process that refuses, in kibibytes.
const MOST: u64 = 300_000_000 / 1024;

/// How the program must end: refused as bad input, refused because nobody could draw it, or kept as it is, which any file may be.
const BAD_INPUT: i32 = 4;
const KEPT: i32 = 0;

#[test]
fn p16_bombs_are_refused_quickly() {
    point(16, "lists, bundles, photos and PDFs beyond every limit", |sabotage| {
        let laptop = Laptop::new();
        laptop.make();
        laptop.does(&["record", "add", "rescue", "name=Contoh", "when=28/6/2023"]);
        let rescue = first_word(&laptop, &["rescue", "list"]);
        let mut run =
            Run { laptop: &laptop, tried: Tried::default(), slowest: Default::default(), largest: 0 };
        for (name, bytes) in lists(sabotage) {
            let file = run.lay(name, bytes);
            let deed: &[&str] = match name {
                "noise.pulang" => &["bundle", "import", &file],
                _ => &["roster", "import", &file, "--rescue", &rescue],
            };
            run.takes(deed, BAD_INPUT);
        }
        run.counts("the lists", laptop.does(&["person", "list"]).stdout.is_empty());
        if sabotage {
            return run.tried;
        }
        laptop.does(&["record", "add", "person", "full_name=Orang Contoh"]);
        let person = first_word(&laptop, &["person", "list"]);
        for (name, bytes, ends) in files() {
            let file = run.lay(name, bytes);
            run.takes(&["document", "add", &file, "--for", &person, "--sort", "other"], ends);
        }
        for (name, bytes) in pages() {
            run.draws(name, &bytes);
        }
        run.counts("the vault", laptop.does(&["vault", "check"]).status.success());
        let (work, megabytes) = (run.slowest.0.as_secs_f32(), run.largest * 1024 / 1_000_000);
        let mut tried = run.tried;
        tried.note =
            format!("the slowest worked {work:.1} s ({}), the largest took {megabytes} MB", run.slowest.1);
        tried
    });
}

/// Bombs put to the program, and what they took.
struct Run<'a> {
    laptop: &'a Laptop,
    tried: Tried,
    slowest: (Duration, String),
    largest: u64,
}

impl Run<'_> {
    fn lay(&self, name: &str, bytes: Vec<u8>) -> String {
        let file = self.laptop.path(name);
        fs::write(&file, bytes).unwrap();
        file.display().to_string()
    }

    fn takes(&mut self, deed: &[&str], ends: i32) {
        let name = deed.get(2).and_then(|path| path.rsplit('/').next()).unwrap_or_default();
        let (code, most) = self.watched(name, self.laptop.pulang(deed).stdin(Stdio::null()));
        self.counts(name, code == Some(ends) && most < MOST);
    }

    fn counts(&mut self, what: &str, held: bool) {
        if !held {
            println!("did not hold: {what}");
        }
        self.tried.count(held);
    }

    /// A page asked of the child that draws, which may end as it likes but with a picture of what was no page.
    fn draws(&mut self, name: &str, bytes: &[u8]) {
        let file = self.laptop.path(name);
        fs::write(&file, bytes).unwrap();
        for asked in [&["pages"][..], &["words"], &["page", "1", "2"]] {
            let mut child = Command::new(env!("CARGO_BIN_EXE_pulang"));
            child.arg("draw").args(asked).stdin(fs::File::open(&file).unwrap());
            let (_, most) = self.watched(name, &mut child);
            self.counts(name, most < MOST);
        }
    }

    /// How a program ended, and the most memory that it or its child held at once, in kibibytes.
    fn watched(&mut self, name: &str, program: &mut Command) -> (Option<i32>, u64) {
        let mut child = program.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let mut most = 0;
        let code = loop {
            let own = child.id();
            let drawing = fs::read_to_string(format!("/proc/{own}/task/{own}/children")).unwrap_or_default();
            let drawing = drawing.split_whitespace().filter_map(|id| id.parse().ok());
            for process in drawing.chain([own]) {
                most = most.max(peak(process));
                let work = worked(process);
                if work > self.slowest.0 {
                    self.slowest = (work, name.to_owned());
                }
            }
            if let Some(ended) = child.try_wait().unwrap() {
                break ended.code();
            }
            std::thread::sleep(Duration::from_millis(2));
        };
        self.largest = self.largest.max(most);
        (code, most)
    }
}

/// The most memory that a process has held, in KiB.
fn peak(process: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    peak.and_then(|text| text.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}

/// How long a process has worked, as the system counts it, in hundredths of a second.
fn worked(process: u32) -> Duration {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    let after_name = stat.rsplit(')').next().unwrap_or_default();
    let ticks = after_name.split_whitespace().skip(11).take(2).filter_map(|part| part.parse::<u64>().ok());
    Duration::from_millis(10 * ticks.sum::<u64>())
}

fn first_word(laptop: &Laptop, deed: &[&str]) -> String {
    let list = String::from_utf8(laptop.does(deed).stdout).unwrap();
    list.split_whitespace().next().unwrap().to_owned()
}

fn lists(sabotage: bool) -> Vec<(&'static str, Vec<u8>)> {
    let rows = |count: usize| format!("Name\n{}", "Orang Contoh\n".repeat(count)).into_bytes();
    vec![
        ("long.csv", rows(if sabotage { 3 } else { 20_001 })),
        ("large.csv", vec![b'a'; 50 * 1024 * 1024 + 1]),
        ("noise.pulang", vec![0xA5; 1 << 20]),
        ("empty.xlsx", Vec::new()),
        ("half.xlsx", b"PK\x03\x04half".to_vec()),
    ]
}

/// Files for a person: too wide and too large are refused; noise that calls itself a PDF is kept, since any file may be evidence,
/// but without a picture. None may cost the memory that it claims, in the program or in the child that draws.
fn files() -> Vec<(&'static str, Vec<u8>, i32)> {
    let mut dice = Dice(0x0dd_b1a5_ed00);
    let noise: Vec<u8> = (0..4 << 20).map(|_| u8::try_from(dice.below(256)).unwrap()).collect();
    vec![
        ("wide.png", png(50_000, 50_000, 0xc4cd_aa9d), BAD_INPUT),
        ("heavy.png", [png(11_900, 11_900, HEAVY).as_slice(), b"\0\0\0\x10IDAT\x78\x9c"].concat(), BAD_INPUT),
        ("large.pdf", [b"%PDF-1.7\n".as_slice(), &vec![b'a'; 50 * 1024 * 1024]].concat(), BAD_INPUT),
        ("noise.pdf", [b"%PDF-1.7\n".to_vec(), noise].concat(), KEPT),
    ]
}

/// The checksum of the head below with 11,900 pixels a side, which is within the sides and over the bytes.
const HEAVY: u32 = 0x6f14_a5f9;

/// The beginning of a picture that claims so many pixels a side, in colour. Its checksum is handed in, worked out once: a reader
/// must refuse the claim, not the damage.
fn png(wide: u32, high: u32, sum: u32) -> Vec<u8> {
    let mut chunk = b"IHDR".to_vec();
    chunk.extend(wide.to_be_bytes());
    chunk.extend(high.to_be_bytes());
    chunk.extend([8, 2, 0, 0, 0]);
    [b"\x89PNG\r\n\x1a\n\0\0\0\x0d".as_slice(), &chunk, &sum.to_be_bytes()].concat()
}

/// Pages that hold a bomb no header tells of.
fn pages() -> Vec<(&'static str, Vec<u8>)> {
    let image = |wide: u32, space: &str, bits: u32, bytes: usize| {
        let said = format!(
            "/Type/XObject/Subtype/Image/Width {wide}/Height {wide}/ColorSpace/{space}/BitsPerComponent {bits}"
        );
        pdf("[0 0 595 842]", b"q 595 0 0 842 0 0 cm /X Do Q", &[stream(&said, &packed(0, bytes), true)])
    };
    // Ten forms in each of ten: 10^9 rectangles, which nobody waits for.
    let nested: Vec<Vec<u8>> = (0..9)
        .map(|depth| {
            let inner = if depth < 8 { "/X Do ".repeat(10) } else { "0 0 10 10 re f".to_owned() };
            let next = format!(
                "/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X {} 0 R>>>>",
                6 + depth
            );
            stream(&next, inner.as_bytes(), false)
        })
        .collect();
    let content = stream("", &packed(b' ', 1 << 30), true);
    vec![
        ("content.pdf", pdf_of("[0 0 595 842]", content, &[])),
        ("colour.pdf", image(20_000, "DeviceRGB", 8, 1_200_000_000)),
        ("bits.pdf", image(30_000, "DeviceGray", 1, 112_500_000)),
        ("nested.pdf", pdf("[0 0 595 842]", b"/X Do", &nested)),
        ("vast.pdf", pdf("[0 0 1000000 1000000]", b"0 0 10 10 re f", &[])),
        ("states.pdf", pdf("[0 0 595 842]", "q ".repeat(2_000_000).as_bytes(), &[])),
        ("cycle.pdf", b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>endobj\ntrailer<</Root 1 0 R>>\n".to_vec()),
    ]
}

/// So many times that byte, packed.
fn packed(byte: u8, times: usize) -> Vec<u8> {
    let mut out = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    let piece = vec![byte; 1 << 20];
    for _ in 0..times.div_ceil(piece.len()) {
        out.write_all(&piece).unwrap();
    }
    out.finish().unwrap()
}

fn stream(said: &str, bytes: &[u8], packed: bool) -> Vec<u8> {
    let filter = if packed { "/Filter/FlateDecode" } else { "" };
    let head = format!("<<{said}{filter}/Length {}>>\nstream\n", bytes.len());
    [head.as_bytes(), bytes, b"\nendstream"].concat()
}

/// A PDF of one page with this content, and more objects from the fifth on, of which the first is its `/X`.
fn pdf(page: &str, content: &[u8], more: &[Vec<u8>]) -> Vec<u8> {
    pdf_of(page, stream("", content, false), more)
}

fn pdf_of(page: &str, content: Vec<u8>, more: &[Vec<u8>]) -> Vec<u8> {
    let named = if more.is_empty() { "" } else { "/XObject<</X 5 0 R>>" };
    let page = format!("<</Type/Page/Parent 2 0 R/MediaBox{page}/Contents 4 0 R/Resources<<{named}>>>>");
    let front = [
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec(),
        page.into_bytes(),
        content,
    ];
    let (mut out, mut table) = (b"%PDF-1.7\n".to_vec(), String::new());
    for (number, object) in (1..).zip(front.iter().chain(more)) {
        table.push_str(&format!("{:010} 00000 n \n", out.len()));
        out.extend(format!("{number} 0 obj\n").into_bytes());
        out.extend_from_slice(object);
        out.extend(b"\nendobj\n");
    }
    let (size, at) = (front.len() + more.len() + 1, out.len());
    out.extend(format!("xref\n0 {size}\n0000000000 65535 f \n{table}").into_bytes());
    out.extend(format!("trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{at}\n%%EOF").into_bytes());
    out
}
