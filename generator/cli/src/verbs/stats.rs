//! `stats`: counts what a file of data says. Reads only, but for the page that is asked for.

use std::io::{self, BufWriter, Write};
use std::path::Path;

use standard_mediation_model::data::{self, Options, WithoutHeaders, statistics::Counter};
use standard_mediation_report::version::Chosen;

use super::validate::{refuse_page, today, write_page};
use super::{Outcome, displayed};
use crate::arguments::{Counting, StatisticsFormat};
use crate::disk::Failure;
use crate::input;
use crate::show::{self, Counted};

/// Counts. `false` when there is no row to count, or when a part of the file is in no count.
pub(crate) fn stats(options: &Counting) -> Outcome {
    let path: &Path = &options.file;
    if let Some(out) = &options.out {
        refuse_page(std::slice::from_ref(&options.file), out, options.force)?;
    }
    let asked = options.place.asked()?;
    let mut input = input::open(path, &asked)?;
    let Chosen { standard, said, .. } = options.place.spoken(asked, input.rows.header(), path)?;
    let today = today();
    // What is counted is counted to the end, however much is wrong.
    let all = Options { most: u64::MAX, ..Options::new(today) };
    let judge = input.judge(&standard, all).map_err(|refusal| Failure::refusal(refusal, path))?;
    let mut counter = Counter::new(&standard);
    // A header among the rows is no place, here and for whoever writes them again.
    let mut rows = WithoutHeaders::new(input.rows.as_mut(), judge.columns());
    let summary = data::validate(&mut rows, &judge, &mut counter);
    let summary = summary.map_err(|error| Failure::new("lecture impossible de", path, &error))?;
    if !summary.is_readable {
        let why = summary.groups.first().and_then(|group| group.examples.first());
        let why = why.map_or_else(String::new, |found| format!(" : {} ; {}", found.message, found.help));
        return Err(Failure::usage(format!("« {} » ne se lit pas comme un tableau{why}", path.display())));
    }
    let name = show::slashed(path);
    let assumed: Vec<String> = [input.assumed.clone()].into_iter().chain(said).collect();
    let counts = counter.finish();
    let counted = Counted {
        name: &name,
        standard: &standard,
        assumed: &assumed,
        summary: &summary,
        unit: input.rows.unit(),
        counts: &counts,
        today,
        all: options.all,
    };
    if let Some(out) = &options.out {
        let mut bytes = Vec::new();
        displayed(show::statistics(options.format, &counted, &mut bytes, None))?;
        write_page(out, &bytes, options.force)?;
    } else {
        let mut out: Box<dyn Write> = match options.format {
            StatisticsFormat::Terminal => Box::new(show::stdout()),
            _ => Box::new(BufWriter::new(io::stdout())),
        };
        displayed(show::statistics(options.format, &counted, &mut out, show::width()))?;
    }
    Ok(summary.rows > 0 && show::unread(&summary).next().is_none())
}
