/** 圈步不一致: where the legal circle and the elder walk disagree, by people point and by unit. Absent without streets. */
import type { PointDisagreement, UnitDisagreement } from '../../indicators/walk/walk-disagreement'
import type { Basis, WalkOfClause } from '../basis'
import { tableOf, type ExportTable } from '../table'
import { tellerOf } from './teller'

type Of<T> = { readonly walk: WalkOfClause; readonly found: T }

export function disagreementTables(basis: Basis): ExportTable[] {
  if (basis.walks.length === 0) return []
  const teller = tellerOf(basis)
  const { column, language } = teller
  const points = basis.walks.flatMap((walk) => walk.disagreement.points.map((found): Of<PointDisagreement> => ({ walk, found })))
  const units = basis.walks.flatMap((walk) => walk.disagreement.units.map((found): Of<UnitDisagreement> => ({ walk, found })))
  const titleOf = ({ walk }: { readonly walk: WalkOfClause }) => teller.clauseOf(walk)?.clause.title[language] ?? null
  return [
    tableOf<Of<PointDisagreement>>(teller.about('disagreement', ['policyId', 'clause', 'point']), [
      column('clause', 'text', 9, ({ walk }) => walk.clause),
      column('clauseTitle', 'text', 28, titleOf, { wrap: true }),
      column('areaName', 'text', 20, ({ found }) => teller.nameOf(found.area)),
      column('point', 'text', 14, ({ found }) => found.id),
      column('side', 'text', 20, ({ found }) => teller.say(`side.${found.side}`)),
      column('pointPeople', 'measure', 9, ({ found }) => found.people),
      column('circleMetres', 'measure', 11, ({ found }) => found.circleMetres),
      column('walkMetres', 'measure', 11, ({ found }) => found.walkMetres),
      column('walkMinutes', 'measure', 11, ({ found }) => (found.walkMinutes === null ? null : Math.round(found.walkMinutes * 10) / 10)),
      column('circleFacility', 'text', 16, ({ found }) => found.circleFacility),
      column('walkFacility', 'text', 16, ({ found }) => found.walkFacility),
      column('policyId', 'text', 18, ({ walk }) => walk.policy),
    ], points),
    tableOf<Of<UnitDisagreement>>(teller.about('disagreementUnits', ['policyId', 'clause', 'unit']), [
      column('clause', 'text', 9, ({ walk }) => walk.clause),
      column('clauseTitle', 'text', 28, titleOf, { wrap: true }),
      column('unit', 'text', 15, ({ found }) => found.id),
      column('name', 'text', 24, ({ found }) => found.name),
      column('side', 'text', 20, ({ found }) => teller.say(`side.${found.side}`)),
      column('circleShare', 'share', 14, ({ found }) => found.circle),
      column('walkShare', 'share', 14, ({ found }) => found.walk),
      column('policyId', 'text', 18, ({ walk }) => walk.policy),
    ], units),
  ]
}
