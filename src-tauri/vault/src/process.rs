//! What the system is asked about this process: to keep its memory off the disk, and to stop it in time.

/// Asks the system never to write this process's memory into a core file; on Linux it also forbids other processes of
/// the same user to read it.
///
/// Called once at the start of the program. Best effort: whatever the system refuses stays as it was, since an officer
/// who cannot work at all is worse off.
pub fn forbid_core_dumps() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        // A failure means that the limit was already lower than ours.
        let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
    }
    #[cfg(any(target_os = "linux", target_os = "android"))]
    {
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};
        // A limit of zero does not bind a core handler behind a pipe (systemd, apport); this does.
        let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    }
}

/// Asks the system to stop this process when it takes more than so many bytes beyond what it holds now, or more than so many
/// seconds of work. For a child that reads what a stranger made; it cannot be taken back.
///
/// Best effort: a system without such limits (Windows) leaves the caller's clock as the only one, and one that does not say what
/// a process holds (macOS) is held to the room that a program of this size takes.
pub fn confine(bytes: u64, seconds: u64) {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        // What a program may write to, in memory or not, is what can become resident; the address space says little: libraries
        // reserve far more than they touch.
        let memory = match held() {
            Some(held) => (Resource::Data, held.saturating_add(bytes)),
            None => (Resource::As, bytes.saturating_add(PROGRAM)),
        };
        for (what, most) in [memory, (Resource::Cpu, seconds)] {
            // A failure means that the limit was already lower, or that the system has none.
            let _ = setrlimit(what, Rlimit { current: Some(most), maximum: Some(most) });
        }
    }
    #[cfg(not(unix))]
    let _ = (bytes, seconds);
}

/// The address space that the program takes with the window's libraries.
#[cfg(unix)]
const PROGRAM: u64 = 1 << 30;

/// The bytes that this process may write to now, without its stack, where the system says so.
#[cfg(unix)]
fn held() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let kibibytes: u64 = status
        .lines()
        .find_map(|line| line.strip_prefix("VmData:"))?
        .split_whitespace()
        .next()?
        .parse()
        .ok()?;
    kibibytes.checked_mul(1024)
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use rustix::process::{DumpableBehavior, Resource, dumpable_behavior, getrlimit};

    #[test]
    fn the_process_is_not_dumpable_afterwards() {
        super::forbid_core_dumps();
        assert_eq!(getrlimit(Resource::Core).maximum, Some(0));
        assert_eq!(dumpable_behavior().unwrap(), DumpableBehavior::NotDumpable);
    }

    #[test]
    fn what_this_process_holds_is_told() {
        let room = vec![1_u8; 64 << 20];
        let held = super::held().unwrap();
        assert!(held > 64 << 20 && held < 1 << 40, "{held} with {} more", room.len());
    }
}
