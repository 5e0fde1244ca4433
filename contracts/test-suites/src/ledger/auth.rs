//! Signing authorisation entries.

use super::bytes::encode;
use super::{network_id, Account};
use sha2::{Digest, Sha256};
use soroban_env_host::xdr::{
    Hash, HashIdPreimage, HashIdPreimageSorobanAuthorization, ScAddress, ScMap, ScVal, ScVec,
    SorobanAuthorizationEntry, SorobanCredentials,
};

/// Fills in what the simulation leaves open in a recorded entry: the last ledger of validity, and
/// the signature of the account that it names, when that is among `signers`. An entry of anybody
/// else stays unsigned; one covered by the transaction's source needs nothing.
pub fn sign(entry: &mut SorobanAuthorizationEntry, signers: &[&Account], last_ledger: u32) {
    let SorobanCredentials::Address(credentials) = &mut entry.credentials else {
        return;
    };
    credentials.signature_expiration_ledger = last_ledger;
    let signer = signers.iter().find(|signer| credentials.address == ScAddress::Account(signer.id()));
    if let Some(signer) = signer {
        let payload = HashIdPreimage::SorobanAuthorization(HashIdPreimageSorobanAuthorization {
            network_id: Hash(network_id()),
            nonce: credentials.nonce,
            signature_expiration_ledger: last_ledger,
            invocation: entry.root_invocation.clone(),
        });
        let payload = encode(&payload);
        credentials.signature = signature(signer, &Sha256::digest(payload));
    }
}

/// What an account's authorisation carries: a list of its signers' public keys and signatures.
fn signature(signer: &Account, hash: &[u8]) -> ScVal {
    let bytes = |bytes: &[u8]| ScVal::Bytes(bytes.to_vec().try_into().expect("64 bytes at most"));
    let symbol = |name: &str| ScVal::Symbol(name.try_into().expect("a short name"));
    let fields = ScMap::sorted_from(vec![
        (symbol("public_key"), bytes(&signer.public_key())),
        (symbol("signature"), bytes(&signer.sign(hash))),
    ]);
    let one = ScVal::Map(Some(fields.expect("two different keys")));
    ScVal::Vec(Some(ScVec(vec![one].try_into().expect("one signature"))))
}
