//! Validation.

use std::io;
use std::ops::Range;

use standard_mediation_model::Level;
use standard_mediation_model::data::{self, Block, Columns, Found, Sink, Summary};
use standard_mediation_report::findings::{Csv, Json, ONLY_FAULTS, Report, Subject};
use standard_mediation_report::{Refusal, reading};

use crate::host::{self, Channel, Host, Out, Source};
use crate::options::{Options, ReportKind};
use crate::page::Findings;
use crate::standards;

/// Holds the file against the standard: what the page shows, and the reports that the options ask for.
///
/// # Errors
/// When the file is no data, or cannot be read.
pub fn validate<H: Host>(host: &H) -> Result<(), Refusal> {
    let options = Options::read(host)?;
    let asked = standards::asked(host, &options)?;
    let present = asked.identity.version;
    let mut reading = reading::open(&options.name, host::bytes(host, Source::File), &asked)?;
    let chosen = standards::chosen(host, &options, asked, &reading)?;
    let only = options.only_blocking.then_some(Level::Blocking);
    let judge = reading.judge(&chosen.standard, data::Options { only, ..data::Options::new(options.today) })?;
    let header = reading.rows.header().to_vec();
    let mut assumed: Vec<String> = [reading.assumed.clone()].into_iter().chain(chosen.said).collect();
    if options.only_blocking {
        assumed.push(ONLY_FAULTS.to_owned());
    }
    let (standard, unit, counts_lines) = (&chosen.standard, reading.rows.unit(), reading.rows.counts_lines());
    let subject = Subject { name: &options.name, header: &header, standard, assumed: &assumed, unit, counts_lines };
    let later = chosen.is_past.then_some(present);
    let mut reports = Reports(vec![Box::new(Findings::new(Out::new(host, Channel::Page), standard, later))]);
    if options.wants(ReportKind::Json) {
        reports.0.push(Box::new(Json::new(Box::new(Out::new(host, Channel::Json)))));
    }
    if options.wants(ReportKind::Csv) {
        reports.0.push(Box::new(Csv::new(Box::new(Out::new(host, Channel::Csv)))));
    }
    reports.start(&subject).map_err(Refusal::Write)?;
    // Nothing that is written here can fail: what fails is the reading.
    let summary = data::validate(reading.rows.as_mut(), &judge, &mut reports).map_err(Refusal::Read)?;
    reports.end(&subject, &summary).map_err(Refusal::Write)?;
    reports.close().map_err(Refusal::Write)
}

/// Several reports of one validation.
struct Reports<'o>(Vec<Box<dyn Report + 'o>>);

impl Sink for Reports<'_> {
    fn found(&mut self, found: &Found) -> io::Result<()> {
        self.0.iter_mut().try_for_each(|report| report.found(found))
    }

    fn row(&mut self, number: u64, score: u8) -> io::Result<()> {
        self.0.iter_mut().try_for_each(|report| report.row(number, score))
    }

    fn rows(&mut self, block: &Block, ranks: Range<usize>) -> io::Result<()> {
        self.0.iter_mut().try_for_each(|report| report.rows(block, ranks.clone()))
    }

    fn block(&mut self, block: &Block, columns: &Columns) -> io::Result<()> {
        self.0.iter_mut().try_for_each(|report| report.block(block, columns))
    }
}

impl Report for Reports<'_> {
    fn start(&mut self, subject: &Subject<'_>) -> io::Result<()> {
        self.0.iter_mut().try_for_each(|report| report.start(subject))
    }

    fn end(&mut self, subject: &Subject<'_>, summary: &Summary) -> io::Result<()> {
        self.0.iter_mut().try_for_each(|report| report.end(subject, summary))
    }

    fn close(&mut self) -> io::Result<()> {
        self.0.iter_mut().try_for_each(|report| report.close())
    }
}
