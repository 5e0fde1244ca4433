//! A small workspace to change at will: contracts `alpha`, which uses the crate `beta`, and `gamma`.

use std::{fs, path::Path, process::Command};
use tempfile::TempDir;
use wasm_artefacts::Workspace;

pub struct Sandbox(TempDir);

impl Sandbox {
    pub fn new() -> Self {
        let sandbox = Sandbox(TempDir::new().unwrap());
        sandbox.write(
            "Cargo.toml",
            "[workspace]\nresolver = \"2\"\nmembers = [\"alpha\", \"beta\", \"gamma\"]\n\
             [workspace.dependencies]\nbeta = { path = \"beta\" }\n\
             [profile.release]\noverflow-checks = true\n[profile.contract]\ninherits = \"release\"\n",
        );
        sandbox.krate("alpha", "cdylib", "[dependencies]\nbeta = { workspace = true }\n");
        sandbox.krate("beta", "rlib", "");
        sandbox.krate("gamma", "cdylib", "");
        sandbox.lock();
        sandbox
    }

    fn krate(&self, name: &str, kind: &str, dependencies: &str) {
        let manifest = format!(
            "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2021\"\n\
             [lib]\ncrate-type = [\"{kind}\"]\n{dependencies}"
        );
        self.write(&format!("{name}/Cargo.toml"), &manifest);
        self.write(&format!("{name}/src/lib.rs"), "//! Nothing.\n");
    }

    fn lock(&self) {
        let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_string());
        let mut generate = Command::new(cargo);
        generate.args(["generate-lockfile", "--offline", "--quiet"]).current_dir(self.0.path());
        assert!(generate.status().unwrap().success());
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    pub fn write(&self, file: &str, text: &str) {
        let file = self.0.path().join(file);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }

    pub fn append(&self, file: &str, text: &str) {
        let old = fs::read_to_string(self.0.path().join(file)).unwrap();
        self.write(file, &(old + text));
    }

    pub fn workspace(&self) -> Workspace {
        Workspace::load_from(self.0.path()).unwrap()
    }
}
