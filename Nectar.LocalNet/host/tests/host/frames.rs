//! The frame format and the module's exports, used rightly and wrongly.

use crate::support::contracts::mirror;
use crate::support::deploy::{call, upload};
use crate::support::keys::Key;
use crate::support::ledger::{xdr, Entries, Ledger};
use crate::support::module::WasmHost;
use crate::support::on_large_stack;
use crate::support::pair::Pair;
use nectar_host::frame::*;
use nectar_host::EntrySource;
use soroban_env_host::xdr::*;
use std::rc::Rc;

fn status(response: &[u8]) -> u32 {
    u32::from_be_bytes(response[4..8].try_into().unwrap())
}

fn message(response: &[u8]) -> String {
    String::from_utf8_lossy(&response[12..]).trim_end_matches('\0').to_owned()
}

#[test]
fn the_version_names_the_one_protocol_that_the_host_runs() {
    let response = Pair::new().run(&Request::Version, &Rc::default());
    let Response::Versions(versions) = response else { panic!() };
    assert_eq!((versions.min_protocol, versions.max_protocol, versions.pre_release), (28, 28, 0));
    assert_eq!((versions.host.as_str(), versions.xdr.as_str()), ("28.0.2", "28.0.0"));
}

#[test]
fn a_frame_of_the_wrong_shape_is_refused_at_the_byte_where_it_goes_wrong() {
    let mut pair = Pair::new();
    let entries: Rc<Entries> = Rc::default();
    let mut refused = |frame: &[u8], told: &str| {
        let response = pair.call(frame, &entries);
        assert_eq!(status(&response), Status::MalformedFrame as u32, "{frame:?}");
        assert!(message(&response).contains(told), "{}", message(&response));
    };
    refused(&[0, 0], "at byte 0: frame version needs 4 bytes, 2 are left");
    refused(&[0, 0, 0, 2, 0, 0, 0, 0], "frame version is 2");
    refused(&[0, 0, 0, 1, 0, 0, 0, 77], "no operation 77");
    refused(&[0, 0, 0, 1, 0, 0, 0, 0, 9], "at byte 8: 1 bytes are left over");
    let frame = [[0, 0, 0, 1], [0, 0, 0, 7], [0xff; 4]].concat();
    refused(&frame, "more than the frame holds");
}

#[test]
fn settings_protocol_and_values_are_checked_before_anything_runs() {
    on_large_stack(|| {
        let mut ledger = Ledger::new();
        let key = Key::of("alice");
        let refusal = |ledger: &mut Ledger| match ledger.simulate(&Key::of("alice"), &upload(&mirror())) {
            Response::Refused(refusal) => (refusal.status, refusal.message),
            other => panic!("{other:?}"),
        };
        let all = ledger.settings.clone();
        ledger.settings.pop();
        let (status, message) = refusal(&mut ledger);
        assert!(status == Status::BadSettings && message.contains("ContractCostParamsMemoryBytes"), "{message}");
        ledger.settings = [all.clone(), all[..1].to_vec()].concat();
        let (status, message) = refusal(&mut ledger);
        assert!(status == Status::BadSettings && message.contains("given twice"), "{message}");
        ledger.settings = [all.clone(), vec![vec![1, 2, 3]]].concat();
        let (status, message) = refusal(&mut ledger);
        assert!(status == Status::MalformedValue && message.contains("ConfigSettingEntry"), "{message}");
        ledger.settings = all;
        ledger.sequence = u32::MAX;
        let response = ledger.simulate(&key, &upload(&mirror()));
        assert!(matches!(response, Response::Failed(_) | Response::Refused(_)), "{response:?}");
    });
}

#[test]
fn fees_are_the_networks_arithmetic() {
    let ledger = Ledger::new();
    let settings: Vec<&[u8]> = ledger.settings.iter().map(Vec::as_slice).collect();
    let request = Request::ResourceFee(settings, [1_000_000, 3, 2, 2_048, 1_024, 512, 700]);
    let Response::Fees { non_refundable, refundable } = Pair::new().run(&request, &Rc::default()) else { panic!() };
    let historical = (1_000 * 16_235 + 1_023) / 1_024;
    let bandwidth = (700 * 1_624 + 1_023) / 1_024;
    let expected = 100 * 25 + 3 * 6_250 + 2 * 10_000 + 2 * 1_786 + 3_500 + historical + bandwidth;
    assert_eq!((non_refundable, refundable), (expected, 5_000));
}

#[test]
fn a_source_that_fails_or_answers_something_else_is_told_apart_from_an_absent_entry() {
    struct Wrong(Result<Option<Vec<u8>>, String>);
    impl EntrySource for Wrong {
        fn fetch(&self, _key: &[u8]) -> Result<Option<Vec<u8>>, String> {
            self.0.clone()
        }
    }
    on_large_stack(|| {
        let mut ledger = Ledger::new();
        let key = Key::of("alice");
        ledger.open_plain(&key);
        let function = call(&ScAddress::Contract(ContractId(Hash([1; 32]))), "f", vec![]);
        ledger.simulate(&key, &function);
        let frame = ledger.pair.calls.pop().unwrap().request;
        let account = ledger.entries.fetch(&xdr(&LedgerKey::Account(LedgerKeyAccount { account_id: key.account() })));
        let (mut native, mut wasm) = (nectar_host::Host::new(), WasmHost::new());
        for (answer, expected) in [
            (Ok(None), Status::Failed),
            (Err("the disk is gone".to_owned()), Status::SourceFailed),
            (Ok(Some(vec![1, 2, 3])), Status::SourceFailed),
            (Ok(Some(vec![0; 1 << 20])), Status::SourceFailed),
            (account, Status::SourceFailed),
        ] {
            let source = Rc::new(Wrong(answer));
            assert_eq!(status(&native.call(&frame, source.clone())), expected as u32);
            assert_eq!(status(&wasm.try_call(&frame, source).unwrap()), expected as u32);
        }
    });
}

#[test]
fn wrong_addresses_and_lengths_do_no_harm() {
    let mut wasm = WasmHost::new();
    let request = Request::Version.encode();
    let version = wasm.try_call(&request, Rc::<Entries>::default()).unwrap();
    for (address, length) in [(0, 0), (0, 8), (12, 8), (u32::MAX, u32::MAX)] {
        let packed = wasm.raw_call(address, length).unwrap();
        assert_eq!(wasm.raw_release((packed >> 32) as u32).unwrap(), 1);
    }
    let buffer = wasm.raw_allocate(8).unwrap();
    let packed = wasm.raw_call(buffer, 9).unwrap();
    assert_eq!(wasm.raw_release((packed >> 32) as u32).unwrap(), 1);
    assert_eq!(wasm.raw_release(buffer).unwrap(), 1);
    assert_eq!(wasm.raw_release(buffer).unwrap(), 0);
    assert_eq!(wasm.raw_allocate(0).unwrap(), 0);
    assert_eq!(wasm.raw_allocate(MAX_REQUEST_BYTES as u32 + 1).unwrap(), 0);
    assert_eq!(wasm.try_call(&request, Rc::<Entries>::default()).unwrap(), version);
}
