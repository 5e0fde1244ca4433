//! The ways an applied operation ends early.

use crate::frame::{Applied, Failure, Refusal, Response};
use soroban_env_host::xdr::{ExtendFootprintTtlResultCode, InvokeHostFunctionResultCode, RestoreFootprintResultCode};

/// Why an operation did not come to its end.
pub enum Stop {
    /// It could not be tried.
    Refused(Refusal),
    /// It was tried and failed; this is its place in the transaction's result.
    Failed(Failure),
}

impl From<Refusal> for Stop {
    fn from(refusal: Refusal) -> Self {
        Stop::Refused(refusal)
    }
}

/// The result codes that an operation's own rules give; each operation numbers them differently.
#[derive(Clone, Copy)]
pub struct ResultCodes {
    pub resource_limit_exceeded: i32,
    pub insufficient_refundable_fee: i32,
}

/// Of `InvokeHostFunctionOp`.
pub const INVOKE_CODES: ResultCodes = ResultCodes {
    resource_limit_exceeded: InvokeHostFunctionResultCode::ResourceLimitExceeded as i32,
    insufficient_refundable_fee: InvokeHostFunctionResultCode::InsufficientRefundableFee as i32,
};

/// Of `ExtendFootprintTTLOp`.
pub const EXTEND_CODES: ResultCodes = ResultCodes {
    resource_limit_exceeded: ExtendFootprintTtlResultCode::ResourceLimitExceeded as i32,
    insufficient_refundable_fee: ExtendFootprintTtlResultCode::InsufficientRefundableFee as i32,
};

/// Of `RestoreFootprintOp`.
pub const RESTORE_CODES: ResultCodes = ResultCodes {
    resource_limit_exceeded: RestoreFootprintResultCode::ResourceLimitExceeded as i32,
    insufficient_refundable_fee: RestoreFootprintResultCode::InsufficientRefundableFee as i32,
};

/// A failure by the network's rules, not the host's.
pub fn failed(result_code: i32, message: impl Into<String>) -> Stop {
    Stop::Failed(Failure { result_code, message: message.into(), ..Failure::default() })
}

/// The answer.
pub fn respond(result: Result<Applied, Stop>) -> Result<Response, Refusal> {
    match result {
        Ok(applied) => Ok(Response::Applied(Box::new(applied))),
        Err(Stop::Failed(failure)) => Ok(Response::Failed(failure)),
        Err(Stop::Refused(refusal)) => Err(refusal),
    }
}
