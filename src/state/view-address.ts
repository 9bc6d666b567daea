/** What is on the screen, as the part of the address behind #: map position, plan, clause, selection. */
import type { Selection } from './state'
import type { MapPosition } from './workshop'

/** Absent: the address says nothing of it. */
export type ViewAddress = {
  readonly map?: MapPosition
  /** 'base', or the id of a plan. */
  readonly plan?: string
  readonly clause?: { readonly policy: string; readonly clause: string }
  readonly selection?: Selection
}

/** '#map=13.20/25.43000/103.48120&plan=s1&clause=qujing-2023/QJ-12&select=facility/F019' */
export function writeAddress({ map, plan, clause, selection }: ViewAddress): string {
  const parts = [
    map && `map=${map.zoom.toFixed(2)}/${map.lat.toFixed(5)}/${map.lng.toFixed(5)}`,
    plan && `plan=${encodeURIComponent(plan)}`,
    clause && `clause=${encodeURIComponent(clause.policy)}/${encodeURIComponent(clause.clause)}`,
    selection && `select=${selection.kind}/${encodeURIComponent(selection.id)}`,
  ].filter(Boolean)
  return parts.length === 0 ? '' : `#${parts.join('&')}`
}

/** What cannot be read is left out: an address is typed and cut by people. */
export function readAddress(text: string): ViewAddress {
  const parts = new Map(text.replace(/^#/, '').split('&').map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)]))
  const [zoom, lat, lng] = (parts.get('map') ?? '').split('/').map((number) => (number === '' ? NaN : Number(number)))
  const map = zoom !== undefined && lat !== undefined && lng !== undefined && zoom >= 0 && zoom <= 24 && Math.abs(lat) <= 85 && Math.abs(lng) <= 180 ? { lng, lat, zoom } : undefined
  const plan = decoded(parts.get('plan'))
  const [policy, clause] = pair(parts.get('clause'))
  const [kind, id] = pair(parts.get('select'))
  return {
    ...(map ? { map } : {}),
    ...(plan ? { plan } : {}),
    ...(policy && clause ? { clause: { policy, clause } } : {}),
    ...(kind && id && isKind(kind) ? { selection: { kind, id } } : {}),
  }
}

function pair(text: string | undefined): readonly [string | undefined, string | undefined] {
  const [first, second] = (text ?? '').split('/')
  return [decoded(first), decoded(second)]
}

function decoded(text: string | undefined): string | undefined {
  try {
    return text === undefined ? undefined : decodeURIComponent(text)
  } catch {
    return undefined
  }
}

const isKind = (text: string): text is Selection['kind'] => ['area', 'compound', 'facility', 'plot', 'point'].includes(text)
