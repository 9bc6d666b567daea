export const oldestChromium: number
export const addedFunctions: readonly string[]
export const olderBrowsers: string
