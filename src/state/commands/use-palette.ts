/** Opens the palette, and does what was chosen in it. */
import type { App } from '../app'
import type { PaletteEntry } from '../palette'
import { paletteCommands } from '../palette-commands'
import { setWorkshop } from '../workshop'
import { chooseClause } from './choose-clause'
import { select } from './select'
import { showPlan } from './show-plan'

export const showPalette = (app: App, paletteShown: boolean): void => setWorkshop(app, { paletteShown })

export function runEntry(app: App, { kind, id }: PaletteEntry): void {
  showPalette(app, false)
  switch (kind) {
    case 'command':
      return void paletteCommands.find((command) => command.id === id)?.run(app)
    case 'plan':
      return void showPlan(app, id === '' ? null : id)
    case 'clause': {
      const [policy = '', clause = ''] = id.split(' ')
      return chooseClause(app, { policy, clause })
    }
    default:
      return select(app, { kind, id })
  }
}
