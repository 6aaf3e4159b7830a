//! A PNG of grey pixels, uncompressed: for the codes and bars that the app draws itself. Refuses every other kind of picture.

use crate::DossierError;

/// A stored block of deflate holds no more.
const BLOCK: usize = 65_535;

/// `pixels` as a picture of lines of so many, 0 for black.
pub(crate) fn grey(pixels: &[u8], wide: usize) -> Result<Vec<u8>, DossierError> {
    let odd = || DossierError::Fault("a picture of an impossible size");
    let width = u32::try_from(wide).map_err(|_| odd())?;
    let height = u32::try_from(pixels.chunks(wide.max(1)).count()).map_err(|_| odd())?;
    let lines: Vec<u8> = pixels.chunks(wide.max(1)).flat_map(|line| [&[0], line].concat()).collect();
    let mut packed = vec![0x78, 0x01];
    let blocks = lines.chunks(BLOCK).count();
    for (at, block) in lines.chunks(BLOCK).enumerate() {
        let size = u16::try_from(block.len()).map_err(|_| odd())?;
        packed.push(u8::from(at + 1 == blocks));
        packed.extend(size.to_le_bytes());
        packed.extend((!size).to_le_bytes());
        packed.extend_from_slice(block);
    }
    packed.extend(adler(&lines).to_be_bytes());
    let head = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 0, 0, 0, 0]].concat();
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    for (name, content) in [(b"IHDR", head), (b"IDAT", packed), (b"IEND", Vec::new())] {
        png.extend(u32::try_from(content.len()).map_err(|_| odd())?.to_be_bytes());
        let named = [name.as_slice(), &content].concat();
        png.extend_from_slice(&named);
        png.extend(crc(&named).to_be_bytes());
    }
    Ok(png)
}

fn adler(bytes: &[u8]) -> u32 {
    let (a, b) = bytes.iter().fold((1_u32, 0_u32), |(a, b), byte| {
        let a = (a + u32::from(*byte)) % 65_521;
        (a, (b + a) % 65_521)
    });
    b << 16 | a
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(
            crc ^ u32::from(*byte),
            |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 },
        )
    })
}
