/** The whole page takes a drop. */
import { useState, type DragEvent, type ReactNode } from 'react'
import { openFiles } from '../../state/commands/open-files'
import { failWith, failureOf } from '../../state/app'
import { droppedFiles } from './dropped-files'
import { useApp, useSay } from '../use-app'

export function DropZone({ children }: { readonly children: ReactNode }) {
  const app = useApp()
  const { say } = useSay()
  const [over, setOver] = useState(false)
  const carriesFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files')
  return (
    <div
      className="drop-zone"
      onDragOver={(event) => {
        if (!carriesFiles(event)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={(event) => {
        if (!(event.relatedTarget instanceof Node) || !event.currentTarget.contains(event.relatedTarget)) setOver(false)
      }}
      onDrop={(event) => {
        if (!carriesFiles(event)) return
        event.preventDefault()
        setOver(false)
        droppedFiles(event.dataTransfer)
          .then((sources) => openFiles(app, sources))
          .catch((error: unknown) => failWith(app, { code: 'files-unreadable', detail: failureOf(error).detail ?? '' }))
      }}
    >
      {children}
      {over && (
        <div className="drop-notice" role="status">
          <p>{say('import.drop')}</p>
          <p className="note">{say('import.dropHint')}</p>
        </div>
      )}
    </div>
  )
}
