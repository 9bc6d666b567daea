/** The sign of the program as pictures: a ring with a quarter filled, one quarter of an hour. Drawn here, so that no picture lies in the repository. */
import { crc32, deflateSync } from 'node:zlib'

const accent = [11, 110, 110]
const paper = [255, 255, 255]

export const iconSvg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#fff"/><circle cx="8" cy="8" r="5.5" fill="none" stroke="#0b6e6e" stroke-width="1.6"/><path d="M8 8V2.5A5.5 5.5 0 0 1 13.5 8z" fill="#0b6e6e"/></svg>\n'

/** size × size pixels, four samples a side each. */
export function iconPng(size) {
  const rows = []
  for (let y = 0; y < size; y++) {
    const row = Buffer.alloc(1 + size * 3)
    for (let x = 0; x < size; x++) {
      const share = inked(x, y, size)
      for (let band = 0; band < 3; band++) row[1 + x * 3 + band] = Math.round(paper[band] + (accent[band] - paper[band]) * share)
    }
    rows.push(row)
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })), chunk('IEND', Buffer.alloc(0))])
}

function inked(x, y, size) {
  let hits = 0
  for (let i = 0; i < 4; i++)
    for (let j = 0; j < 4; j++) {
      const [dx, dy] = [((x + (i + 0.5) / 4) / size) * 16 - 8, ((y + (j + 0.5) / 4) / size) * 16 - 8]
      const far = Math.hypot(dx, dy)
      if (Math.abs(far - 5.5) < 0.8 || (far < 5.5 && dx > 0 && dy < 0)) hits++
    }
  return hits / 16
}

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const out = Buffer.alloc(8 + body.length)
  out.writeUInt32BE(data.length, 0)
  body.copy(out, 4)
  out.writeUInt32BE(crc32(body) >>> 0, 4 + body.length)
  return out
}
