/** Which area (or other record) a name in a cell means: by code, by id, by path of names, by a name that is unique. */

/** The name reduced for matching only: brackets, blanks, 原-names and the words for the office are taken off. */
export function matchingName(name: string): string {
  const plain = name
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\ufeff]/g, '')
    .replace(/\((?:原|曾用名)[^)]*\)/g, '')
    .replace(/[()〔〕[\]【】]/g, '')
  const short = plain
    .replace(/(?:社区居民委员会|社区居委会|居民委员会|居委会)$/, '社区')
    .replace(/(?:村民委员会|村委会)$/, '村')
    .replace(/(?:街道办事处|街道办)$/, '街道')
    .replace(/(?:镇人民政府|镇政府)$/, '镇')
    .replace(/(?:乡人民政府|乡政府)$/, '乡')
  return short || plain
}

/** Finds records by what people write in a cell; 'ambiguous' when two records answer to it. */
export type Finder = { readonly find: (text: string, within?: string | null) => string | 'ambiguous' | null }

export type Named = { readonly id: string; readonly code?: string | null; readonly name: string; readonly parent?: string | null }

/**
 * Builds a finder over records; parents give the path of names. `within` (an id) breaks a tie: the record nearest to it in the tree wins.
 * A cell may hold a code, an id, a path from any ancestor downwards ('曲溪市/曲溪经开区') or a name.
 */
export function finderOf(records: readonly Named[]): Finder {
  const byId = new Map<string, Named>()
  for (const record of records) byId.set(record.id, record)
  const byCode = new Map<string, string>()
  const byName = new Map<string, string[]>()
  for (const record of records) {
    if (record.code) byCode.set(record.code, record.id)
    for (const key of new Set([record.name.trim(), matchingName(record.name)])) add(byName, key, record.id)
  }
  const ancestorsOf = (id: string): Named[] => {
    const chain: Named[] = []
    let at = byId.get(id)
    while (at?.parent && chain.length < 12) {
      at = byId.get(at.parent)
      if (at) chain.push(at)
    }
    return chain
  }
  /** Those in the smallest unit around `within` that holds any: a name is looked for at home first, then next door. */
  const nearest = (found: readonly string[], within: string): string[] => {
    for (const around of [within, ...ancestorsOf(within).map(({ id }) => id)]) {
      const inside = found.filter((id) => id === around || ancestorsOf(id).some((area) => area.id === around))
      if (inside.length > 0) return inside
    }
    return [...found]
  }
  const find = (text: string, within?: string | null): string | 'ambiguous' | null => {
    const cell = text.trim()
    if (cell === '') return null
    if (byId.has(cell)) return cell
    const code = byCode.get(cell)
    if (code !== undefined) return code
    const parts = cell.split(/[/／>＞\\]/).map((part) => part.trim()).filter((part) => part !== '')
    const last = parts[parts.length - 1]
    if (last === undefined) return null
    let found = candidates(byName, last)
    if (parts.length > 1) {
      const above = parts.slice(0, -1).map(matchingName)
      found = found.filter((id) => holdsInOrder(ancestorsOf(id).map((area) => matchingName(area.name)).reverse(), above))
    }
    if (found.length > 1 && within) found = nearest(found, within)
    if (found.length > 1) return 'ambiguous'
    return found[0] ?? null
  }
  return { find }
}

function candidates(byName: Map<string, string[]>, name: string): string[] {
  return byName.get(name) ?? byName.get(matchingName(name)) ?? []
}

function add(map: Map<string, string[]>, key: string, id: string): void {
  const list = map.get(key)
  if (list) {
    if (!list.includes(id)) list.push(id)
  } else map.set(key, [id])
}

/** True when every part stands among the names in the same order (parts may skip levels). */
function holdsInOrder(names: readonly string[], parts: readonly string[]): boolean {
  let at = 0
  for (const name of names) if (name === parts[at]) at++
  return at === parts.length
}
