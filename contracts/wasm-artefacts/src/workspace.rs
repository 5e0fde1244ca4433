use cargo_metadata::{CrateType, Metadata, MetadataCommand, Package};
use std::path::{Path, PathBuf};

/// The cargo workspace that the contracts live in.
pub struct Workspace {
    /// Folder of the workspace's `Cargo.toml`.
    pub root: PathBuf,
    /// The resolved dependency graph, for every platform.
    pub metadata: Metadata,
}

/// One contract crate: a workspace member that builds a `cdylib`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contract {
    /// Crate name, e.g. `nectar-vault`.
    pub name: String,
    /// Name of cargo's output and of ours without the ending, e.g. `nectar_vault`.
    pub stem: String,
}

impl Workspace {
    /// Loads the workspace around this crate. Fails when `Cargo.lock` does not fit the manifests.
    pub fn load() -> Result<Self, String> {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        Self::load_from(here.parent().ok_or("this crate has no parent folder")?)
    }

    /// Loads the workspace whose root manifest is in `root`.
    pub fn load_from(root: &Path) -> Result<Self, String> {
        let metadata = MetadataCommand::new()
            .manifest_path(root.join("Cargo.toml"))
            .other_options(vec!["--locked".to_string()])
            .exec()
            .map_err(|e| format!("cargo metadata: {e}"))?;
        Ok(Self { root: metadata.workspace_root.clone().into_std_path_buf(), metadata })
    }

    /// Every contract, by name.
    pub fn contracts(&self) -> Vec<Contract> {
        let mut contracts: Vec<_> = self.metadata.workspace_packages().into_iter().filter_map(contract).collect();
        contracts.sort_by(|a, b| a.name.cmp(&b.name));
        contracts
    }

    /// The contracts named, or all for no names. An unknown name is refused with the list of the known.
    pub fn select(&self, names: &[String]) -> Result<Vec<Contract>, String> {
        let all = self.contracts();
        if names.is_empty() {
            return Ok(all);
        }
        let find = |name: &String| {
            all.iter().find(|c| c.name == *name).cloned().ok_or_else(|| {
                let known: Vec<_> = all.iter().map(|c| c.name.as_str()).collect();
                format!("no contract is called {name}; there are {}", known.join(", "))
            })
        };
        names.iter().map(find).collect()
    }

    /// Where the built files are kept.
    pub fn wasm_folder(&self) -> PathBuf {
        self.root.join("wasm")
    }

    /// Where the wasm builds work: a folder of its own below `CARGO_TARGET_DIR` (default `target`), so that they
    /// neither wait for native builds nor disturb them.
    pub fn build_folder(&self) -> PathBuf {
        self.metadata.target_directory.join("wasm").into_std_path_buf()
    }
}

fn contract(package: &Package) -> Option<Contract> {
    let library = package.targets.iter().find(|t| t.crate_types.contains(&CrateType::CDyLib))?;
    Some(Contract { name: package.name.to_string(), stem: library.name.replace('-', "_") })
}
