use soroban_sdk::contracttype;

use crate::{errors::OracleError, sep40::Asset};

/// Most decimals of a price.
pub const MAX_DECIMALS: u32 = 18;

/// Longest resolution in seconds: a day.
pub const MAX_RESOLUTION: u32 = 86_400;

/// The terms that SEP-40 asks every feed for.
#[contracttype]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feed {
    /// What prices are in.
    pub base: Asset,
    /// Decimals of every price: at most [`MAX_DECIMALS`].
    pub decimals: u32,
    /// Seconds between two prices, as announced: 1 to [`MAX_RESOLUTION`]. Nothing holds the admin to it.
    pub resolution: u32,
}

impl Feed {
    /// The feed, if its numbers are within their bounds.
    pub(crate) fn checked(self) -> Result<Self, OracleError> {
        if self.decimals > MAX_DECIMALS {
            return Err(OracleError::DecimalsTooHigh);
        }
        if self.resolution == 0 || self.resolution > MAX_RESOLUTION {
            return Err(OracleError::ResolutionOutOfRange);
        }
        Ok(self)
    }
}
