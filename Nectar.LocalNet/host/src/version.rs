//! What this build is.

use crate::frame::Versions;
use soroban_env_host::VERSION;

/// The versions of the host and of its parts. A host runs one protocol: its own.
pub fn versions() -> Versions {
    Versions {
        min_protocol: VERSION.interface.protocol,
        max_protocol: VERSION.interface.protocol,
        pre_release: VERSION.interface.pre_release,
        host: VERSION.pkg.to_owned(),
        xdr: VERSION.xdr.pkg.to_owned(),
        module: env!("CARGO_PKG_VERSION").to_owned(),
    }
}
