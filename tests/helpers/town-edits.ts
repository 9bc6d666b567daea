/** Random edits of the towns that are drawn by chance. */
import { facilityKinds } from '../../src/model/study'
import type { EditDraft } from '../../src/scenario/edit'

/** A street closed, or a passage opened. */
export function streetEdit(random: () => number): EditDraft {
  const at = () => [103 + Math.floor(random() * 30) / 1000, 25 + Math.floor(random() * 30) / 1000] as const
  return random() < 0.5 ? { type: 'close-street', at: at() } : { type: 'add-link', line: [at(), at()] }
}

/** Edits of the towns of random-town.ts, whose records are F0…, P0…, D0… and K…. */
export function editOf(random: () => number): EditDraft {
  const among = <T>(...words: readonly T[]): T => words[Math.floor(random() * words.length)]!
  const id = among('F0', 'F1', 'F2', 'F3', 'F4', '+s1.1', '+s1.2')
  const at = [103 + Math.floor(random() * 30) / 1000, 25 + Math.floor(random() * 30) / 1000] as const
  return among<() => EditDraft>(
    () => ({ type: 'move-facility', facility: id, to: at }),
    () => ({ type: 'move-facility', facility: id, to: at }),
    () => ({ type: 'close-facility', facility: id }),
    () => ({ type: 'reopen-facility', facility: id }),
    () => ({ type: 'rekind-facility', facility: id, kind: among(...facilityKinds) }),
    () => ({ type: 'resize-facility', facility: id, floorAreaM2: among(null, 0, 200, 800), beds: among(null, 40, 300) }),
    () => ({ type: 'serve', facility: id, serves: among(null, ['P0', 'P1'], ['KA11'], ['P2', 'KB1']) }),
    () => ({ type: 'add-facility', name: '新站', kind: among(...facilityKinds), at, floorAreaM2: 300, serves: among(null, ['P0']), stage: among('operating', 'building') }),
    () => ({ type: 'plot-to-facility', plot: among('L0', 'L1'), kind: 'COMM', stage: 'operating', serves: null }),
    () => ({ type: 'set-households', of: { kind: 'compound', id: among('P0', 'P1', 'P2') }, households: among(null, 0, 300) }),
    () => ({ type: 'set-elders', of: among({ kind: 'people', id: among('D0', 'D1') } as const, { kind: 'area', id: among('KA11', 'KB', 'K') } as const), elders60: among(null, 0, 90.5) }),
    () => ({ type: 'set-pool', compound: among('P0', 'P1', 'P2'), pool: among(null, 'g', 'h') }),
    () => ({ type: 'set-rectification', of: { kind: 'compound', id: among('P0', 'P1') }, status: among('open', 'started', 'done'), areaM2: among(null, 120) }),
  )()
}
