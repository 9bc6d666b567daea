/** The map's layers, the lowest first. A new layer: one file here, its id in view.ts, its name in text/. */
import { areas } from './areas'
import { baseMap } from './base-map'
import { circles } from './circles'
import { compounds } from './compounds'
import { difference } from './difference'
import { facilities } from './facilities'
import { grid } from './grid'
import { isochrones } from './isochrones'
import { labels } from './labels'
import { members } from './members'
import { overlay } from './overlay'
import { ownWalk } from './own-walk'
import { people } from './people'
import { plots } from './plots'
import { rings } from './rings'
import { route } from './route'
import { selection } from './selection'
import { signs } from './signs'
import { siteLabels } from './site-labels'
import { streets } from './streets'
import { ways } from './ways'
import type { MapLayer } from './layer'

export const mapLayers: readonly MapLayer[] = [
  baseMap,
  grid,
  areas,
  plots,
  circles,
  isochrones,
  streets,
  people,
  ways,
  rings,
  ownWalk,
  route,
  compounds,
  facilities,
  siteLabels,
  labels,
  signs,
  members,
  difference,
  overlay,
  selection,
]
