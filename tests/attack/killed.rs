//! Killed at a step of its own choosing, through every phase of an edit, an import with files, and an export. Everything stands as
//! before or as after.

use std::fs;

use crate::bench::{Laptop, digest, people, two_laptops};
use crate::point::{point, times};
use crate::steps::{keep, kill_at_each, may_trace, put_back};

#[test]
fn p02_killed_at_each_step_of_an_import() {
    const WHAT: &str = "kill -9 at each step of an import";
    let kills = times(8, 400);
    if !may_trace(2, WHAT) {
        return;
    }
    let (one, _two, bundle) = two_laptops();
    keep(&one);
    point(2, WHAT, |sabotage| {
        put_back(&one);
        let before = digest(&one).unwrap();
        assert!(one.does(&["bundle", "import", &bundle]).status.success());
        let after = digest(&one).unwrap();
        let kills = if sabotage { 2 } else { kills };
        kill_at_each(&one, &["bundle", "import", &bundle], kills, &mut |done| {
            if sabotage {
                // Something between: a change that is in neither.
                one.does(&["record", "add", "person", "full_name=Orang Contoh"]);
            }
            let now = digest(&one);
            let whole = now.as_ref() == Some(&after) || !done && now.as_ref() == Some(&before);
            one.does(&["bundle", "import", &bundle]);
            whole && digest(&one).as_ref() == Some(&after)
        })
    });
}

#[test]
fn p02_killed_at_each_step_of_an_edit() {
    const WHAT: &str = "kill -9 at each step of an edit";
    let kills = times(8, 300);
    if !may_trace(2, WHAT) {
        return;
    }
    let laptop = Laptop::new();
    laptop.make();
    laptop.does(&["record", "add", "person", "full_name=Larasati Contoh"]);
    keep(&laptop);
    point(2, WHAT, |sabotage| {
        let deed = ["record", "add", "person", "full_name=Sutrisna Contoh"];
        kill_at_each(&laptop, &deed, if sabotage { 2 } else { kills }, &mut |done| {
            let there = people(&laptop);
            let kept = if done || sabotage { there == 2 } else { (1..=2).contains(&there) };
            kept && digest(&laptop).is_some()
        })
    });
}

#[test]
fn p02_killed_at_each_step_of_an_export() {
    const WHAT: &str = "kill -9 at each step of an export";
    let kills = times(8, 300);
    if !may_trace(2, WHAT) {
        return;
    }
    let (one, two, bundle) = two_laptops();
    one.does(&["bundle", "import", &bundle]);
    keep(&one);
    let (card, out) = (two.path("card.txt").display().to_string(), two.path("out.pulang"));
    let deed = ["bundle", "export", "--all", "--to", &card, "-o", &out.display().to_string()];
    point(2, WHAT, |sabotage| {
        let before = digest(&one);
        let kills = if sabotage { 2 } else { kills };
        kill_at_each(&one, &deed, kills, &mut |done| {
            if sabotage {
                fs::write(&out, b"half").unwrap();
            }
            let shown = !out.exists() || {
                let show = two.does(&["bundle", "show", &out.display().to_string()]);
                show.status.success()
            };
            let told = !done || out.exists();
            let _again = fs::remove_file(&out);
            shown && told && digest(&one).is_some() && before.is_some()
        })
    });
}
