//! Repair.

use standard_mediation_model::data;
use standard_mediation_model::data::repair::{self, Evidence};
use standard_mediation_report::repairs::{self, Listing, Lists, Mending};
use standard_mediation_report::{Refusal, reading};

use crate::host::{self, Channel, Host, Out, Source};
use crate::options::{Options, ReportKind};
use crate::{page, standards};

/// Repairs what is sure: the file goes to [`Channel::File`], what was done to the page and to the reports. Nothing that
/// was written may be kept when it is refused.
///
/// # Errors
/// When the file is no data, is not whole, or cannot be read.
pub fn repair<H: Host>(host: &H) -> Result<(), Refusal> {
    let options = Options::read(host)?;
    let mut known = Evidence::default();
    let mut may_read_again = true;
    while let Some(evidence) = once(host, &options, &known, may_read_again)? {
        (known, may_read_again) = (evidence, false);
        for channel in [Channel::File, Channel::Json, Channel::Csv] {
            host.restart(channel);
        }
    }
    Ok(())
}

/// One reading of the file. Gives what a second one would use, when it is worth it.
fn once<H: Host>(host: &H, options: &Options, known: &Evidence, may_read_again: bool) -> Result<Option<Evidence>, Refusal> {
    let asked = standards::asked(host, options)?;
    let mut reading = reading::open(&options.name, host::bytes(host, Source::File), &asked)?;
    let chosen = standards::chosen(host, options, asked, &reading)?;
    let judge = reading.judge(&chosen.standard, data::Options::new(options.today))?;
    let header = reading.rows.header().to_vec();
    let assumed: Vec<String> = [reading.assumed.clone()].into_iter().chain(chosen.said).collect();
    let standard = &chosen.standard;
    let unit = reading.rows.unit();
    let mending = Mending { name: &options.name, output: &options.output, standard, assumed: &assumed, unit };
    let (mut json, mut csv) = (Out::new(host, Channel::Json), Out::new(host, Channel::Csv));
    let mut lists = Lists(Vec::new());
    if options.wants(ReportKind::Json) {
        lists.0.push(repairs::list(Listing::Json, &mut json));
    }
    if options.wants(ReportKind::Csv) {
        lists.0.push(repairs::list(Listing::Csv, &mut csv));
    }
    for list in &mut lists.0 {
        list.start(&mending).map_err(Refusal::Report)?;
    }
    let mut out = Out::new(host, Channel::File);
    let outcome = repair::repair(reading.rows.as_mut(), &judge, known, &mut out, &mut lists).map_err(Refusal::Read)?;
    repairs::kept(&options.name, &outcome)?;
    if may_read_again && outcome.evidence.is_worth_a_second_reading() {
        return Ok(Some(outcome.evidence));
    }
    for list in &mut lists.0 {
        list.end(&mending, &outcome).map_err(Refusal::Report)?;
    }
    page::repaired(&mut Out::new(host, Channel::Page), &mending, &header, &outcome).map_err(Refusal::Write)?;
    Ok(None)
}
