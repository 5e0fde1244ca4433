//! Making and reading signed transactions.

use super::{network_id, Account, Failure, INCLUSION_FEE};
use ed25519_dalek::{Signature as Ed25519, Verifier, VerifyingKey};
use soroban_env_host::xdr::{
    AccountId, DecoratedSignature, HostFunction, InvokeHostFunctionOp, Memo, MuxedAccount, Operation, OperationBody,
    Preconditions, PublicKey, SequenceNumber, Signature, SignatureHint, SorobanAuthorizationEntry,
    SorobanTransactionData, Transaction, TransactionExt, TransactionV1Envelope, Uint256,
};

/// The transaction of `source` with sequence number `sequence`, signed by it.
pub fn signed(
    source: &Account,
    sequence: i64,
    host_function: HostFunction,
    auth: Vec<SorobanAuthorizationEntry>,
    data: SorobanTransactionData,
) -> Result<TransactionV1Envelope, Failure> {
    let fee = u32::try_from(INCLUSION_FEE + data.resource_fee)
        .map_err(|_| Failure::refused("the fee is above 2^32 stroops"))?;
    let auth = auth.try_into().map_err(|_| Failure::refused("too many authorisation entries"))?;
    let tx = Transaction {
        source_account: MuxedAccount::Ed25519(Uint256(source.public_key())),
        fee,
        seq_num: SequenceNumber(sequence),
        cond: Preconditions::None,
        memo: Memo::None,
        operations: vec![Operation {
            source_account: None,
            body: OperationBody::InvokeHostFunction(InvokeHostFunctionOp { host_function, auth }),
        }]
        .try_into()
        .expect("one operation"),
        ext: TransactionExt::V1(data),
    };
    sign(source, tx)
}

/// `tx` with the signature of `source`.
pub fn sign(source: &Account, tx: Transaction) -> Result<TransactionV1Envelope, Failure> {
    let hash = hash(&tx)?;
    let key = source.public_key();
    let signature = DecoratedSignature {
        hint: SignatureHint([key[28], key[29], key[30], key[31]]),
        signature: Signature(source.sign(&hash).to_vec().try_into().expect("64 bytes")),
    };
    Ok(TransactionV1Envelope { tx, signatures: vec![signature].try_into().expect("one signature") })
}

/// Its parts: source, function, authorisations, resources.
pub fn parts(
    tx: &Transaction,
) -> Result<(AccountId, &HostFunction, &[SorobanAuthorizationEntry], &SorobanTransactionData), Failure> {
    let MuxedAccount::Ed25519(key) = &tx.source_account else {
        return Err(Failure::refused("muxed sources cannot call contracts"));
    };
    let source = AccountId(PublicKey::PublicKeyTypeEd25519(key.clone()));
    match (tx.operations.as_slice(), &tx.ext) {
        ([Operation { body: OperationBody::InvokeHostFunction(call), .. }], TransactionExt::V1(data)) => {
            Ok((source, &call.host_function, &call.auth, data))
        }
        _ => Err(Failure::refused("not one call with resources")),
    }
}

/// Checks that the source signed the transaction.
pub fn verify(envelope: &TransactionV1Envelope) -> Result<(), Failure> {
    let bad = || Failure::refused("txBAD_AUTH: the source did not sign this transaction");
    let MuxedAccount::Ed25519(key) = &envelope.tx.source_account else {
        return Err(bad());
    };
    let key = VerifyingKey::from_bytes(&key.0).map_err(|_| bad())?;
    let [signature] = envelope.signatures.as_slice() else {
        return Err(bad());
    };
    let signature = Ed25519::from_slice(&signature.signature.0).map_err(|_| bad())?;
    let hash = hash(&envelope.tx)?;
    key.verify(&hash, &signature).map_err(|_| bad())
}

fn hash(tx: &Transaction) -> Result<[u8; 32], Failure> {
    tx.hash(network_id()).map_err(|e| Failure::refused(format!("the transaction has no XDR: {e}")))
}
