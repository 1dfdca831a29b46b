//! The standards that the host lends.

use standard_mediation_model::data::lend_words;
use standard_mediation_model::{Standard, Version};
use standard_mediation_report::Refusal;
use standard_mediation_report::reading::Reading;
use standard_mediation_report::version::{self, Chosen, Past};

use crate::host::{self, Host, Source};
use crate::options::Options;

/// The present one, and the list of communes that its rules need.
pub(crate) fn present<H: Host>(host: &H) -> Result<Standard, Refusal> {
    communes(host)?;
    read(host, Source::Standard, "présente")
}

/// The one that was asked for, or the present one.
pub(crate) fn asked<H: Host>(host: &H, options: &Options) -> Result<Standard, Refusal> {
    let present = present(host)?;
    match options.standard {
        Some(version) if version != present.identity.version => {
            let mut past = frozen(host, options, version)?;
            lend_words(&present, &mut past);
            Ok(past)
        }
        _ => Ok(present),
    }
}

/// What a file is held against.
pub(crate) fn chosen<H: Host>(host: &H, options: &Options, asked: Standard, reading: &Reading) -> Result<Chosen, Refusal> {
    if options.standard.is_some() {
        return Ok(Chosen::asked(asked));
    }
    version::chosen(asked, reading.rows.header(), &options.name, |present| past(host, options, present))
}

/// Every version, oldest first; the present one is last and holds the steps.
pub(crate) fn all<H: Host>(host: &H, options: &Options) -> Result<Vec<Standard>, Refusal> {
    let present = present(host)?;
    let (mut all, _) = past(host, options, &present)?;
    for past in &mut all {
        lend_words(&present, past);
    }
    all.push(present);
    Ok(all)
}

/// Gives the list to the model, which has none on this target.
#[cfg(target_arch = "wasm32")]
fn communes<H: Host>(host: &H) -> Result<(), Refusal> {
    use standard_mediation_model::communes;
    if communes::all().next().is_none() {
        // Kept until the end of the instance, as long as whatever reads it.
        let list = host::whole(host, Source::Communes).map_err(Refusal::Read)?;
        if !communes::give(list.leak()) {
            return Err(Refusal::Said("la liste des communes de cette page ne se lit pas : rechargez-la".to_owned()));
        }
    }
    Ok(())
}

#[cfg(not(target_arch = "wasm32"))]
#[expect(clippy::unnecessary_wraps, reason = "it may fail on the other target")]
fn communes<H: Host>(_: &H) -> Result<(), Refusal> {
    Ok(())
}

fn past<H: Host>(host: &H, options: &Options, present: &Standard) -> Result<Past, Refusal> {
    let (mut past, mut absent) = (Vec::new(), Vec::new());
    for release in present.history.iter().filter(|release| release.version != present.identity.version) {
        if options.versions.contains(&release.version) {
            past.push(frozen(host, options, release.version)?);
        } else {
            absent.push(release.version);
        }
    }
    Ok((past, absent))
}

fn frozen<H: Host>(host: &H, options: &Options, version: Version) -> Result<Standard, Refusal> {
    let rank = options.versions.iter().position(|known| *known == version).and_then(|rank| u32::try_from(rank).ok());
    let rank = rank.ok_or_else(|| Refusal::Said(format!("la version {version} n'est pas dans cette page")))?;
    read(host, Source::Frozen(rank), &version.to_string())
}

fn read<H: Host>(host: &H, source: Source, version: &str) -> Result<Standard, Refusal> {
    let bytes = host::whole(host, source).map_err(Refusal::Read)?;
    serde_json::from_slice(&bytes)
        .map_err(|error| Refusal::Said(format!("la version {version} du standard ne se lit pas (ligne {})", error.line())))
}
