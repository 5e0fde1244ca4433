use soroban_sdk::contracterror;

/// Every refusal of the registry, by number.
#[contracterror]
#[derive(Copy, Clone, Debug, Eq, PartialEq, PartialOrd, Ord)]
#[repr(u32)]
pub enum RegistryError {
    /// The registry is paused: nobody can register.
    Paused = 300,
    /// The address is registered already.
    AlreadyRegistered = 301,
    /// The address is not registered.
    NotRegistered = 302,
    /// The address was slashed once and is barred for ever.
    Slashed = 303,
    /// The name is not 1 to 32 characters of `a-z`, `0-9` and `-`.
    InvalidName = 304,
    /// The amount is zero, negative or above the bound of 10^17.
    InvalidAmount = 305,
    /// The stake is, or would be left, below the minimum.
    StakeBelowMinimum = 306,
    /// The keeper has drawn capital out of the vault that this stake has to cover.
    CapitalOut = 307,
    /// The minimum stake is outside its bounds.
    InvalidMinStake = 308,
    /// The stake token refused the transfer: balance, trustline or authorisation is missing.
    TokenRefused = 309,
    /// An owner is always needed: ownership cannot be renounced.
    OwnerRequired = 310,
    /// No upgrade is proposed.
    UpgradeNotProposed = 311,
    /// The delay of the proposed upgrade has not passed.
    UpgradeTooEarly = 312,
    /// The vault did not answer how much of the stake its open draws need, or is an account, which never could.
    VaultRefused = 313,
    /// The registry is not paused.
    NotPaused = 314,
}
