/** The legend of a printed map: only what is on it, with counts. */
import { order } from '../../model/ledger-rows'
import type { FacilityKind } from '../../model/study'
import { kindName } from '../../text/keys'
import { formatNumber } from '../../text/numbers'
import { sayPaper } from '../../text/papers'
import { say } from '../../text/say'
import { wrapped, type Mark } from '../drawing/drawing'
import { pictureMark } from '../drawing/picture-marks'
import { facilitySymbol, shapeOf, type Shape } from '../signs/facility-symbol'
import { compoundPicture, facilityPicture, signPicture } from '../signs/picture'
import { mapColours } from '../signs/verdict-colours'
import { areaPaints, verdictTally, type MapContent } from './frame'

type Entry = { readonly sign: ((x: number, y: number) => Mark[]) | null; readonly words: string; readonly heading?: boolean }

/** Laid out in columns from (x, y), set smaller where it would not fit. */
export function legendMarks(content: MapContent, x: number, y: number, width: number, height: number, columns: number, size: number): Mark[] {
  const { marks, fits } = laidOut(content, x, y, width, height, columns, size)
  return fits || size < 7 ? marks : legendMarks(content, x, y, width, height, columns, size - 0.5)
}

function laidOut(content: MapContent, x: number, y: number, width: number, height: number, columns: number, size: number): { marks: Mark[]; fits: boolean } {
  const column = width / columns
  const pitch = size * 1.65
  const marks: Mark[] = []
  let [at, down] = [0, 0]
  for (const { sign, words, heading } of entriesOf(content)) {
    const indent = sign ? 30 : 0
    const lines = wrapped(words, size, column - indent - 8, 3)
    const needed = lines.length * size * 1.35 + (heading ? pitch * 1.2 : pitch - size * 1.35)
    if (down > 0 && down + needed > height && at < columns - 1) [at, down] = [at + 1, 0]
    if (heading && down > 0) down += size * 0.7
    const left = x + at * column
    const middle = y + down + pitch / 2
    if (sign) marks.push(...sign(left, middle))
    lines.forEach((line, index) => marks.push({ is: 'text', x: left + indent, y: middle + index * size * 1.35, text: line, size: heading ? size * 1.08 : size, middle: true, ...(heading ? { bold: true } : {}) }))
    down += pitch + (lines.length - 1) * size * 1.35
  }
  return { marks, fits: down <= height }
}

function entriesOf(content: MapContent): Entry[] {
  const { language, study, result, layers, metres, kinds } = content
  const word = (key: Parameters<typeof sayPaper>[1], values = {}) => sayPaper(language, key, values)
  const counted = (words: string, count: number): string => `${words} ${formatNumber(count)}`
  const entries: Entry[] = []
  if (result && result.units.length > 0) {
    const { counts, undrawn } = verdictTally(study, result)
    const hollow = result.binding === 'aspirational'
    entries.push({ sign: null, words: word('map.units'), heading: true })
    for (const { state, count } of counts) entries.push({ sign: (x, y) => [{ is: 'box', x, y: y - 7, width: 24, height: 14, paint: { ...areaPaints[state], stroke: mapColours.line, width: 0.6 } }, pictureMark(signPicture(state, hollow), x + 12, y, 0.55)], words: counted(say(language, `verdict.${state}`), count) })
    if (undrawn > 0) entries.push({ sign: null, words: word('map.undrawn', { n: formatNumber(undrawn) }) })
  }
  if (layers.facilities) {
    const shown = study.facilities.filter(({ at, kind }) => at && (!kinds || (kind !== null && kinds.includes(kind))))
    const groups = new Map<string, { kind: FacilityKind | null; shape: Shape; count: number; first: (typeof shown)[number] }>()
    for (const facility of shown) {
      const shape = shapeOf(facility.kind, facility.level)
      const key = `${facility.kind ?? ''}|${shape}`
      const group = groups.get(key)
      if (group) group.count++
      else groups.set(key, { kind: facility.kind, shape, count: 1, first: facility })
    }
    if (groups.size > 0) entries.push({ sign: null, words: word('map.facilities'), heading: true })
    for (const { kind, first, count } of [...groups.values()].sort((a, b) => shapes.indexOf(a.shape) - shapes.indexOf(b.shape) || order(a.kind ?? '~', b.kind ?? '~')))
      entries.push({ sign: (x, y) => [pictureMark(facilityPicture(facilitySymbol({ ...first, stage: 'operating' }, language)), x + 12, y, 0.55)], words: counted(kind ? kindName(language, kind) : word('map.kindUnknown'), count) })
    if (shown.some(({ stage }) => stage !== 'operating')) entries.push({ sign: null, words: word('map.facilitiesMore') })
  }
  const compounds = layers.compounds ? study.compounds.filter(({ at }) => at).length : 0
  if (compounds > 0 || layers.circles) entries.push({ sign: null, words: word('map.others'), heading: true })
  if (compounds > 0) entries.push({ sign: (x, y) => [pictureMark(compoundPicture(null), x + 12, y, 0.9)], words: counted(word('map.compounds'), compounds) })
  if (layers.circles) for (const [index, radius] of metres.entries()) entries.push({ sign: (x, y) => [{ is: 'box', x, y: y - 7, width: 24, height: 14, paint: { fill: mapColours.circle, opacity: index === 0 ? 0.2 : 0.07, ...(index === 1 ? { stroke: mapColours.circle, width: 1.1, dash: [4, 2.5] } : {}) } }], words: word('map.circle', { metres: formatNumber(radius) }) })
  return entries
}

const shapes: readonly Shape[] = ['triangle', 'diamond', 'circle', 'square']
