//! wip
use std::collections::BTreeMap;
fn main() {
    let mut sources = BTreeMap::new();
    fn walk(dir: &std::path::Path, root: &std::path::Path, out: &mut BTreeMap<String, Vec<u8>>) {
        for e in std::fs::read_dir(dir).unwrap() {
            let p = e.unwrap().path();
            if p.is_dir() {
                walk(&p, root, out)
            } else {
                out.insert(p.strip_prefix(root).unwrap().to_str().unwrap().to_owned(), std::fs::read(&p).unwrap());
            }
        }
    }
    let out = std::env::args().nth(1).unwrap_or("generated".into());
    walk("schema".as_ref(), "schema".as_ref(), &mut sources);
    let loaded = standard_mediation_codegen::source::load(&sources);
    for f in &loaded.findings {
        eprintln!("{:?}", f);
    }
    let Some(standard) = loaded.standard else { std::process::exit(1) };
    for a in standard_mediation_codegen::emit::all(&standard) {
        let p = std::path::Path::new(&out).join(a.path);
        std::fs::create_dir_all(p.parent().unwrap()).unwrap();
        std::fs::write(p, a.bytes).unwrap();
    }
}
