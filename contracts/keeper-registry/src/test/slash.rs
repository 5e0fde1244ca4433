use soroban_sdk::{testutils::Address as _, Address, String};

use super::Fixture;
use crate::{Clearance, RegistryError, MAX_STAKE, MIN_STAKE_FLOOR};

#[test]
fn a_slash_of_less_than_nothing_or_of_a_stranger_is_refused() {
    let f = Fixture::new();
    let keeper = f.rich(MIN_STAKE_FLOOR);
    f.register(&keeper, MIN_STAKE_FLOOR);
    for amount in [-1, i128::MIN] {
        assert_eq!(f.registry.try_slash(&keeper, &amount), Err(Ok(RegistryError::InvalidAmount)));
    }
    for amount in [0, 1, i128::MAX] {
        let stranger = Address::generate(&f.e);
        assert_eq!(f.registry.try_slash(&stranger, &amount), Err(Ok(RegistryError::NotRegistered)));
    }
    assert_eq!(f.registry.clearance(&keeper), Clearance { cleared: true, stake: MIN_STAKE_FLOOR });
}

#[test]
fn a_slash_takes_what_there_is_and_no_more_and_bars_for_ever() {
    let f = Fixture::new();
    for (asked, taken) in [(0, 0), (1, 1), (2 * MIN_STAKE_FLOOR, 2 * MIN_STAKE_FLOOR), (i128::MAX, 2 * MIN_STAKE_FLOOR)]
    {
        let keeper = f.rich(3 * MIN_STAKE_FLOOR);
        f.register(&keeper, 2 * MIN_STAKE_FLOOR);
        let before = f.token.balance(&f.vault);
        assert_eq!(f.registry.slash(&keeper, &asked), taken);
        assert_eq!(f.token.balance(&f.vault) - before, taken);
        assert_eq!(f.registry.clearance(&keeper), Clearance { cleared: false, stake: 2 * MIN_STAKE_FLOOR - taken });
        assert!(!f.registry.is_active(&keeper));
        let name = String::from_str(&f.e, "again");
        assert_eq!(f.registry.try_register(&keeper, &name, &MIN_STAKE_FLOOR), Err(Ok(RegistryError::Slashed)));
        assert_eq!(f.registry.try_add_stake(&keeper, &1), Err(Ok(RegistryError::Slashed)));
        assert_eq!(f.registry.try_remove_stake(&keeper, &1), Err(Ok(RegistryError::Slashed)));
    }
    assert_eq!(f.registry.keeper_count(), 0);
}

#[test]
fn what_was_clawed_back_cannot_be_taken_and_a_second_slash_takes_what_came_since() {
    let f = Fixture::new();
    let keeper = f.rich(2 * MIN_STAKE_FLOOR);
    f.register(&keeper, 2 * MIN_STAKE_FLOOR);
    // As a claw-back would: the registry holds less than the stakes that it counts.
    f.token.transfer(&f.registry.address, &f.vault, &(2 * MIN_STAKE_FLOOR - 5));
    assert_eq!(f.registry.slash(&keeper, &MAX_STAKE), 5);
    assert_eq!(f.registry.slash(&keeper, &MAX_STAKE), 0);
    f.issuer.mint(&f.registry.address, &7);
    assert_eq!(f.registry.slash(&keeper, &MAX_STAKE), 7);
    assert_eq!(f.registry.get_keeper(&keeper).stake, 2 * MIN_STAKE_FLOOR - 12);
}
