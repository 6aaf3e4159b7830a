//! The three lists of commands name the same ones: what tauri is handed, what the page may call, what the page calls.

use std::collections::BTreeSet;

const HANDED: &str = include_str!("mod.rs");
const ALLOWED: &str = include_str!("../../permissions/app.toml");
const CALLED: &str = include_str!("../../../ui/src/backend/backend.ts");

/// The names in `text` that stand between `before` and the first character that no name has.
fn names<'a>(text: &'a str, before: &str) -> BTreeSet<&'a str> {
    let end = |rest: &str| rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
    text.split(before).skip(1).map(|rest| &rest[..end(rest)]).filter(|name| !name.is_empty()).collect()
}

fn between<'a>(text: &'a str, open: &str, close: &str) -> &'a str {
    text.split_once(open).and_then(|(_, rest)| rest.split_once(close)).map(|(inside, _)| inside).unwrap()
}

#[test]
fn handler_permission_and_page_name_the_same_commands() {
    let handed: BTreeSet<&str> = between(HANDED, "generate_handler![", "]")
        .split(',')
        .filter_map(|path| path.trim().rsplit_once("::"))
        .map(|(_, name)| name)
        .collect();
    let allowed = names(between(ALLOWED, "commands.allow = [", "]"), "\"");
    let calls: String = CALLED
        .split("call<")
        .skip(1)
        .filter_map(|call| call.split_once('('))
        .map(|(_, rest)| format!("@{rest}"))
        .collect();
    let called = names(&calls, "@\"");

    assert!(handed.len() > 20, "{handed:?}");
    assert_eq!(handed, allowed);
    assert_eq!(handed, called);
}

/// What a page may ask while the vault is closed: to make or open one, to close it, the way back from paper or a backup, and that
/// the work under way, which holds the desk, be called off.
const BEFORE: [&str; 11] = [
    "backup_restore",
    "begin_vault",
    "call_off",
    "finish_vault",
    "lock",
    "pause",
    "recovery_sheet",
    "set_lang",
    "status",
    "stir",
    "unlock",
];
/// Commands that are more than one call: what they call in the shell goes to the open desk.
const BY_THE_SHELL: [(&str, &str); 3] =
    [("copy_secret", "lend"), ("set_setting", "set"), ("update_check", "check_update")];

#[test]
fn every_other_command_goes_through_the_open_desk() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src-tauri/src/commands");
    let (mut all, mut elsewhere) = (0, BTreeSet::new());
    for file in std::fs::read_dir(folder).unwrap() {
        let source = std::fs::read_to_string(file.unwrap().path()).unwrap();
        let commands = source.split(concat!("#[tauri::", "command")).skip(1);
        for command in commands {
            let name = between(command, "fn ", "(").to_owned();
            all += 1;
            if !command.contains("shell.desk(") {
                elsewhere.insert(name);
            }
        }
    }
    let shell = include_str!("../state.rs");
    for (command, call) in BY_THE_SHELL {
        assert!(elsewhere.remove(command), "{command}");
        let body = between(shell, &format!("pub(crate) fn {call}(&self"), "\n    }\n");
        assert!(body.contains("self.desk("), "{call}");
    }
    assert!(all > 100, "{all}");
    assert_eq!(elsewhere, BEFORE.map(str::to_owned).into());
}
