/** The map's layers, the lowest first. A new layer: one file here, its id in view.ts, its name in text/. */
import { areas } from './areas'
import { baseMap } from './base-map'
import { circles } from './circles'
import { compounds } from './compounds'
import { facilities } from './facilities'
import { grid } from './grid'
import { labels } from './labels'
import { people } from './people'
import { plots } from './plots'
import { rings } from './rings'
import { selection } from './selection'
import { signs } from './signs'
import type { MapLayer } from './layer'

export const mapLayers: readonly MapLayer[] = [
  baseMap,
  grid,
  areas,
  plots,
  circles,
  people,
  rings,
  compounds,
  facilities,
  labels,
  signs,
  selection,
]
