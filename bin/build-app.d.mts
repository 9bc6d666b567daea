/** Builds the app into dist/app of `root` when a source is newer than it. */
export function buildAppIfStale(root: string): void
