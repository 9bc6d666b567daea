import { Window } from 'happy-dom'
import { describe, expect, test } from 'vitest'
import { fitted, textWidth, wrapped, type Drawing } from '../../../src/exports/drawing/drawing'
import { svgText, svgTree } from '../../../src/exports/drawing/svg'

const drawing = (given: Partial<Drawing> = {}): Drawing => ({ id: 'd', width: 100, height: 50, title: '图', description: '说明', marks: [], ...given })
const parsed = (text: string) => new new Window().DOMParser().parseFromString(text.replace(/<\?xml.*?\?>\n/, ''), 'image/svg+xml')

describe('an SVG file', () => {
  const hostile = `</title><script>alert(1)</script>"'&<img src=x onerror=alert(1)>\u0000\ud800`
  test('holds a name from a file as text and nothing else', () => {
    const page = parsed(svgText(drawing({ title: hostile, marks: [{ is: 'text', x: 0, y: 0, text: hostile, size: 12 }, { is: 'box', x: 0, y: 0, width: 1, height: 1, paint: {}, title: hostile }] }), { metadata: hostile }))
    expect(page.querySelectorAll('script, img').length).toBe(0)
    expect(page.querySelector('text')!.textContent).toBe(`</title><script>alert(1)</script>"'&<img src=x onerror=alert(1)>`)
  })
  test('is as large on paper as it was asked to be, and says what it shows', () => {
    const text = svgText(drawing(), { millimetres: { width: 297, height: 210 } })
    expect(text).toContain('width="297mm" height="210mm"')
    expect(text).toContain('viewBox="0 0 100 50"')
    expect(parsed(text).querySelector('title')!.textContent).toBe('图')
    expect(parsed(text).querySelector('desc')!.textContent).toBe('说明')
  })
  test('defines a pattern once however often it is used, under a name of its own drawing', () => {
    const paint = { fill: '#d55e00', pattern: { kind: 'rising', ink: '#7a2d00' } } as const
    const text = svgText(drawing({ marks: [1, 2, 3].map((x) => ({ is: 'box' as const, x, y: 0, width: 1, height: 1, paint })) }))
    expect(text.match(/<pattern /g)).toHaveLength(1)
    expect(text.match(/fill="url\(#d-rising-7a2d00-d55e00\)"/g)).toHaveLength(3)
  })
  test('is the same each time', () => {
    const marks = [{ is: 'shape' as const, rings: [[[0, 0], [1 / 3, 0], [0, 2 / 3]] as const], paint: { stroke: '#000000' } }]
    expect(svgText(drawing({ marks }))).toBe(svgText(drawing({ marks })))
    expect(svgText(drawing({ marks }))).toContain('d="M0 0L0.33 0L0 0.67Z"')
  })
  test('clips a group by a frame of its own', () => {
    expect(JSON.stringify(svgTree(drawing({ marks: [{ is: 'group', clip: { x: 1, y: 2, width: 3, height: 4 }, marks: [] }] })))).toContain('url(#d-clip-0)')
  })
})

describe('text without a font', () => {
  test('a Chinese character is one em wide', () => expect(textWidth('一刻圈', 10)).toBe(30))
  test('what fits is left alone, what does not ends in an ellipsis within the width', () => {
    expect(fitted('曲溪市', 10, 30)).toBe('曲溪市')
    expect(fitted('曲溪市经开区', 10, 40)).toBe('曲溪市…')
  })
  test('lines are broken between characters, never before a comma, and nothing is lost', () => {
    expect(wrapped('城市社区，居家养老', 10, 40)).toEqual(['城市社区，', '居家养老'])
    expect(wrapped('one two three', 10, 45).join(' ')).toBe('one two three')
    expect(wrapped('一二三四五六', 10, 20, 2)).toEqual(['一二', '三…'])
  })
})
