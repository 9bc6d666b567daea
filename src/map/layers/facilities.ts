import { facilitySymbol, isHollow, isStruck, type Look } from '../facility-symbol'
import { facilityImage } from '../image'
import { verdictsOf } from '../verdicts'
import type { ExpressionSpecification } from '../maplibre'
import type { MapView } from '../view'
import { byId, byZoom, feature, nothing, point, records, type MapLayer } from './layer'

/** Shape by tier, letter by kind, hollow when planned or being built, struck when closed. */
export const facilities: MapLayer = {
  id: 'facilities',
  visible: true,
  label: 'layers.facilities',
  needs: ({ study, result, language, shownKinds }) => [study.facilities, result, language, shownKinds?.join(' ')],
  draw(view) {
    const features = facilityFeatures(view)
    if (features.length === 0) return nothing
    return {
      sources: { facilities: records(features) },
      layers: [
        // From afar the letter would be dust.
        {
          id: 'facilities-far',
          type: 'symbol',
          source: 'facilities',
          maxzoom: letterZoom,
          layout: { ...placed, 'icon-image': ['get', 'far'], 'icon-size': byZoom(8, 0.22, 10, 0.3, letterZoom, 0.46) },
        },
        {
          id: 'facilities-near',
          type: 'symbol',
          source: 'facilities',
          minzoom: letterZoom,
          layout: { ...placed, 'icon-image': ['get', 'image'], 'icon-size': byZoom(letterZoom, 0.62, 15, 1) },
        },
      ],
    }
  },
}

/** Zoom from which the letters can be read. */
const letterZoom = 11.5

const placed: {
  'icon-allow-overlap': boolean
  'icon-ignore-placement': boolean
  'symbol-sort-key': ExpressionSpecification
} = { 'icon-allow-overlap': true, 'icon-ignore-placement': true, 'symbol-sort-key': ['get', 'rank'] }

/** By id; rank says what lies above: operating over planned over closed, higher tiers over lower. */
export function facilityFeatures({
  study,
  result,
  language,
  shownKinds,
}: Pick<MapView, 'study' | 'result' | 'language' | 'shownKinds'>) {
  const verdicts = verdictsOf(study, result).of.facility
  return [...study.facilities].sort(byId).flatMap((facility) => {
    if (!facility.at || (shownKinds && !(facility.kind && shownKinds.includes(facility.kind)))) return []
    const symbol = facilitySymbol(facility, language, verdicts.get(facility.id) ?? null)
    return [
      feature(point(facility.at), {
        kind: 'facility' as const,
        id: facility.id,
        name: facility.name,
        shape: symbol.shape,
        letter: symbol.glyph,
        hollow: isHollow(symbol.look),
        struck: isStruck(symbol.look),
        state: symbol.state ?? 'none',
        image: facilityImage(symbol),
        far: facilityImage({ ...symbol, glyph: '' }),
        rank: rankOfLook[symbol.look] * 10 + rankOfShape[symbol.shape],
      }),
    ]
  })
}

const rankOfLook: Readonly<Record<Look, number>> = { closed: 0, unknown: 1, planned: 2, building: 3, operating: 4 }
const rankOfShape = { square: 0, circle: 1, diamond: 2, triangle: 3 } as const
