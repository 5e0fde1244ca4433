//! The repository's own artefacts belong to its sources.

use wasm_artefacts::{check, Workspace};

#[test]
fn every_artefact_belongs_to_the_sources_beside_it() {
    let workspace = Workspace::load().unwrap();
    let contracts = workspace.contracts();
    assert!(!contracts.is_empty());
    let findings = check(&workspace, &contracts, true).unwrap();
    // Shown by `--nocapture`, and with a failure: how each was compared.
    for finding in &findings {
        println!("{finding}");
    }
    let drifted: Vec<_> = findings.iter().filter(|finding| finding.is_drift()).collect();
    assert!(drifted.is_empty(), "sources and artefacts have drifted apart");
    assert_eq!(findings.len(), contracts.len());
}
