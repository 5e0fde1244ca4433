//! The record of everything that was done to a ledger, as plain data: enough for another ledger to
//! replay it to the same state.

use super::{Account, Asset, Failure, IssuerFlags, Ledger, Receipt};
use soroban_env_host::xdr::{
    HostFunction, OperationBody, SorobanAuthorizationEntry, SorobanTransactionData, TransactionExt,
    TransactionV1Envelope,
};
use std::sync::Arc;

/// One thing that was done to a ledger.
#[derive(Clone, Debug)]
pub enum Recorded {
    /// An account was created with a balance in stroops.
    Account {
        /// The account.
        account: Account,
        /// Its first balance.
        balance: i64,
    },
    /// An account set its flags as an issuer.
    IssuerFlags {
        /// The issuer.
        issuer: Account,
        /// All its flags.
        flags: IssuerFlags,
    },
    /// An account opened a trust line without a limit.
    TrustLine {
        /// The holder.
        account: Account,
        /// The asset.
        asset: Asset,
    },
    /// Ledgers were closed.
    Closed {
        /// How many.
        ledgers: u32,
    },
    /// A transaction was applied, with success or not.
    Transaction(Box<RecordedTransaction>),
}

/// A transaction that was applied.
#[derive(Clone, Debug)]
pub struct RecordedTransaction {
    /// Ledger in which it was applied.
    pub sequence: u32,
    /// Close time of that ledger.
    pub timestamp: u64,
    /// Seed of the host's random numbers.
    pub seed: [u8; 32],
    /// The signed transaction: source, function, signed authorisations and resources.
    pub envelope: TransactionV1Envelope,
    /// What came of it.
    pub result: Result<Receipt, Failure>,
}

impl RecordedTransaction {
    /// The function that it calls.
    pub fn host_function(&self) -> &HostFunction {
        self.operation().0
    }

    /// Its signed authorisation entries.
    pub fn auth(&self) -> &[SorobanAuthorizationEntry] {
        self.operation().1
    }

    /// Its footprint and resources.
    pub fn data(&self) -> &SorobanTransactionData {
        match &self.envelope.tx.ext {
            TransactionExt::V1(data) => data,
            TransactionExt::V0 => unreachable!("every transaction here calls a contract"),
        }
    }

    fn operation(&self) -> (&HostFunction, &[SorobanAuthorizationEntry]) {
        match &self.envelope.tx.operations[0].body {
            OperationBody::InvokeHostFunction(call) => (&call.host_function, &call.auth),
            _ => unreachable!("every transaction here calls a contract"),
        }
    }
}

impl Ledger {
    /// Everything done to this ledger since it was new, in order.
    pub fn journal(&self) -> impl DoubleEndedIterator<Item = &Recorded> {
        self.journal.iter().map(Arc::as_ref)
    }

    /// The applied transactions among that, in order.
    pub fn transactions(&self) -> impl DoubleEndedIterator<Item = &RecordedTransaction> {
        self.journal().filter_map(|recorded| match recorded {
            Recorded::Transaction(transaction) => Some(transaction.as_ref()),
            _ => None,
        })
    }

    pub(super) fn record(&mut self, recorded: Recorded) {
        self.journal.push(Arc::new(recorded));
    }
}
