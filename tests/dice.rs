//! Numbers drawn from a seed: what is random in a test comes back at each run.

/// xorshift64*: enough to choose where to hurt and what to write.
pub(crate) struct Dice(pub(crate) u64);

#[allow(dead_code, reason = "each binary that shares this module uses a part of it")]
impl Dice {
    /// A number below `n`, or 0 when there is none.
    pub(crate) fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let high = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        usize::try_from(high).expect("31 bits") % n.max(1)
    }

    /// True so many times in a hundred.
    pub(crate) fn percent(&mut self, times: usize) -> bool {
        self.below(100) < times
    }

    /// One of these.
    pub(crate) fn pick<'a, T: ?Sized>(&mut self, from: &'a [&'a T]) -> &'a T {
        from[self.below(from.len())]
    }
}

/// splitmix64's last step: neighbours go far apart and no two numbers meet, so that ranks make unique identifiers and
/// seeds.
#[allow(dead_code, reason = "each binary that shares this module uses a part of it")]
pub(crate) fn scattered(number: u64) -> u64 {
    let mixed = number.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}
