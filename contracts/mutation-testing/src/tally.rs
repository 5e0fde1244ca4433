use crate::panel::Verdict;
use std::collections::BTreeMap;
use std::fmt;

/// Numbers of mutants, by file.
#[derive(Default)]
pub struct Tally(BTreeMap<String, Row>);

#[derive(Clone, Copy, Default)]
struct Row {
    killed: u32,
    timed_out: u32,
    unviable: u32,
    equivalent: u32,
    survived: u32,
}

impl Tally {
    /// Counts a mutant of `file`; `listed`: it is known to be equivalent.
    pub fn count(&mut self, file: &str, verdict: &Verdict, listed: bool) {
        let row = self.0.entry(file.to_string()).or_default();
        match verdict {
            Verdict::Killed(_) => row.killed += 1,
            Verdict::TimedOut(_) => row.timed_out += 1,
            Verdict::Unviable => row.unviable += 1,
            Verdict::Same => row.equivalent += 1,
            Verdict::Survived if listed => row.equivalent += 1,
            Verdict::Survived => row.survived += 1,
        }
    }

    /// Mutants that survived and are not known to be equivalent.
    pub fn survived(&self) -> u32 {
        self.0.values().map(|row| row.survived).sum()
    }
}

impl fmt::Display for Tally {
    /// A table in Markdown with a row a file and one for all.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "| file | mutants | killed | timed out | do not compile | equivalent | survive |")?;
        writeln!(f, "|---|---:|---:|---:|---:|---:|---:|")?;
        let mut all = Row::default();
        for (file, row) in &self.0 {
            write_row(f, &format!("`{file}`"), row)?;
            all.killed += row.killed;
            all.timed_out += row.timed_out;
            all.unviable += row.unviable;
            all.equivalent += row.equivalent;
            all.survived += row.survived;
        }
        write_row(f, "all", &all)
    }
}

fn write_row(f: &mut fmt::Formatter<'_>, name: &str, row: &Row) -> fmt::Result {
    let Row { killed, timed_out, unviable, equivalent, survived } = row;
    let mutants = killed + timed_out + unviable + equivalent + survived;
    writeln!(f, "| {name} | {mutants} | {killed} | {timed_out} | {unviable} | {equivalent} | {survived} |")
}
