/** A picture of the map as the room sees it: handed over as a file, and kept in the list of this session. */
import type { App } from '../app'
import { snapshotWords } from '../snapshot-words'
import { setWorkshop, type Snapshot } from '../workshop'

/** The map answers with keepSnapshot. */
export const askSnapshot = (app: App): void => setWorkshop(app, { snapshotAsked: app.store.getState().workshop.snapshotAsked + 1 })

/** bytes null: this browser cannot draw it. */
export function keepSnapshot(app: App, bytes: Uint8Array | null): void {
  const { workshop, study } = app.store.getState()
  if (!study) return
  if (!bytes) return setWorkshop(app, { snapshotAsked: 0, notice: { word: 'snapshot.failed' } })
  const { plan } = snapshotWords(app.store.getState())
  const number = (workshop.snapshots.at(-1)?.number ?? 0) + 1
  const snapshot: Snapshot = { number, plan, file: fileName(`${study.name}-${plan}-${number}`), bytes }
  setWorkshop(app, { snapshotAsked: 0, snapshots: [...workshop.snapshots, snapshot], notice: { word: 'snapshot.kept', values: { file: snapshot.file } } })
  handOver(app, snapshot)
}

export const handOver = (app: App, { file, bytes }: Snapshot): void => app.save(file, bytes, 'image/png')

export function dropSnapshot(app: App, number: number): void {
  setWorkshop(app, { snapshots: app.store.getState().workshop.snapshots.filter((each) => each.number !== number) })
}

/** What no system allows in the name of a file is left out. */
const fileName = (text: string): string => `${text.replace(/[\\/:*?"<>|\p{Cc}]/gu, '')}.png`
