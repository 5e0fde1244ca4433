use soroban_sdk::contracterror;

/// Why a call is refused.
#[contracterror]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u32)]
pub enum ExchangeError {
    /// The ledger's time has reached the deadline. As in Soroswap, a deadline equal to it has passed.
    DeadlineExpired = 500,
    /// An amount must be positive.
    AmountNotPositive = 501,
    /// `amount_out_min` or `amount_in_max` must not be negative.
    LimitNegative = 502,
    /// An amount of the trade does not fit into 127 bits.
    AmountTooLarge = 503,
    /// A path names 2 to 5 tokens.
    PathLengthOutOfRange = 504,
    /// There is no pair of two tokens that follow one another.
    UnknownPair = 505,
    /// The oracle has no positive price of a token, or does not answer.
    NoPrice = 506,
    /// The amount put in buys nothing.
    OutputIsZero = 507,
    /// The trade would bring less than `amount_out_min`.
    InsufficientOutputAmount = 508,
    /// The trade would take more than `amount_in_max`.
    ExcessiveInputAmount = 509,
    /// `to` cannot pay, or has not authorised exactly this transfer to the pair.
    TransferRefused = 510,
    /// The pair holds less than it should pay out.
    InventoryShort = 511,
    /// The pair could pay, but the token refuses, e.g. since `to` has no trustline.
    PayoutRefused = 512,
    /// There is a pair of these tokens already.
    PairExists = 513,
    /// A pair is of two different tokens.
    IdenticalTokens = 514,
    /// The address is no token, or one of more than 18 decimals.
    TokenUnreadable = 515,
    /// The exchange has at most 32 pairs.
    TooManyPairs = 516,
    /// The spread must be at most 1,000 basis points.
    SpreadOutOfRange = 517,
    /// The skew must be within 9,000 basis points up or down.
    SkewOutOfRange = 518,
    /// The address is no SEP-40 oracle.
    OracleUnreadable = 519,
    /// The exchange always has an owner.
    RenounceRefused = 520,
    /// No upgrade was proposed.
    UpgradeNotProposed = 521,
    /// The proposed upgrade's delay has not passed.
    UpgradeTooEarly = 522,
}

impl From<delayed_upgrade::Refusal> for ExchangeError {
    fn from(refusal: delayed_upgrade::Refusal) -> Self {
        match refusal {
            delayed_upgrade::Refusal::NotProposed => ExchangeError::UpgradeNotProposed,
            delayed_upgrade::Refusal::TooEarly => ExchangeError::UpgradeTooEarly,
        }
    }
}
