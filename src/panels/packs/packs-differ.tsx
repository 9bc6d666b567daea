/** A pack of the opened study and one of this computer have one id and other contents: the study's counts unless the user says otherwise. */
import { settleDiffering } from '../../state/commands/restore-packs'
import { shortName } from '../../state/packs'
import { useApp, useAppState, useSay } from '../use-app'

export function PacksDiffer() {
  const app = useApp()
  const { say } = useSay()
  const differ = useAppState((state) => state.packsDiffer)
  if (differ.length === 0) return null
  return (
    <div className="notice-card" role="alert">
      <p>{say('packs.differ', { name: differ.map(({ theirs }) => shortName(theirs)).join('、') })}</p>
      <div className="actions">
        <button type="button" className="primary" onClick={() => void settleDiffering(app, 'theirs')}>
          {say('packs.differ.theirs')}
        </button>
        <button type="button" onClick={() => void settleDiffering(app, 'mine')}>
          {say('packs.differ.mine')}
        </button>
      </div>
    </div>
  )
}
