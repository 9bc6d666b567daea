import { describe, expect, test } from 'vitest'
import { finderOf, matchingName } from '../../src/model/names'

/** city > 东县, 西县; 城关镇 in both; 新民社区 under each 城关镇; 幸福村 only in the east. */
const units = [
  { id: 'city', name: '曲溪市', parent: null },
  { id: 'E', code: '530301', name: '东县', parent: 'city' },
  { id: 'W', code: '530302', name: '西县', parent: 'city' },
  { id: 'Et', name: '城关镇', parent: 'E' },
  { id: 'Wt', name: '城关镇', parent: 'W' },
  { id: 'Ec', name: '新民社区', parent: 'Et' },
  { id: 'Wc', name: '新民社区', parent: 'Wt' },
  { id: 'Ev', name: '幸福村(原柳南村)', parent: 'Et' },
]
const { find } = finderOf(units)

describe('a cell means a unit', () => {
  test.each([
    ['Ec', 'Ec'], ['530302', 'W'], [' 东县 ', 'E'], ['幸福村', 'Ev'], ['幸福村委会', 'Ev'], ['幸福村民委员会', 'Ev'],
    ['东县/城关镇', 'Et'], ['曲溪市/西县/城关镇/新民社区', 'Wc'], ['西县／新民社区', 'Wc'], ['西县＞城关镇', 'Wt'],
  ])('%s is %s', (cell, id) => expect(find(cell)).toBe(id))

  test.each([['', null], ['北县', null], ['北县/城关镇', null], ['城关镇/东县', null], ['城关镇', 'ambiguous'], ['新民社区', 'ambiguous'], ['曲溪市/城关镇', 'ambiguous']] as const)('%j is %s', (cell, answer) => expect(find(cell)).toBe(answer))

  test('a name that stands twice is looked for at home first, then next door', () => {
    expect(find('新民社区', 'Wt')).toBe('Wc')
    expect(find('新民社区', 'W')).toBe('Wc')
    expect(find('新民社区', 'Ev')).toBe('Ec')
    expect(find('城关镇', 'Wc')).toBe('Wt')
    expect(find('新民社区', 'city')).toBe('ambiguous')
    expect(find('新民社区', 'no such unit')).toBe('ambiguous')
  })

  test('a name that is unique is found wherever the asker stands', () => expect(find('幸福村', 'W')).toBe('Ev'))

  test('parents in a circle end the search instead of running for ever', () => {
    const ring = finderOf([{ id: 'a', name: '甲', parent: 'b' }, { id: 'b', name: '乙', parent: 'a' }])
    expect(ring.find('乙/甲')).toBe('a')
  })
})

describe('the name for matching', () => {
  test.each([
    ['云溪社区居民委员会', '云溪社区'], ['云溪居委会', '云溪社区'], ['柳南村委会', '柳南村'], ['东街道办事处', '东街道'], ['清溪镇人民政府', '清溪镇'],
    ['云溪 社区（原云溪村）', '云溪社区'], ['ＡＢ社区', 'AB社区'],
  ])('%s is %s', (name, short) => expect(matchingName(name)).toBe(short))
})
