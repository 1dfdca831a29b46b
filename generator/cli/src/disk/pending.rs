//! A file being written beside its place, and moved into it when it is whole.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, BufWriter, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use super::Failure;

/// A file that is not at its place yet. Dropped before [`Pending::keep`], it leaves nothing.
pub(crate) struct Pending {
    path: PathBuf,
    temporary: PathBuf,
    out: BufWriter<File>,
}

impl Pending {
    /// Starts the file of that path. An existing one is only replaced when `force` says so, and one of `others` never:
    /// they are what the file is made from, under whatever name.
    pub(crate) fn start(path: &Path, force: bool, others: &[&Path]) -> Result<Self, Failure> {
        let name = name_in_its_folder(path)?;
        if let Some(other) = others.iter().find(|other| is_same(path, other)) {
            let what = if *other == path { String::new() } else { format!(" (c'est aussi « {} »)", other.display()) };
            return Err(Failure::usage(format!("« {} »{what} n'est jamais écrasé : donnez un autre nom", path.display())));
        }
        if let Ok(kind) = fs::metadata(path)
            && !kind.is_file()
        {
            return Err(Failure::usage(format!("« {} » n'est pas un fichier ordinaire : donnez un autre nom", path.display())));
        }
        if !force && fs::symlink_metadata(path).is_ok() {
            return Err(Failure::usage(format!(
                "« {} » existe déjà : rien n'a été touché ; --force le remplace",
                path.display()
            )));
        }
        Self::beside(path, &format!("-{}", name.to_string_lossy()))
    }

    /// A text to print at the end, kept beside a file in the meantime.
    pub(crate) fn scratch(path: &Path) -> Result<Self, Failure> {
        Self::beside(path, "")
    }

    fn beside(path: &Path, name: &str) -> Result<Self, Failure> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let temporary = folder.join(format!(".en-cours-{}{name}", std::process::id()));
        // What a run of the same number left is nobody's.
        let _ = fs::remove_file(&temporary);
        let file = File::options().read(true).write(true).create_new(true).open(&temporary);
        let file = file.map_err(|error| Failure::new("écriture impossible de", path, &error))?;
        Ok(Self { path: path.to_path_buf(), temporary, out: BufWriter::with_capacity(1 << 18, file) })
    }

    /// Adds bytes.
    pub(crate) fn add(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        self.out.write_all(bytes).map_err(|error| self.failure(&error))
    }

    /// Empties it.
    pub(crate) fn restart(&mut self) -> Result<(), Failure> {
        let emptied = self.out.seek(SeekFrom::Start(0)).and_then(|_| self.out.get_ref().set_len(0));
        emptied.map_err(|error| self.failure(&error))
    }

    /// Writes what is held: nothing but the move is then left to [`Pending::keep`], which a full disk does not refuse.
    pub(crate) fn settle(&mut self) -> Result<(), Failure> {
        let written = self.out.flush();
        written.map_err(|error| self.failure(&error))
    }

    /// Moves it to its place.
    pub(crate) fn keep(mut self) -> Result<(), Failure> {
        let kept = self.out.flush().and_then(|()| fs::rename(&self.temporary, &self.path));
        kept.map_err(|error| self.failure(&error))
    }

    /// Copies it to the standard output.
    pub(crate) fn print(mut self) -> io::Result<()> {
        self.out.flush()?;
        let mut file = self.out.get_ref();
        file.seek(SeekFrom::Start(0))?;
        io::copy(&mut file, &mut io::stdout())?;
        io::stdout().flush()
    }

    /// What the disk answered, told.
    pub(crate) fn failure(&self, error: &io::Error) -> Failure {
        Failure::new("écriture impossible de", &self.path, error)
    }
}

impl Write for Pending {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

impl Drop for Pending {
    fn drop(&mut self) {
        // After a move there is nothing left to remove.
        let _ = fs::remove_file(&self.temporary);
    }
}

/// The name of a file to write. Refuses what names none, and a folder that is missing: a slip of the keyboard makes no folder.
pub(crate) fn name_in_its_folder(path: &Path) -> Result<&OsStr, Failure> {
    if path == Path::new("-") {
        return Err(Failure::usage("« - » : la sortie est un fichier, donnez-lui un nom".to_owned()));
    }
    let Some(name) = path.file_name() else {
        return Err(Failure::usage(format!("« {} » ne nomme pas un fichier", path.display())));
    };
    match path.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.exists()) {
        Some(folder) => Err(Failure::usage(format!(
            "le dossier « {} » n'existe pas : créez-le, ou écrivez « {} » ailleurs",
            folder.display(),
            name.to_string_lossy()
        ))),
        None => Ok(name),
    }
}

/// Refuses to write over a file that is read, whatever the names it goes by.
pub(crate) fn refuse_same(input: &Path, output: &Path) -> Result<(), Failure> {
    if is_same(input, output) {
        return Err(Failure::usage(format!("« {} » est le fichier lu : donnez un autre nom à la sortie", output.display())));
    }
    Ok(())
}

/// Whether two paths lead to one file, through links of either kind.
fn is_same(one: &Path, other: &Path) -> bool {
    if one == other {
        return true;
    }
    if let (Ok(one), Ok(other)) = (fs::canonicalize(one), fs::canonicalize(other))
        && one == other
    {
        return true;
    }
    #[cfg(unix)]
    if let (Ok(one), Ok(other)) = (fs::metadata(one), fs::metadata(other)) {
        use std::os::unix::fs::MetadataExt;
        return (one.dev(), one.ino()) == (other.dev(), other.ino());
    }
    false
}
