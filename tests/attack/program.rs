//! Points that the built program is put to: killed, watched, shut off from every network.

use std::fs;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::bench::Laptop;
use crate::point::{Dice, Tried, allowed, point, times};
use crate::support::rig::start_display;

#[test]
fn p02_killed_while_writing() {
    let rounds = times(12, 500);
    point(2, "kill -9 while writing", |sabotage| {
        let laptop = Laptop::new();
        laptop.make();
        let (mut dice, mut told, mut begun) = (Dice(0x1234_5678_9abc_def1), 0, 0);
        let mut tried = Tried::default();
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
        Tried::once(none)
    });
}

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
        Tried::once(!sent && text.contains("ended 0") && text.contains("window 124"))
    });
}
