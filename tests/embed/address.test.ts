import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAddress, writeAddress } from '../../src/embed/address'

const usual = { camera: null, layer: 'places', language: null, theme: null, elder: null, origin: null }

describe('the address of the public page', () => {
  test('says where the map stands, what it shows, and how', () => {
    expect(readAddress('#map=12.5/25.49/103.79&layer=circles&lang=en&theme=dark&elder=1&origin=https%3A%2F%2Fwww.example.cn')).toEqual({
      camera: { zoom: 12.5, lat: 25.49, lng: 103.79 },
      layer: 'circles',
      language: 'en',
      theme: 'dark',
      elder: 18,
      origin: 'https://www.example.cn',
    })
  })

  test('numbers beyond their limits are put back into them', () => {
    expect(readAddress('#map=99/-89/999').camera).toEqual({ zoom: 19, lat: -85, lng: 180 })
  })

  test.each([
    ['#map=1/2', usual],
    ['#map=a/b/c&layer=<b>&lang=fr&theme=pink&elder=999', usual],
    ['#map=1e9/1/1', usual],
    ['#origin=*', usual],
    ['#origin=https%3A%2F%2Fwww.example.cn%2Fpath', usual],
    ['#origin=javascript%3Aalert(1)', usual],
    ['#__proto__=x', usual],
    [`#map=${'9'.repeat(5000)}`, usual],
  ])('%s says nothing', (hash, expected) => {
    expect(readAddress(hash)).toEqual(expected)
  })

  test('is read as it was written', () => {
    const camera = fc.record({ zoom: fc.integer({ min: 300, max: 1900 }).map((n) => n / 100), lat: fc.integer({ min: -8_500_000, max: 8_500_000 }).map((n) => n / 1e5), lng: fc.integer({ min: -18_000_000, max: 18_000_000 }).map((n) => n / 1e5) })
    const address = fc.record({
      camera: fc.option(camera),
      layer: fc.constantFrom('places' as const, 'circles' as const, 'districts' as const),
      language: fc.option(fc.constantFrom('zh' as const, 'en' as const)),
      theme: fc.option(fc.constantFrom('light' as const, 'dark' as const)),
      elder: fc.option(fc.constantFrom(18 as const, 22 as const, 26 as const, 30 as const)),
      origin: fc.option(fc.constantFrom('https://www.example.cn', 'http://127.0.0.1:5370')),
    })
    fc.assert(fc.property(address, (given) => void expect(readAddress(writeAddress(given))).toEqual(given)))
  })

  test('nothing that stands after # makes it fail', () => {
    fc.assert(fc.property(fc.string(), (hash) => void expect(readAddress(hash)).toHaveProperty('layer')))
  })
})
