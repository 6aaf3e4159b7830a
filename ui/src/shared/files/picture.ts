// Pictures that the desk hands over as bytes. Owns their short life as object addresses.

/** An address for the picture until `letGo` is called with it. */
export function addressOf(bytes: ArrayBuffer): string {
  const type = new Uint8Array(bytes, 0, 1)[0] === 0x89 ? "image/png" : "image/jpeg";
  return URL.createObjectURL(new Blob([bytes], { type }));
}

export function letGo(address: string): void {
  if (address) URL.revokeObjectURL(address);
}
