/** How fast the elder walks. */
import type { App } from '../app'
import { setWalking } from '../walking'
import { countReach } from './count-reach'
import { traceWalk } from './trace-walk'

export async function setSpeed(app: App, speed: number): Promise<void> {
  setWalking(app, { speed })
  await Promise.all([countReach(app), traceWalk(app)])
}
