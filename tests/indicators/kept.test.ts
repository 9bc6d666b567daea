import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answerRows, noRows } from '../../src/indicators/kept'

const record = (id: string) => ({ id })
type Record = ReturnType<typeof record>

test('one record that is another now is answered again, and no other', () => {
  const [a, b, c, d] = ['a', 'b', 'c', 'b'].map(record) as [Record, Record, Record, Record]
  const kept = noRows<Record, string>()
  const asked: Record[] = []
  const make = (each: Record): string => {
    asked.push(each)
    return `${each.id} ${asked.length}`
  }
  answerRows(kept, [a, b, c], ['basis'], make)
  const { answers, made, gone } = answerRows(kept, [a, d, c], ['basis'], make)
  expect(asked).toEqual([a, b, c, d])
  expect({ answers, made, gone }).toEqual({ answers: ['a 1', 'b 4', 'c 3'], made: ['b 4'], gone: ['b 2'] })
})

test('several records that come and go at once leave the others their answers', () => {
  const records = Array.from({ length: 30 }, (_, at) => record(String(at)))
  const many = fc.subarray(records)
  fc.assert(
    fc.property(fc.array(many, { minLength: 2, maxLength: 6 }), (ledgers) => {
      const kept = noRows<Record, { readonly of: Record }>()
      let before: readonly { readonly of: Record }[] = []
      for (const ledger of ledgers) {
        const asked: Record[] = []
        const { answers, made, gone, whole } = answerRows(kept, ledger, ['basis'], (each) => {
          asked.push(each)
          return { of: each }
        })
        expect(answers.map(({ of }) => of)).toEqual(ledger)
        const stayed = before.filter((answer) => answers.includes(answer))
        expect(asked).toEqual(ledger.filter((each) => !before.some(({ of }) => of === each)))
        if (!whole) {
          expect([...made].sort()).toEqual([...answers.filter((answer) => !before.includes(answer))].sort())
          expect(new Set(gone)).toEqual(new Set(before.filter((answer) => !stayed.includes(answer))))
        }
        before = answers
      }
    }),
  )
})
