//! Files of lines, compressed alike on every machine.

use base64::prelude::{Engine, BASE64_STANDARD};
use flate2::{Compression, GzBuilder};
use std::fs;
use std::io::{self, Write};
use std::path::Path;
use stellar_xdr::{Limits, WriteXdr};

/// Writes `text` into `folder`, as gzip without name and time.
pub fn write_gzip(folder: &Path, name: &str, text: &str) -> io::Result<()> {
    let mut writer = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    writer.write_all(text.as_bytes())?;
    fs::create_dir_all(folder)?;
    fs::write(folder.join(name), writer.finish()?)
}

/// Writes `text` into `folder` as it is.
pub fn write_plain(folder: &Path, name: &str, text: &str) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    fs::write(folder.join(name), text)
}

/// Bytes as text.
pub fn base64(bytes: &[u8]) -> String {
    BASE64_STANDARD.encode(bytes)
}

/// A value's XDR.
pub fn xdr<T: WriteXdr>(value: &T) -> Vec<u8> {
    value.to_xdr(Limits::none()).expect("a value of our own has XDR")
}

/// A value's XDR as text.
pub fn xdr_base64<T: WriteXdr>(value: &T) -> String {
    base64(&xdr(value))
}
