//! What the check finds, on artefacts that no toolchain here has built.

mod support;

use support::Sandbox;
use wasm_artefacts::{check, digest, sha256_hex, Folder, Record, State};

const WASM: &[u8] = b"any bytes";

/// A workspace whose artefacts were recorded by a toolchain that nobody has.
fn built() -> Sandbox {
    let sandbox = Sandbox::new();
    let workspace = sandbox.workspace();
    for contract in workspace.contracts() {
        let record = Record {
            toolchain: "rustc 0.0.0".to_string(),
            flags: String::new(),
            sources: digest(&workspace, &contract).unwrap(),
            optimiser: "wasm-opt 0".to_string(),
            unoptimised: sha256_hex(WASM),
            sha256: sha256_hex(WASM),
            bytes: WASM.len(),
        };
        Folder(workspace.wasm_folder()).store(&contract.stem, WASM, &record).unwrap();
    }
    sandbox
}

fn states(sandbox: &Sandbox) -> Vec<(String, State)> {
    let workspace = sandbox.workspace();
    let findings = check(&workspace, &workspace.contracts(), true).unwrap();
    findings.into_iter().map(|finding| (finding.name, finding.state)).collect()
}

#[test]
fn with_another_toolchain_the_source_hash_is_compared_and_the_output_says_so() {
    let sandbox = built();
    let workspace = sandbox.workspace();
    let findings = check(&workspace, &workspace.contracts(), true).unwrap();
    assert_eq!(findings.len(), 2);
    for finding in findings {
        assert!(!finding.is_drift());
        let text = finding.to_string();
        assert!(text.contains("not rebuilt, source hash equal (built with rustc 0.0.0; "), "{text}");
    }
}

#[test]
fn changed_sources_are_drift_of_that_contract() {
    let sandbox = built();
    sandbox.append("gamma/src/lib.rs", "// More.\n");
    let states = states(&sandbox);
    assert!(matches!(states[0].1, State::SourceHashEqual(..)));
    assert_eq!(states[1], ("gamma".to_string(), State::SourcesChanged));
}

#[test]
fn a_changed_file_is_drift_of_it_and_of_the_sums() {
    let sandbox = built();
    sandbox.append("wasm/gamma.wasm", "!");
    let states = states(&sandbox);
    assert_eq!(states[1], ("gamma".to_string(), State::Replaced));
    assert_eq!(states[2], ("SHA256SUMS".to_string(), State::SumsDiffer));
}

#[test]
fn a_contract_without_artefact_or_record_was_never_built() {
    for missing in ["wasm/gamma.wasm", "wasm/gamma.json"] {
        let sandbox = built();
        std::fs::remove_file(sandbox.path().join(missing)).unwrap();
        assert_eq!(states(&sandbox)[1], ("gamma".to_string(), State::Missing));
    }
}

#[test]
fn a_file_of_no_contract_is_drift() {
    let sandbox = built();
    sandbox.write("wasm/delta.wasm", "old");
    let found = states(&sandbox);
    assert!(found.contains(&("delta".to_string(), State::Orphan)));
    assert!(found.contains(&("SHA256SUMS".to_string(), State::SumsDiffer)));
}

#[test]
fn sums_are_those_that_sha256sum_checks() {
    let sandbox = built();
    let sums = std::fs::read_to_string(sandbox.path().join("wasm/SHA256SUMS")).unwrap();
    let hash = sha256_hex(WASM);
    assert_eq!(sums, format!("{hash}  alpha.wasm\n{hash}  gamma.wasm\n"));
}
