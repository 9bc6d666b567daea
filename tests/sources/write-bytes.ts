/** Bytes written by hand, so that no decoder of the platform checks itself. */

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

export const utf8Mark = [0xef, 0xbb, 0xbf]

export const bytesOf = (...parts: readonly ArrayLike<number>[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => Array.from(part)))

export function utf16(text: string, order: 'le' | 'be'): Uint8Array {
  const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index))
  return Uint8Array.from(units.flatMap((unit) => (order === 'le' ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])))
}

/** GB18030 code points from the standard's table; 𠮷 (U+20BB7) is one of those that take four bytes. */
const codes: Readonly<Record<string, readonly number[]>> = {
  名: [0xc3, 0xfb],
  称: [0xb3, 0xc6],
  户: [0xbb, 0xa7],
  数: [0xca, 0xfd],
  甲: [0xbc, 0xd7],
  乙: [0xd2, 0xd2],
  '，': [0xa3, 0xac],
  𠮷: [0x95, 0x34, 0xb2, 0x35],
}

export const gbk = (text: string): Uint8Array =>
  Uint8Array.from(
    [...text].flatMap((character) => {
      const code = codes[character] ?? (character < '\u0080' ? [character.charCodeAt(0)] : undefined)
      if (!code) throw new Error(`no GB18030 bytes are listed for ${character}`)
      return [...code]
    }),
  )
