/** The keyboard's way to what a drop does: pick files or a folder. */
import { useRef } from 'react'
import { openFiles } from '../../state/commands/open-files'
import { fileSource } from '../../state/file-source'
import { useApp, useSay } from '../use-app'

export function ImportButtons({ add = false }: { readonly add?: boolean }) {
  const app = useApp()
  const { say } = useSay()
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const take = (input: HTMLInputElement): void => {
    const picked = [...(input.files ?? [])].map(fileSource)
    // The same file may be picked again after it was mended.
    input.value = ''
    void openFiles(app, picked)
  }
  return (
    <>
      <button type="button" onClick={() => files.current?.click()}>
        {say(add ? 'import.more' : 'bar.import')}
      </button>
      <button type="button" className="wide-only" onClick={() => folder.current?.click()}>
        {say(add ? 'import.pickFolder' : 'bar.importFolder')}
      </button>
      <input ref={files} type="file" multiple hidden aria-label={say('import.pick')} onChange={(event) => take(event.currentTarget)} />
      <input ref={folder} type="file" hidden aria-label={say('import.pickFolder')} onChange={(event) => take(event.currentTarget)} {...wholeFolder} />
    </>
  )
}

/** Every browser has it, React's types do not name it. */
const wholeFolder: Readonly<Record<string, string>> = { webkitdirectory: '' }
