//! How fast the list of communes is searched, and what its rules add to the reading of a row:
//! `cargo bench --package standard-mediation-tests --bench communes`.
//!
//! Prints figures, asserts none. One thread; each figure is a median over all the communes, taken in an order in which no
//! neighbour follows another.

use std::hint::black_box;
use std::time::Instant;

use standard_mediation_model::communes::{self, Commune};

#[path = "support.rs"]
#[expect(dead_code, reason = "shared with the tests")]
mod support;

const RUNS: usize = 5;
/// Prime with the number of communes, so that steps of it go through all of them.
const STEP: usize = 10_007;

/// Items timed at once: short enough for most pieces not to be interrupted by another program.
const PIECE: usize = 500;

/// Nanoseconds for one of the items: the median of pieces.
fn each<T, U>(items: &[T], mut work: impl FnMut(&T) -> U) -> f64 {
    let mut times = Vec::new();
    for piece in items.chunks_exact(PIECE).cycle().take(items.len() / PIECE * RUNS) {
        let start = Instant::now();
        for item in piece {
            black_box(work(item));
        }
        times.push(start.elapsed().as_nanos());
    }
    times.sort_unstable();
    let median = times.get(times.len() / 2).copied().unwrap_or_default();
    f64::from(u32::try_from(median).unwrap_or(u32::MAX)) / f64::from(u32::try_from(PIECE).unwrap_or(1))
}

fn main() {
    let first = Instant::now();
    black_box(communes::by_code("51454"));
    println!("première recherche : {:.1} µs", first.elapsed().as_secs_f64() * 1e6);
    let all: Vec<Commune> = communes::all().collect();
    let shuffled: Vec<Commune> = (0..all.len()).map(|rank| all[rank * STEP % all.len()]).collect();
    let rows: Vec<[String; 5]> = shuffled.iter().filter_map(row).collect();
    println!(
        "commune d'un code : {:.0} ns",
        each(&rows, |[code, ..]| communes::by_code(code).map(|commune| commune.name().len()))
    );
    println!(
        "code postal de la commune : {:.0} ns",
        each(&rows, |[code, postal, ..]| { communes::by_code(code).is_some_and(|commune| commune.has_postal_code(postal)) })
    );
    println!("communes d'un code postal : {:.0} ns", each(&rows, |[_, postal, ..]| communes::by_postal_code(postal).count()));
    println!(
        "nom lu sans accent ni casse : {:.0} ns",
        each(&shuffled, |commune| { communes::is_named(commune, black_box("saint denis cedex")) })
    );
    let standard = support::standard();
    let mut without = standard.clone();
    without.rules.retain(|rule| !matches!(rule.name.as_str(), "coordonnees-commune" | "codes-commune" | "nom-commune"));
    for (title, standard) in [("sans", &without), ("avec", &standard)] {
        let checker = standard_mediation_model::Checker::new(standard, standard.identity.modified).expect("patterns compile");
        let time = each(&rows, |[code, postal, name, latitude, longitude]| {
            checker.row(|field| match field {
                "commune" => Some(name.as_str()),
                "code_postal" => Some(postal.as_str()),
                "code_insee" => Some(code.as_str()),
                "latitude" => Some(latitude.as_str()),
                "longitude" => Some(longitude.as_str()),
                _ => None,
            })
        });
        println!("une ligne de cinq cases, {title} les règles de commune : {time:.0} ns");
    }
}

/// The cells of a place at the centre of a commune.
fn row(commune: &Commune) -> Option<[String; 5]> {
    let centre = commune.territory()?.centre;
    let postal = commune.postal_codes().next()?;
    let (latitude, longitude) = (centre.latitude.to_string(), centre.longitude.to_string());
    Some([commune.code().to_string(), postal.to_string(), commune.name().to_owned(), latitude, longitude])
}
