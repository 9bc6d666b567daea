import { describe, expect, test } from 'vitest'
import { gatherFiles } from '../../src/compute/gather-files'
import { packArchive } from '../../src/sources/archive'

const file = (name: string, text = name) => ({ name, bytes: new TextEncoder().encode(text) })
const names = (gathered: ReturnType<typeof gatherFiles>): string[] => gathered.files.map(({ name }) => name)
const packed = { name: '研究.yikequan', bytes: packArchive([file('study.json'), file('facilities.csv', 'old')]) }

describe('the files that are read', () => {
  test('a packed study gives way to what it holds', () => {
    expect(names(gatherFiles([packed], [])).sort()).toEqual(['facilities.csv', 'study.json'])
  })

  test('a newer file of the same name takes the place of the packed one', () => {
    const gathered = gatherFiles([packed, file('facilities.csv', 'new')], [])
    expect(gathered.files.map(({ bytes }) => new TextDecoder().decode(bytes)).sort()).toEqual(['new', 'study.json'])
  })

  test('a packed file that gave way to one of another name is left out', () => {
    expect(names(gatherFiles([packed, file('设施.csv')], ['facilities.csv'])).sort()).toEqual(['study.json', '设施.csv'])
  })

  test('a workbook is an archive and stays whole', () => {
    const workbook = { name: 'a.xlsx', bytes: packed.bytes }
    expect(names(gatherFiles([workbook], []))).toEqual(['a.xlsx'])
  })

  test('a zip that cannot be unpacked is named and read as it is', () => {
    const broken = { name: 'b.zip', bytes: packed.bytes.slice(0, 40) }
    const gathered = gatherFiles([broken], [])
    expect(names(gathered)).toEqual(['b.zip'])
    expect(gathered.problems.map(({ code }) => code)).toEqual(['file-unreadable'])
  })
})
