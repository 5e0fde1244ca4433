use crate::compile::{FLAGS, PROFILE};
use crate::workspace::{Contract, Workspace};
use cargo_metadata::{DependencyKind, Package, PackageId};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use toml::Table;

/// SHA-256 (hex) over everything in the repository that decides a contract's bytes: its sources and manifest, those
/// of the workspace crates it depends on, the exact versions of all other dependencies, the profile and the flags.
///
/// Left out, because no byte depends on them: dev-dependencies, and the files and folders `test`, `tests` inside
/// `src`, which by the workspace's convention are compiled for tests only. So an edit of one contract marks that
/// contract and nothing else.
pub fn digest(workspace: &Workspace, contract: &Contract) -> Result<String, String> {
    let closure = closure(workspace, contract)?;
    let mut parts = BTreeMap::new();
    parts.insert("flags".to_string(), FLAGS.join(" ").into_bytes());
    let mut inherited = BTreeSet::new();
    let mut versions = String::new();
    for package in &closure {
        if package.source.is_some() {
            versions += &format!("{} {}\n", package.name, package.version);
            continue;
        }
        let folder = package.manifest_path.parent().ok_or("a manifest has no folder")?.as_std_path();
        let manifest = manifest(package.manifest_path.as_std_path())?;
        inherited.extend(inherited_dependencies(&manifest));
        parts.insert(format!("{}/Cargo.toml", package.name), manifest.to_string().into_bytes());
        read_sources(&format!("{}/src", package.name), &folder.join("src"), &mut parts)?;
    }
    parts.insert("dependencies".to_string(), versions.into_bytes());
    let shared = shared_settings(&workspace.root, &inherited)?;
    parts.insert("workspace".to_string(), shared.into_bytes());

    let mut hash = Sha256::new();
    for (name, bytes) in parts {
        for field in [name.as_bytes(), &bytes] {
            hash.update((field.len() as u64).to_be_bytes());
            hash.update(field);
        }
    }
    Ok(crate::record::hex(&hash.finalize()))
}

/// The contract and all that is compiled into it or runs in its build, by name and version, for every platform.
fn closure<'a>(workspace: &'a Workspace, contract: &Contract) -> Result<Vec<&'a Package>, String> {
    let metadata = &workspace.metadata;
    let resolve = metadata.resolve.as_ref().ok_or("cargo metadata has no graph")?;
    let nodes: BTreeMap<_, _> = resolve.nodes.iter().map(|node| (&node.id, node)).collect();
    let root = metadata
        .workspace_packages()
        .into_iter()
        .find(|package| package.name.as_str() == contract.name)
        .ok_or_else(|| format!("no crate is called {}", contract.name))?;
    let mut seen: BTreeSet<&PackageId> = BTreeSet::new();
    let mut open = vec![&root.id];
    while let Some(id) = open.pop() {
        if !seen.insert(id) {
            continue;
        }
        let node = nodes.get(id).ok_or_else(|| format!("{id} is not in the graph"))?;
        let used = node.deps.iter().filter(|dep| dep.dep_kinds.iter().any(|k| k.kind != DependencyKind::Development));
        open.extend(used.map(|dep| &dep.pkg));
    }
    let mut packages: Vec<_> = metadata.packages.iter().filter(|package| seen.contains(&package.id)).collect();
    packages.sort_by(|a, b| (&a.name, &a.version).cmp(&(&b.name, &b.version)));
    Ok(packages)
}

fn table(file: &Path) -> Result<Table, String> {
    let text = std::fs::read_to_string(file).map_err(|e| format!("{}: {e}", file.display()))?;
    text.parse().map_err(|e| format!("{}: {e}", file.display()))
}

fn manifest(file: &Path) -> Result<Table, String> {
    let mut manifest = table(file)?;
    manifest.remove("dev-dependencies");
    Ok(manifest)
}

fn inherited_dependencies(manifest: &Table) -> Vec<String> {
    ["dependencies", "build-dependencies"]
        .iter()
        .filter_map(|kind| manifest.get(*kind)?.as_table())
        .flat_map(|table| table.keys().cloned())
        .collect()
}

/// What of the workspace's own manifest reaches a contract: package fields, the profiles, inherited dependencies.
fn shared_settings(root: &Path, inherited: &BTreeSet<String>) -> Result<String, String> {
    let manifest = table(&root.join("Cargo.toml"))?;
    let workspace = manifest.get("workspace").and_then(|w| w.as_table());
    let field = |name: &str| workspace.and_then(|w| w.get(name));
    let mut shared = Table::new();
    if let Some(package) = field("package") {
        shared.insert("package".into(), package.clone());
    }
    if let Some(dependencies) = field("dependencies").and_then(|d| d.as_table()) {
        let used = dependencies.iter().filter(|(k, _)| inherited.contains(*k));
        let used: Table = used.map(|(k, v)| (k.clone(), v.clone())).collect();
        shared.insert("dependencies".into(), used.into());
    }
    for profile in ["release", PROFILE] {
        let settings = manifest.get("profile").and_then(|p| p.get(profile));
        if let Some(settings) = settings {
            shared.insert(format!("profile-{profile}"), settings.clone());
        }
    }
    Ok(shared.to_string())
}

fn read_sources(label: &str, folder: &Path, parts: &mut BTreeMap<String, Vec<u8>>) -> Result<(), String> {
    let entries = std::fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    for entry in entries {
        let path = entry.map_err(|e| format!("{}: {e}", folder.display()))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if matches!(name.trim_end_matches(".rs"), "test" | "tests") {
            continue;
        }
        let label = format!("{label}/{name}");
        if path.is_dir() {
            read_sources(&label, &path, parts)?;
        } else {
            let bytes = std::fs::read(&path).map_err(|e| format!("{}: {e}", path.display()))?;
            parts.insert(label, bytes);
        }
    }
    Ok(())
}
