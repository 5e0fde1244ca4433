//! Why a call did not happen.

use super::{text, Exceeded};
use soroban_env_host::xdr::{ContractEventBody, DiagnosticEvent, ScError, ScErrorCode, ScErrorType, ScVal};
use soroban_env_host::HostError;
use std::fmt;

/// How far a failed call came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The simulation failed: no transaction was made.
    Simulated,
    /// The ledger did not take the transaction; it paid nothing.
    Refused,
    /// The transaction is in the ledger as a failed one: its fee is paid, nothing else changed.
    Applied,
}

/// A call that did not happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// How far it came.
    pub stage: Stage,
    /// The error of the host or of the contract called, where there is one.
    pub error: Option<ScError>,
    /// The limit that was exceeded, where that is why.
    pub limit: Option<Exceeded>,
    /// What happened, in a sentence.
    pub message: String,
    /// Every error that the host noted on the way, the first one first: among them the numbers of
    /// contracts further down, which surface as a trap of their caller.
    pub trail: Vec<String>,
}

impl Failure {
    /// A step of a fixture that went through but not as it should have.
    pub(crate) fn unexpected(message: impl Into<String>) -> Self {
        Self::plain(Stage::Applied, message)
    }

    pub(super) fn refused(message: impl Into<String>) -> Self {
        Self::plain(Stage::Refused, message)
    }

    pub(super) fn plain(stage: Stage, message: impl Into<String>) -> Self {
        Self { stage, error: None, limit: None, message: message.into(), trail: Vec::new() }
    }

    pub(super) fn over(stage: Stage, exceeded: Exceeded) -> Self {
        Self { limit: Some(exceeded), ..Self::plain(stage, exceeded.to_string()) }
    }

    pub(super) fn from_host(stage: Stage, error: &HostError, diagnostics: &[DiagnosticEvent]) -> Self {
        let trail: Vec<String> = diagnostics.iter().filter_map(noted_error).collect();
        let first = trail.first().map(|first| format!(": {first}"));
        Self {
            stage,
            error: ScError::try_from(error).ok(),
            limit: None,
            message: format!("{:?}{}", error.error, first.unwrap_or_default()),
            trail,
        }
    }

    /// Number of the contract's error, when the contract called gave one.
    pub fn contract_error(&self) -> Option<u32> {
        match self.error {
            Some(ScError::Contract(number)) => Some(number),
            _ => None,
        }
    }

    /// Whether the error is the host's own of this type and code.
    pub fn is_host_error(&self, kind: ScErrorType, code: ScErrorCode) -> bool {
        let error = self.error.as_ref();
        error.is_some_and(|e| e.discriminant() == kind && host_code(e) == Some(code))
    }

    /// Whether contract error `number` was noted anywhere on the way, in the contract called or in
    /// one further down.
    pub fn mentions_contract_error(&self, number: u32) -> bool {
        let noted = format!("Error(Contract, #{number})");
        self.contract_error() == Some(number) || self.trail.iter().any(|line| line.contains(&noted))
    }
}

fn host_code(error: &ScError) -> Option<ScErrorCode> {
    match error {
        ScError::Contract(_) => None,
        ScError::WasmVm(code)
        | ScError::Context(code)
        | ScError::Storage(code)
        | ScError::Object(code)
        | ScError::Crypto(code)
        | ScError::Events(code)
        | ScError::Budget(code)
        | ScError::Value(code)
        | ScError::Auth(code) => Some(*code),
    }
}

/// The text of a diagnostic event that notes an error.
fn noted_error(event: &DiagnosticEvent) -> Option<String> {
    let ContractEventBody::V0(body) = &event.event.body;
    match &body.topics.as_slice() {
        [ScVal::Symbol(name), error, ..] if name.to_utf8_string_lossy() == "error" => {
            Some(format!("{} {}", text(error), text(&body.data)))
        }
        _ => None,
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let stage = match self.stage {
            Stage::Simulated => "simulation failed",
            Stage::Refused => "transaction refused",
            Stage::Applied => "transaction failed",
        };
        write!(f, "{stage}: {}", self.message)
    }
}

impl std::error::Error for Failure {}
