//! What calls cost: the goals that we set ourselves, the table that is committed, and that the lab is no dearer than
//! Blend on the same state.

use std::sync::OnceLock;
use test_suites::costs::{measure_all, parse, render, Cost};

/// The table that `costs.sh --write` renews.
const COMMITTED: &str = include_str!("../../../costs.md");

fn measured() -> &'static [Cost] {
    static MEASURED: OnceLock<Vec<Cost>> = OnceLock::new();
    MEASURED.get_or_init(|| measure_all(|_| {}).unwrap())
}

fn of<'a>(costs: &'a [Cost], call: &str) -> &'a Cost {
    costs.iter().find(|cost| cost.call == call).unwrap_or_else(|| panic!("{call} was not measured"))
}

#[test]
fn every_goal_holds_and_the_lab_costs_no_more_than_blend() {
    let costs = measured();
    for cost in costs {
        if let Some(goal) = cost.goal {
            assert!(cost.isolated <= goal, "{}: {} instructions, goal {goal}", cost.call, cost.isolated);
        }
    }
    for call in ["new_auction", "submit with fill, repay, withdraw"] {
        let (lab, blend) = (of(costs, &format!("lab: {call}")), of(costs, &format!("Blend: {call}")));
        assert!(lab.isolated <= blend.isolated, "{call}: {} against {}", lab.isolated, blend.isolated);
    }
}

#[test]
fn no_call_costs_one_percent_more_than_the_committed_table_says() {
    let committed = parse(COMMITTED);
    let calls: Vec<&str> = committed.iter().map(|(call, _)| call.as_str()).collect();
    let watched: Vec<&str> = measured().iter().map(|cost| cost.call).collect();
    assert_eq!(calls, watched, "contracts/costs.sh --write renews the table");
    for (call, instructions) in &committed {
        let now = of(measured(), call).isolated;
        assert!(
            now * 100 <= instructions * 101,
            "{call}: {now} instructions, {instructions} in the table; contracts/costs.sh --write renews it"
        );
    }
}

#[test]
fn a_rendered_table_is_read_back() {
    let expected: Vec<(String, u64)> = measured().iter().map(|cost| (cost.call.to_string(), cost.isolated)).collect();
    assert_eq!(parse(&render(measured())), expected);
}
