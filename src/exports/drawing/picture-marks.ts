/** The map's small signs (signs/picture.ts) as marks of a drawing. */
import type { Picture } from '../signs/picture'
import type { Mark } from './drawing'

export const pictureMark = (picture: Picture, x: number, y: number, scale: number, title?: string): Mark => ({
  is: 'group',
  at: { x, y, scale },
  ...(title === undefined ? {} : { title }),
  marks: picture.parts.map((part): Mark => {
    if ('text' in part) return { is: 'text', x: part.x, y: part.y, text: part.text, size: part.size, anchor: 'middle', bold: true, fill: part.fill, middle: true }
    const { path, at, fill, stroke, width, dash } = part
    const mark: Mark = { is: 'path', d: path, paint: { ...(fill ? { fill } : {}), ...(stroke ? { stroke } : {}), ...(width === undefined ? {} : { width }), ...(dash ? { dash } : {}) } }
    return at ? { is: 'group', at, marks: [mark] } : mark
  }),
})
