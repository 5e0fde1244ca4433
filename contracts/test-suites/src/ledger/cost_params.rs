//! The calibrated cost parameters of the host, as the network's configuration entries hold them.
//!
//! The host ships them as the defaults of its budget but has no function that gives them out, so
//! they are measured: a cost type costs `constant + (linear * input >> 7)`, hence one charge with
//! input 0 shows the constant and one with input 128 adds exactly the linear term.

use soroban_env_host::budget::Budget;
use soroban_env_host::xdr::{ContractCostParamEntry, ContractCostParams, ContractCostType, ExtensionPoint};

/// Parameters for (instructions, memory bytes), one entry per cost type.
pub fn of_the_host() -> (ContractCostParams, ContractCostParams) {
    let (cpu, memory): (Vec<_>, Vec<_>) = ContractCostType::variants()
        .iter()
        .map(|cost| {
            let (cpu_constant, memory_constant) = charged(*cost, 0);
            let (cpu_at_128, memory_at_128) = charged(*cost, 128);
            (entry(cpu_constant, cpu_at_128 - cpu_constant), entry(memory_constant, memory_at_128 - memory_constant))
        })
        .unzip();
    let params = |entries: Vec<ContractCostParamEntry>| {
        ContractCostParams(entries.try_into().expect("fewer than 1,024 cost types"))
    };
    (params(cpu), params(memory))
}

fn entry(constant: i64, linear: i64) -> ContractCostParamEntry {
    ContractCostParamEntry { ext: ExtensionPoint::V0, const_term: constant, linear_term: linear }
}

/// What one charge of `cost` takes from a fresh default budget: (instructions, memory bytes).
/// A type that knows no input refuses one; it has no linear term then.
fn charged(cost: ContractCostType, input: u64) -> (i64, i64) {
    for input in [Some(input), None] {
        let budget = Budget::default();
        // 128 units of the dearest types are more than a transaction's budget.
        budget.reset_limits(1 << 40, 1 << 40).expect("a fresh budget");
        if budget.charge(cost, input).is_ok() {
            return consumed(&budget);
        }
    }
    panic!("cost type {cost:?} cannot be charged")
}

fn consumed(budget: &Budget) -> (i64, i64) {
    let number = |n: Result<u64, _>| i64::try_from(n.expect("a readable budget")).expect("small");
    (number(budget.get_cpu_insns_consumed()), number(budget.get_mem_bytes_consumed()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_budget_of_the_measured_parameters_is_the_hosts_default_budget() {
        let (cpu, memory) = of_the_host();
        let ours = Budget::try_from_configs(100_000_000, 41_943_040, cpu, memory).unwrap();
        assert_eq!(format!("{ours:?}"), format!("{:?}", Budget::default()));
    }
}
