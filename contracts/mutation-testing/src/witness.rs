use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A test that may notice a mutant.
#[derive(Clone, Debug)]
pub struct Witness {
    /// What it is called, e.g. `proofs draws::the_limit_is_cumulative_over_draws`.
    pub name: String,
    program: PathBuf,
    arguments: Vec<String>,
    folder: PathBuf,
    environment: Vec<(String, String)>,
    /// How long it may take: what takes longer has noticed that something is wrong.
    limit: Duration,
}

/// What a witness says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It notices nothing.
    Passed,
    /// It fails.
    Failed,
    /// It does not end in time.
    TimedOut,
}

impl Witness {
    /// A command that a witness's passing is told by, run in `folder`, with an hour to end.
    pub fn new(name: impl Into<String>, program: impl Into<PathBuf>, arguments: &[&str], folder: &Path) -> Self {
        Self {
            name: name.into(),
            program: program.into(),
            arguments: arguments.iter().map(|argument| argument.to_string()).collect(),
            folder: folder.to_path_buf(),
            environment: Vec::new(),
            limit: Duration::from_secs(3600),
        }
    }

    /// The same with a variable set in its environment.
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.environment.push((name.to_string(), value.into()));
        self
    }

    /// The same with less time to end.
    pub fn within(mut self, limit: Duration) -> Self {
        self.limit = limit;
        self
    }

    /// What a shell would have to be told to run it.
    pub fn command(&self) -> String {
        let variables: Vec<_> = self.environment.iter().map(|(name, value)| format!("{name}='{value}'")).collect();
        let (folder, program) = (self.folder.display(), self.program.display());
        format!("cd '{folder}' && {} '{program}' {}", variables.join(" "), self.arguments.join(" "))
    }

    /// Runs it. What it prints is not shown.
    pub fn ask(&self) -> Result<Outcome, String> {
        let mut command = Command::new(&self.program);
        command.args(&self.arguments).current_dir(&self.folder).envs(self.environment.iter().cloned());
        // In a group of its own, so that what it started ends with it.
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).process_group(0);
        let mut child = command.spawn().map_err(|e| format!("cannot run {}: {e}", self.program.display()))?;
        wait(&mut child, self.limit).map_err(|e| format!("{}: {e}", self.name))
    }
}

fn wait(child: &mut Child, limit: Duration) -> std::io::Result<Outcome> {
    let begin = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(if status.success() { Outcome::Passed } else { Outcome::Failed });
        }
        if begin.elapsed() > limit {
            Command::new("kill").args(["-KILL", "--", &format!("-{}", child.id())]).status()?;
            child.wait()?;
            return Ok(Outcome::TimedOut);
        }
        std::thread::sleep(Duration::from_millis(5));
    }
}
