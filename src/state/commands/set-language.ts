/** Chinese or English, kept on this computer. */
import type { Language } from '../../text/say'
import type { App } from '../app'
import { keepLanguage } from '../kept'

export function setLanguage(app: App, language: Language): void {
  keepLanguage(app.kept, language)
  app.store.setState({ language })
}
