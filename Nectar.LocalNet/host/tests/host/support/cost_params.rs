//! What the network charges for each kind of work: the host's own calibrated parameters, which testnet holds unchanged.

use soroban_env_host::budget::Budget;
use soroban_env_host::xdr::{ContractCostParamEntry, ContractCostParams, ContractCostType, ExtensionPoint};

/// A cost is constant + linear × input ÷ 128, rounded down.
const SCALE: u64 = 128;

/// The costs whose charge for 128 units is beyond the default budget's instructions, with the linear term of their
/// memory, which is therefore out of sight.
const BEYOND_THE_BUDGET: [(ContractCostType, u64); 3] = [
    (ContractCostType::Bls12381G2Msm, 266_603),
    (ContractCostType::Bls12381Pairing, 9_340_474),
    (ContractCostType::Bn254Pairing, 6_232_546),
];

/// The parameters of instructions and of memory, measured: a charge with input 0 shows the constant term, one with
/// input 128 the sum.
pub fn cost_params() -> (ContractCostParams, ContractCostParams) {
    let (cpu, memory): (Vec<_>, Vec<_>) = ContractCostType::variants()
        .iter()
        .map(|cost| {
            let (constant, sum) = (charged(*cost, 0), charged(*cost, SCALE));
            let beyond = BEYOND_THE_BUDGET.iter().find(|(known, _)| known == cost);
            let memory_sum = beyond.map_or(sum.1, |(_, linear)| constant.1 + linear);
            (entry(constant.0, sum.0), entry(constant.1, memory_sum))
        })
        .unzip();
    let params = |entries: Vec<_>| ContractCostParams(entries.try_into().unwrap());
    (params(cpu), params(memory))
}

fn entry(constant: u64, sum: u64) -> ContractCostParamEntry {
    let (const_term, sum) = (i64::try_from(constant).unwrap(), i64::try_from(sum).unwrap());
    ContractCostParamEntry { ext: ExtensionPoint::V0, const_term, linear_term: sum - const_term }
}

/// Instructions and bytes charged; a charge that overdraws the budget is counted, but its memory is not.
fn charged(cost: ContractCostType, input: u64) -> (u64, u64) {
    let budget = Budget::default();
    // An error is an overdrawn budget, or a cost that takes no input: that one is charged without.
    if budget.charge(cost, Some(input)).is_err() && budget.get_cpu_insns_consumed().unwrap() == 0 {
        budget.charge(cost, None).unwrap();
    }
    (budget.get_cpu_insns_consumed().unwrap(), budget.get_mem_bytes_consumed().unwrap())
}

#[test]
fn what_is_beyond_the_budget_agrees_with_what_can_be_measured() {
    let (cpu, memory) = cost_params();
    let few = 16;
    for (cost, _) in BEYOND_THE_BUDGET {
        let of = |params: &ContractCostParams| {
            let entry = &params.0[cost as usize];
            entry.const_term as u64 + entry.linear_term as u64 * few / SCALE
        };
        assert_eq!(charged(cost, few), (of(&cpu), of(&memory)), "{cost:?}");
    }
}
