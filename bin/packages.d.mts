export type LockedPackage = { readonly path: string; readonly name: string; readonly version: string; readonly integrity?: string; readonly resolved?: string; readonly hasInstallScript?: boolean }
export function lockedPackages(root: string, given?: { readonly dev?: boolean }): readonly LockedPackage[]
export function shippedLicences(root: string): readonly { readonly name: string; readonly version: string; readonly licence: string; readonly text: string }[]
