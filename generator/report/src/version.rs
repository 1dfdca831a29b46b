//! The version that a header speaks.
//!
//! In: the present standard and a header. Out: the standard to hold the file against, and the sentences that say why.
//! Versions of the past are asked for only when the present one does not know each column: most files never pay for it.

use standard_mediation_model::count::counted;
use standard_mediation_model::data::{self, Spoken};
use standard_mediation_model::{Standard, Version};

/// What a file is held against.
pub struct Chosen {
    /// The standard.
    pub standard: Standard,
    /// Why, one sentence each.
    pub said: Vec<String>,
    /// Whether a later version takes what this one describes.
    pub is_past: bool,
}

impl Chosen {
    /// The version that was asked for, whatever the header.
    pub fn asked(standard: Standard) -> Self {
        let said = vec![format!("standard {}, comme demandé", standard.identity.version)];
        Self { standard, said, is_past: false }
    }
}

/// Versions of the past, and the numbers of those that could not be had.
pub type Past = (Vec<Standard>, Vec<Version>);

/// The standard that a file is held against. `name` is how the file would be given to the command; `past` gives the
/// versions before the present one.
///
/// # Errors
/// Those of `past`.
pub fn chosen<E>(
    present: Standard,
    header: &[String],
    name: &str,
    past: impl FnOnce(&Standard) -> Result<Past, E>,
) -> Result<Chosen, E> {
    let stay = |present, said| Ok(Chosen { standard: present, said, is_past: false });
    if data::knows_all(&present, header) {
        let said = (!header.is_empty()).then(|| of_present(&present, header)).into_iter().collect();
        return stay(present, said);
    }
    let (mut past, absent) = past(&present)?;
    let ranked = data::spoken(header, &present, &past);
    let Some(best) = ranked.first() else { return stay(present, Vec::new()) };
    let mut said = vec![sentence(best, &same_header(best.version, &present, &past))];
    if !absent.is_empty() {
        said.push(format!("versions que l'on n'a pas pu essayer, faute de leur fichier : {}", list(&absent)));
    }
    let Some(chosen) = past.iter().position(|standard| standard.identity.version == best.version) else {
        return stay(present, said);
    };
    let mut chosen = past.swap_remove(chosen);
    data::lend_words(&present, &mut chosen);
    let last = present.identity.version;
    let name = if name.contains(' ') { format!("\"{name}\"") } else { name.to_owned() };
    said.push(format!("pour passer à la version {last} : cargo standard migrate {name} --vers {last} -o SORTIE"));
    Ok(Chosen { standard: chosen, said, is_past: true })
}

fn of_present(standard: &Standard, header: &[String]) -> String {
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
    let columns = counted(*known, "colonne", "colonnes");
    // The others are read under a name that tells no version from another.
    let how = if best.is_whole() { "" } else { ", par leur nom ou leur titre" };
    format!("{what} de la version {version} : {columns} sur {fields}{how}{same}{read}")
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
