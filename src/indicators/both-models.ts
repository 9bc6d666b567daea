/** The legal circle and the elder walk side by side, where the study's streets are at hand. */
import { walkLack } from '../reach/study-walk'
import type { Judging } from './evaluator'
import { effortSaid } from '../reach/pace-options'
import { metresOf, paceOf, readAs, speedOf, type ReachAsked } from './reach-asked'
import type { PeopleWithin, ReachModel } from './reach-figures'
import type { Result } from './result'

/** Figures of both models: people within and all who are judged by it, metres, speed, and how many points are over 100 m from any street. None without streets: nobody asked to walk. */
export function bothModels(judging: Judging, asked: ReachAsked, sumBy: (model: ReachModel) => PeopleWithin): Result['figures'] {
  if (walkLack(judging.study)) return {}
  const [circle, walk] = [sumBy('circle'), sumBy('walk')]
  return {
    circleWithin: circle.within,
    circleAll: circle.all,
    circleMetres: metresOf(readAs(judging, 'circle'), asked),
    walkWithin: walk.within,
    walkAll: walk.all,
    walkMetres: metresOf(readAs(judging, 'walk'), asked),
    walkSpeed: speedOf(judging),
    walkMinutes: asked.minutes,
    ...effortSaid(paceOf(judging)),
    walkOffStreets: walk.offStreets,
  }
}
