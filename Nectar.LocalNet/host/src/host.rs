//! The one door: a request goes in, an answer comes out.

use crate::frame::{Refusal, Request, Response};
use crate::modules::Modules;
use crate::source::EntrySource;
use crate::{apply, fee, simulate, version};
use std::rc::Rc;

/// A Soroban host with its cache of parsed contracts. Every call stands alone; only its speed depends on earlier ones.
#[derive(Default)]
pub struct Host {
    modules: Modules,
}

impl Host {
    /// A host with an empty cache.
    pub fn new() -> Self {
        Self::default()
    }

    /// Answers a request frame with a response frame, whatever the bytes are.
    pub fn call(&mut self, request: &[u8], source: Rc<dyn EntrySource>) -> Vec<u8> {
        match Request::decode(request) {
            Ok(request) => self.run(&request, source),
            Err(refusal) => Response::Refused(refusal),
        }
        .encode()
    }

    /// Answers a decoded request.
    pub fn run(&mut self, request: &Request, source: Rc<dyn EntrySource>) -> Response {
        self.carry_out(request, source).unwrap_or_else(Response::Refused)
    }

    fn carry_out(&mut self, request: &Request, source: Rc<dyn EntrySource>) -> Result<Response, Refusal> {
        match request {
            Request::Version => Ok(Response::Versions(version::versions())),
            Request::SimulateInvoke(request) => simulate::invoke(request, source),
            Request::SimulateTtl(request) => simulate::ttl(request, source),
            Request::ApplyInvoke(request) => apply::invoke(request, &mut self.modules),
            Request::ApplyTtl(request) => apply::ttl(request),
            Request::ResourceFee(settings, resources) => {
                let (non_refundable, refundable) = fee::resource_fee(settings, resources)?;
                Ok(Response::Fees { non_refundable, refundable })
            }
            Request::RentFee(settings, current_ledger, changes) => {
                Ok(Response::RentFee(fee::rent_fee(settings, *current_ledger, changes)?))
            }
            Request::DropModuleCache => {
                self.modules.drop_all();
                Ok(Response::ModuleCacheDropped)
            }
        }
    }
}
