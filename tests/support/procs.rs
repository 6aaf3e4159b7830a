//! Processes as the system shows them: who is whose child, and what lies in their memory.

use std::fs;

/// The processes under `root`, each with its name.
pub(crate) fn under(root: u32) -> Vec<(u32, String)> {
    let mut all: Vec<(u32, u32, String)> = Vec::new();
    for entry in fs::read_dir("/proc").unwrap().filter_map(Result::ok) {
        let Some(id) = entry.file_name().to_str().and_then(|name| name.parse().ok()) else { continue };
        // One that ended between the two looks is no longer anybody's.
        let Ok(stat) = fs::read_to_string(entry.path().join("stat")) else { continue };
        let Some((name, rest)) = stat.split_once('(').and_then(|(_, rest)| rest.rsplit_once(')')) else {
            continue;
        };
        let mut words = rest.split_whitespace();
        let (state, parent) = (words.next(), words.next().and_then(|word| word.parse().ok()));
        if let (Some(parent), false) = (parent, state == Some("Z")) {
            all.push((id, parent, name.to_owned()));
        }
    }
    let mut found: Vec<(u32, String)> = Vec::new();
    let mut above = vec![root];
    while let Some(parent) = above.pop() {
        for (id, _, name) in all.iter().filter(|(_, of, _)| *of == parent) {
            above.push(*id);
            found.push((*id, name.clone()));
        }
    }
    found
}

/// The memory of a process in KiB, what it shares with others counted by its part; nothing when it has ended.
pub(crate) fn memory_of(process: u32) -> u64 {
    let kept = fs::read_to_string(format!("/proc/{process}/smaps_rollup")).unwrap_or_default();
    let mut parts = kept.lines().filter_map(|line| line.strip_prefix("Pss:"));
    parts.next().and_then(|part| part.trim().strip_suffix("kB")?.trim().parse().ok()).unwrap_or(0)
}

/// The memory of all processes under `root`, in KiB.
pub(crate) fn memory_under(root: u32) -> u64 {
    under(root).into_iter().map(|(id, _)| memory_of(id)).sum()
}

/// The processes under `root` that draw pages.
pub(crate) fn web_processes_under(root: u32) -> Vec<u32> {
    under(root)
        .into_iter()
        .filter(|(_, name)| name.starts_with("WebKitWebProces"))
        .map(|(id, _)| id)
        .collect()
}
