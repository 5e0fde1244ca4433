//! The wasm file, its hash and its record belong together and to these sources.

use crate::support::contracts::keeper_of_one_value;
use crate::support::module::file;
use crate::support::settings;
use base64::prelude::{Engine, BASE64_STANDARD as STANDARD};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};

/// What README.md, "Speed and size", states.
const MOST_BYTES: usize = 4_000_000;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap_or_else(|error| panic!("{name}: {error}; run ./build.sh"))
}

fn recorded(field: &str) -> String {
    let record = read("nectar-host.build.json");
    let (_, rest) =
        record.split_once(&format!("\"{field}\": \"")).unwrap_or_else(|| panic!("no {field} in the record"));
    rest.split_once('"').unwrap().0.to_owned()
}

fn sha256(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}

fn files_below(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files_below(&path, found);
        } else {
            found.push(path);
        }
    }
}

/// As `build.sh` computes it: the hash of the lines of `sha256sum` over the sources in the order of their names.
fn source_sha256() -> String {
    let mut files: Vec<_> = ["Cargo.toml", "Cargo.lock", "build.sh", "package.json"].map(|f| root().join(f)).to_vec();
    files_below(&root().join("src"), &mut files);
    let mut names: Vec<_> =
        files.iter().map(|path| path.strip_prefix(root()).unwrap().to_str().unwrap().replace('\\', "/")).collect();
    names.sort();
    let line = |name: &String| format!("{}  {name}\n", sha256(&fs::read(root().join(name)).unwrap()));
    sha256(names.iter().map(line).collect::<String>().as_bytes())
}

#[test]
fn the_file_is_the_one_that_was_built_from_these_sources() {
    let hash = sha256(&file());
    assert_eq!(recorded("wasm_sha256"), hash);
    assert_eq!(read("nectar-host.wasm.sha256"), format!("{hash}  nectar-host.wasm\n"));
    assert_eq!(recorded("source_sha256"), source_sha256(), "other sources: run ./build.sh");
}

#[test]
fn the_file_is_within_its_size_and_names_no_folder_of_a_machine() {
    let file = file();
    assert!(file.len() <= MOST_BYTES, "{} bytes", file.len());
    for folder in ["/root", "/home", "/opt", "/tmp", "/work", "/usr"] {
        assert!(!file.windows(folder.len()).any(|window| window == folder.as_bytes()), "{folder} is in the file");
    }
}

#[test]
fn the_reference_caller_has_the_settings_and_the_contract_of_these_tests() {
    let lines: String = settings::encoded().iter().map(|bytes| STANDARD.encode(bytes) + "\n").collect();
    if std::env::var_os("NECTAR_WRITE").is_some() {
        fs::write(root().join("network-settings.txt"), &lines).unwrap();
    }
    assert!(read("network-settings.txt") == lines, "run this test once with NECTAR_WRITE=1");
    let contract = STANDARD.encode(keeper_of_one_value());
    assert!(read("reference-caller.mjs").contains(&contract), "its contract should be {contract}");
}
