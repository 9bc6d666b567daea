/** A command called as its process would call it, with what it answered and said; and study folders on disk that vanish afterwards. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, vi } from 'vitest'

export type Said = { readonly code: number; readonly stdout: string; readonly stderr: string }

export async function said(command: (args: readonly string[]) => Promise<number>, ...args: readonly string[]): Promise<Said> {
  const texts = { stdout: '', stderr: '' }
  const spies = (['stdout', 'stderr'] as const).map((stream) =>
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      texts[stream] += String(text)
      return true
    }),
  )
  try {
    return { code: await command(args), ...texts }
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}

const scratch = mkdtempSync(join(tmpdir(), 'yikequan-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))
let folders = 0

/** A folder with these files. */
export function folder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const path = mkdtempSync(join(scratch, `${++folders}-`))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content)
  return path
}

/** A file by itself. */
export const file = (name: string, content: string | Uint8Array): string => join(folder({ [name]: content }), name)

export const settings = '{"asOf":"2025-12-31","name":"小城","policies":["qujing-2023"]}'

/** One street, three communities of which two have a station, a new compound of 100 households with 20 of 25 m². */
export const smallTown = {
  'study.json': settings,
  'areas.csv': '区划代码,名称,级别,上级\n530302,甲县,县,\n530302001,东街道,街道,530302\n530302001001,一社区,社区,530302001\n530302001002,二社区,社区,530302001\n530302001003,三社区,社区,530302001\n',
  'facilities.csv': '编号,名称,类型,层级,所属单元,状态,经度,纬度\nF-1,一站,日间照料中心,社区,530302001001,运营,103.5,25.5\nF-2,二站,日间照料中心,社区,530302001002,运营,103.51,25.5\nF-3,三站,日间照料中心,社区,530302001003,在建,103.52,25.5\n',
  'compounds.csv': '小区编号,小区名称,所属社区,规划户数,竣工日期,类别,已配面积,整改期限,经度,纬度\nC-1,甲苑,530302001001,100,2020-06-01,新建,20,2025-06-30,103.5,25.501\n',
  'people.csv': 'id,lng,lat,residents,elders60,area\nP-1,103.5,25.5,100,10,530302001001\nP-2,103.53,25.5,100,20,530302001003\n',
} as const

/** Bytes that are neither text nor any format, the same every time. */
export const noise: Uint8Array = Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919 + (at >> 3) * 104729) & 255)

/** The rows below the header in another order. */
export function shuffled(csv: string, step = 7): string {
  const [header, ...rows] = csv.replace(/\r?\n$/, '').split(/\r?\n/)
  const order = rows.map((row, at) => ({ row, key: (at * step * 2654435761) % 4294967296 }))
  return `${[header, ...order.sort((a, b) => a.key - b.key).map(({ row }) => row)].join('\n')}\n`
}
