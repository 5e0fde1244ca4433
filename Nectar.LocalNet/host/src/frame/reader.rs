//! Reads a frame front to back; every complaint names the offset.

use super::{Refusal, Status};

/// A place in a frame's bytes.
pub struct Reader<'a> {
    bytes: &'a [u8],
    offset: usize,
}

impl<'a> Reader<'a> {
    /// Starts at the first byte.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, offset: 0 }
    }

    /// The next `N` bytes as they are; `N` is a multiple of four.
    pub fn fixed<const N: usize>(&mut self, what: &str) -> Result<[u8; N], Refusal> {
        let mut value = [0; N];
        value.copy_from_slice(self.take(N, what)?);
        Ok(value)
    }

    /// A 32-bit unsigned integer.
    pub fn u32(&mut self, what: &str) -> Result<u32, Refusal> {
        self.fixed(what).map(u32::from_be_bytes)
    }

    /// A 64-bit unsigned integer.
    pub fn u64(&mut self, what: &str) -> Result<u64, Refusal> {
        self.fixed(what).map(u64::from_be_bytes)
    }

    /// A double; it must be finite and not negative.
    pub fn factor(&mut self, what: &str) -> Result<f64, Refusal> {
        let offset = self.offset;
        let value = f64::from_be_bytes(self.fixed(what)?);
        if !value.is_finite() || value.is_sign_negative() {
            return Err(malformed(offset, &format!("{what} is {value}, it must be finite and not negative")));
        }
        Ok(value)
    }

    /// A word that must be 0 or 1.
    pub fn bool(&mut self, what: &str) -> Result<bool, Refusal> {
        let offset = self.offset;
        match self.u32(what)? {
            0 => Ok(false),
            1 => Ok(true),
            other => Err(malformed(offset, &format!("{what} is {other}, it must be 0 or 1"))),
        }
    }

    /// A word that says whether a value follows, then the value.
    pub fn optional<T>(
        &mut self,
        what: &str,
        read: impl FnOnce(&mut Self) -> Result<T, Refusal>,
    ) -> Result<Option<T>, Refusal> {
        if self.bool(what)? {
            read(self).map(Some)
        } else {
            Ok(None)
        }
    }

    /// A length, that many bytes, and zero bytes up to a multiple of four.
    pub fn opaque(&mut self, what: &str) -> Result<&'a [u8], Refusal> {
        let length = self.u32(what)? as usize;
        let value = self.take(length, what)?;
        let padding = self.take((4 - length % 4) % 4, what)?;
        if padding.iter().any(|byte| *byte != 0) {
            return Err(malformed(self.offset, &format!("{what} is padded with bytes other than zero")));
        }
        Ok(value)
    }

    /// A count, then that many values.
    pub fn array<T>(
        &mut self,
        what: &str,
        mut read: impl FnMut(&mut Self) -> Result<T, Refusal>,
    ) -> Result<Vec<T>, Refusal> {
        let count = self.u32(what)? as usize;
        // Every element takes at least four bytes, so a count beyond that is refused before memory is taken for it.
        if count > self.bytes.len().saturating_sub(self.offset) / 4 {
            return Err(malformed(self.offset, &format!("{what} counts {count} elements, more than the frame holds")));
        }
        (0..count).map(|_| read(self)).collect()
    }

    /// Nothing may be left.
    pub fn finish(self) -> Result<(), Refusal> {
        match self.bytes.len() - self.offset {
            0 => Ok(()),
            left => Err(malformed(self.offset, &format!("{left} bytes are left over"))),
        }
    }

    fn take(&mut self, length: usize, what: &str) -> Result<&'a [u8], Refusal> {
        let rest = &self.bytes[self.offset..];
        if length > rest.len() {
            let message = format!("{what} needs {length} bytes, {} are left", rest.len());
            return Err(malformed(self.offset, &message));
        }
        self.offset += length;
        Ok(&rest[..length])
    }
}

fn malformed(offset: usize, message: &str) -> Refusal {
    Refusal::new(Status::MalformedFrame, format!("at byte {offset}: {message}"))
}
