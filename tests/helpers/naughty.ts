/** Texts that have broken programs, as the public lists of them have it, and ledgers that hold them in every field. */
import { ledgers } from '../../src/tables/ledgers'

/** Every one that could become an element, an attribute or a script leaves the word `naughty` where it would be found. */
export const naughty: readonly string[] = [
  '<script>window.naughty=1;alert(1)</script>',
  '<naughty-element>x</naughty-element>',
  '"><img src="naughty.png" onerror="window.naughty=1;alert(2)">',
  "'><svg id=naughty onload=alert(3)>",
  '</title><script>window.naughty=1</script>',
  '</textarea><iframe src="javascript:alert(4)" class=naughty></iframe>',
  '--><b id="naughty">x</b><!--',
  ']]><i class="naughty">x</i>',
  '<a class="naughty" href="javascript:window.naughty=1">点我</a>',
  '<style class="naughty">body{display:none}</style>',
  '<base href="https://naughty.example/">',
  '<meta http-equiv="refresh" content="0;url=https://naughty.example/">',
  '<form action="https://naughty.example/"><input name=naughty autofocus onfocus=alert(5)>',
  '<math><mi xlink:href="data:x,<script>alert(6)</script>" class=naughty>',
  '&lt;script class=naughty&gt;alert(7)&lt;/script&gt;',
  'javascript:/*--></title></style><svg/onload=\'/*"/*`/*\' onmouseover=alert(8)//>',
  '{{constructor.constructor("window.naughty=1")()}}',
  '${window.naughty=1}',
  '{detail} {name} {n} %s %d %n %x',
  '=HYPERLINK("https://naughty.example","点我")',
  '+1+cmd|\' /C calc\'!A0',
  '@SUM(1+1)',
  '-2+3',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'undefined',
  'null',
  'NaN',
  'true',
  '-0',
  '1e309',
  '0x1F',
  '９９９',
  '１．５亩',
  '\u202e字倒\u202c \u2066隔\u2069',
  '\ufeff\u200b\u200d零\u00ad宽',
  'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̫͗͢L̨̧͖͎G̶O',
  '👩‍👩‍👧‍👦🏳️‍🌈𠮷𪚥﷽',
  '田中さん パン屋 社會科學院語學研究所 찦차',
  "'; DROP TABLE areas; --",
  '../../../../etc/passwd',
  'C:\\naughty\\CON',
  'https://naughty.example/x?y=1#z',
  `很长${'长'.repeat(3000)}`,
]

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** A plain, usable value for every column that has to have one. */
const plain: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  areas: { code: '99#', name: '社区#', level: '社区', parent: '990101', lng: '103.5', lat: '25.5' },
  compounds: { id: 'C-#', name: '小区#', area: '990101001', households: '100', age: '新建', completed: '2020-06-01', careAreaM2: '20', lng: '103.5', lat: '25.5' },
  facilities: { id: 'F-#', name: '站#', kind: '日间照料中心', level: '社区', area: '990101001', stage: '运营', lng: '103.5', lat: '25.5' },
  plots: { id: 'P-#', name: '地块#', area: '990101001', use: '养老用地', landAreaM2: '1000' },
  people: { id: 'N-#', lng: '103.5', lat: '25.5', residents: '10', elders60: '2', area: '990101001' },
  facts: { of: '990101', item: '统计项#', value: '1', unit: '个' },
  roads: { id: 'R-#', from: 'A', to: 'B', lengthM: '100' },
}

/** One file per ledger; in each, every column of words holds every text once and every other column some, in a row whose other cells are plain. */
export function naughtyLedgers(): Readonly<Record<string, string>> {
  const files: Record<string, string> = {}
  for (const { name, columns } of ledgers) {
    const isText = (kind: string): boolean => ['text', 'code', 'list', 'word'].includes(kind)
    const keys = columns.map(({ key }) => key)
    const row = (number: number, change: Readonly<Record<string, string>> = {}): string => keys.map((key) => quoted(change[key] ?? (plain[name]?.[key] ?? '').replace('#', String(number).padStart(7, '0')))).join(',')
    let number = 0
    // A text stays as it is and is shown; of a number or a date that cannot be read the raw words are shown as a problem: a few will do.
    const rows = columns.flatMap(({ key, kind }) => naughty.filter((_, at) => isText(kind) || at % 6 === 0).map((text) => row(++number, { [key]: text })))
    const first = name === 'areas' ? ['"990101","东街道","街道"', '"990101001","一社区","社区","990101"'].map((start) => `${start}${','.repeat(keys.length - start.split(',').length)}`) : []
    files[`${name}.csv`] = `${[keys.join(','), ...first, ...rows].join('\n')}\n`
  }
  return files
}

export const naughtySettings = (name: string): string =>
  JSON.stringify({
    version: 1, name, asOf: '2025-12-31', policies: ['qujing-2023', name], options: { [name]: name, coverage: name }, crs: { [name]: name }, columns: { 'facilities.csv': { [name]: name } },
    scenarios: naughty.slice(0, 12).map((text, at) => ({ id: `s${at + 1}`, name: text, note: text, edits: [{ id: `s${at + 1}.1`, type: 'close-facility', facility: 'F-0000001', why: text }, { id: `s${at + 1}.2`, type: text }], done: 2 })),
    [name]: name,
  })
