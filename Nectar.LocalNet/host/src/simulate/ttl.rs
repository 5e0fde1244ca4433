//! Simulates extensions and restorations: no contract runs, only sizes, lifetimes and fees are worked out.

use super::adjustment::adjustments;
use super::invoke::{preamble, restoring};
use super::{needs, refused};
use crate::frame::{Refusal, Response, SimulateTtl, SimulatedTtl};
use crate::settings::{check_extension, Settings};
use crate::source::{EntrySource, Snapshot};
use crate::xdr::decode;
use soroban_env_host::xdr::LedgerKey;
use soroban_simulation::simulation::{simulate_extend_ttl_op, simulate_restore_op};
use std::rc::Rc;

/// Carries out the simulation.
pub fn ttl(request: &SimulateTtl, source: Rc<dyn EntrySource>) -> Result<Response, Refusal> {
    let settings = Settings::load(&request.context.settings)?;
    let ledger = settings.ledger_info(&request.context)?;
    let keys = request.keys.iter().map(|bytes| decode("a ledger key", bytes));
    let keys = keys.collect::<Result<Vec<LedgerKey>, _>>()?;
    let adjustments = adjustments(&request.adjustments);
    let snapshot = Rc::new(Snapshot::new(source));
    let restoring = restoring(request.flags, &snapshot, &ledger)?;

    let (network, adjusted) = (&settings.network, &adjustments);
    let data = match (request.extend_to, &restoring) {
        (None, _) => simulate_restore_op(&*snapshot, network, adjusted, &ledger, &keys).map(|r| r.transaction_data),
        (Some(extend_to), None) => {
            check_extension(&ledger, extend_to)?;
            simulate_extend_ttl_op(&*snapshot, network, adjusted, &ledger, &keys, extend_to).map(|r| r.transaction_data)
        }
        (Some(extend_to), Some(source)) => {
            check_extension(&ledger, extend_to)?;
            simulate_extend_ttl_op(&**source, network, adjusted, &ledger, &keys, extend_to).map(|r| r.transaction_data)
        }
    }
    .map_err(|error| refused(&snapshot, &error))?;
    snapshot.check()?;
    Ok(Response::SimulatedTtl(SimulatedTtl {
        needs: needs(&data)?,
        restore_preamble: preamble(restoring.as_deref(), &settings, &adjustments, &ledger, &snapshot)?,
    }))
}
