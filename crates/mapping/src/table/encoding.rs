//! Bytes to text: UTF-8 with or without a byte order mark, UTF-16 with one, else Windows-1252.
//!
//! Windows-1252 reads any bytes, so it comes last, and for single lines: files that were put
//! together of several have both. What is no text at all is told apart by its first bytes and by
//! zero bytes.

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::{MOST_BYTES, TableError};

/// How the bytes of a file stand for letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// UTF-16, as a spreadsheet's "Unicode text" is.
    Utf16,
    /// Windows-1252, as a spreadsheet's plain CSV is in western countries.
    Windows1252,
    /// Lines of UTF-8 and lines of Windows-1252.
    Mixed,
}

impl Encoding {
    /// The encoding's usual name.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16 => "UTF-16",
            Self::Windows1252 => "Windows-1252",
            Self::Mixed => "UTF-8 and Windows-1252",
        }
    }
}

/// The text that the bytes stand for.
pub(super) fn decode(bytes: &[u8]) -> Result<(String, Encoding), TableError> {
    if bytes.len() > MOST_BYTES {
        return Err(TableError::TooLarge);
    }
    if is_spreadsheet(bytes) {
        return Err(TableError::Spreadsheet);
    }
    let wide = [(&b"\xFF\xFE"[..], UTF_16LE), (b"\xFE\xFF", UTF_16BE)];
    for (mark, encoding) in wide {
        if let Some(rest) = bytes.strip_prefix(mark) {
            let (text, had_errors) = encoding.decode_without_bom_handling(rest);
            if had_errors {
                return Err(TableError::NotText);
            }
            return Ok((text.into_owned(), Encoding::Utf16));
        }
    }
    if bytes.contains(&0) {
        return Err(TableError::NotText);
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok((text.to_owned(), Encoding::Utf8));
    }
    Ok(by_line(bytes))
}

/// Lines that are UTF-8 as such, and all others as Windows-1252.
fn by_line(bytes: &[u8]) -> (String, Encoding) {
    let mut text = String::with_capacity(bytes.len());
    let mut encoding = Encoding::Windows1252;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        match std::str::from_utf8(line) {
            Ok(line) => {
                if !line.is_ascii() {
                    encoding = Encoding::Mixed;
                }
                text.push_str(line);
            }
            Err(_) => text.push_str(&WINDOWS_1252.decode_without_bom_handling(line).0),
        }
    }
    (text, encoding)
}

/// A zipped workbook, or one of the older kind.
fn is_spreadsheet(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xD0\xCF\x11\xE0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_encoding_gives_the_same_text() {
        let wide: Vec<u16> = "id;Müller €".encode_utf16().collect();
        let little: Vec<u8> = wide.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let big: Vec<u8> = wide.iter().flat_map(|unit| unit.to_be_bytes()).collect();
        let table = [
            ("id;Müller €".as_bytes().to_vec(), Encoding::Utf8),
            (
                [b"\xEF\xBB\xBF", "id;Müller €".as_bytes()].concat(),
                Encoding::Utf8,
            ),
            ([b"\xFF\xFE", little.as_slice()].concat(), Encoding::Utf16),
            ([b"\xFE\xFF", big.as_slice()].concat(), Encoding::Utf16),
            (b"id;M\xFCller \x80".to_vec(), Encoding::Windows1252),
        ];
        for (bytes, encoding) in table {
            assert_eq!(decode(&bytes), Ok(("id;Müller €".to_owned(), encoding)));
        }
    }

    #[test]
    fn each_line_is_read_as_what_it_is() {
        let bytes = b"id;name\r\n1;Caf\xE9\r\n2;M\xC3\xBCller\r\n3;Plain\r\n4;Stra\xDFe";
        let text = "id;name\r\n1;Café\r\n2;Müller\r\n3;Plain\r\n4;Straße".to_owned();
        assert_eq!(decode(bytes), Ok((text, Encoding::Mixed)));
    }

    #[test]
    fn what_is_no_text_is_said_to_be_none() {
        assert_eq!(decode(b"PK\x03\x04rest"), Err(TableError::Spreadsheet));
        assert_eq!(
            decode(b"\xD0\xCF\x11\xE0rest"),
            Err(TableError::Spreadsheet)
        );
        assert_eq!(decode(b"id,name\n1,\0\0"), Err(TableError::NotText));
        // Half of a surrogate pair.
        assert_eq!(decode(b"\xFF\xFE\x00\xD8"), Err(TableError::NotText));
        assert_eq!(
            decode(&vec![b'a'; MOST_BYTES + 1]),
            Err(TableError::TooLarge)
        );
    }
}
