/** A number to call. A frame with nothing but scripts may not start a call, and the browser says so to nobody: then the page does. */
import { useEffect, useRef, useState } from 'react'
import type { Words } from './words'

export function CallLink({ phone, words: { say } }: { readonly phone: string; readonly words: Words }) {
  const [silent, setSilent] = useState(false)
  const watch = useRef<{ readonly timer: ReturnType<typeof setTimeout>; readonly stop: () => void } | null>(null)
  const stopWatching = (): void => {
    watch.current?.stop()
    watch.current = null
  }
  useEffect(() => stopWatching, [])
  /** Whatever answers a call takes the focus, or the whole screen. */
  const call = (): void => {
    stopWatching()
    setSilent(false)
    const timer = setTimeout(() => {
      stopWatching()
      setSilent(true)
    }, answerMs)
    const answered = (): void => stopWatching()
    addEventListener('blur', answered)
    document.addEventListener('visibilitychange', answered)
    watch.current = {
      timer,
      stop: () => {
        clearTimeout(timer)
        removeEventListener('blur', answered)
        document.removeEventListener('visibilitychange', answered)
      },
    }
  }
  return (
    <>
      <a className="call" href={`tel:${phone.replace(/[^\d-]/g, '')}`} onClick={call}>
        {say('place.call', { phone })}
      </a>
      {silent && (
        <p className="call-by-hand" role="status">
          {say('place.callByHand')} <strong>{phone}</strong>
        </p>
      )}
    </>
  )
}

const answerMs = 1200
