//! A mutant is judged by whoever notices it first; who noticed the last one is asked first.

use mutation_testing::{Panel, Verdict, Witness};
use std::time::Duration;
use tempfile::TempDir;

/// Passes while the folder has no file of this name.
fn witness(folder: &TempDir, name: &str) -> Witness {
    let script = format!("echo {name} >>asked; test ! -e {name}");
    Witness::new(name, "sh", &["-c", &script], folder.path())
}

fn asked(folder: &TempDir) -> String {
    let file = folder.path().join("asked");
    let asked = std::fs::read_to_string(&file).unwrap_or_default();
    let _ = std::fs::remove_file(file);
    asked.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn who_noticed_the_last_mutant_is_asked_first_about_the_next() {
    let folder = TempDir::new().unwrap();
    let mut told = Vec::new();
    let witnesses = ["a", "b", "c"].map(|name| witness(&folder, name)).to_vec();
    let mut panel = Panel::sworn(witnesses, |name, _| told.push(name.to_string())).unwrap();
    assert_eq!(told, ["a", "b", "c"]);
    asked(&folder);
    assert_eq!(panel.judge(), Ok(Verdict::Survived));
    let order = asked(&folder);
    let last = order.rsplit(' ').next().unwrap();
    std::fs::write(folder.path().join(last), "").unwrap();
    assert_eq!(panel.judge(), Ok(Verdict::Killed(last.to_string())));
    assert_eq!(asked(&folder), order);
    assert_eq!(panel.judge(), Ok(Verdict::Killed(last.to_string())));
    assert_eq!(asked(&folder), last);
}

#[test]
fn a_witness_that_does_not_pass_without_a_change_judges_nothing() {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("b"), "").unwrap();
    let refused = Panel::sworn(vec![witness(&folder, "a"), witness(&folder, "b")], |_, _| ()).err().unwrap();
    assert!(refused.starts_with("b does not pass without any change: cd '"), "{refused}");
}

#[test]
fn a_witness_that_does_not_end_is_ended_with_what_it_started() {
    let folder = TempDir::new().unwrap();
    let endless = Witness::new("endless", "sh", &["-c", "sleep 600 & echo $! >child; wait"], folder.path());
    let outcome = endless.within(Duration::from_millis(500)).ask().unwrap();
    assert_eq!(outcome, mutation_testing::Outcome::TimedOut);
    let child = std::fs::read_to_string(folder.path().join("child")).unwrap();
    let alive = || std::fs::read_to_string(format!("/proc/{}/stat", child.trim())).is_ok_and(|s| !s.contains(") Z "));
    let ended = (0..200).any(|_| {
        std::thread::sleep(Duration::from_millis(10));
        !alive()
    });
    assert!(ended, "the sleep still runs");
}
