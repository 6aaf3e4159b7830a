//! Keeping this process's memory off the disk.

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

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use rustix::process::{DumpableBehavior, Resource, dumpable_behavior, getrlimit};

    #[test]
    fn the_process_is_not_dumpable_afterwards() {
        super::forbid_core_dumps();
        assert_eq!(getrlimit(Resource::Core).maximum, Some(0));
        assert_eq!(dumpable_behavior().unwrap(), DumpableBehavior::NotDumpable);
    }
}
