import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyBook, keepSnapshot, readBook, redoStroke, studyWithBook, undoStroke, withStroke, writeBook, type BookEntry } from '../../src/rectify/book'
import { rectificationList } from '../../src/rectify/list'
import { applyEdit } from '../../src/scenario/edit'
import { area, compound, judged, studyOf } from '../helpers/town'

const town = { areas: [area('d', 'county')], compounds: ['A', 'B', 'C'].map((id) => compound(id, { name: `${id}苑`, households: 1000, age: 'new', completed: '2020', careAreaM2: 100 })) }
const study = studyOf(town)
const of = (id: string, more: Partial<BookEntry> = {}): BookEntry => ({ of: { kind: 'compound', id }, status: 'started', name: `${id}苑`, ...more })

describe('the record', () => {
  test('is in the list, and what it found is judged', () => {
    const book = withStroke(emptyBook, [of('A', { status: 'done', areaM2: 250, evidence: '2025-06' }), of('B', { note: '已立项' })])
    const { study: after } = studyWithBook(study, book)
    const items = rectificationList(after, [judged('QJ-13', { ...town, compounds: after.compounds })])
    expect(items.map(({ unit, progress }) => [unit, progress.status, progress.note])).toEqual([['B', 'started', '已立项'], ['C', 'open', null]])
  })

  test('is undone and redone by the stroke, many units at once', () => {
    const book = withStroke(withStroke(emptyBook, [of('A')]), [of('B'), of('C')])
    const count = (each: typeof book) => studyWithBook(study, each).study.rectifications?.length ?? 0
    expect([book, undoStroke(book), undoStroke(undoStroke(book)), undoStroke(undoStroke(undoStroke(book))), redoStroke(undoStroke(book)), redoStroke(book)].map(count)).toEqual([3, 1, 0, 0, 3, 3])
    expect(withStroke(undoStroke(book), [of('A', { status: 'done' })]).strokes.length).toBe(2)
  })

  test('without any stroke leaves the very study', () => expect(studyWithBook(study, undoStroke(withStroke(emptyBook, [of('A')]))).study).toBe(study))

  test('does what the same edits do one by one', () =>
    fc.assert(
      fc.property(fc.array(fc.record({ of: fc.constantFrom('A', 'B', 'C', 'gone').map((id) => ({ kind: 'compound' as const, id })), status: fc.constantFrom('open' as const, 'started' as const, 'done' as const), areaM2: fc.option(fc.integer({ min: 0, max: 300 }), { nil: null }), clause: fc.option(fc.constant('QJ-07'), { nil: null }) }), { maxLength: 8 }), (entries) => {
        const one = entries.reduce((before, entry, index) => applyEdit(before, { ...entry, id: `e${index}`, type: 'set-rectification' }).study, study)
        const all = studyWithBook(study, withStroke(emptyBook, entries)).study
        expect(all.compounds).toEqual(one.compounds)
        expect(all.rectifications ?? []).toEqual(one.rectifications ?? [])
      }),
    ))

  test('follows a compound to its new number by its name, and says whom it cannot find', () => {
    const next = studyOf({ compounds: [compound('7', { name: 'A苑' })] })
    const { study: after, problems } = studyWithBook(next, withStroke(emptyBook, [of('A'), of('B')]))
    expect(after.rectifications?.map((record) => record.of.id)).toEqual(['7'])
    expect(problems).toMatchObject([{ code: 'edit-target-missing', detail: 'B苑' }])
  })
})

describe('in study.json', () => {
  const book = keepSnapshot(undoStroke(withStroke(withStroke(emptyBook, [of('A', { note: '"引号"与换行\n' })]), [of('B', { clause: 'QJ-07' })])), { kind: 'month', asOf: '2025-05-31', clauses: ['q QJ-13'], items: [] })
  const again = (raw: unknown) => readBook(JSON.parse(JSON.stringify(raw)))

  test('it reads again as it was written, the undone stroke and all', () => expect(again(writeBook(book))).toEqual({ book, problems: [] }))

  test('an empty book writes nothing', () => expect(writeBook(emptyBook)).toBeUndefined())

  test('what this version cannot use is said and written back', () => {
    const raw = { ...(writeBook(book) as object), later: { a: 1 }, strokes: [[{ of: { kind: 'compound', id: 'A' }, status: 'finished' }]], snapshots: ['x'] }
    const { book: read, problems } = again(raw)
    expect(problems.map(({ at }) => at.column)).toEqual(['rectification.strokes.0', 'rectification.snapshots.0'])
    expect(writeBook(read)).toMatchObject({ later: { a: 1 }, strokes: raw.strokes, snapshots: ['x'] })
  })

  test('whatever stands there, nothing breaks', () =>
    fc.assert(
      fc.property(fc.jsonValue(), (raw) => {
        const { book: read } = readBook(raw)
        expect(() => studyWithBook(study, read)).not.toThrow()
      }),
    ))
})
