/** Bytes -> text, by the order that fits Chinese office files: mark, UTF-16 without mark, UTF-8, GB18030. */

export type TextEncoding = 'utf-8' | 'utf-8-bom' | 'gb18030' | 'utf-16le' | 'utf-16be'

export type Decoded = {
  readonly text: string
  readonly encoding: TextEncoding
  /** Undecodable places; each stands in the text as U+FFFD. */
  readonly damaged: number
  /** The bytes fit, but the characters are not what Chinese ledgers hold (Big5, UTF-16 without mark …): a person should look. */
  readonly guessed: boolean
}

/** null: not text in any encoding that we know. */
export function decodeText(bytes: Uint8Array): Decoded | null {
  const sound = withoutZeroTail(bytes)
  if (sound.length === 0 && bytes.length > 0) return null
  const found = byMark(bytes) ?? withoutMark(sound)
  return found && looksWritten(found.text) ? found : null
}

/** Enough to recognise a format: the head of the file, cut anywhere. */
export function decodeHead(bytes: Uint8Array, length = 4096): string | null {
  const head = bytes.subarray(0, length)
  // A line end is never half of a character, except in UTF-16, which shows by its NULs.
  const lineEnd = bytes.length > length && !head.includes(0) ? head.lastIndexOf(10) : -1
  return decodeText(lineEnd > 0 ? head.subarray(0, lineEnd + 1) : head)?.text ?? null
}

function byMark(bytes: Uint8Array): Decoded | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return lenient(bytes.subarray(2), 'utf-16le', 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return lenient(bytes.subarray(2), 'utf-16be', 'utf-16be')
  if (bytes[0] !== 0xef || bytes[1] !== 0xbb || bytes[2] !== 0xbf) return null
  const rest = withoutZeroTail(bytes.subarray(3))
  const marked = strict(rest, 'utf-8', 'utf-8-bom') ?? lenient(rest, 'utf-8', 'utf-8-bom')
  // A program may write the mark in front of text that it leaves in GBK.
  return marked ?? withoutMark(rest)
}

function withoutMark(bytes: Uint8Array): Decoded | null {
  const wide = wideOrder(bytes)
  if (wide) {
    const found = lenient(bytes, wide, wide)
    return found && { ...found, guessed: true }
  }
  if (bytes.includes(0)) return null
  const utf8 = strict(bytes, 'utf-8', 'utf-8')
  if (utf8 && !couldBeTwoByte(utf8.text)) return utf8
  const national = strict(bytes, 'gb18030', 'gb18030')
  if (utf8) return national && looksSimplified(bytes) ? { ...national, guessed: true } : utf8
  const found = lenient(bytes, 'utf-8', 'utf-8') ?? national ?? lenient(bytes, 'gb18030', 'gb18030')
  return found?.encoding === 'gb18030' ? { ...found, guessed: !looksSimplified(bytes) } : found
}

/**
 * A short GBK text such as "一,台" happens to be sound UTF-8, of Cyrillic and combining marks. Chinese in UTF-8 always
 * has characters from U+0800 on; signs such as ° × ± alone (below U+0100) stay UTF-8.
 */
const couldBeTwoByte = (text: string): boolean =>
  /[\u0100-\u07ff]/.test(text) && !/[\u0080-\u00ff\u0800-\uffff]/.test(text)

function strict(bytes: Uint8Array, label: string, encoding: TextEncoding): Decoded | null {
  try {
    const text = new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes)
    return { text, encoding, damaged: 0, guessed: false }
  } catch {
    return null
  }
}

/**
 * A few damaged characters leave a file usable. UTF-8 is asked before GB18030: its sequences check themselves, so a
 * GBK text never has four good ones for each bad one, while a damaged UTF-8 text may well decode as (wrong) GBK.
 * A cut inside the last character is one damage, however short the text.
 */
function lenient(bytes: Uint8Array, label: string, encoding: TextEncoding): Decoded | null {
  const decoder = new TextDecoder(label, { ignoreBOM: true })
  // In UTF-8 a two-byte sequence proves little (see couldBeTwoByte); Chinese takes three.
  const proof = label === 'utf-8' ? 0x0800 : 0x80
  // Long files are tried on their head first: GBK read as UTF-8 fails at once, and slowly as a whole.
  const head = bytes.length > 1 << 18 ? tally(decoder.decode(bytes.subarray(0, 1 << 16)), proof) : null
  if (head && head.damaged > 20 && head.damaged * 4 > head.good) return null
  const text = decoder.decode(bytes)
  const { good, damaged } = tally(text, proof)
  const onlyTheEnd = damaged === 1 && text.endsWith('\ufffd') && good > 0
  const tolerable = label.startsWith('utf-16') ? damaged * 100 <= text.length : damaged * 4 <= good || onlyTheEnd
  return tolerable ? { text, encoding, damaged, guessed: false } : null
}

function tally(text: string, proof: number): { good: number; damaged: number } {
  let damaged = 0
  let good = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 0xfffd) damaged++
    else if (code >= proof) good++
  }
  return { good, damaged }
}

/** Windows programs write UTF-16 without a mark now and then: digits, commas and line ends then have a NUL on one side only. */
function wideOrder(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const size = Math.min(bytes.length, 4096) & ~1
  let even = 0
  let odd = 0
  for (let i = 0; i < size; i += 2) {
    if (bytes[i] === 0) even++
    if (bytes[i + 1] === 0) odd++
  }
  // Two in a hundred characters at least: a Chinese table has more separators than that; a stray NUL is not a pattern.
  const enough = Math.max(1, size / 100)
  if (even === 0 && odd >= enough) return 'utf-16le'
  if (odd === 0 && even >= enough) return 'utf-16be'
  return null
}

/** A disk that failed while writing leaves NULs at the end of an otherwise sound file. */
function withoutZeroTail(bytes: Uint8Array): Uint8Array {
  let end = bytes.length
  while (end > 0 && bytes[end - 1] === 0) end--
  // One NUL may be the high half of a UTF-16 line end: the pattern above must still see it.
  return bytes.length - end > 1 ? bytes.subarray(0, end) : bytes
}

/** Written text has hardly any control characters; tab, line ends, form feed, the DOS end mark and JSON's record mark do occur. */
function looksWritten(text: string): boolean {
  let controls = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 0) return false
    if (code < 0x20 && code !== 9 && code !== 10 && code !== 13 && code !== 12 && code !== 0x1a && code !== 0x1e)
      controls++
  }
  return controls * 200 <= text.length
}

/** Simplified Chinese is written almost wholly with GB2312 (lead B0–F7 or A1–A9, trail from A1); Big5 or Shift-JIS read as GBK is not. */
function looksSimplified(bytes: Uint8Array): boolean {
  let pairs = 0
  let common = 0
  const size = Math.min(bytes.length, 1 << 16)
  for (let i = 0; i < size; i++) {
    const lead = bytes[i] ?? 0
    if (lead < 0x81) continue
    const trail = bytes[++i] ?? 0
    pairs++
    if (trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa9))) common++
  }
  return common * 10 >= pairs * 7
}
