/** Tiles from an address that the user gives, kept on this computer only; null: none. */
import type { App } from '../app'
import { keepBaseMap } from '../kept'
import type { BaseMapChoice } from '../state'

export function setBaseMap(app: App, baseMap: BaseMapChoice | null): void {
  keepBaseMap(app.kept, baseMap)
  app.store.setState({ baseMap })
}
