//! Random numbers that are the same in every run (xorshift64*).

/// A source of numbers.
pub struct Random(u64);

impl Random {
    /// One that starts at `seed`, which is not 0.
    pub fn new(seed: u64) -> Self {
        assert!(seed != 0, "0 gives nothing but 0");
        Self(seed)
    }

    /// One of many, each far from the others; `number` counts from 1.
    pub fn numbered(number: u64) -> Self {
        Self::new(number.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    /// The next number.
    pub fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    /// A number below `bound`.
    pub fn below(&mut self, bound: usize) -> usize {
        (self.next() >> 32) as usize % bound
    }

    /// `count` bytes.
    pub fn bytes(&mut self, count: usize) -> Vec<u8> {
        (0..count).map(|_| (self.next() >> 32) as u8).collect()
    }

    /// `N` bytes.
    pub fn array<const N: usize>(&mut self) -> [u8; N] {
        std::array::from_fn(|_| (self.next() >> 32) as u8)
    }
}
