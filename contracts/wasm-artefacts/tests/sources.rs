//! Which edits mark which artefact as drifted.

mod support;

use support::Sandbox;

/// The digest of one contract of the sandbox.
fn digest_of(sandbox: &Sandbox, name: &str) -> String {
    let workspace = sandbox.workspace();
    let contract = workspace.select(&[name.to_string()]).unwrap().remove(0);
    wasm_artefacts::digest(&workspace, &contract).unwrap()
}

/// Whether an edit changes the digests of alpha and of gamma.
fn changed(edit: impl Fn(&Sandbox)) -> (bool, bool) {
    let sandbox = Sandbox::new();
    let digests = || ["alpha", "gamma"].map(|name| digest_of(&sandbox, name));
    let before = digests();
    assert_eq!(before, digests());
    edit(&sandbox);
    let after = digests();
    (before[0] != after[0], before[1] != after[1])
}

#[test]
fn an_edit_of_a_contract_marks_it_and_no_other() {
    assert_eq!(changed(|s| s.append("gamma/src/lib.rs", "// More.\n")), (false, true));
    assert_eq!(changed(|s| s.write("gamma/src/new.rs", "")), (false, true));
    assert_eq!(changed(|s| s.append("gamma/Cargo.toml", "doctest = false\n")), (false, true));
}

#[test]
fn an_edit_of_a_crate_marks_the_contracts_that_use_it() {
    assert_eq!(changed(|s| s.append("beta/src/lib.rs", "// More.\n")), (true, false));
    assert_eq!(changed(|s| s.append("beta/Cargo.toml", "doctest = false\n")), (true, false));
}

#[test]
fn an_edit_of_the_profile_marks_every_contract() {
    assert_eq!(changed(|s| s.append("Cargo.toml", "opt-level = 2\n")), (true, true));
}

#[test]
fn an_edit_of_an_inherited_dependency_marks_who_inherits_it() {
    let edit = |s: &Sandbox| {
        let manifest = std::fs::read_to_string(s.path().join("Cargo.toml")).unwrap();
        s.write("Cargo.toml", &manifest.replace("path = \"beta\"", "path = \"beta\", default-features = false"));
    };
    assert_eq!(changed(edit), (true, false));
}

#[test]
fn tests_and_what_only_they_need_mark_nothing() {
    assert_eq!(changed(|s| s.write("alpha/src/test.rs", "// A test.\n")), (false, false));
    assert_eq!(changed(|s| s.write("alpha/src/test/more.rs", "// A test.\n")), (false, false));
    assert_eq!(changed(|s| s.write("alpha/tests/more.rs", "// A test.\n")), (false, false));
    let edit = |s: &Sandbox| s.append("gamma/Cargo.toml", "[dev-dependencies]\nbeta = { workspace = true }\n");
    let with_lock = |s: &Sandbox| {
        edit(s);
        let lock = std::fs::read_to_string(s.path().join("Cargo.lock")).unwrap();
        let gamma = "name = \"gamma\"\nversion = \"0.1.0\"\n";
        s.write("Cargo.lock", &lock.replace(gamma, &format!("{gamma}dependencies = [\n \"beta\",\n]\n")));
    };
    assert_eq!(changed(with_lock), (false, false));
}

#[test]
fn a_workspace_elsewhere_has_the_same_digest() {
    let [here, there] = [Sandbox::new(), Sandbox::new()];
    assert_ne!(here.path(), there.path());
    assert_eq!(digest_of(&here, "alpha"), digest_of(&there, "alpha"));
}

#[test]
fn an_unknown_contract_is_refused_with_the_list_of_the_known() {
    let refused = Sandbox::new().workspace().select(&["beta".to_string()]);
    assert_eq!(refused.unwrap_err(), "no contract is called beta; there are alpha, gamma");
}
