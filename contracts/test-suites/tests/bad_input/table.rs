//! Rows of calls with what each must answer, and the count of the functions that they cover.

use soroban_sdk::Val;
use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use test_suites::ledger::xdr::{ScSpecEntry, ScVal};
use test_suites::ledger::{text, Account, Contract, Ledger, ToScVal};

/// Numbers of OpenZeppelin's token and ownership, which are its contracts' own numbers wherever they are built in.
const OWNERSHIP: [RangeInclusive<u32>; 2] = [2_100..=2_102, 2_200..=2_203];

/// The calls of one contract. What does not answer as it must is noted, and [`Table::close`] fails with all of it.
pub struct Table {
    pub ledger: Ledger,
    contract: Contract,
    own: Vec<RangeInclusive<u32>>,
    functions: BTreeSet<String>,
    with_arguments: BTreeSet<String>,
    called: BTreeSet<String>,
    wrong: Vec<String>,
    rows: usize,
}

impl Table {
    /// Calls of `contract`, whose code is `wasm` and whose own errors are numbered within `own`.
    pub fn new(ledger: Ledger, contract: Contract, wasm: &[u8], own: &[RangeInclusive<u32>]) -> Self {
        let functions = functions(wasm);
        Self {
            ledger,
            contract,
            own: own.iter().chain(&OWNERSHIP).cloned().collect(),
            with_arguments: functions
                .iter()
                .filter(|(_, arguments)| *arguments > 0)
                .map(|(name, _)| name.clone())
                .collect(),
            functions: functions.into_iter().map(|(name, _)| name).collect(),
            called: BTreeSet::new(),
            wrong: Vec::new(),
            rows: 0,
        }
    }

    /// `source` calls `function` with each of `arguments`, and each call is refused with `number`.
    pub fn refused(
        &mut self,
        source: &Account,
        function: &str,
        number: u32,
        arguments: impl IntoIterator<Item = Vec<ScVal>>,
    ) {
        self.cover(function);
        assert!(self.own.iter().any(|range| range.contains(&number)), "{function}: {number} is not the contract's own");
        for arguments in arguments {
            let call = shown(function, &arguments);
            let before = self.ledger.fingerprint();
            let answer = self.ledger.invoke(source, &self.contract, function, arguments);
            self.rows += 1;
            match answer {
                Err(failure) if failure.contract_error() == Some(number) => {}
                Err(failure) => self.wrong.push(format!("{call}: {failure} instead of #{number}")),
                Ok(receipt) => self.wrong.push(format!("{call}: {} instead of #{number}", text(&receipt.returned))),
            }
            // A refusal in simulation makes no transaction, so for those this only says that reading changed nothing;
            // what a transaction that fails in the ledger leaves behind is held by the proofs, which prepare one first.
            if self.ledger.fingerprint() != before {
                self.wrong.push(format!("{call}: the ledger has changed"));
            }
        }
    }

    /// `function` answers each of `arguments` with `value`: what a read says of what is not there.
    pub fn answered(&mut self, function: &str, value: &impl ToScVal, arguments: impl IntoIterator<Item = Vec<ScVal>>) {
        self.cover(function);
        let value = value.to_scval();
        for arguments in arguments {
            let call = shown(function, &arguments);
            self.rows += 1;
            let answer = self.ledger.read::<Val>(&self.contract, function, arguments);
            match answer.map(|answer| answer.to_scval()) {
                Ok(answer) if answer == value => {}
                Ok(answer) => self.wrong.push(format!("{call}: {} instead of {}", text(&answer), text(&value))),
                Err(failure) => self.wrong.push(format!("{call}: {failure}")),
            }
        }
    }

    /// Says that the calls of `function` stand in another test.
    pub fn elsewhere(&mut self, function: &str) {
        self.cover(function);
    }

    /// Fails with every row that was not answered as it must be, and with every function of the contract's spec that
    /// no row called and that is not one of `reads`, which take no argument and so no bad one.
    pub fn close(mut self, reads: &[&str]) {
        for read in reads {
            self.cover(read);
            if self.with_arguments.contains(*read) {
                self.wrong.push(format!("{read} takes arguments"));
            }
        }
        for missed in self.functions.difference(&self.called) {
            self.wrong.push(format!("{missed} is called by no row"));
        }
        self.check();
    }

    /// Fails with every row that was not answered as it must be.
    pub fn check(&self) {
        assert!(self.wrong.is_empty(), "of {} rows these are wrong:\n{}", self.rows, self.wrong.join("\n"));
    }

    fn cover(&mut self, function: &str) {
        assert!(self.functions.contains(function), "the contract has no function {function}");
        self.called.insert(function.to_string());
    }
}

/// Every function of the spec in `wasm`, the constructor included, with the number of its arguments.
pub fn functions(wasm: &[u8]) -> Vec<(String, usize)> {
    let spec = soroban_spec::read::from_wasm(wasm).expect("a contract has a spec");
    let functions = spec.into_iter().filter_map(|entry| match entry {
        ScSpecEntry::FunctionV0(function) => Some((function.name.to_utf8_string_lossy(), function.inputs.len())),
        _ => None,
    });
    functions.collect()
}

/// The call in a line; long arguments are cut.
fn shown(function: &str, arguments: &[ScVal]) -> String {
    let arguments: Vec<String> = arguments.iter().map(|argument| text(argument).chars().take(120).collect()).collect();
    format!("{function}({})", arguments.join(", "))
}
