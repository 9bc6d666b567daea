/** The ledgers that can be read; order decides between equals when a table is guessed. */
import type { Ledger, LedgerName } from '../ledger'
import { areas } from './areas'
import { compounds } from './compounds'
import { facilities } from './facilities'
import { facts } from './facts'
import { people } from './people'
import { plots } from './plots'
import { roads } from './roads'

export const ledgers: readonly Ledger[] = [areas, compounds, facilities, plots, people, facts, roads]

export const ledgerOf = (name: LedgerName): Ledger => byName[name]

const byName: Readonly<Record<LedgerName, Ledger>> = { areas, compounds, facilities, plots, people, facts, roads }
