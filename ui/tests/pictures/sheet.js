// Six pictures on one sheet, and how much two sheets differ. The work is done in a page, which has the decoders.

const ACROSS = 3;
const GAP = 8;
/** A sheet's picture beside the real one: small enough for 70 sheets in the repository, large enough to read. */
const SCALE = 0.6;
const QUALITY = 0.55;
/** Sheets are compared in squares of this many pixels, each by its mean: smoothing and hinting are lost in them. */
const SQUARE = 8;
/** Steps of 255 by which a square's mean may be off. */
const STEPS = 20;

const PICTURE = `const picture = async (kind, text) => createImageBitmap(await (await fetch("data:image/" + kind + ";base64," + text)).blob());`;

/** The six as one WebP, in base64. */
export function sheet(page, six) {
  return page.run(`(async () => {
    ${PICTURE}
    const six = await Promise.all(${JSON.stringify(six)}.map((text) => picture("png", text)));
    const wide = Math.round(six[0].width * ${SCALE}), tall = Math.round(six[0].height * ${SCALE});
    const rows = Math.ceil(six.length / ${ACROSS});
    const canvas = new OffscreenCanvas(wide * ${ACROSS} + ${GAP * (ACROSS - 1)}, tall * rows + ${GAP} * (rows - 1));
    const pen = canvas.getContext("2d");
    pen.imageSmoothingQuality = "high";
    six.forEach((one, n) => pen.drawImage(one, (n % ${ACROSS}) * (wide + ${GAP}), Math.floor(n / ${ACROSS}) * (tall + ${GAP}), wide, tall));
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: "image/webp", quality: ${QUALITY} })).arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  })()`);
}

/** The share of squares in which two sheets differ; one when they are not of the same size. */
export function compare(page, kept, made) {
  return page.run(`(async () => {
    ${PICTURE}
    const [kept, made] = await Promise.all(${JSON.stringify([kept, made])}.map((text) => picture("webp", text)));
    if (kept.width !== made.width || kept.height !== made.height) return 1;
    const wide = Math.floor(kept.width / ${SQUARE}), tall = Math.floor(kept.height / ${SQUARE});
    const means = (one) => {
      const pen = new OffscreenCanvas(one.width, one.height).getContext("2d");
      pen.drawImage(one, 0, 0);
      const { data } = pen.getImageData(0, 0, one.width, one.height);
      const sums = new Float64Array(wide * tall * 3);
      for (let y = 0; y < tall * ${SQUARE}; y += 1)
        for (let x = 0; x < wide * ${SQUARE}; x += 1)
          for (let c = 0; c < 3; c += 1)
            sums[(Math.floor(y / ${SQUARE}) * wide + Math.floor(x / ${SQUARE})) * 3 + c] += data[(y * one.width + x) * 4 + c];
      return sums.map((sum) => sum / ${SQUARE * SQUARE});
    };
    const [a, b] = [means(kept), means(made)];
    let off = 0;
    for (let n = 0; n < wide * tall; n += 1)
      if ([0, 1, 2].some((c) => Math.abs(a[n * 3 + c] - b[n * 3 + c]) > ${STEPS})) off += 1;
    return off / (wide * tall);
  })()`);
}
