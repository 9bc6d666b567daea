export function billOfMaterials(root: string): {
  readonly bomFormat: string
  readonly specVersion: string
  readonly components: readonly { readonly name: string; readonly group?: string; readonly version: string; readonly purl: string; readonly hashes?: readonly { readonly alg: string; readonly content: string }[]; readonly licenses?: readonly unknown[] }[]
}
