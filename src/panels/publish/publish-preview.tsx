/** The public page as it will be, in the strict sandbox in which it will stand. */
import { useEffect, useRef, useState } from 'react'
import type { Published } from '../../saved/published'
import { sayPublish } from '../../text/publish'
import { useAppState } from '../use-app'

const widths = [320, 390, 768, 1024] as const

export function PublishPreview({ published, elder, dark }: { readonly published: Published; readonly elder: boolean; readonly dark: boolean }) {
  const language = useAppState((state) => state.language)
  const [width, setWidth] = useState<(typeof widths)[number]>(innerWidth < 480 ? 320 : 390)
  const frame = useRef<HTMLIFrameElement>(null)
  /** The frame has no origin of its own; what it is given is what everybody will see. */
  const send = (): void => frame.current?.contentWindow?.postMessage({ published }, '*')
  useEffect(send, [published])
  const hash = `#lang=${language === 'zh' ? 'zh-CN' : 'en'}&theme=${dark ? 'dark' : 'light'}${elder ? '&elder=1' : ''}`
  return (
    <div className="publish-preview">
      <div className="publish-widths" role="radiogroup" aria-label={sayPublish(language, 'dialog.width')}>
        {widths.map((each) => (
          <button key={each} type="button" role="radio" aria-checked={each === width} onClick={() => setWidth(each)}>
            {each}
          </button>
        ))}
      </div>
      <div className="publish-stage" tabIndex={0} role="region" aria-label={sayPublish(language, 'dialog.preview')}>
        <iframe key={hash} ref={frame} src={`./embed/preview.html${hash}`} title={sayPublish(language, 'dialog.preview')} sandbox="allow-scripts" referrerPolicy="no-referrer" width={width} height={640} onLoad={send} />
      </div>
    </div>
  )
}
