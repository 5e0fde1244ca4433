//! The native host and the wasm file side by side: every call goes to both, and every byte of the answers is compared.

use super::ledger::Entries;
use super::module::WasmHost;
use nectar_host::frame::{Request, Response};
use nectar_host::{EntrySource, Host};
use std::cell::RefCell;
use std::rc::Rc;

/// What the import was asked, in order, and what it answered.
pub type Fetched = Vec<(Vec<u8>, Option<Vec<u8>>)>;

/// One call with all that went in and came out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordedCall {
    pub request: Vec<u8>,
    pub fetched: Fetched,
    pub response: Vec<u8>,
}

/// Both hosts and the record of all calls.
pub struct Pair {
    native: Host,
    pub wasm: WasmHost,
    pub calls: Vec<RecordedCall>,
}

impl Pair {
    /// Two fresh hosts.
    pub fn new() -> Self {
        Self { native: Host::new(), wasm: WasmHost::new(), calls: Vec::new() }
    }

    /// Carries a request out on both.
    pub fn run(&mut self, request: &Request, entries: &Rc<Entries>) -> Response {
        let frame = request.encode();
        let decoded = Request::decode(&frame).expect("a frame of our own reads back");
        assert_eq!(&decoded, request, "the frame reads back as what was written");
        let (of_native, of_wasm) = (Recording::new(entries.clone()), Recording::new(entries.clone()));
        let response = self.native.run(&decoded, of_native.clone());
        let native_bytes = response.encode();
        let wasm_bytes = self.wasm.try_call(&frame, of_wasm.clone()).expect("the module does not trap");
        assert_same_bytes(&native_bytes, &wasm_bytes, &response);
        assert_eq!(of_native.log.borrow().as_slice(), of_wasm.log.borrow().as_slice(), "the same keys are fetched");
        self.calls.push(RecordedCall { request: frame, fetched: of_native.log.take(), response: native_bytes });
        response
    }

    /// Sends any bytes to both.
    pub fn call(&mut self, frame: &[u8], entries: &Rc<Entries>) -> Vec<u8> {
        let native = self.native.call(frame, entries.clone());
        let wasm = self.wasm.try_call(frame, entries.clone()).expect("the module does not trap");
        assert_eq!(hex::encode(&native), hex::encode(&wasm));
        native
    }
}

/// Plays recorded calls again on fresh hosts of both kinds; the answers must be the recorded ones.
pub fn replay(calls: &[RecordedCall]) {
    let (mut native, mut wasm) = (Host::new(), WasmHost::new());
    for (index, call) in calls.iter().enumerate() {
        let source: Rc<dyn EntrySource> = Rc::new(Replay(call.fetched.clone()));
        assert!(native.call(&call.request, source.clone()) == call.response, "call {index} differs natively");
        let answer = wasm.try_call(&call.request, source).expect("the module does not trap");
        assert!(answer == call.response, "call {index} differs in the module");
    }
}

fn assert_same_bytes(native: &[u8], wasm: &[u8], response: &Response) {
    if let Some(at) = (0..native.len().max(wasm.len())).find(|at| native.get(*at) != wasm.get(*at)) {
        panic!("native ({}) and wasm ({}) answers differ from byte {at}: {response:?}", native.len(), wasm.len());
    }
}

struct Recording {
    inner: Rc<Entries>,
    log: RefCell<Fetched>,
}

impl Recording {
    fn new(inner: Rc<Entries>) -> Rc<Self> {
        Rc::new(Self { inner, log: RefCell::default() })
    }
}

impl EntrySource for Recording {
    fn fetch(&self, key: &[u8]) -> Result<Option<Vec<u8>>, String> {
        let answer = self.inner.fetch(key)?;
        // The module asks again with a larger buffer where an answer did not fit: that is the same question.
        let mut log = self.log.borrow_mut();
        if log.last().is_none_or(|(last, _)| last != key) {
            log.push((key.to_vec(), answer.clone()));
        }
        Ok(answer)
    }
}

/// Answers what was answered when a call was recorded.
pub struct Replay(pub Fetched);

impl EntrySource for Replay {
    fn fetch(&self, key: &[u8]) -> Result<Option<Vec<u8>>, String> {
        let found = self.0.iter().find(|(known, _)| known == key);
        found.map(|(_, answer)| answer.clone()).ok_or_else(|| "a key that was not fetched when recording".to_owned())
    }
}
