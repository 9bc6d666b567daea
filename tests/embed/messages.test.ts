import { expect, test } from 'vitest'
import { converse, messageFrom, type FromParent, type ToParent } from '../../src/embed/messages'

test.each([
  [{ type: 'yikequan:select', index: 2 }, { type: 'yikequan:select', index: 2 }],
  [{ type: 'yikequan:select', index: null }, { type: 'yikequan:select', index: null }],
  [{ type: 'yikequan:setView', zoom: 99, lat: 25, lng: 103 }, { type: 'yikequan:setView', camera: { zoom: 19, lat: 25, lng: 103 } }],
  [{ type: 'yikequan:select', index: 3 }, null],
  [{ type: 'yikequan:select', index: 1.5 }, null],
  [{ type: 'yikequan:setView', zoom: '1', lat: 2, lng: 3 }, null],
  [{ type: 'yikequan:setView', zoom: NaN, lat: 2, lng: 3 }, null],
  [{ type: 'other' }, null],
  ['text', null],
  [null, null],
])('%j is understood as %j among three facilities', (given, understood) => {
  expect(messageFrom(given, 3)).toEqual(understood)
})

/** A page in a frame: what it heard and what it told, without a browser. */
function frame(origin: string | null) {
  const heard: FromParent[] = []
  const told: [ToParent, string][] = []
  const parent = { postMessage: (message: ToParent, to: string) => told.push([message, to]) }
  const page = Object.assign(new EventTarget(), { parent }) as unknown as Window
  const talk = converse(page, origin, 3, (message) => heard.push(message))
  const say = (from: string, source: unknown): boolean => page.dispatchEvent(Object.assign(new Event('message'), { origin: from, source, data: { type: 'yikequan:select', index: 1 } }))
  return { heard, told, talk, say, parent }
}

test('only the parent of the named origin is heard, and only it is told', () => {
  const { heard, told, talk, say, parent } = frame('https://www.example.cn')
  say('https://evil.example', parent)
  say('https://www.example.cn.evil.example', parent)
  say('https://www.example.cn', {})
  expect(heard).toEqual([])
  say('https://www.example.cn', parent)
  expect(heard).toEqual([{ type: 'yikequan:select', index: 1 }])
  talk.tell({ type: 'yikequan:ready', facilities: 3 })
  expect(told).toEqual([[{ type: 'yikequan:ready', facilities: 3 }, 'https://www.example.cn']])
})

test('without an origin nobody is heard and nothing is told', () => {
  const { heard, told, talk, say, parent } = frame(null)
  say('https://www.example.cn', parent)
  talk.tell({ type: 'yikequan:ready', facilities: 3 })
  expect([heard, told]).toEqual([[], []])
})
