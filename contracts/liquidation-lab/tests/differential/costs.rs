//! What the lab's wasm costs on chain, beside Blend's.

use crate::constants::*;
use crate::steps::{Answer, Ask, Step, Who};
use crate::world::{lab_wasm, Settings, Side, World};
use soroban_sdk::testutils::EnvTestConfig;
use soroban_sdk::Env;

/// What the network meters of one call.
#[derive(Clone, Copy, Debug)]
struct Cost {
    instructions: i64,
    memory: i64,
    entries: u32,
    written: u32,
}

const ALICE: Who = Who::User(0);
const BOB: Who = Who::User(1);

fn set_up(side: Side) -> World {
    let world = World::new(side, &Settings::default());
    let steps = [
        Step::QueueReserve(0, reserve_config()),
        Step::SetReserve(0),
        Step::QueueReserve(1, reserve_config()),
        Step::SetReserve(1),
        Step::SetStatus(3),
        Step::UpdateStatus,
        Step::Price(0, ONE),
        Step::Price(1, ONE),
        Step::Submit(Who::User(3), vec![Ask::Asset(SUPPLY, 1, 1_000_000 * ONE)]),
        Step::Submit(ALICE, vec![Ask::Asset(SUPPLY_COLLATERAL, 0, 10_000 * ONE), Ask::Asset(BORROW, 1, 5_500 * ONE)]),
        Step::Ledgers(2_000),
        Step::Price(0, 9_300_000),
    ];
    for step in steps {
        let answer = world.take(&step);
        assert!(matches!(answer, Answer::Value(_) | Answer::Nothing), "{side:?} {step:?} {answer:?}");
    }
    world
}

/// Takes a step in a fresh environment and meters it.
fn cost(world: &World, step: &Step) -> (World, Cost) {
    let world = world.reopened();
    let answer = world.take(step);
    assert!(matches!(answer, Answer::Value(_)), "{:?} {step:?} {answer:?}", world.side);
    let resources = world.env.cost_estimate().resources();
    let cost = Cost {
        instructions: resources.instructions,
        memory: resources.mem_bytes,
        entries: resources.memory_read_entries + resources.disk_read_entries,
        written: resources.write_entries,
    };
    (world, cost)
}

fn costs(side: Side) -> Vec<(&'static str, Cost)> {
    let world = set_up(side);
    let auction = Step::NewAuction { kind: 0, user: ALICE, bid: vec![1], lot: vec![0], percent: 40 };
    let asks = || {
        vec![
            Ask::Account(FILL_USER, ALICE, 100),
            Ask::Asset(REPAY, 1, 2_600 * ONE),
            Ask::Asset(WITHDRAW_COLLATERAL, 0, i64::MAX as i128),
        ]
    };
    let (auctioned, new_auction) = cost(&world, &auction);
    auctioned.take(&Step::Ledgers(150));
    let (_, submit) = cost(&auctioned, &Step::Submit(BOB, asks()));
    let (_, allowance) = cost(&auctioned, &Step::SubmitWithAllowance(BOB, asks()));
    let (_, supply) = cost(&world, &Step::Submit(BOB, vec![Ask::Asset(SUPPLY_COLLATERAL, 0, 10 * ONE)]));
    let (_, reserve) = cost(&world, &Step::GetReserve(0));
    vec![
        ("new_auction", new_auction),
        ("submit fill, repay, withdraw", submit),
        ("submit_with_allowance, the same", allowance),
        ("submit supply", supply),
        ("get_reserve", reserve),
    ]
}

/// Instructions that installing the wasm takes.
fn upload(wasm: &[u8]) -> u64 {
    let env = Env::new_with_config(EnvTestConfig { capture_snapshot_at_drop: false });
    env.cost_estimate().budget().reset_unlimited();
    env.deployer().upload_contract_wasm(wasm);
    env.cost_estimate().budget().cpu_instruction_cost()
}

#[test]
fn the_labs_wasm_costs_no_more_instructions_than_blends() {
    let blend = costs(Side::Blend);
    let lab = costs(Side::LabWasm);
    println!("{:<34}{:>12}{:>12}{:>8}  memory, entries, written (Blend | lab)", "call", "Blend", "lab", "ratio");
    for ((call, blend), (_, lab)) in blend.iter().zip(&lab) {
        println!(
            "{call:<34}{:>12}{:>12}{:>7.1}%  {} {} {} | {} {} {}",
            blend.instructions,
            lab.instructions,
            100.0 * lab.instructions as f64 / blend.instructions as f64,
            blend.memory,
            blend.entries,
            blend.written,
            lab.memory,
            lab.entries,
            lab.written,
        );
    }
    let (theirs, ours) = (upload(blend_contract_sdk::pool::WASM), upload(&lab_wasm()));
    println!("{:<34}{theirs:>12}{ours:>12}", "upload");
    for ((call, blend), (_, lab)) in blend.iter().zip(&lab) {
        assert!(lab.instructions <= blend.instructions, "{call}");
    }
}
