/** What stands there instead of the page when its file is missing or wrong. */
import { languageOf, wordsOf } from './words'

export function Failed({ wrong, detail }: { readonly wrong: 'missing' | 'unreadable' | 'newer'; readonly detail: string }) {
  const { say } = wordsOf(languageOf(navigator.language) ?? 'zh')
  return (
    <main className="page failed" role="alert">
      <h1>{say('fail.title')}</h1>
      <p>{say(`fail.${wrong}`, { detail })}</p>
    </main>
  )
}
