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
