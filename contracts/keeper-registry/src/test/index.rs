//! The paged index against the plainest model of it: a list, and a set of those who are barred.

use std::vec::Vec;

use proptest::prelude::*;
use soroban_sdk::Address;

use super::Fixture;
use crate::{storage, MIN_STAKE_FLOOR, PAGE_SIZE};

/// What happens to the registry. Numbers choose among those who are there, wrapping around.
#[derive(Clone, Debug)]
enum Step {
    Register,
    Deregister(usize),
    Slash(usize),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        5 => Just(Step::Register),
        3 => any::<usize>().prop_map(Step::Deregister),
        1 => any::<usize>().prop_map(Step::Slash),
    ]
}

/// Takes the `n`-th away as the index does: the last one takes its place.
fn swap_remove(model: &mut Vec<Address>, n: usize) -> Option<Address> {
    (!model.is_empty()).then(|| model.swap_remove(n % model.len()))
}

/// The index says what the model says: count, order, every page, every slot, and no entry beyond the last page.
fn compare(f: &Fixture, model: &[Address]) {
    let count = model.len() as u32;
    assert_eq!(f.registry.keeper_count(), count);
    assert_eq!(f.registry.get_keepers().iter().collect::<Vec<_>>(), model);
    for (slot, keeper) in (0..).zip(model) {
        let info = f.registry.get_keeper(keeper);
        assert_eq!((info.slot, info.slashed), (slot, false));
    }
    f.e.as_contract(&f.registry.address, || {
        for (number, page) in (0..).zip(model.chunks(PAGE_SIZE as usize)) {
            assert_eq!(storage::page(&f.e, number).iter().collect::<Vec<_>>(), page);
        }
        assert!(storage::page(&f.e, count.div_ceil(PAGE_SIZE)).is_empty());
    });
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn after_anything_that_registers_deregisters_or_slashes_the_pages_equal_a_plain_list(
        start in prop_oneof![Just(0usize), 13usize..19, 30usize..35],
        steps in prop::collection::vec(step(), 1..60),
    ) {
        let f = Fixture::new();
        let mut model: Vec<Address> = Vec::new();
        let mut barred: Vec<Address> = Vec::new();
        let register = |model: &mut Vec<Address>| {
            let keeper = f.rich(MIN_STAKE_FLOOR);
            f.register(&keeper, MIN_STAKE_FLOOR);
            model.push(keeper);
        };
        for _ in 0..start {
            register(&mut model);
        }
        compare(&f, &model);
        for step in steps {
            match step {
                Step::Register => register(&mut model),
                Step::Deregister(n) => if let Some(keeper) = swap_remove(&mut model, n) {
                    prop_assert_eq!(f.registry.deregister(&keeper), MIN_STAKE_FLOOR);
                    prop_assert!(f.registry.try_get_keeper(&keeper).is_err());
                },
                Step::Slash(n) => if let Some(keeper) = swap_remove(&mut model, n) {
                    f.registry.slash(&keeper, &1);
                    barred.push(keeper);
                },
            }
            compare(&f, &model);
        }
        // Leaving with what a slash left over does not touch the index, which the barred are no longer in.
        for keeper in &barred {
            prop_assert_eq!(f.registry.deregister(keeper), MIN_STAKE_FLOOR - 1);
            prop_assert!(f.registry.get_keeper(keeper).slashed);
        }
        compare(&f, &model);
    }

    #[test]
    fn a_page_of_any_start_and_limit_is_that_part_of_the_list(
        count in 0usize..40, start in prop_oneof![0u32..45, Just(u32::MAX)], limit in prop_oneof![0u32..45, Just(u32::MAX)],
    ) {
        let f = Fixture::new();
        let model: Vec<Address> = (0..count).map(|_| f.rich(MIN_STAKE_FLOOR)).collect();
        for keeper in &model {
            f.register(keeper, MIN_STAKE_FLOOR);
        }
        let part: Vec<Address> = model.iter().skip(start as usize).take(limit as usize).cloned().collect();
        prop_assert_eq!(f.registry.get_keepers_page(&start, &limit).iter().collect::<Vec<_>>(), part);
    }
}
