//! Blend v2's events: the name and the subjects as topics, the rest as a vector or a bare value.

use crate::types::{AuctionData, ReserveConfig};
use soroban_sdk::{contractevent, Address};

macro_rules! position_event {
    ($(#[$doc:meta])* $name:ident, $topic:literal) => {
        $(#[$doc])*
        #[contractevent(topics = [$topic], data_format = "vec")]
        pub struct $name {
            /// Asset of the reserve.
            #[topic]
            pub asset: Address,
            /// Account whose positions changed.
            #[topic]
            pub from: Address,
            /// Underlying tokens.
            pub tokens: i128,
            /// bTokens or dTokens.
            pub pool_tokens: i128,
        }
    };
}

position_event!(
    /// Tokens were supplied without securing debt.
    Supply, "supply"
);
position_event!(
    /// Supplied tokens were withdrawn.
    Withdraw, "withdraw"
);
position_event!(
    /// Collateral was supplied.
    SupplyCollateral, "supply_collateral"
);
position_event!(
    /// Collateral was withdrawn.
    WithdrawCollateral, "withdraw_collateral"
);
position_event!(
    /// Tokens were borrowed.
    Borrow, "borrow"
);
position_event!(
    /// Debt was repaid.
    Repay, "repay"
);

/// Tokens were lent for the length of a transaction.
#[contractevent(topics = ["flash_loan"], data_format = "vec")]
pub struct FlashLoanGranted {
    /// Asset of the reserve.
    #[topic]
    pub asset: Address,
    /// Account that owes the loan.
    #[topic]
    pub from: Address,
    /// Contract that received the tokens.
    #[topic]
    pub contract: Address,
    /// Underlying tokens.
    pub tokens: i128,
    /// dTokens minted.
    pub d_tokens: i128,
}

/// An auction was created.
#[contractevent(topics = ["new_auction"], data_format = "vec")]
pub struct NewAuction {
    /// 0 user liquidation, 1 bad debt, 2 interest.
    #[topic]
    pub auction_type: u32,
    /// Account whose positions are auctioned, or the backstop.
    #[topic]
    pub user: Address,
    /// Percentage asked for.
    pub percent: u32,
    /// The auction.
    pub auction: AuctionData,
}

/// An auction was filled, in part or whole.
#[contractevent(topics = ["fill_auction"], data_format = "vec")]
pub struct FillAuction {
    /// 0 user liquidation, 1 bad debt, 2 interest.
    #[topic]
    pub auction_type: u32,
    /// Account whose positions are auctioned, or the backstop.
    #[topic]
    pub user: Address,
    /// Account that filled.
    pub filler: Address,
    /// Percentage of what remained.
    pub percent: i128,
    /// What changed hands.
    pub exchanged: AuctionData,
}

/// An auction was deleted.
#[contractevent(topics = ["delete_auction"], data_format = "single-value")]
pub struct DeleteAuction {
    /// 0 user liquidation, 1 bad debt, 2 interest.
    #[topic]
    pub auction_type: u32,
    /// Account whose positions were auctioned, or the backstop.
    #[topic]
    pub user: Address,
}

/// Debt without collateral moved to the backstop.
#[contractevent(topics = ["bad_debt"], data_format = "single-value")]
pub struct BadDebt {
    /// Account that owed.
    #[topic]
    pub user: Address,
    /// Asset of the reserve.
    #[topic]
    pub asset: Address,
    /// dTokens moved.
    pub d_tokens: i128,
}

/// Debt of the backstop was written off at the suppliers' cost.
#[contractevent(topics = ["defaulted_debt"], data_format = "single-value")]
pub struct DefaultedDebt {
    /// Asset of the reserve.
    #[topic]
    pub asset: Address,
    /// dTokens written off.
    pub d_tokens: i128,
}

/// Tokens that nobody had booked were booked.
#[contractevent(topics = ["gulp"], data_format = "single-value")]
pub struct Gulp {
    /// Asset of the reserve.
    #[topic]
    pub asset: Address,
    /// Underlying tokens.
    pub tokens: i128,
}

/// The administrator changed.
#[contractevent(topics = ["set_admin"], data_format = "single-value")]
pub struct SetAdmin {
    /// Former administrator.
    #[topic]
    pub admin: Address,
    /// New administrator.
    pub new_admin: Address,
}

/// The pool's settings changed.
#[contractevent(topics = ["update_pool"], data_format = "vec")]
pub struct UpdatePool {
    /// Administrator.
    #[topic]
    pub admin: Address,
    /// Share of the interest for the backstop, 7 decimals.
    pub backstop_take_rate: u32,
    /// Most positions of one account.
    pub max_positions: u32,
    /// Least collateral value of an account with debt, in the oracle's decimals.
    pub min_collateral: i128,
}

/// Settings of a reserve were queued.
#[contractevent(topics = ["queue_set_reserve"], data_format = "vec")]
pub struct QueueSetReserve {
    /// Administrator.
    #[topic]
    pub admin: Address,
    /// Asset of the reserve.
    pub asset: Address,
    /// Queued settings.
    pub metadata: ReserveConfig,
}

/// Queued settings of a reserve were dropped.
#[contractevent(topics = ["cancel_set_reserve"], data_format = "single-value")]
pub struct CancelSetReserve {
    /// Administrator.
    #[topic]
    pub admin: Address,
    /// Asset of the reserve.
    pub asset: Address,
}

/// Settings of a reserve were applied.
#[contractevent(topics = ["set_reserve"], data_format = "vec")]
pub struct SetReserve {
    /// Asset of the reserve.
    pub asset: Address,
    /// Index of the reserve.
    pub index: u32,
}

/// The pool's status was set by anyone's call of `update_status`.
#[contractevent(topics = ["set_status"], data_format = "single-value")]
pub struct StatusUpdated {
    /// New status.
    pub status: u32,
}

/// The pool's status was set by the administrator.
#[contractevent(topics = ["set_status"], data_format = "single-value")]
pub struct StatusSet {
    /// Administrator.
    #[topic]
    pub admin: Address,
    /// New status.
    pub status: u32,
}
