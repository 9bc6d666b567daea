/** Reads the clauses another way. */
import type { OptionValue } from '../../model/study'
import type { App } from '../app'
import { judgeStudy } from './judge-study'

/** usual: the clause's default. */
export async function chooseOption(app: App, option: string, value: OptionValue, usual: OptionValue): Promise<void> {
  setOption(app, option, value, usual)
  await judgeStudy(app)
}

/** Going back to what is usual forgets the wish, unless study.json itself has one to overrule. Nothing is judged yet. */
export function setOption(app: App, option: string, value: OptionValue, usual: OptionValue): void {
  const { options, study } = app.store.getState()
  const { [option]: _, ...others } = options
  const forgotten = value === usual && !(option in (study?.options ?? {}))
  app.store.setState({ options: forgotten ? others : { ...others, [option]: value } })
}
