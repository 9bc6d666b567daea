/** The packs that come with the app: a list of equals. */
import qujing from '../../data/policies/qujing-2023.json'
import yuzhong from '../../data/policies/yuzhong-2020-draft.json'
import { readPack } from './read-pack'
import type { Pack } from './clause'

/** In the order in which they are shown. A shipped pack that cannot be read is a programmer's mistake. */
export const shippedPacks: readonly Pack[] = [qujing, yuzhong].map((json) => {
  const { pack, problems } = readPack(JSON.stringify(json), 'data/policies')
  if (!pack) throw new Error(`shipped pack unreadable: ${JSON.stringify(problems)}`)
  return pack
})
