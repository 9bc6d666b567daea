/** Reads the clauses another way. */
import type { OptionValue } from '../../model/study'
import type { App } from '../app'
import { judgeStudy } from './judge-study'

/** usual: the clause's default. Going back to it forgets the wish, unless study.json itself has one to overrule. */
export async function chooseOption(app: App, option: string, value: OptionValue, usual: OptionValue): Promise<void> {
  const { options, study } = app.store.getState()
  const { [option]: _, ...others } = options
  const forgotten = value === usual && !(option in (study?.options ?? {}))
  app.store.setState({ options: forgotten ? others : { ...others, [option]: value } })
  await judgeStudy(app)
}
