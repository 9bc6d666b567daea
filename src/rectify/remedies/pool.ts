/** 整合配建: with a compound or a group that has area to spare, or with community rooms that no compound counts yet. */
import type { EditDraft } from '../../scenario/edit'
import type { Remedy } from '../item'
import type { Near } from '../near'
import type { CompoundWorld } from './world'
import type { Supplier } from '../spare'
import { tidyM2, upM2 } from '../square-metres'

/** Those that can spare enough go first, then those with whom the least has to be built beside; only what surely mends is offered. */
export function pool(world: CompoundWorld): Remedy[] {
  const { needM2, suppliers, most } = world
  if (needM2 === null) return []
  const lacks = ({ is }: Near<Supplier>) => Math.max(0, needM2 - is.spareM2)
  const found: Remedy[] = []
  for (const near of [...suppliers].sort((a, b) => lacks(a) - lacks(b))) {
    const remedy = poolWith(world, near, needM2)
    if (remedy?.promise?.state === 'met') found.push(remedy)
    if (found.length === most) break
  }
  return found
}

function poolWith(world: CompoundWorld, { is: supplier, metres }: Near<Supplier>, needM2: number): Remedy | null {
  const joining = joiningEdits(world, supplier)
  if (!joining) return null
  const lack = Math.max(0, needM2 - supplier.spareM2)
  const alsoBuildM2 = lack === 0 ? null : upM2(Math.max(lack, world.leastM2))
  const { compound } = world
  const rooms: EditDraft[] = alsoBuildM2 === null ? [] : [{ type: 'add-facility', name: world.nameOf('rooms', compound.name), kind: 'COMM', level: 'compound', area: compound.area, at: compound.at, serves: [compound.id], floorAreaM2: alsoBuildM2, stage: 'operating' }]
  const touched = { compounds: supplier.compounds, facilities: supplier.kind === 'facility' ? [supplier.id] : [] }
  return {
    kind: 'pool',
    with: { kind: supplier.kind, id: supplier.id, name: supplier.name },
    metres,
    areaM2: tidyM2(Math.min(needM2, supplier.spareM2)),
    spareM2: supplier.spareM2,
    alsoBuildM2,
    ways: [],
    simplified: null,
    ...world.promised([...joining, ...rooms], touched),
  }
}

/** null: two groups would have to become one, which is more than a remedy. */
function joiningEdits({ compound, pooled, groupNames, nameOf }: CompoundWorld, supplier: Supplier): EditDraft[] | null {
  if (supplier.kind === 'facility') return [{ type: 'serve', facility: supplier.id, serves: [...supplier.serves, compound.id] }]
  if (supplier.kind === 'pool') return pooled ? null : [{ type: 'set-pool', compound: compound.id, pool: supplier.id }]
  if (pooled) return [{ type: 'set-pool', compound: supplier.id, pool: compound.pool! }]
  const group = freeName(nameOf('group', supplier.name), groupNames)
  return [supplier.id, compound.id].map((id) => ({ type: 'set-pool', compound: id, pool: group }))
}

/** A group of that name that nobody is in. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name
  for (let at = 2; taken.has(free); at++) free = `${name}${at}`
  return free
}
