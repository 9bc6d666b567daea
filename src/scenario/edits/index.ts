/** The kinds of edit: a list of equals. A kind that is missing here does not compile. */
import type { EditKind } from '../edit-kind'
import { addFacility, type AddFacility } from './add-facility'
import { addLink, type AddLink } from './add-link'
import { closeFacility, type CloseFacility } from './close-facility'
import { closeGate, type CloseGate } from './close-gate'
import { closeStreet, type CloseStreet } from './close-street'
import { moveFacility, type MoveFacility } from './move-facility'
import { openGate, type OpenGate } from './open-gate'
import { plotToFacility, type PlotToFacility } from './plot-to-facility'
import { rekindFacility, type RekindFacility } from './rekind-facility'
import { reopenFacility, type ReopenFacility } from './reopen-facility'
import { resizeFacility, type ResizeFacility } from './resize-facility'
import { serve, type Serve } from './serve'
import { setElders, type SetElders } from './set-elders'
import { setHouseholds, type SetHouseholds } from './set-households'
import { setPool, type SetPool } from './set-pool'
import { setRectification, type SetRectification } from './set-rectification'

export type Edit =
  | AddFacility
  | MoveFacility
  | ResizeFacility
  | RekindFacility
  | CloseFacility
  | ReopenFacility
  | Serve
  | PlotToFacility
  | SetHouseholds
  | SetElders
  | SetPool
  | OpenGate
  | CloseGate
  | AddLink
  | CloseStreet
  | SetRectification

export const editKinds: { readonly [T in Edit['type']]: EditKind<Extract<Edit, { readonly type: T }>> } = {
  'add-facility': addFacility,
  'move-facility': moveFacility,
  'resize-facility': resizeFacility,
  'rekind-facility': rekindFacility,
  'close-facility': closeFacility,
  'reopen-facility': reopenFacility,
  serve,
  'plot-to-facility': plotToFacility,
  'set-households': setHouseholds,
  'set-elders': setElders,
  'set-pool': setPool,
  'open-gate': openGate,
  'close-gate': closeGate,
  'add-link': addLink,
  'close-street': closeStreet,
  'set-rectification': setRectification,
}
