/** What the page and the page around it may say to each other (API.md). Only with the one origin that the address names, and only with the parent. */
import { clampedCamera, type Camera } from './address'

export type FromParent = { readonly type: 'yikequan:select'; readonly index: number | null } | { readonly type: 'yikequan:setView'; readonly camera: Camera }

export type ToParent =
  | { readonly type: 'yikequan:ready'; readonly facilities: number }
  | { readonly type: 'yikequan:select'; readonly index: number | null; readonly name: string | null }
  | { readonly type: 'yikequan:view'; readonly zoom: number; readonly lat: number; readonly lng: number }

/** null: not for us, or nothing that we know. facilities: how many there are to select. */
export function messageFrom(value: unknown, facilities: number): FromParent | null {
  if (typeof value !== 'object' || value === null) return null
  const given = value as Readonly<Record<string, unknown>>
  if (given['type'] === 'yikequan:select') {
    const { index } = given
    if (index === null) return { type: 'yikequan:select', index }
    return typeof index === 'number' && Number.isInteger(index) && index >= 0 && index < facilities ? { type: 'yikequan:select', index } : null
  }
  if (given['type'] === 'yikequan:setView') {
    const { zoom, lat, lng } = given
    if (typeof zoom !== 'number' || typeof lat !== 'number' || typeof lng !== 'number') return null
    const camera = clampedCamera({ zoom, lat, lng })
    return camera && { type: 'yikequan:setView', camera }
  }
  return null
}

/** Listens to the parent of this origin; answers how to speak to it and how to stop. origin null: nobody is heard and nothing is said. */
export function converse(page: Window, origin: string | null, facilities: number, hear: (message: FromParent) => void): { readonly tell: (message: ToParent) => void; readonly stop: () => void } {
  if (origin === null || page.parent === page) return { tell: () => undefined, stop: () => undefined }
  const listen = (event: MessageEvent<unknown>): void => {
    if (event.origin !== origin || event.source !== page.parent) return
    const message = messageFrom(event.data, facilities)
    if (message) hear(message)
  }
  page.addEventListener('message', listen)
  return { tell: (message) => page.parent.postMessage(message, origin), stop: () => page.removeEventListener('message', listen) }
}
