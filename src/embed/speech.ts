/** Reading aloud, where the browser can. */
import type { Language } from '../text/say'

export const canSpeak = (): boolean => typeof speechSynthesis !== 'undefined' && typeof SpeechSynthesisUtterance !== 'undefined'

/** A little slower than usual. onEnd is called once: at the end, when it is stopped, and when it fails. */
export function speak(text: string, language: Language, onEnd: () => void): void {
  speechSynthesis.cancel()
  const utterance = new SpeechSynthesisUtterance(text)
  utterance.lang = language === 'zh' ? 'zh-CN' : 'en'
  utterance.rate = 0.85
  utterance.onend = onEnd
  utterance.onerror = onEnd
  speechSynthesis.speak(utterance)
}

export const stopSpeaking = (): void => {
  if (canSpeak()) speechSynthesis.cancel()
}
