//! What calls cost: the goals that we set ourselves, and that the lab is no dearer than Blend on the same state.

use test_suites::costs::{measure_all, Cost};

fn of<'a>(costs: &'a [Cost], call: &str) -> &'a Cost {
    costs.iter().find(|cost| cost.call == call).unwrap_or_else(|| panic!("{call} was not measured"))
}

#[test]
fn every_goal_holds_and_the_lab_costs_no_more_than_blend() {
    let costs = measure_all(|_| {}).unwrap();
    for cost in &costs {
        if let Some(goal) = cost.goal {
            assert!(cost.isolated <= goal, "{}: {} instructions, goal {goal}", cost.call, cost.isolated);
        }
    }
    for call in ["new_auction", "submit with fill, repay, withdraw"] {
        let (lab, blend) = (of(&costs, &format!("lab: {call}")), of(&costs, &format!("Blend: {call}")));
        assert!(lab.isolated <= blend.isolated, "{call}: {} against {}", lab.isolated, blend.isolated);
    }
}
