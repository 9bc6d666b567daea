import { describe, expect, test } from 'vitest'
import { isZoneName, levelOf } from '../../src/model/area-level'

describe('the level of a unit', () => {
  test('is what the ledger says, whatever the name or the code say', () => {
    expect(levelOf('community', '柳南村', '530302001201')).toEqual({ level: 'community', assumed: false })
  })

  test.each([
    ['530000', 'province'], ['530300', 'city'], ['530302', 'county'], ['530302000000', 'county'],
    ['530302001', 'subdistrict'], ['530302100000', 'town'], ['530302200', 'township'],
    ['530302001001', 'community'], ['530302001199', 'community'], ['530302001200', 'village'], ['522632210500', 'village'],
  ])('is told by the code %s: %s', (code, level) => {
    expect(levelOf(null, null, code)).toEqual({ level, assumed: true })
  })

  test.each([
    ['云南省', 'province'], ['广西壮族自治区', 'province'], ['云岭地区', 'city'], ['大理白族自治州', 'city'], ['锡林郭勒盟', 'city'],
    ['甲县', 'county'], ['浦东新区', 'county'], ['曲靖经开区', 'county'], ['高新区管委会', 'county'], ['鄂温克族自治旗', 'county'],
    ['东街道', 'subdistrict'], ['东街道办事处', 'subdistrict'], ['清溪镇', 'town'], ['白云乡', 'township'], ['巴彦苏木', 'township'],
    ['云溪社区', 'community'], ['云溪居委会', 'community'], ['柳南村', 'village'], ['柳南村民委员会', 'village'], ['白音嘎查', 'village'],
  ])('is told by the ending of %s: %s', (name, level) => {
    expect(levelOf(null, name, null).level).toBe(level)
  })

  test('is not told by 市, which is a city or a county-level city, nor by a serial number', () => {
    expect(levelOf(null, '云岭市', null).level).toBeNull()
    expect(levelOf(null, '红星农场', '17').level).toBeNull()
  })

  test('of a state farm (400 to 599 of the middle) is left to its name', () => {
    expect(levelOf(null, '红星镇', '530302400').level).toBe('town')
  })
})

test('a zone is known by the end of its name only', () => {
  expect(['曲靖经开区', '临空经济开发区', '滨海新区', '高新区管理委员会'].every(isZoneName)).toBe(true)
  expect(isZoneName('新区街道')).toBe(false)
})
