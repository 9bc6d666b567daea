import { describe, expect, test } from 'vitest'
import { followAddress } from '../../src/state/commands/follow-address'
import { performEdit } from '../../src/state/commands/perform-edit'
import { select } from '../../src/state/commands/select'
import { showPlan } from '../../src/state/commands/show-plan'
import { readAddress, writeAddress, type ViewAddress } from '../../src/state/view-address'
import { planWorld } from '../helpers/plan-world'

const whole: ViewAddress = { map: { lng: 103.4812, lat: 25.425, zoom: 13.2 }, plan: 's1', clause: { policy: 'qujing-2023', clause: 'QJ-12' }, selection: { kind: 'facility', id: '北/街 & 1#' } }
const settle = () => new Promise((resolve) => setTimeout(resolve, 30))

/** The bar of a browser, with its way back. */
function bar(start = '') {
  const steps = [start]
  let back: () => void = () => undefined
  return {
    steps,
    goBack: () => (steps.pop(), back()),
    address: { read: () => steps.at(-1) ?? '', write: (text: string, push: boolean) => void (push ? steps.push(text) : steps.splice(-1, 1, text)), onBack: (given: () => void) => (back = given) },
  }
}

describe('an address', () => {
  test('that was written is read back the same, whatever an id holds', () => {
    expect(readAddress(writeAddress(whole))).toEqual(whole)
    expect(readAddress(writeAddress({}))).toEqual({})
  })

  test.each(['', '#', '#map=9999/1/2', '#map=abc', '#map=12/25', '#select=door/1', '#clause=x', '#plan=%E0%A4%A', '#nothing&=&=='])('that is cut or wrong (%s) says nothing', (text) => {
    expect(readAddress(text)).toEqual({})
  })
})

describe('the bar follows the screen', () => {
  test('a step to another plan or selection can be taken back', async () => {
    const { app, state } = await planWorld()
    await performEdit(app, { type: 'reopen-facility', facility: 'F-2' })
    const { steps, goBack, address } = bar()
    await followAddress(app, address)
    await showPlan(app, null)
    select(app, { kind: 'facility', id: 'F-1' })
    expect(steps.map((text) => readAddress(text).plan)).toEqual(['s1', 'base', 'base'])
    goBack()
    await settle()
    expect(state().selection).toBeNull()
    goBack()
    await settle()
    expect(state().workshop.plan).toBe('s1')
    expect(steps).toHaveLength(1)
  })

  test('a link opens the plan and the selection that it names, and what is not there is left', async () => {
    const { app, state } = await planWorld()
    await performEdit(app, { type: 'reopen-facility', facility: 'F-2' })
    await showPlan(app, null)
    await followAddress(app, bar('#plan=s1&select=facility/F-2&clause=no/such').address)
    expect(state()).toMatchObject({ clause: 'T-1', selection: { kind: 'facility', id: 'F-2' } })
    expect(state().workshop.plan).toBe('s1')
  })
})
