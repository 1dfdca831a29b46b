#[test]
fn zzz() {
    let s = crate::emit::trial::standard();
    let f = super::file(&s, "x");
    std::fs::write("/tmp/gab.xlsx", f.bytes).unwrap();
}
