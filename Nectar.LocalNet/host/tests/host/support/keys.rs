//! Accounts with keys.

use ed25519_dalek::{Signer, SigningKey};
use sha2::{Digest, Sha256};
use soroban_env_host::xdr::*;

/// An account's key.
#[derive(Clone)]
pub struct Key(SigningKey);

impl Key {
    /// The key that belongs to a name.
    pub fn of(name: &str) -> Self {
        Self(SigningKey::from_bytes(&Sha256::digest(name).into()))
    }

    /// The public key.
    pub fn public(&self) -> [u8; 32] {
        self.0.verifying_key().to_bytes()
    }

    /// The account.
    pub fn account(&self) -> AccountId {
        AccountId(PublicKey::PublicKeyTypeEd25519(Uint256(self.public())))
    }

    /// The account as contracts name it.
    pub fn address(&self) -> ScAddress {
        ScAddress::Account(self.account())
    }

    /// A signature of a message.
    pub fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.0.sign(message).to_bytes()
    }
}

/// Signs an entry for an account with the keys given, in the order of their public keys.
pub fn sign(entry: &mut SorobanAuthorizationEntry, network_id: [u8; 32], until: u32, keys: &[&Key]) {
    let invocation = entry.root_invocation.clone();
    let credentials = match &mut entry.credentials {
        SorobanCredentials::Address(credentials) => credentials,
        other => panic!("{other:?} is not signed here"),
    };
    credentials.signature_expiration_ledger = until;
    let preimage = HashIdPreimage::SorobanAuthorization(HashIdPreimageSorobanAuthorization {
        network_id: Hash(network_id),
        nonce: credentials.nonce,
        signature_expiration_ledger: until,
        invocation,
    });
    let payload = Sha256::digest(preimage.to_xdr(Limits::none()).unwrap());
    let mut keys = keys.to_vec();
    keys.sort_by_key(|key| key.public());
    let signatures: Vec<ScVal> = keys.iter().map(|key| signature(key, &payload)).collect();
    credentials.signature = ScVal::Vec(Some(signatures.try_into().unwrap()));
}

fn signature(key: &Key, payload: &[u8]) -> ScVal {
    let entry = |name: &str, value: &[u8]| ScMapEntry {
        key: ScVal::Symbol(name.try_into().unwrap()),
        val: ScVal::Bytes(value.to_vec().try_into().unwrap()),
    };
    let entries = vec![entry("public_key", &key.public()), entry("signature", &key.sign(payload))];
    ScVal::Map(Some(ScMap(entries.try_into().unwrap())))
}
