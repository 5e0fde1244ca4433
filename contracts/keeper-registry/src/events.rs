use soroban_sdk::{contractevent, Address, String};

/// A keeper registered with a first stake.
#[contractevent]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeeperRegistered {
    /// The keeper.
    #[topic]
    pub keeper: Address,
    /// The name shown beside its address.
    pub name: String,
    /// The stake it locked, in stroops.
    pub stake: i128,
}

/// A keeper left and took its stake along.
#[contractevent]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeeperDeregistered {
    /// The keeper.
    #[topic]
    pub keeper: Address,
    /// The stake paid back, in stroops.
    pub refund: i128,
}

/// A keeper locked more stake.
#[contractevent]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StakeAdded {
    /// The keeper.
    #[topic]
    pub keeper: Address,
    /// What was added, in stroops.
    pub amount: i128,
    /// The stake from now on, in stroops.
    pub stake: i128,
}

/// A keeper took a part of its stake out.
#[contractevent]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StakeRemoved {
    /// The keeper.
    #[topic]
    pub keeper: Address,
    /// What was paid back, in stroops.
    pub amount: i128,
    /// The stake from now on, in stroops.
    pub stake: i128,
}

/// The vault took stake for an overdue draw; the keeper is barred for ever.
#[contractevent]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeeperSlashed {
    /// The keeper.
    #[topic]
    pub keeper: Address,
    /// What the vault asked for, in stroops.
    pub asked: i128,
    /// What it got, in stroops.
    pub taken: i128,
    /// The stake that is left, in stroops.
    pub stake: i128,
}

/// The owner set the minimum stake.
#[contractevent]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MinStakeSet {
    /// The minimum from now on, in stroops.
    pub min_stake: i128,
}

/// The owner stopped register, draw and liquidate.
#[contractevent]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegistryPaused {}

/// The owner let register, draw and liquidate go on.
#[contractevent]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegistryUnpaused {}
