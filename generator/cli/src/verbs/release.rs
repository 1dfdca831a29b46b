//! `release`: the gate, then the freeze.
//!
//! Everything is decided in memory first: the sources with their new number and day, what they emit, what the national
//! site would say of it. Only then is anything written, and a failure after that puts back what was there.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use standard_mediation_codegen::source::{self, Loaded, Sources, edit, past};
use standard_mediation_codegen::{Artifact, contract, emit};
use standard_mediation_model::{Change, Date, Decision, Finding, Impact, Level, Place, Standard, Status, Version};

use super::{Outcome, show};
use crate::arguments::{Folders, Format, Released};
use crate::disk::{self, Failure, Snapshot};
use crate::git::Repository;
use crate::show::{Publication, say};

const INDEX: &str = "standard.yaml";

/// Releases a version. `false` when the gate refuses it; nothing has then been written.
pub(crate) fn release(options: &Released) -> Outcome {
    let version = version(&options.version)?;
    let date = match &options.date {
        Some(text) => text.parse().map_err(|error| Failure::usage(format!("« {text} » n'est pas une date : {error}")))?,
        None => today(),
    };
    let sources = disk::read_sources(&options.folders.schema)?;
    let repository = Repository::of(&options.folders.schema)?;
    clean(&repository, version)?;
    let Some(plan) = plan(&options.folders, sources, version, date)? else {
        say(format_args!("rien n'a été écrit : la version {version} ne peut pas être publiée telle quelle"));
        return Ok(false);
    };
    let folders = [options.folders.schema.as_path(), options.folders.out.as_path()];
    let before = Snapshot::of(&folders)?;
    let commands = commands(&repository, &options.folders, version)?;
    let done = write(&options.folders, &plan).and_then(|()| if options.tag { tag(&repository, &commands) } else { Ok(()) });
    if let Err(failure) = done {
        before.restore()?;
        // What was staged is what was put back.
        repository.find(["reset", "--quiet"]);
        return Err(failure);
    }
    told(options, version, &commands);
    Ok(true)
}

fn version(text: &str) -> Result<Version, Failure> {
    let number = text.strip_prefix('v').unwrap_or(text);
    number.parse().map_err(|error| Failure::usage(format!("« {text} » n'est pas une version : {error}")))
}

fn today() -> Date {
    let day = jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date().to_string();
    day.parse().expect("a calendar day is written year-month-day")
}

/// A release says what is committed, and never says it twice.
fn clean(repository: &Repository, version: Version) -> Result<(), Failure> {
    let status = repository.ask("état du dépôt", ["status", "--porcelain"])?;
    if !status.is_empty() {
        let path = |line: &str| line.trim_start_matches(|c: char| c != ' ').trim().to_owned();
        let files = status.lines().take(5).map(path).collect::<Vec<_>>().join(", ");
        return Err(Failure::usage(format!(
            "des fichiers sont modifiés et pas enregistrés ({files}) : enregistrez-les d'abord (git commit)"
        )));
    }
    let tag = format!("refs/tags/{}", version.tag());
    match repository.find(["rev-parse", "--quiet", "--verify", &tag]) {
        Some(_) => {
            Err(Failure::usage(format!("l'étiquette {} existe déjà : une version publiée ne se refait pas", version.tag())))
        }
        None => Ok(()),
    }
}

/// What a release writes.
struct Plan {
    sources: BTreeMap<String, Vec<u8>>,
    artifacts: Vec<Artifact>,
}

/// Decides everything. `None` when the gate refuses, once what it says has been shown.
fn plan(folders: &Folders, mut sources: Sources, version: Version, date: Date) -> Result<Option<Plan>, Failure> {
    let before = source::load(&sources);
    let Some(present) = &before.standard else {
        show(folders, &before, &[], None)?;
        return Ok(None);
    };
    if let Some(latest) =
        present.versions().filter(|other| before.past.contains_key(other)).max().filter(|latest| *latest >= version)
    {
        return Err(Failure::usage(format!("la version {version} n'est pas plus récente que {latest}, déjà figée")));
    }
    let index = String::from_utf8_lossy(sources.get(INDEX).map(Vec::as_slice).unwrap_or_default()).into_owned();
    let unedited =
        || Failure::usage(format!("« {INDEX} » n'a pas la forme attendue : « version » et « modifie_le » sur leur ligne"));
    let index = edit::with_version(&index, version, date).ok_or_else(unedited)?;
    sources.insert(INDEX.to_owned(), index.clone().into_bytes());
    let mut numbered = source::load(&sources);
    let Some(standard) = gate(folders, &mut numbered)? else { return Ok(None) };
    let frozen = emit::all(standard).into_iter().find(|artifact| artifact.path == "standard.json");
    let frozen = frozen.map(|artifact| artifact.bytes).unwrap_or_default();
    let prints = String::from_utf8_lossy(sources.get(past::PRINTS).map(Vec::as_slice).unwrap_or_default()).into_owned();
    let index = edit::with_release(&index, version, date).ok_or_else(unedited)?;
    let written = BTreeMap::from([
        (INDEX.to_owned(), index.into_bytes()),
        (past::PRINTS.to_owned(), format!("{prints}{}", past::print_line(version, &frozen)).into_bytes()),
        (past::path(version), frozen),
    ]);
    sources.extend(written.clone());
    let mut released = source::load(&sources);
    let Some(standard) = gate(folders, &mut released)? else { return Ok(None) };
    Ok(Some(Plan { sources: written, artifacts: emit::all(standard) }))
}

/// The gate: what the sources say, what the national site would say of the tag, and decisions that must be taken.
/// `None` when it refuses, once what it found has been shown.
fn gate<'a>(folders: &Folders, loaded: &'a mut Loaded) -> Result<Option<&'a Standard>, Failure> {
    let waiting = loaded.standard.as_ref().map(undecided).unwrap_or_default();
    loaded
        .findings
        .retain(|finding| waiting.iter().all(|other| (&other.place.path, &other.rule) != (&finding.place.path, &finding.rule)));
    let undecided = !waiting.is_empty();
    loaded.findings.extend(waiting);
    let Some(standard) = &loaded.standard else {
        show(folders, loaded, &[], None)?;
        return Ok(None);
    };
    let tree = publication(standard);
    let findings = contract::check(&tree, Some(&standard.identity.version.tag()));
    let refused = undecided || findings.iter().any(|finding| finding.level == Level::Blocking);
    if refused {
        let text = |(path, bytes): (String, Vec<u8>)| Some((path, String::from_utf8(bytes).ok()?));
        let texts = tree.into_iter().filter_map(text).collect();
        let publication = Publication { folder: folders.out.join("publication"), findings, texts };
        show(folders, loaded, &[], Some(&publication))?;
    }
    Ok(Some(standard).filter(|_| !refused))
}

/// The publication tree, as it would stand at the root of the tag.
fn publication(standard: &Standard) -> BTreeMap<String, Vec<u8>> {
    let inside = |artifact: Artifact| Some((artifact.path.strip_prefix("publication/")?.to_owned(), artifact.bytes));
    emit::all(standard).into_iter().filter_map(inside).collect()
}

/// A breaking change that nobody has decided yet is not published.
fn undecided(standard: &Standard) -> Vec<Finding> {
    let breaks = |change: &&Change| change.version == standard.identity.version && change.impact == Impact::Major;
    let waits = |change: &Change| standard.decision_of(change).filter(|decision| decision.status == Status::ToConfirm);
    let mut decisions: Vec<&Decision> = standard.changes.iter().filter(breaks).filter_map(waits).collect();
    decisions.dedup_by_key(|decision| &decision.name);
    let finding = |decision: &Decision| Finding {
        place: Place { path: format!("decisions/{}.yaml", decision.name), span: None },
        rule: "decision-a-confirmer".to_owned(),
        level: Level::Blocking,
        message: format!("un changement majeur s'appuie sur « {} », qui n'est pas encore une décision prise", decision.title),
        help: "après la réunion du comité, écrivez « etat: prise »".to_owned(),
    };
    decisions.into_iter().map(finding).collect()
}

fn write(folders: &Folders, plan: &Plan) -> Result<(), Failure> {
    for (path, bytes) in &plan.sources {
        disk::write_file(&folders.schema.join(path), bytes, true)?;
    }
    disk::write(&folders.out, &plan.artifacts).map(|_| ())
}

/// The Git commands of a release: those that make it, and the one that sends it.
struct Commands {
    making: Vec<Vec<String>>,
    tree: String,
    message: String,
    parent: Option<String>,
    tag: String,
}

fn commands(repository: &Repository, folders: &Folders, version: Version) -> Result<Commands, Failure> {
    let inside = |folder: &Path| -> Result<String, Failure> {
        let absolute = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_path_buf());
        let root = fs::canonicalize(repository.root()).unwrap_or_else(|_| PathBuf::from(repository.root()));
        let outside = || Failure::usage(format!("« {} » n'est pas dans le dépôt", folder.display()));
        let relative = absolute.strip_prefix(&root).map_err(|_| outside())?;
        Ok(relative.to_string_lossy().replace('\\', "/"))
    };
    let (schema, out) = (inside(&folders.schema)?, inside(&folders.out)?);
    let tag = version.tag();
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<String>>();
    // The previous publication, so that the tags of the standard form one history.
    let previous = repository.find(["tag", "--list", "v[0-9]*", "--sort=-version:refname"]).unwrap_or_default();
    let is_tree = |tag: &&str| repository.find(["rev-parse", "--quiet", "--verify", &format!("{tag}:schema.json")]).is_some();
    Ok(Commands {
        making: vec![
            words(&["add", "--all", "--", &schema, &out]),
            words(&["commit", "--quiet", "--message", &format!("Version {version}")]),
        ],
        tree: format!("{out}/publication"),
        message: format!("Version {version}"),
        parent: previous.lines().find(is_tree).map(str::to_owned),
        tag,
    })
}

/// Runs the commands: the release is committed, then the publication tree becomes a commit of its own, which is tagged.
fn tag(repository: &Repository, commands: &Commands) -> Result<(), Failure> {
    let head = repository.ask("état du dépôt", ["rev-parse", "HEAD"])?;
    let made = commands.making.iter().try_for_each(|command| repository.ask("enregistrement de la version", command).map(|_| ()));
    let tagged = made.and_then(|()| {
        let tree = format!("HEAD:{}", commands.tree);
        let mut arguments = vec!["commit-tree", &tree, "-m", &commands.message];
        let parent = commands.parent.as_ref().map(|parent| format!("{parent}^{{commit}}"));
        if let Some(parent) = &parent {
            arguments.extend(["-p", parent]);
        }
        let commit = repository.ask("arbre de publication", arguments)?;
        repository.ask("pose de l'étiquette", ["tag", "--annotate", &commands.tag, &commit, "--message", &commands.message])
    });
    if tagged.is_err() {
        repository.find(["reset", "--quiet", "--soft", &head]);
    }
    tagged.map(|_| ())
}

fn told(options: &Released, version: Version, commands: &Commands) {
    if options.folders.format != Format::Terminal {
        return;
    }
    let shown = |words: &[String]| {
        let quoted = words.iter().map(|word| if word.contains(' ') { format!("\"{word}\"") } else { word.clone() });
        format!("git {}", quoted.collect::<Vec<_>>().join(" "))
    };
    say(format_args!("version {version} figée dans {}", options.folders.schema.join(past::path(version)).display()));
    if options.tag {
        say(format_args!("\nl'étiquette {} porte l'arbre de publication ; il reste à l'envoyer :\n", commands.tag));
    } else {
        say(format_args!("\npour l'enregistrer et l'étiqueter (« --tag » le fait) :\n"));
        for command in &commands.making {
            say(format_args!("  {}", shown(command)));
        }
        let parent = commands.parent.as_ref().map(|parent| format!(" -p \"{parent}^{{commit}}\"")).unwrap_or_default();
        say(format_args!(
            "  git tag --annotate {} $(git commit-tree HEAD:{} -m \"{}\"{parent}) --message \"{}\"",
            commands.tag, commands.tree, commands.message, commands.message
        ));
        say(format_args!("\npuis, pour publier :\n"));
    }
    say(format_args!("  git push origin HEAD {}", commands.tag));
}
