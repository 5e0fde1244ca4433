use std::collections::BTreeMap;

/// The mutants that no test can kill, with the reason why: rows of a table of Markdown whose first column is a mutant's
/// identity in backticks.
pub struct Equivalents(BTreeMap<String, String>);

impl Equivalents {
    /// Reads all such rows of a text.
    pub fn read(text: &str) -> Self {
        let row = |line: &str| {
            let (identity, reason) = line.strip_prefix("| `")?.strip_suffix('|')?.split_once("` | ")?;
            identity.contains(".rs: ").then(|| (identity.to_string(), reason.trim().to_string()))
        };
        Self(text.lines().filter_map(row).collect())
    }

    /// Why a mutant is equivalent, if it is listed.
    pub fn reason(&self, identity: &str) -> Option<&str> {
        self.0.get(identity).map(String::as_str)
    }
}
