import { describe, expect, test } from 'vitest'
import { emfBytes } from '../../../src/exports/drawing/emf'
import type { Drawing, Mark } from '../../../src/exports/drawing/drawing'
import { outlinesOf, ringWithin } from '../../../src/exports/drawing/outline'

const drawing = (marks: readonly Mark[]): Drawing => ({ id: 'd', width: 100, height: 50, title: '图', description: '', marks })
/** Records as type and body, read as MS-EMF says. */
const recordsOf = (bytes: Uint8Array) => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const records: { type: number; at: number; size: number }[] = []
  for (let at = 0; at < bytes.length; ) {
    const size = view.getUint32(at + 4, true)
    records.push({ type: view.getUint32(at, true), at, size })
    at += size
  }
  return { view, records }
}
const black = { fill: '#000000' }

describe('a metafile', () => {
  const bytes = emfBytes(drawing([{ is: 'box', x: 1, y: 2, width: 3, height: 4, paint: black }, { is: 'text', x: 5, y: 5, text: '曲溪<市>', size: 10 }]))
  const { view, records } = recordsOf(bytes)
  test('begins and ends as the format asks, and counts its own bytes and records', () => {
    expect(records[0]!.type).toBe(1)
    expect(records.at(-1)!.type).toBe(14)
    expect([40, 44, 48, 52].map((at) => view.getUint32(at, true))).toEqual([0x464d4520, 0x10000, bytes.length, records.length])
    expect(records.every(({ size }) => size % 4 === 0)).toBe(true)
  })
  test('is as large on paper as the drawing: 100 units are 26.46 mm', () => {
    expect(view.getInt32(32, true) / 100).toBeCloseTo(26.46, 0)
  })
  test('holds a word as text that a program can search', () => {
    const { at } = records.find(({ type }) => type === 84)!
    const count = view.getUint32(at + 44, true)
    const start = at + view.getUint32(at + 48, true)
    expect(String.fromCharCode(...Array.from({ length: count }, (_, index) => view.getUint16(start + index * 2, true)))).toBe('曲溪<市>')
  })
  test('draws a box where it stands, sixteen steps to the unit', () => {
    const { at } = records.find(({ type }) => type === 8)!
    expect([8, 12, 16, 20].map((offset) => view.getInt32(at + offset, true))).toEqual([16, 32, 64, 96])
  })
  test('a surface is cut at its frame', () => {
    const cut = recordsOf(emfBytes(drawing([{ is: 'group', clip: { x: 0, y: 0, width: 10, height: 10 }, marks: [{ is: 'shape', rings: [[[-5, -5], [5, -5], [5, 5], [-5, 5]]], paint: black }] }])))
    const { at } = cut.records.find(({ type }) => type === 8)!
    expect([8, 12, 16, 20].map((offset) => cut.view.getInt32(at + offset, true))).toEqual([0, 0, 80, 80])
  })
})

describe('outlines', () => {
  test('a circle of two arcs stays within a hundredth of its radius', () => {
    const [circle] = outlinesOf('M-10 0A10 10 0 1 1 10 0A10 10 0 1 1 -10 0Z')
    expect(circle!.closed).toBe(true)
    for (const [x, y] of circle!.corners) expect(Math.hypot(x, y)).toBeCloseTo(10, 6)
    // It goes all the way round.
    expect(new Set(circle!.corners.map(([x, y]) => `${Math.sign(Math.round(x))}${Math.sign(Math.round(y))}`)).size).toBeGreaterThanOrEqual(8)
  })
  test('lines, across and down are followed', () => {
    expect(outlinesOf('M-1 -1H1V1L-1 1Z')[0]!.corners).toEqual([[-1, -1], [1, -1], [1, 1], [-1, 1]])
  })
  test('a curve ends where it says', () => {
    expect(outlinesOf('M0 0C0 1 1 1 1 0')[0]!.corners.at(-1)).toEqual([1, 0])
  })
  test('of a ring only what lies in the frame is left, and nothing of one outside', () => {
    const box = { x: 0, y: 0, width: 4, height: 4 }
    expect(ringWithin([[1, 1], [2, 1], [2, 2]], box)).toEqual([[1, 1], [2, 1], [2, 2]])
    expect(ringWithin([[-2, 1], [2, 1], [2, 2], [-2, 2]], box).map(([x]) => x).sort()).toEqual([0, 0, 2, 2])
    expect(ringWithin([[9, 9], [10, 9], [10, 10]], box)).toEqual([])
  })
})
