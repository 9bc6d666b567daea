/** A table of any length: only the rows in sight are in the page. Arrow keys walk, Enter selects. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { Sort } from '../../state/state'
import { useSay } from '../use-app'

export type TableColumn<Row> = {
  readonly key: string
  /** Words sort by the column when pressed; anything else (a box that chooses all) stands for itself. */
  readonly title: ReactNode
  /** Share of the width; figures are narrower and right-aligned. */
  readonly width: 'name' | 'words' | 'short' | 'figure' | 'long' | 'check'
  readonly cell: (row: Row) => ReactNode
}

type Props<Row> = {
  readonly label: string
  readonly columns: readonly TableColumn<Row>[]
  readonly rows: readonly Row[]
  readonly idOf: (row: Row) => string
  readonly selected: string | null
  readonly onSelect: (row: Row) => void
  readonly sort: Sort | null
  readonly onSort: (column: string) => void
  readonly empty: string
  /** More columns than a small screen is wide: it scrolls sideways, and the names stay. */
  readonly wide?: 'ledger' | 'units' | null
}

const rowPx = 32
const touchRowPx = 44

export function VirtualTable<Row>({ label, columns, rows, idOf, selected, onSelect, sort, onSort, empty, wide = null }: Props<Row>) {
  const { say } = useSay()
  const scroller = useRef<HTMLDivElement>(null)
  const rowName = useId()
  const [active, setActive] = useState(0)
  const height = matchMedia('(pointer: coarse)').matches ? touchRowPx : rowPx
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => height, overscan: 8 })

  // A selection made elsewhere (map, card) comes into view here.
  const selectedAt = selected === null ? -1 : rows.findIndex((row) => idOf(row) === selected)
  const scrollTo = virtual.scrollToIndex
  useEffect(() => {
    if (selectedAt >= 0) scrollTo(selectedAt, { align: 'auto' })
  }, [selectedAt, scrollTo])

  const at = Math.min(active, rows.length - 1)
  const walk = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 10, PageUp: at - 10, Home: 0, End: rows.length - 1 }
    const to = steps[event.key]
    const row = rows[at]
    if (to !== undefined) {
      event.preventDefault()
      const next = Math.max(0, Math.min(rows.length - 1, to))
      setActive(next)
      scrollTo(next, { align: 'auto' })
    } else if (event.key === 'Enter' && row !== undefined && event.target === event.currentTarget) {
      event.preventDefault()
      onSelect(row)
    }
  }

  return (
    <div className={wide ? `virtual-table virtual-table-wide virtual-table-${wide}` : 'virtual-table'}>
      <div className={rows.length === 0 ? 'table-scroller table-empty' : 'table-scroller'} role="grid" aria-label={label} aria-rowcount={rows.length + 1} aria-colcount={columns.length} ref={scroller} tabIndex={0} aria-activedescendant={rows.length > 0 ? `${rowName}-${at}` : undefined} onKeyDown={walk}>
        <div className="table-row table-head" role="row" aria-rowindex={1}>
          {columns.map((column) => {
            const direction = sort?.column === column.key ? (sort.descending ? 'descending' : 'ascending') : 'none'
            return (
              <div key={column.key} role="columnheader" aria-sort={direction} className={`cell cell-${column.width}`}>
                {typeof column.title !== 'string' ? column.title : <button type="button" onClick={() => onSort(column.key)}>
                  {column.title}
                  <span className="sort-mark" aria-hidden="true">
                    {direction === 'none' ? '' : direction === 'ascending' ? '▲' : '▼'}
                  </span>
                  {direction !== 'none' && <span className="sr-only">{say(direction === 'ascending' ? 'table.sortUp' : 'table.sortDown')}</span>}
                </button>}
              </div>
            )
          })}
        </div>
        <div className="table-body" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start, size }) => {
            const row = rows[index]
            if (row === undefined) return null
            const id = idOf(row)
            return (
              <div key={id} id={`${rowName}-${index}`} role="row" aria-rowindex={index + 2} aria-selected={id === selected} className={index === at ? 'table-row active' : 'table-row'} style={{ height: size, transform: `translateY(${start}px)` }} onClick={() => {
                setActive(index)
                onSelect(row)
              }}>
                {columns.map((column) => (
                  <div key={column.key} role="gridcell" className={`cell cell-${column.width}`}>
                    {column.cell(row)}
                  </div>
                ))}
              </div>
            )
          })}
        </div>
      </div>
      {rows.length === 0 && <p className="note padded">{empty}</p>}
    </div>
  )
}
