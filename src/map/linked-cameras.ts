/** Cameras that go together: where one of several maps of one size is moved, the others stand the same in the same frame. */
import type { MapLibreMap } from './maplibre'

/** Degrees of WGS84 and MapLibre's zoom (512 px for the world at 0). */
export type Camera = { readonly lng: number; readonly lat: number; readonly zoom: number }

export type CameraLink = {
  /** Where they stand; null: no map has joined. */
  readonly camera: () => Camera | null
  /** The map comes to where the others stand; the answer lets it go its own way again. */
  readonly join: (map: MapLibreMap) => () => void
}

/** start: where the first map is brought; null: it stays where it is. */
export function createCameraLink(start: Camera | null): CameraLink {
  const maps = new Set<MapLibreMap>()
  let camera = start
  const bring = (map: MapLibreMap, { lng, lat, zoom }: Camera): void => void map.jumpTo({ center: [lng, lat], zoom }, { linked: true })
  return {
    camera: () => camera,
    join: (map) => {
      if (camera) bring(map, camera)
      else camera = cameraOf(map)
      const moved = (event: object): void => {
        // One that was brought along brings nobody.
        if ('linked' in event) return
        camera = cameraOf(map)
        for (const other of maps) if (other !== map) bring(other, camera)
      }
      maps.add(map)
      map.on('move', moved)
      return () => {
        maps.delete(map)
        map.off('move', moved)
      }
    },
  }
}

export const cameraOf = (map: MapLibreMap): Camera => ({
  lng: map.getCenter().lng,
  lat: map.getCenter().lat,
  zoom: map.getZoom(),
})
