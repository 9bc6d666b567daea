/** A map that cannot be drawn takes nothing else with it. */
import { Component, type ReactNode } from 'react'
import { say } from '../text/say'
import { AppContext } from './use-app'

type Props = { readonly children: ReactNode }

export class FailureBoundary extends Component<Props, { readonly detail: string | null }> {
  static override contextType = AppContext
  declare context: React.ContextType<typeof AppContext>
  override state = { detail: null }

  static getDerivedStateFromError(error: unknown): { detail: string } {
    return { detail: error instanceof Error ? error.message : String(error) }
  }

  override render(): ReactNode {
    const { detail } = this.state
    if (detail === null) return this.props.children
    return <p className="note padded">{say(this.context?.store.getState().language ?? 'zh', 'failure.map-failed', { detail })}</p>
  }
}
