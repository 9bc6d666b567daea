/** Which of the things under the pointer is meant: the smaller one on top, and among units the judged one. */
import type { Selection, SelectionKind } from './view'

export type Hit = {
  readonly kind: SelectionKind
  readonly id: string
  readonly name: string
  /** 'none' where the chosen clause says nothing of it. */
  readonly state: string
  /** Depth of the unit's level; 0 for others. */
  readonly rank: number
  /** Pixels from the pointer; 0 for a surface that holds it. */
  readonly px: number
}

export function pickTop(hits: readonly Hit[]): (Selection & { readonly name: string }) | null {
  const [top] = [...hits].sort(
    (a, b) =>
      order[a.kind] - order[b.kind] ||
      Number(a.state === 'none') - Number(b.state === 'none') ||
      a.px - b.px ||
      b.rank - a.rank ||
      (a.id < b.id ? -1 : 1),
  )
  return top ? { kind: top.kind, id: top.id, name: top.name } : null
}

/** Reads what MapLibre found; features that are not for clicking have no kind. */
export function hitOf(properties: Readonly<Record<string, unknown>> | null, px: number): Hit | null {
  const { kind, id, name, state, rank } = properties ?? {}
  if (typeof kind !== 'string' || !isKind(kind) || typeof id !== 'string') return null
  return {
    kind,
    id,
    name: typeof name === 'string' ? name : id,
    state: typeof state === 'string' ? state : 'none',
    rank: kind === 'area' && typeof rank === 'number' ? rank : 0,
    px,
  }
}

const order: Readonly<Record<SelectionKind, number>> = { facility: 0, compound: 1, point: 2, plot: 3, area: 4 }
const isKind = (text: string): text is SelectionKind => ['facility', 'compound', 'point', 'plot', 'area'].includes(text)
