/** In front of a room: the plan that is shown in large type, the one before and the one after, pictures to take home. */
import { useEffect, useState } from 'react'
import { setProjector } from '../../state/commands/set-projector'
import { stepPlan } from '../../state/commands/show-plan'
import { askSnapshot, dropSnapshot, handOver } from '../../state/commands/take-snapshot'
import type { Snapshot } from '../../state/workshop'
import { useApp } from '../use-app'
import { usePlanShown, useSayPlan, useWorkshop } from '../use-plans'

export function PlanPresenter() {
  const app = useApp()
  const sayPlan = useSayPlan()
  const projector = useWorkshop(({ projector }) => projector)
  const snapshots = useWorkshop(({ snapshots }) => snapshots)
  const shown = usePlanShown()
  if (!projector) return null
  return (
    <div className="plan-presenter" role="group" aria-label={sayPlan('bar.projector')}>
      <button type="button" aria-label={sayPlan('projector.previous')} title={sayPlan('projector.previous')} onClick={() => void stepPlan(app, -1)}>
        ‹
      </button>
      <strong aria-live="polite">{shown?.name ?? sayPlan('name.base')}</strong>
      <button type="button" aria-label={sayPlan('projector.next')} title={sayPlan('projector.next')} onClick={() => void stepPlan(app, 1)}>
        ›
      </button>
      <button type="button" onClick={() => askSnapshot(app)}>
        {sayPlan('snapshot.take')}
      </button>
      {snapshots.length > 0 && <Snapshots snapshots={snapshots} />}
      <button type="button" onClick={() => setProjector(app, false)}>
        {sayPlan('projector.leave')}
      </button>
    </div>
  )
}

function Snapshots({ snapshots }: { readonly snapshots: readonly Snapshot[] }) {
  const app = useApp()
  const sayPlan = useSayPlan()
  const [open, setOpen] = useState(false)
  return (
    <div className="snapshot-list">
      <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {sayPlan('snapshot.list', { n: snapshots.length })}
      </button>
      {open && (
        <div className="snapshot-sheet">
          {snapshots.map((snapshot) => (
            <figure key={snapshot.number}>
              <Picture snapshot={snapshot} />
              <figcaption>
                {snapshot.plan}{' '}
                <button type="button" onClick={() => handOver(app, snapshot)}>
                  {sayPlan('snapshot.again')}
                </button>{' '}
                <button type="button" onClick={() => dropSnapshot(app, snapshot.number)}>
                  {sayPlan('snapshot.drop')}
                </button>
              </figcaption>
            </figure>
          ))}
        </div>
      )}
    </div>
  )
}

/** The address of the bytes lives as long as the picture is in sight. */
function Picture({ snapshot: { bytes, file } }: { readonly snapshot: Snapshot }) {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: 'image/png' }))
    setAddress(url)
    return () => URL.revokeObjectURL(url)
  }, [bytes])
  return address === null ? null : <img src={address} alt={file} />
}
