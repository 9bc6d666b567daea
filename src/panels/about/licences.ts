/** The licences of what is shipped, made by the build: a file beside the page, or inside it where the page is a single file. */

export type Licence = { readonly name: string; readonly version: string; readonly licence: string; readonly text: string }

/** null: this build brought none. */
export async function readLicences(): Promise<readonly Licence[] | null> {
  try {
    const inside = document.getElementById('licences')?.textContent
    const read: unknown = inside ? JSON.parse(inside) : await (await fetch('./licences.json')).json()
    return Array.isArray(read) ? read.filter(isLicence) : null
  } catch {
    return null
  }
}

const isLicence = (value: unknown): value is Licence => typeof value === 'object' && value !== null && ['name', 'version', 'licence', 'text'].every((key) => key in value && typeof value[key as keyof typeof value] === 'string')
