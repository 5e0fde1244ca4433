use soroban_sdk::contracterror;

/// Why a call is refused.
#[contracterror]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u32)]
pub enum OracleError {
    /// A price must be positive.
    PriceNotPositive = 600,
    /// A price must be at most 10^24, so that what consumers multiply it with fits.
    PriceTooHigh = 601,
    /// A price's time must not lie after the ledger's.
    TimestampInFuture = 602,
    /// `assets` and `prices` must be of the same length.
    LengthsDiffer = 603,
    /// The feed holds at most 32 assets, and one call sets at most as many prices.
    TooManyAssets = 604,
    /// Decimals must be at most 18.
    DecimalsTooHigh = 605,
    /// Resolution must be 1 to 86,400 seconds.
    ResolutionOutOfRange = 606,
    /// The feed always has an owner.
    RenounceRefused = 607,
    /// No upgrade was proposed.
    UpgradeNotProposed = 608,
    /// The proposed upgrade's delay has not passed.
    UpgradeTooEarly = 609,
}

impl From<delayed_upgrade::Refusal> for OracleError {
    fn from(refusal: delayed_upgrade::Refusal) -> Self {
        match refusal {
            delayed_upgrade::Refusal::NotProposed => OracleError::UpgradeNotProposed,
            delayed_upgrade::Refusal::TooEarly => OracleError::UpgradeTooEarly,
        }
    }
}
