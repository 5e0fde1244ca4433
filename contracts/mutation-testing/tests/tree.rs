//! A mutant is made in a copy and taken back.

use mutation_testing::{Mutant, Place, Span, Tree};
use std::fs;
use tempfile::TempDir;

#[test]
fn a_mutant_is_there_while_it_is_judged_and_gone_afterwards() {
    let (from, to) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    fs::create_dir_all(from.path().join("src")).unwrap();
    fs::create_dir_all(from.path().join("target")).unwrap();
    fs::write(from.path().join("src/a.rs"), "a < b").unwrap();
    fs::write(to.path().join("stale.rs"), "").unwrap();
    let tree = Tree::copy(from.path(), to.path()).unwrap();
    assert_eq!(fs::read_dir(to.path()).unwrap().count(), 1, "what is no source is not copied, what is stale is gone");
    let read = || fs::read_to_string(to.path().join("src/a.rs")).unwrap();
    let mutant = Mutant {
        file: "src/a.rs".to_string(),
        package: "a".to_string(),
        replacement: "<=".to_string(),
        span: Span { start: Place { line: 1, column: 3 }, end: Place { line: 1, column: 4 } },
        name: String::new(),
        identity: String::new(),
    };
    assert_eq!(tree.with(&mutant, read).unwrap(), "a <= b");
    assert_eq!(read(), "a < b");
    assert_eq!(fs::read_to_string(from.path().join("src/a.rs")).unwrap(), "a < b");
}
