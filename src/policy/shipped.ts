/** The packs that come with the app: a list of equals. */
import qujing from '../../data/policies/qujing-2023.json'
import yuzhong from '../../data/policies/yuzhong-2020-draft.json'
import type { Pack } from './clause'

/** In the order in which they are shown. Checked against the schema by tests, not at every start: they are part of the build. */
export const shippedPacks: readonly Pack[] = [qujing, yuzhong] as unknown as readonly Pack[]
