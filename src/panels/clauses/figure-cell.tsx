/** A figure of the ledger that can be typed over in its table; '+10%' lets it grow. */
import type { EditDraft } from '../../scenario/edit'
import { typeCell } from '../../state/commands/type-cell'
import { figureTyped } from '../../state/typed-cells'
import { TypedCell } from '../tables/typed-cell'
import { useApp, useAppState } from '../use-app'

/** shown: how the figure reads. edit: the edit that says the new figure; null: nobody knows. */
export function FigureCell({ value, shown, label, locked, edit }: { readonly value: number | null; readonly shown: string; readonly label: string; readonly locked: boolean; readonly edit: (value: number | null) => EditDraft }) {
  const app = useApp()
  const language = useAppState((state) => state.language)
  const keep = (text: string): string | null | Promise<string | null> => {
    const typed = figureTyped(language, text, value)
    if ('wrong' in typed) return typed.wrong
    return typed.value === value ? null : typeCell(app, edit(typed.value))
  }
  return <TypedCell shown={shown} written={value === null ? '' : String(value)} label={label} locked={locked} keep={keep} align="right" />
}
