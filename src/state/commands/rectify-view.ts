/** How the list is looked at: page, filters, groups, what is chosen and laid open. */
import type { App } from '../app'
import type { Rectify } from '../rectify'

export function viewRectify(app: App, change: Partial<Omit<Rectify, 'book'>>): void {
  app.store.setState(({ rectify }) => ({ rectify: { ...rectify, ...change } }))
}

export function sortRectify(app: App, column: string): void {
  app.store.setState(({ rectify }) => {
    const { sort } = rectify
    const next = sort?.column !== column ? { column, descending: false } : sort.descending ? null : { column, descending: true }
    return { rectify: { ...rectify, sort: next } }
  })
}

/** In or out of the bulk edit. */
export function chooseItems(app: App, keys: readonly string[], chosen: boolean): void {
  app.store.setState(({ rectify }) => {
    const others = rectify.chosen.filter((key) => !keys.includes(key))
    return { rectify: { ...rectify, chosen: chosen ? [...others, ...keys] : others } }
  })
}

export function foldGroup(app: App, group: string, folded: boolean): void {
  app.store.setState(({ rectify }) => ({ rectify: { ...rectify, folded: folded ? [...rectify.folded, group] : rectify.folded.filter((each) => each !== group) } }))
}
