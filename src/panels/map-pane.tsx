/** The store's view of the map: what StudyMap shows and what it tells back. */
import { useMemo } from 'react'
import { baseMapFrom } from '../map/layers/base-map'
import { Legend } from '../map/legend'
import { StudyMap } from '../map/study-map'
import type { MapView } from '../map/view'
import { changedReadings } from '../state/changed-readings'
import { select } from '../state/commands/select'
import { clauseNamed } from '../state/packs'
import { chosenResult } from '../state/state'
import { FailureBoundary } from './failure-boundary'
import { choiceLabel, optionLabel } from './option-words'
import { useApp, useAppState } from './use-app'

export function MapPane() {
  const app = useApp()
  const study = useAppState((state) => state.study)
  const result = useAppState(chosenResult)
  const metres = useAppState((state) => state.metres)
  const layers = useAppState((state) => state.layers)
  const kinds = useAppState((state) => state.kinds)
  const selection = useAppState((state) => state.selection)
  const baseMapChoice = useAppState((state) => state.baseMap)
  const language = useAppState((state) => state.language)
  const baseMap = useMemo(() => baseMapChoice && baseMapFrom(baseMapChoice.template, baseMapChoice.attribution), [baseMapChoice])
  const clause = useAppState((state) => result && clauseNamed(state, result)) ?? undefined
  const heading = useMemo<MapView['heading']>(() => {
    if (!result) return null
    const readings = changedReadings(clause, result.reading).map(({ option, value }) => `${optionLabel(language, option)}${language === 'zh' ? '：' : ': '}${choiceLabel(language, option, value)}`)
    return { title: clause?.title[language] ?? result.clause, readings }
  }, [result, clause, language])
  const view = useMemo<MapView | null>(
    () => study && { study, result, heading, metres, layers, selection, baseMap, language, circleKinds: kinds, shownKinds: kinds },
    [study, result, heading, metres, layers, selection, baseMap, language, kinds],
  )
  if (!view) return null
  return (
    <FailureBoundary>
      <StudyMap view={view} onSelect={(selected) => select(app, selected)} legend={false} />
      {/* The kinds stand in the left column, each with its sign. */}
      <Legend view={{ ...view, shownKinds: [] }} open={matchMedia('(min-width: 721px)').matches} />
    </FailureBoundary>
  )
}
