//! What is replaced is what the list says, to the column, and a mutant is known again when lines move.

use mutation_testing::{Mutant, Place, Span};

fn mutant(start: (usize, usize), end: (usize, usize), replacement: &str) -> Mutant {
    let place = |(line, column)| Place { line, column };
    Mutant {
        file: "a.rs".to_string(),
        package: "a".to_string(),
        replacement: replacement.to_string(),
        span: Span { start: place(start), end: place(end) },
        name: "a.rs:2:5: change".to_string(),
        identity: String::new(),
    }
}

#[test]
fn an_operator_is_replaced_in_its_place_alone() {
    let text = "// §: two bytes, one column\n  § + b + c\n";
    assert_eq!(mutant((2, 5), (2, 6), "-").apply(text).unwrap(), "// §: two bytes, one column\n  § - b + c\n");
}

#[test]
fn a_body_of_several_lines_is_replaced_as_a_whole() {
    let text = "fn f() -> u8 {\n    let a = 1;\n    a\n}\n";
    assert_eq!(mutant((2, 5), (3, 6), "0").apply(text).unwrap(), "fn f() -> u8 {\n    0\n}\n");
}

#[test]
fn the_end_of_a_line_is_a_place_and_what_lies_beyond_is_none() {
    assert_eq!(mutant((1, 2), (1, 3), "c").apply("ab\n").unwrap(), "ac\n");
    for (start, end) in [((1, 2), (1, 4)), ((3, 1), (3, 1)), ((1, 0), (1, 1)), ((1, 2), (1, 1))] {
        assert!(mutant(start, end, "c").apply("ab\n").unwrap_err().contains("a.rs:2:5: change"), "{start:?} {end:?}");
    }
}
