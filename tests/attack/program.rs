//! Points that the built program is put to: killed, watched, bombed, shut off from every network.

use std::fs;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::bench::{Dice, Laptop, Tried, allowed, point, times};
use crate::support::rig::start_display;

#[test]
fn p02_killed_while_writing() {
    let rounds = times(12, 500);
    point(2, "kill -9 while writing", |sabotage| {
        let laptop = Laptop::new();
        laptop.make();
        let (mut dice, mut told, mut begun) = (Dice(0x1234_5678_9abc_def1), 0, 0);
        let mut tried = Tried { attempts: 0, broken: 0 };
        for round in 0..rounds {
            let mut child = laptop
                .pulang(&["record", "add", "person", "full_name=Orang Contoh"])
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn()
                .unwrap();
            begun += 1;
            // Every third is left to end by itself, so that something is told as done.
            if round % 3 > 0 {
                std::thread::sleep(Duration::from_millis(u64::try_from(dice.below(400)).unwrap()));
                let _ended = child.kill();
            }
            told += usize::from(child.wait().unwrap().success());
            tried.attempts += 1;
        }
        let list = laptop.does(&["person", "list"]);
        let there = String::from_utf8_lossy(&list.stdout).lines().count();
        let lost = there < told + if sabotage { begun } else { 0 };
        let sound = laptop.does(&["vault", "check"]).status.success();
        tried.broken = u32::from(lost || there > begun || !sound || told == 0);
        tried
    });
}

#[test]
fn p14_no_core_file() {
    point(14, "no core file", |sabotage| {
        let laptop = Laptop::new();
        laptop.make();
        let mut child = if sabotage {
            Command::new("sh").args(["-c", "ulimit -S -c unlimited; exec sleep 60"]).spawn().unwrap()
        } else {
            laptop.pulang(&["batch", "-"]).stdin(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap()
        };
        // A busy machine takes its time to start a program; reading the arguments comes after the limit.
        let none = (0..50).any(|_| {
            std::thread::sleep(Duration::from_millis(100));
            let limits = fs::read_to_string(format!("/proc/{}/limits", child.id())).unwrap();
            let core = limits.lines().find(|line| line.starts_with("Max core file size")).unwrap();
            core.split_whitespace().filter(|word| *word == "0").count() == 2
        });
        let _ended = child.kill();
        let _status = child.wait();
        Tried { attempts: 1, broken: u32::from(!none) }
    });
}

#[test]
fn p16_bombs_are_refused_quickly() {
    point(16, "lists and files beyond every limit", |sabotage| {
        let laptop = Laptop::new();
        laptop.make();
        laptop.does(&["record", "add", "rescue", "name=Contoh", "when=28/6/2023"]);
        let list = String::from_utf8(laptop.does(&["rescue", "list"]).stdout).unwrap();
        let rescue = list.split_whitespace().next().unwrap().to_owned();
        let rows = |count: usize| format!("Name\n{}", "Orang Contoh\n".repeat(count)).into_bytes();
        let bombs = [
            ("long.csv", rows(if sabotage { 3 } else { 20_001 })),
            ("large.csv", vec![b'a'; 50 * 1024 * 1024 + 1]),
            ("noise.pulang", vec![0xA5; 1 << 20]),
            ("empty.xlsx", Vec::new()),
            ("half.xlsx", b"PK\x03\x04half".to_vec()),
        ];
        let mut tried = Tried { attempts: 0, broken: 0 };
        for (name, bytes) in bombs {
            let file = laptop.path(name);
            fs::write(&file, bytes).unwrap();
            let file = file.display().to_string();
            let deed: &[&str] = match name {
                "noise.pulang" => &["bundle", "import", &file],
                _ => &["roster", "import", &file, "--rescue", &rescue],
            };
            let (code, most) = most_memory(laptop.pulang(deed));
            tried.attempts += 1;
            tried.broken += u32::from(code != Some(4) || most > 300 * 1024);
        }
        let people = laptop.does(&["person", "list"]).stdout;
        tried.broken += u32::from(!people.is_empty());
        bombs_among_files(&laptop, &mut tried);
        tried
    });
}

/// Files for a person: too wide and too large are refused; noise that calls itself a PDF is kept, since any file may be evidence,
/// but without a picture. None may cost the memory that it claims, in the program or in the child that draws.
fn bombs_among_files(laptop: &Laptop, tried: &mut Tried) {
    laptop.does(&["record", "add", "person", "full_name=Orang Contoh"]);
    let list = String::from_utf8(laptop.does(&["person", "list"]).stdout).unwrap();
    let person = list.split_whitespace().next().unwrap();
    let mut dice = Dice(0x0dd_b1a5_ed00);
    let noise: Vec<u8> = (0..4 << 20).map(|_| u8::try_from(dice.below(256)).unwrap()).collect();
    let files = [
        ("wide.png", wide_png(), 4),
        ("large.pdf", [b"%PDF-1.7\n".as_slice(), &vec![b'a'; 50 * 1024 * 1024]].concat(), 4),
        ("noise.pdf", [b"%PDF-1.7\n".to_vec(), noise].concat(), 0),
    ];
    for (name, bytes, said) in files {
        let file = laptop.path(name);
        fs::write(&file, bytes).unwrap();
        let file = file.display().to_string();
        let deed = ["document", "add", &file, "--for", person, "--sort", "other"];
        let (code, most) = most_memory(laptop.pulang(&deed));
        tried.attempts += 1;
        tried.broken += u32::from(code != Some(said) || most > 300 * 1024);
    }
    tried.broken += u32::from(!laptop.does(&["vault", "check"]).status.success());
}

/// The beginning of a picture that claims 50,000 pixels a side.
fn wide_png() -> Vec<u8> {
    let mut chunk = b"IHDR".to_vec();
    chunk.extend(50_000_u32.to_be_bytes());
    chunk.extend(50_000_u32.to_be_bytes());
    chunk.extend([8, 2, 0, 0, 0]);
    // Its checksum, worked out once: a reader must refuse the claim, not the damage.
    let sum = CHECKSUM_OF_WIDE.to_be_bytes();
    [b"\x89PNG\r\n\x1a\n\0\0\0\x0d".as_slice(), &chunk, &sum].concat()
}

const CHECKSUM_OF_WIDE: u32 = 0xc4cd_aa9d;

#[test]
fn p18_no_packet_leaves() {
    const WHAT: &str = "no packet: command line and window";
    if !allowed(18, WHAT, Command::new("unshare").args(["-n", "true"])) {
        return;
    }
    point(18, WHAT, |sabotage| {
        let laptop = Laptop::new();
        laptop.make();
        let deeds = "sample\nperson list\nvault backups\naudit verify\n";
        let file = laptop.path("deeds.txt");
        fs::write(&file, deeds).unwrap();
        let program = laptop.pulang(&["batch", &file.display().to_string()]);
        let mut words = vec![program.get_program().to_string_lossy().into_owned()];
        words.extend(program.get_args().map(|word| word.to_string_lossy().into_owned()));
        // A network of one's own that leads nowhere: whatever is sent is counted by it.
        let (_display, display) = start_display();
        let vault = laptop.vault().display().to_string();
        // The window stands for a while and is then ended from outside.
        let script = "\"$@\" >/dev/null 2>&1; echo ended $?; \
                      timeout 15 \"$1\" --vault \"$VAULT\" >/dev/null 2>&1; echo window $?; cat /proc/net/dev";
        let mut watched = if sabotage {
            let mut plain = Command::new("sh");
            plain.args(["-c", "echo ended 0; echo window 124; printf 'lo: 1 1 0\\n'", "sh"]);
            plain
        } else {
            let mut alone = Command::new("unshare");
            alone.args(["-n", "sh", "-c", script, "sh"]).args(&words);
            alone
        };
        let begun = Instant::now();
        let said = watched
            .env("XDG_CONFIG_HOME", laptop.path("xdg"))
            .envs([
                ("DISPLAY", display.as_str()),
                ("VAULT", &vault),
                ("GDK_BACKEND", "x11"),
                ("NO_AT_BRIDGE", "1"),
            ])
            .output()
            .unwrap();
        assert!(begun.elapsed() < Duration::from_secs(300));
        let text = String::from_utf8_lossy(&said.stdout).into_owned();
        let sent = text.lines().filter_map(|line| line.split_once(':')).any(|(_, counts)| {
            counts.split_whitespace().any(|count| count.parse::<u64>().is_ok_and(|count| count > 0))
        });
        Tried {
            attempts: 1,
            broken: u32::from(sent || !text.contains("ended 0") || !text.contains("window 124")),
        }
    });
}

/// How a program ended, and the most memory that it held at once, in kibibytes.
fn most_memory(mut program: Command) -> (Option<i32>, u64) {
    let mut child = program.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let mut most = 0;
    loop {
        let own = child.id();
        let drawing = fs::read_to_string(format!("/proc/{own}/task/{own}/children")).unwrap_or_default();
        let drawing = drawing.split_whitespace().filter_map(|id| id.parse().ok());
        most = most.max(drawing.chain([own]).map(peak).max().unwrap_or(0));
        if let Some(ended) = child.try_wait().unwrap() {
            return (ended.code(), most);
        }
        std::thread::sleep(Duration::from_millis(2));
    }
}

/// The most memory that a process has held, in KiB.
fn peak(process: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    peak.and_then(|text| text.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}
