//! Every mutant is counted once, and those that README.md lists are no survivors.

use mutation_testing::{Equivalents, Tally, Verdict};

#[test]
fn a_survivor_that_is_listed_is_equivalent_and_any_other_is_not() {
    let text =
        "| mutant | why |\n|---|---|\n| `a.rs: replace < with <= in f (2)` | both are 0 |\n| `Books` | instance |\n";
    let equivalents = Equivalents::read(text);
    assert_eq!(equivalents.reason("a.rs: replace < with <= in f (2)"), Some("both are 0"));
    assert_eq!(equivalents.reason("a.rs: replace < with <= in f"), None);
    assert_eq!(equivalents.reason("Books"), None);
    let mut tally = Tally::default();
    tally.count("a.rs", &Verdict::Survived, true);
    assert_eq!(tally.survived(), 0);
    tally.count("a.rs", &Verdict::Survived, false);
    tally.count("a.rs", &Verdict::Same, false);
    tally.count("a.rs", &Verdict::Unviable, false);
    tally.count("b.rs", &Verdict::Killed("a test".to_string()), false);
    tally.count("b.rs", &Verdict::TimedOut("a test".to_string()), false);
    assert_eq!(tally.survived(), 1);
    let table = tally.to_string();
    let rows: Vec<_> = table.lines().skip(2).collect();
    assert_eq!(
        rows,
        ["| `a.rs` | 4 | 0 | 0 | 1 | 2 | 1 |", "| `b.rs` | 2 | 1 | 1 | 0 | 0 | 0 |", "| all | 6 | 1 | 1 | 1 | 2 | 1 |"]
    );
}
