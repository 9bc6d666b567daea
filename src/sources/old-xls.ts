/** Workbooks from before Excel 97, which export buttons of old systems still write: text in the code page of Chinese Windows. */
import type { SheetContent } from './sheet'

/** Sheets without a container (Excel 2 to 4) begin with one of these records. */
export const isBareSheet = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x09 &&
  bytes[3] === 0 &&
  ((bytes[1] === 0 && bytes[2] === 4) || ((bytes[1] === 2 || bytes[1] === 4) && bytes[2] === 6))

/** The library gives each byte of such a text as one character; together they are GB18030. Text that does not fit stays. */
export function nationalText(text: string): string {
  const codes = Array.from(text, (character) => character.charCodeAt(0))
  // Only characters of one byte can have come from bytes; ASCII is the same in both.
  if (codes.every((code) => code < 0x80) || codes.some((code) => code > 0xff)) return text
  try {
    return new TextDecoder('gb18030', { fatal: true }).decode(Uint8Array.from(codes))
  } catch {
    return text
  }
}

export const withNationalText = (content: SheetContent): SheetContent => ({
  ...content,
  '!data': (content['!data'] ?? []).map((line) =>
    line?.map((cell) => (cell && typeof cell.v === 'string' ? { ...cell, v: nationalText(cell.v) } : cell)),
  ),
})
