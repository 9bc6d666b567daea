import jsQR from 'jsqr'
import { expect, test } from 'vitest'
import { qrPath } from '../../../src/panels/publish/publish-qr'

/** The path drawn as pixels, four to a module. */
function photograph({ path, size }: { readonly path: string; readonly size: number }): Uint8ClampedArray {
  const side = size * 4
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1/g))
    for (let row = Number(y) * 4; row < Number(y) * 4 + 4; row++)
      for (let column = Number(x) * 4; column < (Number(x) + Number(width)) * 4; column++) pixels.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3)
  return pixels
}

test.each(['https://www.example.cn/care/', 'https://www.example.cn/care/index.html#elder=1', `https://www.example.cn/${'long/'.repeat(40)}`])('the code of %s is read as that by another library', (link) => {
  const drawn = qrPath(link)
  expect(jsQR(photograph(drawn), drawn.size * 4, drawn.size * 4)?.data).toBe(link)
})
