//! Points about what is left in memory, and when: the keys after a lock, the lock on time.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::os::unix::fs::FileExt as _;
use std::process::Command;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use desk::{Vigil, Why};
use memchr::memmem;

use crate::bench::PASSPHRASE;
use crate::page::{lay_vault, unlock};
use crate::point::{Dice, Tried, allowed, point, times};
use crate::support::{Rig, procs, testid};

/// How often any of `secrets` stands in what the process holds in memory now.
fn found_in(process: u32, secrets: &[(&'static str, Vec<u8>)]) -> BTreeSet<&'static str> {
    let mut found = BTreeSet::new();
    let of = |what: &str| format!("/proc/{process}/{what}");
    let (Ok(map), Ok(memory), Ok(pages)) =
        (fs::read_to_string(of("smaps")), File::open(of("mem")), File::open(of("pagemap")))
    else {
        return found;
    };
    let mut region = None;
    let mut bytes = vec![0; STEP + OVERLAP];
    for line in map.lines() {
        let range = line.split_once(' ').and_then(|(range, _)| range.split_once('-'));
        if let Some((from, to)) = range
            && let (Ok(from), Ok(to)) = (u64::from_str_radix(from, 16), u64::from_str_radix(to, 16))
        {
            region = Some((from, to));
        }
        // A region that was only reserved holds nothing.
        let Some((from, to)) = region.filter(|_| line.starts_with("Rss:") && !line.ends_with(" 0 kB")) else {
            continue;
        };
        for at in used_steps(&pages, from, to) {
            // A look goes a little beyond its step, so that nothing hides across the border.
            let most = usize::try_from(to - at).unwrap().min(bytes.len());
            let Ok(read) = memory.read_at(&mut bytes[..most], at) else { continue };
            for (what, secret) in secrets {
                if memmem::find(&bytes[..read], secret).is_some() {
                    found.insert(*what);
                }
            }
        }
    }
    found
}

/// How much is looked through at once, and how far a look reaches into the next: longer than any secret.
const STEP: usize = 1 << 20;
const OVERLAP: usize = 1 << 12;

/// Where the steps of a region begin of which any page is in memory or swapped out. A web page's heap is sixty-four gigabytes
/// of which a few megabytes are used: reading all of it took minutes.
fn used_steps(pages: &File, from: u64, to: u64) -> Vec<u64> {
    const PAGE: u64 = 4096;
    let step = u64::try_from(STEP).unwrap();
    let mut used = Vec::new();
    let mut entries = vec![0_u8; 1 << 19];
    let mut at = from;
    while at < to {
        let many = u64::try_from(entries.len()).unwrap() / 8 * PAGE;
        let end = to.min(at + many);
        let known = &mut entries[..usize::try_from((end - at) / PAGE * 8).unwrap()];
        let told = pages.read_exact_at(known, at / PAGE * 8).is_ok();
        for (nth, part) in (0_u64..).zip(known.chunks(STEP / 4096 * 8)) {
            // Where the system does not say, the place is looked at.
            let here = |entry: &[u8]| entry.last().is_some_and(|top| top & 0xC0 != 0);
            if !told || part.chunks_exact(8).any(here) {
                used.push(at + nth * step);
            }
        }
        at = end;
    }
    used
}

/// The passphrase and the vault's key in every shape in which a program would hold them.
fn secrets(vault: &std::path::Path) -> Vec<(&'static str, Vec<u8>)> {
    let passphrase = vault::Passphrase::parse(PASSPHRASE).unwrap();
    let unlocked = vault::open(vault, Some("Sari Contoh"), &passphrase).unwrap();
    let mut kept = Vec::new();
    let settled = unlocked.settle(|key| -> Result<Option<()>, vault::Error> {
        kept = key.expose().to_vec();
        Ok(Some(()))
    });
    drop(settled.unwrap());
    let hex: String = kept.iter().map(|byte| format!("{byte:02x}")).collect();
    let wide = PASSPHRASE.encode_utf16().flat_map(u16::to_le_bytes).collect();
    vec![
        ("the key", kept),
        ("the key in hexadecimal", hex.into_bytes()),
        ("the passphrase", PASSPHRASE.as_bytes().to_vec()),
        ("the passphrase as a page holds it", wide),
    ]
}

#[test]
fn p13_no_key_and_no_passphrase_in_memory_after_a_lock() {
    const WHAT: &str = "memory of all processes 5 s after the lock";
    let mut rights = Command::new("sh");
    rights.args(["-c", "test \"$(id -u)\" = 0 || test \"$(cat /proc/sys/kernel/yama/ptrace_scope)\" = 0"]);
    if !allowed(13, WHAT, &mut rights) {
        return;
    }
    let rounds = times(1, 5);
    point(13, WHAT, |sabotage| {
        let rig = Rig::start();
        lay_vault(&rig);
        let secrets = secrets(&rig.vault());
        let window = rig.open();
        let mut tried = Tried::default();
        for _ in 0..rounds {
            unlock(&window);
            if !sabotage {
                window.click(&testid("lock"));
                window.find(&testid("unlock-passphrase"));
            }
            std::thread::sleep(Duration::from_secs(5));
            for (process, name) in procs::under(rig.driver()) {
                let found = found_in(process, &secrets);
                if !sabotage && !found.is_empty() {
                    println!("{name}: {found:?}");
                }
                tried.count(found.is_empty());
            }
            if sabotage {
                break;
            }
        }
        tried
    });
}

#[test]
fn p15_locked_on_time() {
    let days = times(200, 2_000);
    point(15, "days of touches, on a clock handed in", |sabotage| {
        let mut dice = Dice(0x5851_f42d_4c95_7f2d);
        let start: DateTime<Utc> = "2026-11-24T08:00:00Z".parse().unwrap();
        let look = TimeDelta::milliseconds(500);
        let mut tried = Tried::default();
        for _ in 0..days {
            let idle = TimeDelta::minutes([1, 2, 5, 10, 15][dice.below(5)]);
            let mut vigil = Vigil::begin(idle, start);
            let (mut now, mut touched) = (start, start);
            let mut next = now + TimeDelta::seconds(i64::try_from(dice.below(120)).unwrap());
            let why = loop {
                now += look;
                if now >= next {
                    // A page that hangs tells nothing; sabotaged, it goes on telling that somebody is there.
                    vigil.stir(now);
                    touched = now;
                    let pause = if sabotage { 1 } else { dice.below(1_000) };
                    next = now + TimeDelta::seconds(i64::try_from(pause).unwrap());
                }
                if let Some(why) = vigil.over(now) {
                    break why;
                }
            };
            let late = match why {
                Why::Longest => now - (start + TimeDelta::hours(8)),
                _ => now - (touched + idle),
            };
            tried.attempts += 1;
            let on_time = late >= TimeDelta::zero() && late <= look;
            tried.broken += u32::from(!on_time || (sabotage && why == Why::Longest));
        }
        tried
    });
}
