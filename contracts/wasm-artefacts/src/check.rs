use crate::make::build;
use crate::optimise::Optimiser;
use crate::record::{sha256_hex, Folder};
use crate::sources::digest;
use crate::toolchain::Toolchain;
use crate::workspace::{Contract, Workspace};
use std::fmt;

/// What the check found of one artefact, or of the folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The contract's crate name, the artefact's stem, or `SHA256SUMS`.
    pub name: String,
    /// What is the case with it.
    pub state: State,
}

/// The states an artefact can be in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// Sound: built anew by this, the recorded toolchain, with equal bytes.
    RebuiltEqual(String),
    /// Sound as far as could be told: built anew by this, the recorded toolchain, with equal bytes before optimising;
    /// the recorded optimiser (second) is not here.
    RebuiltUnoptimised(String, String),
    /// Sound as far as could be told: the recorded toolchain (first) is not here, so only the source hash was
    /// compared. Second: the toolchains that are here.
    SourceHashEqual(String, Vec<String>),
    /// The contract has no artefact or no readable record.
    Missing,
    /// The artefact is not the one that its record tells of.
    Replaced,
    /// The sources have changed since the artefact was built.
    SourcesChanged,
    /// The recorded toolchain makes other bytes from the same sources.
    BytesDiffer,
    /// `SHA256SUMS` does not list the artefacts that are there.
    SumsDiffer,
    /// The artefact belongs to no contract of the workspace.
    Orphan,
}

impl Finding {
    /// Whether sources and artefacts have drifted apart here.
    pub fn is_drift(&self) -> bool {
        !matches!(self.state, State::RebuiltEqual(_) | State::RebuiltUnoptimised(..) | State::SourceHashEqual(..))
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = &self.name;
        let again = format!("run ./build.sh {name}");
        match &self.state {
            State::RebuiltEqual(toolchain) => {
                write!(f, "{name}: rebuilt with {toolchain}, equal byte for byte")
            }
            State::RebuiltUnoptimised(toolchain, optimiser) => write!(
                f,
                "{name}: rebuilt with {toolchain}, equal byte for byte before optimising; not optimised again, since \
                 {optimiser} is not installed here (npm ci in wasm-artefacts/binaryen installs it)"
            ),
            State::SourceHashEqual(recorded, here) => {
                let here = match here.is_empty() {
                    true => "no toolchain here builds contracts".to_string(),
                    false => format!("here is {}", here.join(" and ")),
                };
                write!(f, "{name}: not rebuilt, source hash equal (built with {recorded}; {here})")
            }
            State::Missing => write!(f, "{name} was never built: {again}"),
            State::Replaced => write!(f, "{name}: the file is not the recorded one: {again}"),
            State::SourcesChanged => write!(f, "{name}: sources changed since the build: {again}"),
            State::BytesDiffer => {
                write!(f, "{name}: the recorded toolchain makes other bytes of these sources: {again}")
            }
            State::SumsDiffer => write!(f, "{name} does not fit the files: run ./build.sh"),
            State::Orphan => write!(f, "{name}.wasm belongs to no contract: delete it"),
        }
    }
}

/// Compares artefacts, records and sources; with `whole_folder` also `SHA256SUMS` and files that belong to nobody.
/// An error means that the check itself could not be made.
pub fn check(workspace: &Workspace, contracts: &[Contract], whole_folder: bool) -> Result<Vec<Finding>, String> {
    let folder = Folder(workspace.wasm_folder());
    let toolchains = Toolchain::all();
    let mut findings = Vec::new();
    for contract in contracts {
        let name = contract.name.clone();
        let state = check_one(workspace, &folder, &toolchains, contract)?;
        findings.push(Finding { name, state });
    }
    if whole_folder {
        if folder.sums()? != folder.stored_sums() {
            let name = "SHA256SUMS".to_string();
            let state = State::SumsDiffer;
            findings.push(Finding { name, state });
        }
        let known = |stem: &String| contracts.iter().any(|c| c.stem == *stem);
        let orphans = folder.stems()?.into_iter().filter(|stem| !known(stem));
        findings.extend(orphans.map(|name| Finding { name, state: State::Orphan }));
    }
    Ok(findings)
}

fn check_one(
    workspace: &Workspace,
    folder: &Folder,
    toolchains: &[Toolchain],
    contract: &Contract,
) -> Result<State, String> {
    let stored = folder.wasm(&contract.stem).zip(folder.record(&contract.stem));
    let Some((wasm, record)) = stored else {
        return Ok(State::Missing);
    };
    if sha256_hex(&wasm) != record.sha256 || wasm.len() != record.bytes {
        return Ok(State::Replaced);
    }
    if digest(workspace, contract)? != record.sources {
        return Ok(State::SourcesChanged);
    }
    let same = toolchains.iter().find(|t| t.identity == record.toolchain);
    let Some(toolchain) = same else {
        let here = toolchains.iter().map(|t| t.identity.clone()).collect();
        return Ok(State::SourceHashEqual(record.toolchain, here));
    };
    let unoptimised = build(workspace, toolchain, contract)?;
    if sha256_hex(&unoptimised) != record.unoptimised {
        return Ok(State::BytesDiffer);
    }
    let Some(optimiser) = Optimiser::installed().filter(|here| here.identity == record.optimiser) else {
        return Ok(State::RebuiltUnoptimised(record.toolchain, record.optimiser));
    };
    if optimiser.optimise(&unoptimised)? != wasm {
        return Ok(State::BytesDiffer);
    }
    Ok(State::RebuiltEqual(format!("{}, {}", record.toolchain, record.optimiser)))
}
