/** The path of a Chrome or Chromium that runs, or null. */
export function findChromium(): string | null
/** True when a font with Chinese characters is installed, as far as can be told. */
export function hasChineseFont(): boolean
