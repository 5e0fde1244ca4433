//! Hashes and signatures that clients compute: networks, contracts, transactions, authorization.

use crate::files::{write_plain, xdr, xdr_base64};
use crate::random::Random;
use ed25519_dalek::{Signer, SigningKey};
use serde_json::{json, Value};
use sha2::{Digest, Sha256};
use std::io;
use std::path::Path;
use stellar_xdr::*;

const PASSPHRASES: [&str; 4] = [
    "Standalone Network ; February 2017",
    "Test SDF Network ; September 2015",
    "Public Global Stellar Network ; September 2015",
    "Test SDF Future Network ; October 2022",
];

/// Writes `hashes.json`.
pub fn write(folder: &Path) -> io::Result<()> {
    let mut random = Random::new(0x4841_5348_4553);
    let networks: Vec<Value> = PASSPHRASES
        .iter()
        .map(|passphrase| json!({ "passphrase": passphrase, "networkId": hex::encode(network(passphrase)) }))
        .collect();
    let all = json!({
        "networks": networks,
        "contracts": contracts(&mut random),
        "transactions": transactions(&mut random),
        "authorizations": authorizations(&mut random),
    });
    write_plain(folder, "hashes.json", &format!("{all:#}\n"))
}

fn network(passphrase: &str) -> [u8; 32] {
    Sha256::digest(passphrase).into()
}

fn account(key: &SigningKey) -> AccountId {
    AccountId(PublicKey::PublicKeyTypeEd25519(Uint256(key.verifying_key().to_bytes())))
}

fn key(random: &mut Random) -> SigningKey {
    SigningKey::from_bytes(&random.array())
}

fn assets(random: &mut Random) -> Vec<Asset> {
    let issuer = account(&key(random));
    vec![
        Asset::Native,
        Asset::CreditAlphanum4(AlphaNum4 { asset_code: AssetCode4(*b"USDC"), issuer: issuer.clone() }),
        Asset::CreditAlphanum4(AlphaNum4 { asset_code: AssetCode4(*b"X\0\0\0"), issuer: issuer.clone() }),
        Asset::CreditAlphanum12(AlphaNum12 { asset_code: AssetCode12(*b"LONGERUSDC\0\0"), issuer }),
    ]
}

/// Ids of contracts for each kind of preimage on each network; those of assets are their Stellar Asset Contracts.
fn contracts(random: &mut Random) -> Vec<Value> {
    let mut preimages: Vec<_> = assets(random).into_iter().map(ContractIdPreimage::Asset).collect();
    for _ in 0..3 {
        for address in
            [ScAddress::Account(account(&key(random))), ScAddress::Contract(ContractId(Hash(random.array())))]
        {
            let salt = Uint256(random.array());
            preimages.push(ContractIdPreimage::Address(ContractIdPreimageFromAddress { address, salt }));
        }
    }
    let mut all = Vec::new();
    for passphrase in PASSPHRASES {
        for preimage in &preimages {
            let whole = HashIdPreimage::ContractId(HashIdPreimageContractId {
                network_id: Hash(network(passphrase)),
                contract_id_preimage: preimage.clone(),
            });
            let id: [u8; 32] = Sha256::digest(xdr(&whole)).into();
            all.push(json!({
                "passphrase": passphrase,
                "preimage": xdr_base64(preimage),
                "id": hex::encode(id),
                "address": ScAddress::Contract(ContractId(Hash(id))).to_string(),
            }));
        }
    }
    all
}

fn transactions(random: &mut Random) -> Vec<Value> {
    let mut all = Vec::new();
    for turn in 0..4 {
        let (source, payer) = (key(random), key(random));
        let public = Uint256(source.verifying_key().to_bytes());
        let plain = MuxedAccount::Ed25519(public.clone());
        let muxed = MuxedAccount::MuxedEd25519(MuxedAccountMed25519 { id: random.next(), ed25519: public });
        for (kind, from) in [("v1", plain), ("muxed", muxed)] {
            let tx = transaction(random, from, turn);
            for passphrase in PASSPHRASES {
                let signed = signed(&source, passphrase, &tx);
                let envelope = TransactionEnvelope::Tx(signed.clone());
                all.push(told(kind, passphrase, &envelope, &source));
                let bump = bumped(&payer, passphrase, signed, random);
                all.push(told("fee_bump", passphrase, &bump, &payer));
            }
        }
    }
    all
}

fn transaction(random: &mut Random, source_account: MuxedAccount, turn: usize) -> Transaction {
    let payment = PaymentOp {
        destination: MuxedAccount::Ed25519(Uint256(random.array())),
        asset: assets(random).swap_remove(turn % 4),
        amount: (random.next() >> 2) as i64,
    };
    let bounds = TimeBounds { min_time: TimePoint(0), max_time: TimePoint(random.next()) };
    Transaction {
        source_account,
        fee: random.next() as u32,
        seq_num: SequenceNumber((random.next() >> 1) as i64),
        cond: if turn.is_multiple_of(2) { Preconditions::None } else { Preconditions::Time(bounds) },
        memo: if turn.is_multiple_of(3) { Memo::Id(random.next()) } else { Memo::None },
        operations: vec![Operation { source_account: None, body: OperationBody::Payment(payment) }]
            .try_into()
            .expect("one operation"),
        ext: TransactionExt::V0,
    }
}

fn signature(key: &SigningKey, hash: &[u8; 32]) -> VecM<DecoratedSignature, 20> {
    let public = key.verifying_key().to_bytes();
    let hint = SignatureHint(*public.last_chunk().expect("32 bytes"));
    let signature = Signature(key.sign(hash).to_bytes().to_vec().try_into().expect("64 bytes"));
    vec![DecoratedSignature { hint, signature }].try_into().expect("one signature")
}

fn signed(key: &SigningKey, passphrase: &str, tx: &Transaction) -> TransactionV1Envelope {
    let hash = tx.hash(network(passphrase)).expect("a transaction has XDR");
    TransactionV1Envelope { tx: tx.clone(), signatures: signature(key, &hash) }
}

fn bumped(
    payer: &SigningKey,
    passphrase: &str,
    inner: TransactionV1Envelope,
    random: &mut Random,
) -> TransactionEnvelope {
    let tx = FeeBumpTransaction {
        fee_source: MuxedAccount::Ed25519(Uint256(payer.verifying_key().to_bytes())),
        fee: (random.next() >> 20) as i64,
        inner_tx: FeeBumpTransactionInnerTx::Tx(inner),
        ext: FeeBumpTransactionExt::V0,
    };
    let hash = tx.hash(network(passphrase)).expect("a transaction has XDR");
    TransactionEnvelope::TxFeeBump(FeeBumpTransactionEnvelope { tx, signatures: signature(payer, &hash) })
}

fn told(kind: &str, passphrase: &str, envelope: &TransactionEnvelope, key: &SigningKey) -> Value {
    json!({
        "kind": kind,
        "passphrase": passphrase,
        "seed": hex::encode(key.to_bytes()),
        "envelope": xdr_base64(envelope),
        "hash": hex::encode(envelope.hash(network(passphrase)).expect("a transaction has XDR")),
    })
}

/// Entries signed by an account's key: the first credentials of addresses, the second (whose payload names the address),
/// and those with delegates, which are signed as the second.
fn authorizations(random: &mut Random) -> Vec<Value> {
    let mut all = Vec::new();
    for turn in 0..12 {
        let key = key(random);
        let address = ScAddress::Account(account(&key));
        let invocation = invocation(random, 1 + turn % 3);
        let (nonce, until) = (random.next() as i64, random.next() as u32);
        let network_id = Hash(network(PASSPHRASES[turn % 4]));
        let with_address = turn % 3 != 0;
        let preimage = if with_address {
            HashIdPreimage::SorobanAuthorizationWithAddress(HashIdPreimageSorobanAuthorizationWithAddress {
                network_id,
                nonce,
                signature_expiration_ledger: until,
                address: address.clone(),
                invocation: invocation.clone(),
            })
        } else {
            HashIdPreimage::SorobanAuthorization(HashIdPreimageSorobanAuthorization {
                network_id,
                nonce,
                signature_expiration_ledger: until,
                invocation: invocation.clone(),
            })
        };
        let payload: [u8; 32] = Sha256::digest(xdr(&preimage)).into();
        let credentials = SorobanAddressCredentials {
            address,
            nonce,
            signature_expiration_ledger: until,
            signature: account_signature(&key, &payload),
        };
        let (kind, credentials) = match turn % 3 {
            0 => ("address", SorobanCredentials::Address(credentials)),
            1 => ("address_v2", SorobanCredentials::AddressV2(credentials)),
            _ => {
                let whole = SorobanAddressCredentialsWithDelegates {
                    address_credentials: credentials,
                    delegates: Default::default(),
                };
                ("address_with_delegates", SorobanCredentials::AddressWithDelegates(whole))
            }
        };
        let entry = SorobanAuthorizationEntry { credentials, root_invocation: invocation };
        all.push(json!({
            "kind": kind,
            "passphrase": PASSPHRASES[turn % 4],
            "seed": hex::encode(key.to_bytes()),
            "preimage": xdr_base64(&preimage),
            "payload": hex::encode(payload),
            "entry": xdr_base64(&entry),
        }));
    }
    all
}

/// What an account's own contract takes for a signature: a list of maps of key and signature.
fn account_signature(key: &SigningKey, payload: &[u8; 32]) -> ScVal {
    let entry = |name: &str, value: &[u8]| ScMapEntry {
        key: ScVal::Symbol(name.try_into().expect("a short name")),
        val: ScVal::Bytes(value.to_vec().try_into().expect("few bytes")),
    };
    let map =
        vec![entry("public_key", &key.verifying_key().to_bytes()), entry("signature", &key.sign(payload).to_bytes())];
    let map = ScVal::Map(Some(ScMap(map.try_into().expect("two entries"))));
    ScVal::Vec(Some(vec![map].try_into().expect("one signature")))
}

fn invocation(random: &mut Random, depth: usize) -> SorobanAuthorizedInvocation {
    let call = InvokeContractArgs {
        contract_address: ScAddress::Contract(ContractId(Hash(random.array()))),
        function_name: "transfer".try_into().expect("a short name"),
        args: vec![ScVal::U64(random.next()), ScVal::Bool(random.below(2) == 0)].try_into().expect("two arguments"),
    };
    let below: Vec<_> = (1..depth).map(|_| invocation(random, depth - 1)).collect();
    SorobanAuthorizedInvocation {
        function: SorobanAuthorizedFunction::ContractFn(call),
        sub_invocations: below.try_into().expect("few of them"),
    }
}
