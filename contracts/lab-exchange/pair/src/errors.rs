use soroban_sdk::contracterror;

/// Why a payout is refused.
#[contracterror]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u32)]
pub enum PairError {
    /// The pair holds less of the token than it shall pay, or a number that is not positive was asked for.
    InventoryShort = 550,
    /// The token refuses the transfer although the pair holds enough, e.g. since `to` has no trustline.
    TokenRefused = 551,
}
