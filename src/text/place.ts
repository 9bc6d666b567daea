/** Where something stands, as a person would look it up: 'facilities.csv · 第 12 行 · 建筑面积 列'. */
import type { Place } from '../problem'
import { say, type Language } from './say'

export function placeText(language: Language, place: Place, withFile = true): string {
  const { file, sheet, row, column } = place
  return [
    withFile ? file : undefined,
    sheet ? say(language, 'place.sheet', { sheet }) : undefined,
    row === undefined ? undefined : say(language, 'place.row', { row }),
    column === undefined ? undefined : say(language, 'place.column', { column }),
  ]
    .filter(Boolean)
    .join(' · ')
}
