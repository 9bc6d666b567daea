/** The user's own packs when a study is opened: those that lie at hand, those that were kept with it here, those that its file carries. */
import type { Study } from '../../model/study'
import type { Pack } from '../../policy/clause'
import type { PacksRead } from '../../policy/read-packs'
import type { Problem } from '../../problem'
import { askIn, takeTurn, type App } from '../app'
import type { State } from '../state'
import { judgeStudy } from './judge-study'
import { sameSession, type KeptHere } from './restore-plans'

/**
 * A study is judged by the packs that it was judged by: those of the session that went on here, else those of the file. Others stay at
 * hand; of two with one id and other contents the study's counts, and it is said.
 */
export async function packsFor(app: App, study: Study, kept: Pick<KeptHere, 'session'>, carried: PacksRead | undefined): Promise<Pick<State, 'ownPacks' | 'packsDiffer' | 'packRefused'>> {
  const { ownPacks: atHand, packRefused } = app.store.getState()
  const keptPacks = await checkedPacks(app, kept.session?.packs ?? [])
  const goesOn = sameSession(study, kept) !== null
  const ofStudy = goesOn ? keptPacks : (carried?.packs ?? [])
  const here = goesOn ? atHand : [...atHand, ...keptPacks.filter(({ id }) => !atHand.some((pack) => pack.id === id))]
  const refused = goesOn ? [] : (carried?.problems ?? [])
  return {
    ownPacks: [...here.filter(({ id }) => !ofStudy.some((pack) => pack.id === id)), ...ofStudy],
    packsDiffer: ofStudy.flatMap((theirs) => here.filter(({ id }) => id === theirs.id).flatMap((mine) => (isSame(mine, theirs) ? [] : [{ mine, theirs }]))),
    packRefused: refused.length > 0 ? { file: namesOf(refused), problems: refused } : packRefused,
  }
}

/** Judges by the packs of this computer after all, or leaves it as it is. */
export async function settleDiffering(app: App, which: 'mine' | 'theirs'): Promise<void> {
  const { packsDiffer, ownPacks, policies } = app.store.getState()
  app.store.setState({ packsDiffer: [] })
  if (which === 'theirs') return
  const mine = packsDiffer.map((each) => each.mine)
  app.store.setState({ ownPacks: ownPacks.map((pack) => mine.find(({ id }) => id === pack.id) ?? pack) })
  if (mine.some(({ id }) => policies.includes(id))) await judgeStudy(app)
}

const namesOf = (problems: readonly Problem[]): string => problems.flatMap(({ code, detail }) => (code === 'study-pack-refused' || code === 'study-key-wrong' ? [detail] : [])).join('、')
const isSame = (a: Pack, b: Pack): boolean => JSON.stringify(a) === JSON.stringify(b)

/** A pack is looked at like any file: what lies in the database may be of another version. */
async function checkedPacks(app: App, kept: readonly unknown[]): Promise<readonly Pack[]> {
  const packs: Pack[] = []
  for (const each of kept) {
    const bytes = new TextEncoder().encode(JSON.stringify(each))
    const read = await askIn(app, 'pack', takeTurn(app, 'pack'), 'pack', { file: { name: 'pack.json', bytes } })
    if (read?.pack && !packs.some(({ id }) => id === read.pack?.id)) packs.push(read.pack)
  }
  return packs
}
