//! What is read many bytes at a time is what is read sign by sign.

use super::*;

/// Numbers that look drawn, always the same.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 40).unwrap_or_default() % most
    }
}

/// The cells of a row.
type Cells = Vec<(std::ops::Range<usize>, bool)>;

fn shown(cells: &[Span]) -> Cells {
    cells.iter().map(|cell| (cell.range(), cell.is_doubled())).collect()
}

/// The rows of a text, and where the first one that was not read starts: the same, as many bytes as this processor compares
/// at once, as older ones do, and as the oldest.
fn at_once(ends: Ends, text: &[u8]) -> (Vec<Cells>, usize) {
    let mut rows = Vec::new();
    let (next, _) = ends.plain_rows(text, 0, &mut Vec::new(), |cells, first| {
        rows.push(shown(&cells[first..]));
        true
    });
    let by_fewer = dispatch!(Level::baseline(), simd => rows_with(simd, ends, text));
    assert_eq!(by_fewer, (rows.clone(), next), "{:?}", String::from_utf8_lossy(text));
    #[cfg(target_arch = "x86_64")]
    if let Some(simd) = Level::new().as_avx2() {
        assert_eq!(rows_with(simd, ends, text), (rows.clone(), next), "{:?}", String::from_utf8_lossy(text));
    }
    (rows, next)
}

fn rows_with<S: Simd>(simd: S, ends: Ends, text: &[u8]) -> (Vec<Cells>, usize) {
    let mut rows = Vec::new();
    let (next, _) = ends.plain_rows_with(simd, text, 0, &mut Vec::new(), |cells, first| {
        rows.push(shown(&cells[first..]));
        true
    });
    (rows, next)
}

/// As many rows, read sign by sign.
fn one_by_one(ends: Ends, text: &[u8], count: usize) -> (Vec<Cells>, usize) {
    let (mut rows, mut at) = (Vec::new(), 0);
    for _ in 0..count {
        let mut cells = Vec::new();
        let record = ends.record(text, at, false, &mut cells).expect("a whole row");
        assert!(!record.is_odd(), "{:?}", String::from_utf8_lossy(&text[at..record.next]));
        rows.push(shown(&cells));
        at = record.next;
    }
    (rows, at)
}

#[test]
fn any_text_is_read_as_sign_by_sign() {
    let mut dice = Dice(1);
    let mut read = 0;
    for newline in *b"\n\r" {
        let ends = Ends { delimiter: b',', newline, by_line: false };
        // And beyond the words that are looked at together.
        for length in (0..400).chain(2_040..2_060).chain(4_090..4_100) {
            for _ in 0..60 {
                // Few quotes and line feeds, so that rows are long enough to go over the end of a word.
                let signs = b"aaaaaaaaaaaaaaaaaa,,,,,,,\n\n\r\"";
                let text: Vec<u8> = (0..length).map(|_| signs[dice.below(signs.len())]).collect();
                let (rows, next) = at_once(ends, &text);
                read += rows.len();
                assert_eq!((rows.clone(), next), one_by_one(ends, &text, rows.len()), "{:?}", String::from_utf8_lossy(&text));
            }
        }
    }
    assert!(read > 50_000, "{read}");
}

#[test]
fn what_is_written_as_it_should_be_is_read_to_the_end() {
    let mut dice = Dice(2);
    let cells: [&[u8]; 10] =
        [b"", b"a", b"\"\"", b"\"b\"", b"\"c,d\"", b"\"e\nf\"", b"\"\"\"g\"\"\"", b"\"h\"\"\"", b"a long cell", b"\"\"\"\""];
    for return_too in [false, true] {
        for _ in 0..2_000 {
            let mut text = Vec::new();
            let count = 1 + dice.below(30);
            for _ in 0..count {
                for rank in 0..=dice.below(12) {
                    text.extend_from_slice(if rank > 0 { b"," } else { b"" });
                    text.extend_from_slice(cells[dice.below(cells.len())]);
                }
                text.extend_from_slice(if return_too { b"\r\n" } else { b"\n" });
            }
            let ends = Ends { delimiter: b',', newline: b'\n', by_line: false };
            let (rows, next) = at_once(ends, &text);
            assert_eq!((rows.len(), next), (count, text.len()), "{:?}", String::from_utf8_lossy(&text));
            assert_eq!(rows, one_by_one(ends, &text, count).0);
        }
    }
}

#[test]
fn a_row_that_is_not_plain_stops_the_reading_before_it() {
    for odd in ["\"Gra\"tuit\",2\n", "a \"b\",2\n", "\"open,2\n", " \"a\",2\n", "\"a\" ,2\n", "\"a\"\r,2\n", "whole,no"] {
        for length in [1, 50, 58, 62, 63, 64, 65, 120, 200] {
            let good = format!("\"{}\",1\n\"x\",\"y\"\n", "a".repeat(length));
            let text = format!("{good}{odd}");
            let ends = Ends { delimiter: b',', newline: b'\n', by_line: false };
            let (rows, next) = at_once(ends, text.as_bytes());
            assert_eq!((rows.len(), next), (2, good.len()), "{text}");
        }
    }
}
