/** Reads the clauses another way; undefined goes back to each clause's default. */
import type { OptionValue } from '../../model/study'
import type { App } from '../app'
import { judgeStudy } from './judge-study'

export async function chooseOption(app: App, option: string, value: OptionValue | undefined): Promise<void> {
  const { [option]: _, ...others } = app.store.getState().options
  app.store.setState({ options: value === undefined ? others : { ...others, [option]: value } })
  await judgeStudy(app)
}
