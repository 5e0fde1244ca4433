//! Code that is small to send and large to parse, to check or to run.

use super::contracts::parse;

/// Each with a name; all are below the network's limit of 131,072 bytes.
pub fn bombs() -> Vec<(&'static str, Vec<u8>)> {
    let function = |locals: &str, body: &str| {
        let text = format!(r#"(func (export "f") (result i64) {locals} {body} i64.const 2)"#);
        parse(&format!("(module {text} {})", super::contracts::META))
    };
    let module = |fields: &str| {
        let function = r#"(func (export "f") (result i64) i64.const 2)"#;
        parse(&format!("(module {fields} {function} {})", super::contracts::META))
    };
    let nested = |open: &str, count: usize| format!("{}{}", open.repeat(count), "end ".repeat(count));
    vec![
        ("blocks in blocks", function("", &nested("block ", 40_000))),
        ("loops in loops", function("", &nested("loop ", 40_000))),
        ("conditions in conditions", function("", &nested("i32.const 1 if ", 20_000))),
        (
            "one jump to very many places",
            function("", &format!("block i32.const 0 br_table {} end", "0 ".repeat(100_000))),
        ),
        ("locals", function(&format!("(local {})", "i64 ".repeat(49_000)), "")),
        ("a full stack", function("", &format!("{}{}", "i64.const 1 ".repeat(40_000), "drop ".repeat(40_000)))),
        ("all the memory there can be", module("(memory 65536)")),
        ("a table of millions", module("(table 10000000 funcref)")),
        ("very many functions", module(&"(func)".repeat(30_000))),
        (
            "very many types",
            module(
                &(0..20_000).map(|at| format!("(type (func (param {})))", "i64 ".repeat(at % 3))).collect::<String>(),
            ),
        ),
        ("very many exports", module(&(0..9_000).map(|at| format!(r#"(func (export "e{at}"))"#)).collect::<String>())),
        ("a start function without an end", module("(func $s (loop $l (br $l))) (start $s)")),
    ]
}
