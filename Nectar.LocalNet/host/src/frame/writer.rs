//! Writes a frame front to back: the mirror of the reader.

/// A frame in the making.
#[derive(Default)]
pub struct Writer {
    bytes: Vec<u8>,
}

impl Writer {
    /// An empty frame.
    pub fn new() -> Self {
        Self::default()
    }

    /// Bytes as they are; their number is a multiple of four.
    pub fn fixed(&mut self, value: &[u8]) -> &mut Self {
        self.bytes.extend_from_slice(value);
        self
    }

    /// A 32-bit unsigned integer.
    pub fn u32(&mut self, value: u32) -> &mut Self {
        self.fixed(&value.to_be_bytes())
    }

    /// A 32-bit signed integer.
    pub fn i32(&mut self, value: i32) -> &mut Self {
        self.fixed(&value.to_be_bytes())
    }

    /// A 64-bit unsigned integer.
    pub fn u64(&mut self, value: u64) -> &mut Self {
        self.fixed(&value.to_be_bytes())
    }

    /// A 64-bit signed integer.
    pub fn i64(&mut self, value: i64) -> &mut Self {
        self.fixed(&value.to_be_bytes())
    }

    /// A double.
    pub fn f64(&mut self, value: f64) -> &mut Self {
        self.fixed(&value.to_be_bytes())
    }

    /// 0 or 1.
    pub fn bool(&mut self, value: bool) -> &mut Self {
        self.u32(value.into())
    }

    /// A length, the bytes, and zero bytes up to a multiple of four.
    pub fn opaque(&mut self, value: &[u8]) -> &mut Self {
        self.u32(length(value.len())).fixed(value);
        self.fixed(&[0; 3][..(4 - value.len() % 4) % 4])
    }

    /// Whether there is a value, then the value.
    pub fn optional<T>(&mut self, value: Option<T>, write: impl FnOnce(&mut Self, T)) -> &mut Self {
        self.bool(value.is_some());
        if let Some(value) = value {
            write(self, value);
        }
        self
    }

    /// A count, then the values.
    pub fn array<T>(&mut self, values: &[T], mut write: impl FnMut(&mut Self, &T)) -> &mut Self {
        self.u32(length(values.len()));
        values.iter().for_each(|value| write(self, value));
        self
    }

    /// A count, then each value's bytes.
    pub fn opaques(&mut self, values: &[Vec<u8>]) -> &mut Self {
        self.array(values, |writer, value| {
            writer.opaque(value);
        })
    }

    /// The finished frame.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

/// Lengths fit 32 bits: on wasm all memory does, and the host's budget keeps results far below on other machines.
fn length(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}
