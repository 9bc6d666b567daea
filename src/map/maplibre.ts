/** The only door to MapLibre, which is loaded beside the page: half of its script is this library. Its worker is a file of ours, so a strict Content-Security-Policy and no network suffice. */
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
  MapTouchEvent,
  SourceSpecification,
} from 'maplibre-gl'
