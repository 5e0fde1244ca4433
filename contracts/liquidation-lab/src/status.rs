//! The pool's statuses and what each forbids.

use crate::errors::PoolError;

/// Active, set by the administrator.
pub const ADMIN_ACTIVE: u32 = 0;
/// Active.
pub const ACTIVE: u32 = 1;
/// On ice, set by the administrator: no borrowing.
pub const ADMIN_ON_ICE: u32 = 2;
/// On ice: no borrowing.
pub const ON_ICE: u32 = 3;
/// Frozen, set by the administrator: no borrowing and no supplying.
pub const ADMIN_FROZEN: u32 = 4;
/// Frozen: no borrowing and no supplying.
pub const FROZEN: u32 = 5;
/// Being set up: frozen until the administrator sets another status.
pub const SETUP: u32 = 6;

/// Refuses what needs an active pool.
pub fn require_active(status: u32) -> Result<(), PoolError> {
    if status > ACTIVE {
        return Err(PoolError::InvalidPoolStatus);
    }
    Ok(())
}

/// Refuses what a frozen pool forbids.
pub fn require_not_frozen(status: u32) -> Result<(), PoolError> {
    if status > ON_ICE {
        return Err(PoolError::InvalidPoolStatus);
    }
    Ok(())
}
