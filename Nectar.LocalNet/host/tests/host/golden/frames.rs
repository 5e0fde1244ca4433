//! Operations without a ledger, and frames that are refused.

use super::Calls;
use crate::support::ledger::Ledger;
use crate::support::pair::RecordedCall;
use nectar_host::frame::{RentChange, Request};
use nectar_host::Host;

pub fn record(calls: &mut Calls) {
    let mut ledger = Ledger::new();
    let entries = ledger.entries.clone();
    let encoded = ledger.settings.clone();
    let settings: Vec<&[u8]> = encoded.iter().map(Vec::as_slice).collect();
    let change = |is_code, old: (u32, u32), new: (u32, u32)| RentChange {
        is_persistent: true,
        is_code,
        old_size_bytes: old.0,
        new_size_bytes: new.0,
        old_live_until: old.1,
        new_live_until: new.1,
    };
    let rent = vec![change(false, (0, 0), (200, 121_959)), change(true, (40_000, 5_000), (40_000, 90_000))];
    for request in [
        Request::Version,
        Request::DropModuleCache,
        Request::ResourceFee(settings.clone(), [1_000_000, 3, 2, 2_048, 1_024, 512, 700]),
        Request::RentFee(settings.clone(), 1_000, rent),
    ] {
        ledger.pair.run(&request, &entries);
    }
    calls.take(&mut ledger, "no ledger");
    ledger.pair.run(&Request::ResourceFee(settings[1..6].to_vec(), [0; 7]), &entries);
    calls.take(&mut ledger, "a setting is missing");
    for (name, frame) in [
        ("half a word", vec![0, 0]),
        ("another frame version", vec![0, 0, 0, 2, 0, 0, 0, 0]),
        ("no such operation", vec![0, 0, 0, 1, 0, 0, 0, 77]),
        ("bytes left over", vec![0, 0, 0, 1, 0, 0, 0, 0, 9]),
        ("a count beyond the frame", [[0, 0, 0, 1], [0, 0, 0, 7], [0xff; 4]].concat()),
    ] {
        let response = ledger.pair.call(&frame, &entries);
        assert_eq!(response, Host::new().call(&frame, entries.clone()));
        calls.0.push((format!("malformed frame: {name}"), RecordedCall { request: frame, fetched: vec![], response }));
    }
}
