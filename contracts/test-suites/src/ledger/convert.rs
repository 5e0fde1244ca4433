//! Between Rust values and what travels in a transaction.

use super::{Account, Addressed, Asset, Contract};
use soroban_env_host::xdr::ScVal;
use soroban_sdk::testutils::EnvTestConfig;
use soroban_sdk::{Address, Env, TryFromVal, Val};

thread_local! {
    static CONVERSIONS: Env = Env::new_with_config(EnvTestConfig {
        capture_snapshot_at_drop: false,
    });
}

/// The calling thread's `Env` for values: in it live all `Address`, `Vec`, `Map` and contract types
/// that tests make and receive. No contract ever runs in it.
pub fn env() -> Env {
    CONVERSIONS.with(|env| {
        // Conversions are metered like a contract's work; the count starts again at each use, so
        // that a long test does not run out of the budget of one call.
        env.cost_estimate().budget().reset_default();
        env.clone()
    })
}

/// A value that can be an argument of a call.
pub trait ToScVal {
    /// The value as the network carries it.
    fn to_scval(&self) -> ScVal;
}

impl<T> ToScVal for T
where
    Val: TryFromVal<Env, T>,
{
    fn to_scval(&self) -> ScVal {
        let env = env();
        let convert = || {
            let val = Val::try_from_val(&env, self).map_err(Into::into)?;
            ScVal::try_from_val(&env, &val).map_err(|_| soroban_sdk::ConversionError.into())
        };
        convert().unwrap_or_else(|e: soroban_sdk::Error| panic!("argument not convertible: {e:?}"))
    }
}

/// The value that `scval` carries, or a sentence that says what was found instead.
pub fn from_scval<T: TryFromVal<Env, Val>>(scval: &ScVal) -> Result<T, String> {
    let env = env();
    let mismatch = || format!("{} is not a {}", super::text(scval), std::any::type_name::<T>());
    let val = Val::try_from_val(&env, scval).map_err(|_| mismatch())?;
    T::try_from_val(&env, &val).map_err(|_| mismatch())
}

macro_rules! address_as_argument {
    ($($type:ty),*) => {$(
        impl TryFromVal<Env, $type> for Val {
            type Error = soroban_sdk::Error;

            fn try_from_val(env: &Env, value: &$type) -> Result<Self, Self::Error> {
                let address = Address::try_from_val(env, &value.sc_address())
                    .map_err(|_| soroban_sdk::ConversionError)?;
                Ok(address.to_val())
            }
        }

        impl TryFromVal<Env, &$type> for Val {
            type Error = soroban_sdk::Error;

            fn try_from_val(env: &Env, value: &&$type) -> Result<Self, Self::Error> {
                Self::try_from_val(env, *value)
            }
        }
    )*};
}

address_as_argument!(Account, Contract, Asset);

/// Arguments of a call: `args![alice, 100_i128]` is a `Vec<ScVal>`. Accounts, contracts and assets
/// stand for their addresses; anything that converts to a `Val` may be given, by value or reference.
#[macro_export]
macro_rules! args {
    ($($value:expr),* $(,)?) => {
        ::std::vec![$($crate::ledger::ToScVal::to_scval(&$value)),*]
    };
}
