/** The only door to MapLibre. Its worker is a file of ours, so a strict Content-Security-Policy and no network suffice. */
import { addProtocol, Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import 'maplibre-gl/dist/maplibre-gl.css'

setWorkerUrl(workerUrl)

export { addProtocol, MapLibreMap }
export type {
  ExpressionSpecification,
  FilterSpecification,
  GeoJSONSource,
  GeoJSONSourceSpecification,
  LayerSpecification,
  MapMouseEvent,
  SourceSpecification,
} from 'maplibre-gl'

/** MapLibre 6 needs WebGL2; old machines and some remote desktops have none. */
export function hasWebgl2(): boolean {
  try {
    const pen = document.createElement('canvas').getContext('webgl2')
    // A probe context left alive counts against the browser's limit.
    pen?.getExtension('WEBGL_lose_context')?.loseContext()
    return pen !== null
  } catch {
    return false
  }
}
