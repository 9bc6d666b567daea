/** True when `built` is absent or any file or folder of `sources` changed after it. */
export function isStale(built: string, sources: readonly string[]): boolean
