// @vitest-environment happy-dom
/** Typing in a table, and filling in a facility that is not there yet. */
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import type { ReactNode } from 'react'
import { afterEach, describe, expect, test } from 'vitest'
import { PlanPlot } from '../../../src/panels/plans/plan-add'
import { newFacilityIn } from '../../../src/panels/plans/plan-new-facility'
import { TypedCell, type Keep } from '../../../src/panels/tables/typed-cell'
import { AppContext } from '../../../src/panels/use-app'
import type { App } from '../../../src/state/app'
import { planWorld } from '../../helpers/plan-world'
import { study } from '../../helpers/tiny-study'
import { plot } from '../../helpers/town'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

let root: Root | null = null
afterEach(() => act(() => root?.unmount()))

function show(element: ReactNode): HTMLElement {
  const page = document.body.appendChild(document.createElement('div'))
  root = createRoot(page)
  act(() => root?.render(element))
  return page
}
let lastKey: KeyboardEvent | null = null
const press = (target: Element, key: string) => act(async () => void target.dispatchEvent((lastKey = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))))
const click = (target: Element | null) => act(async () => (target as HTMLElement).click())

describe('a cell that can be typed over', () => {
  const cell = (keep: Keep) => show(<TypedCell shown="助餐" written="助餐" label="修改服务项目" locked={false} keep={keep} />)

  test('opens with what stands there, Enter keeps it once, and the keys go back to the cell', async () => {
    const kept: string[] = []
    const page = cell((text) => (kept.push(text), null))
    await click(page.querySelector('button'))
    const input = page.querySelector('input')!
    expect(input.value).toBe('助餐')
    input.value = '助餐、助浴'
    await press(input, 'Enter')
    expect(kept).toEqual(['助餐、助浴'])
    // The key itself must not press the cell that has the focus again.
    expect(lastKey?.defaultPrevented).toBe(true)
    expect(document.activeElement).toBe(page.querySelector('button'))
  })

  test('left with Escape, or as it was, keeps nothing', async () => {
    const kept: string[] = []
    const page = cell((text) => (kept.push(text), null))
    await click(page.querySelector('button'))
    page.querySelector('input')!.value = '别的'
    await press(page.querySelector('input')!, 'Escape')
    await click(page.querySelector('button'))
    await press(page.querySelector('input')!, 'Enter')
    expect(kept).toEqual([])
  })

  test('says what is refused at the cell, with the text still there to be mended', async () => {
    const page = cell(async (text) => (text === '按摩' ? '没有这种服务：按摩' : null))
    await click(page.querySelector('button'))
    page.querySelector('input')!.value = '按摩'
    await press(page.querySelector('input')!, 'Enter')
    expect(page.querySelector('[role=alert]')?.textContent).toBe('没有这种服务：按摩')
    expect([page.querySelector('input')!.value, page.querySelector('input')!.getAttribute('aria-invalid')]).toEqual(['按摩', 'true'])
    page.querySelector('input')!.value = '助浴'
    await press(page.querySelector('input')!, 'Enter')
    expect(page.querySelector('[role=alert]')).toBeNull()
  })

  test('of choices keeps at once what the pointer chooses, and waits for Enter where keys walk through them', async () => {
    const kept: string[] = []
    const page = show(<TypedCell shown="运营" written="operating" label="修改状态" locked={false} keep={(text) => (kept.push(text), null)} choices={[{ value: 'operating', words: '运营' }, { value: 'closed', words: '停用' }]} />)
    const choose = async (keys: boolean) => {
      await click(page.querySelector('button'))
      const select = page.querySelector('select')!
      if (keys) await press(select, 'ArrowDown')
      await act(async () => {
        select.value = 'closed'
        select.dispatchEvent(new Event('change', { bubbles: true }))
      })
      return select
    }
    await choose(false)
    expect(kept).toEqual(['closed'])
    const select = await choose(true)
    expect(kept).toEqual(['closed'])
    await press(select, 'Enter')
    expect(kept).toEqual(['closed', 'closed'])
  })
})

describe('a plot', () => {
  const idle = plot('L-1', { name: '闲置小学', use: 'candidate', area: 'c', floorAreaM2: 900 })
  const filled = async (fill: (form: HTMLFormElement) => void) => {
    const world = await planWorld({ study: study({ plots: [idle] }) })
    const page = show(<AppContext value={world.app satisfies App}>{<PlanPlot plot={idle} locked={false} />}</AppContext>)
    const form = page.querySelector('form')!
    fill(form)
    await act(async () => {
      form.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
      await new Promise((resolve) => setTimeout(resolve, 20))
    })
    return { ...world, page }
  }

  test('proposes its own name and floor, and becomes what is filled in', async () => {
    const { plans } = await filled((form) => {
      const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement
      expect([field('name').value, field('floorAreaM2').value]).toEqual(['闲置小学', '900'])
      field('name').value = '丙日间照料中心'
      field('beds').value = '12'
      for (const service of ['day-care', 'short-stay']) (form.querySelector(`[value=${service}]`) as HTMLInputElement).checked = true
    })
    expect(plans()[0]?.edits).toEqual([{ id: 's1.1', type: 'plot-to-facility', plot: 'L-1', name: '丙日间照料中心', kind: 'COMM', level: null, stage: 'operating', floorAreaM2: 900, beds: 12, nursingBeds: null, services: ['day-care', 'short-stay'] }])
  })

  test('with a size that is no figure says so and changes nothing', async () => {
    const { plans, page } = await filled((form) => ((form.elements.namedItem('beds') as HTMLInputElement).value = '十来张'))
    expect(page.querySelector('[role=alert]')?.textContent).toContain('数字')
    expect(plans()).toEqual([])
  })

  test('needs a name; services that nobody ticked are unsaid and not none', () => {
    const form = new FormData()
    expect(newFacilityIn(form)).toBe('editor.nameMissing')
    form.set('name', ' 新站 ')
    expect(newFacilityIn(form)).toMatchObject({ name: '新站', services: null, beds: null, level: null })
  })
})
