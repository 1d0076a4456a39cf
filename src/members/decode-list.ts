/** What the bytes from 80 to 9F stand for on Windows. The decoder of older Node versions has control characters there. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

const fromWindows = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .replaceAll(/[\u0080-\u009F]/g, (sign) => WINDOWS[sign.charCodeAt(0) - 0x80] ?? sign)

const utf16 = (bytes: Uint8Array, isLittleEndian: boolean): string =>
  new TextDecoder(isLittleEndian ? 'utf-16le' : 'utf-16be').decode(bytes)

/**
 * The text of a list as spreadsheets save it: in UTF-8, in UTF-16 with its byte-order mark, or, where it is neither, in
 * the Western European letters of Windows. Without the mark.
 */
export function decodeList(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(bytes, true)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes, false)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return fromWindows(bytes)
  }
}
