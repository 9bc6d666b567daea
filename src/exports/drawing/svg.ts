/** A drawing -> SVG: as elements that a page can build safely, and as the text of a file. Words from files are only ever text. */
import type { Box, Drawing, Mark, Paint, Pattern } from './drawing'
import { xmlText } from './xml'

export type SvgElement = { readonly tag: string; readonly attributes: Readonly<Record<string, string | number>>; readonly children: readonly (SvgElement | string)[] }

/** Fonts that are on the machine: nothing is fetched. */
export const drawingFont = 'PingFang SC, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, sans-serif'

/** The text of an SVG file. millimetres: the size on paper; absent: one unit is a pixel. metadata: the stamp, for programs. */
export function svgText(drawing: Drawing, { millimetres, metadata }: { readonly millimetres?: { readonly width: number; readonly height: number }; readonly metadata?: string } = {}): string {
  const root = svgTree(drawing)
  const size = millimetres ? { width: `${millimetres.width}mm`, height: `${millimetres.height}mm` } : { width: drawing.width, height: drawing.height }
  const noted = metadata === undefined ? root.children : [element('metadata', {}, [metadata]), ...root.children]
  return `<?xml version="1.0" encoding="UTF-8"?>\n${serialised({ ...root, attributes: { ...root.attributes, ...size }, children: noted })}\n`
}

export function svgTree({ id, width, height, title, description, marks }: Drawing): SvgElement {
  const patterns = new Map<string, SvgElement>()
  const clips: SvgElement[] = []
  const patternName = (pattern: Pattern, fill: string | undefined): string => {
    const name = `${id}-${pattern.kind}-${pattern.ink.slice(1)}-${fill?.slice(1) ?? 'none'}`
    if (!patterns.has(name)) patterns.set(name, patternElement(name, pattern, fill))
    return name
  }
  const clipName = (box: Box): string => {
    const name = `${id}-clip-${clips.length}`
    clips.push(element('clipPath', { id: name }, [element('rect', { ...placed(box) })]))
    return name
  }
  const drawn = marks.map((mark) => markElement(mark, patternName, clipName))
  return element('svg', { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${num(width)} ${num(height)}`, role: 'img', 'aria-labelledby': `${id}-title ${id}-desc`, 'font-family': drawingFont }, [
    element('title', { id: `${id}-title` }, [title]),
    element('desc', { id: `${id}-desc` }, [description]),
    ...(patterns.size + clips.length > 0 ? [element('defs', {}, [...patterns.values(), ...clips])] : []),
    ...drawn,
  ])
}

function markElement(mark: Mark, patternName: (pattern: Pattern, fill: string | undefined) => string, clipName: (box: Box) => string): SvgElement {
  const titled = 'title' in mark && mark.title !== undefined ? [element('title', {}, [mark.title])] : []
  switch (mark.is) {
    case 'box':
      return element('rect', { ...placed(mark), ...painted(mark.paint, patternName) }, titled)
    case 'shape': {
      const d = mark.rings.map((ring) => `M${ring.map(([x, y]) => `${num(x)} ${num(y)}`).join('L')}${mark.open ? '' : 'Z'}`).join('')
      return element('path', { d, ...painted(mark.open ? { ...mark.paint, fill: undefined, pattern: undefined } : mark.paint, patternName), 'fill-rule': 'evenodd', 'stroke-linejoin': 'round' }, titled)
    }
    case 'path':
      return element('path', { d: mark.d, ...painted(mark.paint, patternName), 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }, titled)
    case 'text': {
      const halo: Record<string, string | number> = mark.halo ? { stroke: '#ffffff', 'stroke-width': 3, 'stroke-linejoin': 'round', 'paint-order': 'stroke' } : {}
      // Set by hand: not every program knows dominant-baseline.
      const y = mark.middle ? mark.y + mark.size * 0.36 : mark.y
      return element('text', { x: num(mark.x), y: num(y), 'font-size': num(mark.size), fill: mark.fill ?? '#1d2427', ...(mark.bold ? { 'font-weight': 600 } : {}), ...(mark.anchor && mark.anchor !== 'start' ? { 'text-anchor': mark.anchor } : {}), ...halo }, [mark.text])
    }
    case 'group': {
      const move: Record<string, string> = mark.at ? { transform: `translate(${num(mark.at.x)} ${num(mark.at.y)})${mark.at.scale === 1 ? '' : ` scale(${num(mark.at.scale, 3)})`}` } : {}
      const clip: Record<string, string> = mark.clip ? { 'clip-path': `url(#${clipName(mark.clip)})` } : {}
      return element('g', { ...move, ...clip }, [...titled, ...mark.marks.map((each) => markElement(each, patternName, clipName))])
    }
  }
}

function painted({ fill, opacity, pattern, stroke, width, dash }: Paint, patternName: (pattern: Pattern, fill: string | undefined) => string): Record<string, string | number> {
  return {
    fill: pattern ? `url(#${patternName(pattern, fill)})` : (fill ?? 'none'),
    ...(opacity !== undefined && opacity < 1 && (fill || pattern) ? { 'fill-opacity': opacity } : {}),
    ...(stroke ? { stroke, 'stroke-width': num(width ?? 1) } : {}),
    ...(stroke && dash ? { 'stroke-dasharray': dash.join(' ') } : {}),
  }
}

function patternElement(id: string, { kind, ink }: Pattern, fill: string | undefined): SvgElement {
  const side = 7
  const line = (d: string) => element('path', { d, stroke: ink, 'stroke-width': 1.1, fill: 'none' })
  const signs: Readonly<Record<Pattern['kind'], SvgElement>> = {
    rising: line('M-1 8L8 -1M-1 1L1 -1M6 8L8 6'),
    falling: line('M-1 -1L8 8M6 -1L8 1M-1 6L1 8'),
    cross: line('M-1 8L8 -1M-1 1L1 -1M6 8L8 6M-1 -1L8 8M6 -1L8 1M-1 6L1 8'),
    level: line('M0 3.5H7'),
    dots: element('circle', { cx: 3.5, cy: 3.5, r: 1.1, fill: ink }),
  }
  const ground = fill ? [element('rect', { width: side, height: side, fill })] : []
  return element('pattern', { id, width: side, height: side, patternUnits: 'userSpaceOnUse' }, [...ground, signs[kind]])
}

const placed = ({ x, y, width, height }: Box) => ({ x: num(x), y: num(y), width: num(width), height: num(height) })

const element = (tag: string, attributes: SvgElement['attributes'], children: SvgElement['children'] = []): SvgElement => ({ tag, attributes, children })

function serialised(node: SvgElement | string): string {
  if (typeof node === 'string') return xmlText(node)
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${xmlText(String(value))}"`).join('')
  return node.children.length === 0 ? `<${node.tag}${attributes}/>` : `<${node.tag}${attributes}>${node.children.map(serialised).join('')}</${node.tag}>`
}

/** To a hundredth of a unit: finer than any printer. */
const num = (value: number, digits = 2): number => Number(value.toFixed(digits))
