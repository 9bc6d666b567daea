/** A verdict as sign, word and colour together; hollow for clauses that only strive. */
import type { State } from '../../indicators/result'
import { Mark } from '../../map/mark'
import { signPicture } from '../../map/picture'
import { useSay } from '../use-app'

export function Verdict({ state, hollow = false }: { readonly state: State; readonly hollow?: boolean }) {
  const { say } = useSay()
  return (
    <span className={`verdict verdict-${state}`}>
      <Mark picture={signPicture(state, hollow)} px={16} />
      {say(`verdict.${state}`)}
    </span>
  )
}
