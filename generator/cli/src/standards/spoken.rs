//! The version that a header speaks.
//!
//! In: the present standard and a header. Out: the standard to hold the file against, and the sentences that say why.
//! Versions of the past are read only when the present one does not know each column: most files never pay for it.

use std::path::Path;

use standard_mediation_codegen::source::past;
use standard_mediation_model::count::counted;
use standard_mediation_model::data::{self, Spoken};
use standard_mediation_model::{Standard, Version};

use super::{Where, read};
use crate::disk::Failure;

impl Where {
    /// The standard that a file is held against, and why, one sentence each. `asked` is that of [`Where::asked`], and is
    /// kept when a version was asked for.
    pub(crate) fn spoken(&self, asked: Standard, header: &[String], file: &Path) -> Result<(Standard, Vec<String>), Failure> {
        if self.standard.is_some() {
            let said = vec![format!("standard {}, comme demandé", asked.identity.version)];
            return Ok((asked, said));
        }
        if data::knows_all(&asked, header) {
            let said = (!header.is_empty()).then(|| present(&asked, header)).into_iter().collect();
            return Ok((asked, said));
        }
        let (mut past, absent) = self.past(&asked)?;
        let ranked = data::spoken(header, &asked, &past);
        let Some(best) = ranked.first() else { return Ok((asked, Vec::new())) };
        let mut said = vec![sentence(best, &same_header(best.version, &asked, &past))];
        if !absent.is_empty() {
            said.push(format!("versions que l'on n'a pas pu essayer, faute de leur fichier : {}", list(&absent)));
        }
        let Some(chosen) = past.iter().position(|standard| standard.identity.version == best.version) else {
            return Ok((asked, said));
        };
        let mut chosen = past.swap_remove(chosen);
        data::lend_aliases(&asked, &mut chosen);
        let (name, last) = (crate::show::slashed(file), asked.identity.version);
        let name = if name.contains(' ') { format!("\"{name}\"") } else { name.into_owned() };
        said.push(format!("pour passer à la version {last} : cargo standard migrate {name} --vers {last} -o SORTIE"));
        Ok((chosen, said))
    }

    /// The versions of the past that have a file, and the numbers of those that have none.
    fn past(&self, present: &Standard) -> Result<(Vec<Standard>, Vec<Version>), Failure> {
        let (mut past, mut absent) = (Vec::new(), Vec::new());
        for release in present.history.iter().filter(|release| release.version != present.identity.version) {
            let path = self.schema.join(past::path(release.version));
            if path.is_file() {
                past.push(read(&path)?);
            } else {
                absent.push(release.version);
            }
        }
        Ok((past, absent))
    }
}

fn present(standard: &Standard, header: &[String]) -> String {
    let version = standard.identity.version;
    let since = header.iter().filter_map(|name| standard.field(name)).map(|field| field.since).max();
    let known = standard.fields.iter().filter(|field| header.contains(&field.name)).count();
    let old = since.filter(|since| *since < version);
    let old = old.map_or_else(String::new, |since| format!(" ; toutes existent depuis la version {since}"));
    format!("standard {version} : {} sur {}{old}", counted(known, "colonne", "colonnes"), standard.fields.len())
}

fn sentence(best: &Spoken, same: &[Version]) -> String {
    let Spoken { version, known, fields, .. } = best;
    if *known == 0 {
        return format!("aucune colonne de l'en-tête n'est du standard ; le fichier est lu comme {version}");
    }
    let what = if best.is_whole() { "l'en-tête est celui" } else { "l'en-tête ressemble le plus à celui" };
    let same = match same {
        [] => String::new(),
        [one] => format!(" ; la version {one} a le même en-tête"),
        several => format!(" ; les versions {} ont le même en-tête", list(several)),
    };
    let read = if same.is_empty() { String::new() } else { format!(", lu comme {version}") };
    format!("{what} de la version {version} : {} sur {fields}{same}{read}", counted(*known, "colonne", "colonnes"))
}

/// The other versions that have the columns of one, in the same order.
fn same_header(version: Version, present: &Standard, past: &[Standard]) -> Vec<Version> {
    let all = || past.iter().chain([present]);
    let names = |standard: &Standard| standard.fields.iter().map(|field| field.name.clone()).collect::<Vec<_>>();
    let chosen = all().find(|standard| standard.identity.version == version).map(names);
    let same = all().filter(|standard| standard.identity.version != version && Some(names(standard)) == chosen);
    same.map(|standard| standard.identity.version).collect()
}

fn list(versions: &[Version]) -> String {
    let texts: Vec<String> = versions.iter().map(ToString::to_string).collect();
    match texts.as_slice() {
        [rest @ .., last] if !rest.is_empty() => format!("{} et {last}", rest.join(", ")),
        texts => texts.concat(),
    }
}
