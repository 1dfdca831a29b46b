//! Sixty-four bytes of a text looked at together, one bit each, the first byte in the lowest bit.
//!
//! A byte is compared in one instruction for sixteen, thirty-two or sixty-four, as the processor can, which is asked when the
//! program runs. Nothing here is a function of its own: what is not inlined is not compiled for the processor that was found.

#![expect(clippy::inline_always, reason = "what is not inlined is not compiled for the processor that was found")]

use std::hint::black_box;
use std::ops::Range;

use fearless_simd::prelude::*;
use fearless_simd::u8x64;

/// Bytes looked at together.
pub(super) const WORD: usize = 64;

/// Where a sign is.
#[inline(always)]
pub(super) fn places<S: Simd>(simd: S, word: &[u8; WORD], sign: u8) -> u64 {
    joined::<S>(
        #[inline(always)]
        |part| S::u8s::from_slice(simd, &word[part]).simd_eq(sign).to_bitmask(),
    )
}

/// Where two words have the same byte.
#[inline(always)]
pub(super) fn same<S: Simd>(simd: S, one: &[u8; WORD], other: &[u8; WORD]) -> u64 {
    joined::<S>(
        #[inline(always)]
        |part| {
            let other = S::u8s::from_slice(simd, &other[part.clone()]);
            S::u8s::from_slice(simd, &one[part]).simd_eq(other).to_bitmask()
        },
    )
}

/// What a processor says of the parts of a word that it looks at together. They are joined as numbers that the compiler
/// knows nothing of: otherwise it makes vectors of them again, one bit after the other, where there are none of sixty-four
/// bits.
#[inline(always)]
fn joined<S: Simd>(among: impl Fn(Range<usize>) -> u64) -> u64 {
    if S::u8s::LEN == WORD {
        return among(0..WORD);
    }
    let parts = (0..WORD).step_by(S::u8s::LEN);
    parts.fold(0, |places, part| places | black_box(among(part..part + S::u8s::LEN)) << part)
}

/// Whether something is somewhere in a text: `is_at` is asked for the places where `may_be` says of the bytes of a word, and of
/// those that follow each of them, that it may start, and for the last ones.
#[inline(always)]
pub(super) fn is_anywhere<S: Simd>(
    simd: S,
    text: &[u8],
    may_be: impl Fn(u8x64<S>, u8x64<S>) -> u64,
    is_at: impl Fn(&[u8], usize) -> bool,
) -> bool {
    let mut base = 0;
    while let Some(bytes) = text.get(base..).and_then(<[u8]>::first_chunk::<{ WORD + 1 }>) {
        let mut doubts = may_be(u8x64::from_slice(simd, &bytes[..WORD]), u8x64::from_slice(simd, &bytes[1..]));
        while doubts != 0 {
            if is_at(text, base + doubts.trailing_zeros() as usize) {
                return true;
            }
            doubts &= doubts - 1;
        }
        base += WORD;
    }
    (base..text.len()).any(|at| is_at(text, at))
}

/// The bits of the first bytes: all of them from sixty-four on.
#[inline(always)]
pub(super) fn low(count: usize) -> u64 {
    if count < WORD { (1 << count) - 1 } else { u64::MAX }
}

/// Gives the bytes of a text from a place on, and zeros beyond its end.
#[inline(always)]
pub(super) fn word_at<T>(text: &[u8], at: usize, read: impl FnOnce(&[u8; WORD]) -> T) -> T {
    let rest = text.get(at..).unwrap_or_default();
    match rest.first_chunk() {
        Some(word) => read(word),
        None => read(&padded(rest)),
    }
}

/// The first bytes of a text, and zeros when there are fewer.
#[inline(never)]
pub(super) fn padded(text: &[u8]) -> [u8; WORD] {
    let mut word = [0; WORD];
    let length = text.len().min(WORD);
    word[..length].copy_from_slice(&text[..length]);
    word
}
