//! The costs as a Markdown table.

use super::Cost;
use std::fmt::Write;

/// One row a call. A goal that is missed is marked.
pub fn render(costs: &[Cost]) -> String {
    let mut table = String::from(
        "| call | instructions | goal | original | on the network | memory | entries | written | bytes written | event bytes | fee, XLM stroops |\n\
         |---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n",
    );
    for cost in costs {
        let Cost { call, isolated, network, fee, .. } = cost;
        let missed = cost.goal.is_some_and(|goal| *isolated > goal);
        let _ = writeln!(
            table,
            "| {call} | {}{} | {} | {} | {} | {} | {} | {} | {} | {} | {} |",
            grouped(*isolated),
            if missed { " **above**" } else { "" },
            cost.goal.map(grouped).unwrap_or_default(),
            cost.original.map(grouped).unwrap_or_default(),
            grouped(network.instructions),
            grouped(network.memory),
            network.footprint_entries,
            network.write_entries,
            grouped(network.write_bytes.into()),
            grouped(network.event_bytes.into()),
            grouped(fee.unsigned_abs()),
        );
    }
    table
}

fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// Calls and instructions of a table that [`render`] made, in its order.
pub fn parse(table: &str) -> Vec<(String, u64)> {
    let rows = table.lines().skip_while(|line| !line.starts_with("|---")).skip(1);
    rows.filter_map(|row| {
        let mut cells = row.split('|').skip(1).map(str::trim);
        let call = cells.next()?.to_string();
        let digits: String = cells.next()?.chars().filter(char::is_ascii_digit).collect();
        Some((call, digits.parse().ok()?))
    })
    .collect()
}
