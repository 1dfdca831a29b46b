//! A PostgreSQL of its own, in a temporary folder, reached by a Unix socket only.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

use super::super::tool;

/// A server that stops with the value.
pub(super) struct Server {
    folder: TempDir,
}

impl Server {
    /// Creates the files of a server and starts it.
    pub(super) fn start() -> Self {
        let folder = tempfile::Builder::new().prefix("pg").tempdir_in("/tmp").expect("a folder");
        if let Some(user) = other_user() {
            tool::succeed(Command::new("chown").arg(user).arg(folder.path()));
        }
        let server = Self { folder };
        let data = server.data();
        let mut initdb = server_program("initdb");
        initdb.args(["-U", "essai", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync", "-D"]).arg(&data);
        tool::succeed(initdb.current_dir("/tmp"));
        let options = format!("-k {} -F -c listen_addresses=''", server.folder.path().display());
        let mut start = server_program("pg_ctl");
        start.args(["-w", "-t", "300", "-o", &options, "-l"]).arg(server.folder.path().join("journal")).arg("-D").arg(&data);
        tool::succeed(start.arg("start").current_dir("/tmp"));
        server
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("donnees")
    }

    /// A new database, whose names are looked for in that schema.
    pub(super) fn database<'s>(&'s self, name: &str, schema: &str) -> Database<'s> {
        let database = Database { server: self, name: name.to_owned(), schema: schema.to_owned() };
        let first = Database { server: self, name: "postgres".into(), schema: "public".into() };
        first.run(&format!("CREATE DATABASE \"{name}\""));
        database
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let mut stop = server_program("pg_ctl");
        stop.args(["-m", "immediate", "-w", "-D"]).arg(self.data()).arg("stop").current_dir("/tmp");
        tool::run(&mut stop);
    }
}

/// PostgreSQL refuses to run as root.
fn other_user() -> Option<&'static str> {
    let id = tool::succeed(Command::new("id").arg("-u"));
    let has = |user: &str| tool::run(Command::new("id").arg(user)).code == Some(0);
    (id.trim() == "0").then(|| if has("postgres") { "postgres" } else { "nobody" })
}

/// A program of the server, under a user that may run it, by its real path since that user may not read ours.
fn server_program(name: &str) -> Command {
    let program = tool::program("sql", &format!("postgresql/{name}"));
    let path = fs::canonicalize(program.get_program()).expect("a program");
    let Some(user) = other_user() else {
        let mut command = Command::new(path);
        command.stdin(Stdio::null());
        return command;
    };
    let mut command = Command::new("runuser");
    command.stdin(Stdio::null()).args(["-u", user, "--"]).arg(path);
    command
}

/// A database of the server.
pub(super) struct Database<'s> {
    server: &'s Server,
    name: String,
    schema: String,
}

impl Database<'_> {
    /// What the environment of a client needs to reach it.
    pub(super) fn environment(&self, command: &mut Command) {
        command
            .env("PGHOST", self.server.folder.path())
            .env("PGUSER", "essai")
            .env("PGDATABASE", &self.name)
            .env("PGOPTIONS", format!("-c search_path={}", self.schema))
            .env("PGCLIENTENCODING", "UTF8")
            .env("PSQLRC", "/dev/null");
    }

    fn psql(&self) -> Command {
        let mut command = tool::program("sql", "postgresql/psql");
        command.args(["-q", "-A", "-t", "-v", "ON_ERROR_STOP=1"]);
        self.environment(&mut command);
        command
    }

    /// Runs statements that must succeed, and gives what they print.
    pub(super) fn run(&self, sql: &str) -> String {
        tool::succeed(self.psql().args(["-c", sql]))
    }

    /// Runs statements that must fail, and gives the error.
    pub(super) fn refused(&self, sql: &str) -> String {
        let ran = tool::run(self.psql().args(["-c", sql]));
        assert_ne!(ran.code, Some(0), "{sql}");
        ran.said
    }

    /// Runs a file, and gives its code and what it prints.
    pub(super) fn file(&self, text: &[u8]) -> tool::Ran {
        let path = self.server.folder.path().join("script.sql");
        fs::write(&path, text).expect("writable");
        tool::run(self.psql().arg("-f").arg(&path))
    }

    /// The rows of a query, each as JSON.
    pub(super) fn rows(&self, query: &str) -> Vec<Value> {
        let text = self.run(&format!("SELECT to_json(q) FROM ({query}) AS q"));
        text.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))).collect()
    }

    /// Copies a CSV file into a table or a view.
    pub(super) fn copy(&self, into: &str, csv: &[u8]) {
        let mut command = self.psql();
        command.args(["-c", &format!("COPY {into} FROM STDIN WITH (FORMAT csv, HEADER true)")]);
        let mut child = command.stdin(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("psql runs");
        child.stdin.take().expect("an input").write_all(csv).expect("psql reads");
        let output = child.wait_with_output().expect("psql ends");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
}
