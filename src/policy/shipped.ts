/** The packs that come with the app: a list of equals. */
import beijing from '../../data/policies/beijing-draft.json'
import heilongjiang from '../../data/policies/heilongjiang-2012.json'
import qujing from '../../data/policies/qujing-2023.json'
import xiamen from '../../data/policies/xiamen-2022.json'
import yuzhong from '../../data/policies/yuzhong-2020-draft.json'
import type { Pack } from './clause'

/** In the order in which they are shown. Checked against the schema by tests, not at every start: they are part of the build. */
export const shippedPacks: readonly Pack[] = [qujing, xiamen, heilongjiang, beijing, yuzhong] as unknown as readonly Pack[]
