//! Addresses of contracts, and whatever else has an address.

use super::bytes::encode;
use super::{env, network_id};
use sha2::{Digest, Sha256};
use soroban_env_host::xdr::{
    ContractId, ContractIdPreimage, ContractIdPreimageFromAddress, Hash, HashIdPreimage, HashIdPreimageContractId,
    ScAddress, Uint256,
};
use soroban_sdk::{Address, TryFromVal};
use std::fmt;

/// Whatever has an address on the network.
pub trait Addressed {
    /// The address in XDR.
    fn sc_address(&self) -> ScAddress;

    /// The address in the calling thread's conversion `Env`.
    fn sdk_address(&self) -> Address {
        Address::try_from_val(&env(), &self.sc_address()).expect("an address converts")
    }

    /// The address as text: G… or C….
    fn strkey(&self) -> String {
        self.sc_address().to_string()
    }
}

impl Addressed for Address {
    fn sc_address(&self) -> ScAddress {
        self.into()
    }
}

impl Addressed for ScAddress {
    fn sc_address(&self) -> ScAddress {
        self.clone()
    }
}

impl<T: Addressed> Addressed for &T {
    fn sc_address(&self) -> ScAddress {
        (*self).sc_address()
    }
}

/// Id of a contract. Plain data, so that it can be kept in prepared states shared by threads.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Contract(pub [u8; 32]);

impl Contract {
    /// Its address (C…) in the calling thread's conversion `Env`.
    pub fn address(&self) -> Address {
        self.sdk_address()
    }

    /// The contract that `address` names.
    ///
    /// # Panics
    /// When `address` is not a contract's.
    pub fn at(address: &impl Addressed) -> Self {
        match address.sc_address() {
            ScAddress::Contract(ContractId(Hash(id))) => Self(id),
            other => panic!("{other} is not the address of a contract"),
        }
    }

    /// Id that `deployer` gives the contract it creates with `salt`, now or later.
    pub fn created_by(deployer: &impl Addressed, salt: [u8; 32]) -> Self {
        Self::of(ContractIdPreimage::Address(ContractIdPreimageFromAddress {
            address: deployer.sc_address(),
            salt: Uint256(salt),
        }))
    }

    pub(super) fn of(contract_id_preimage: ContractIdPreimage) -> Self {
        let preimage = HashIdPreimage::ContractId(HashIdPreimageContractId {
            network_id: Hash(network_id()),
            contract_id_preimage,
        });
        let bytes = encode(&preimage);
        Self(Sha256::digest(bytes).into())
    }
}

impl Addressed for Contract {
    fn sc_address(&self) -> ScAddress {
        ScAddress::Contract(ContractId(Hash(self.0)))
    }
}

impl From<&Address> for Contract {
    fn from(address: &Address) -> Self {
        Self::at(address)
    }
}

impl fmt::Display for Contract {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.strkey())
    }
}

impl fmt::Debug for Contract {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
