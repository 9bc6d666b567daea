/** MapLibre 6 needs WebGL2; old machines and some remote desktops have none. */
export function hasWebgl2(): boolean {
  try {
    const pen = document.createElement('canvas').getContext('webgl2')
    // A probe context left alive counts against the browser's limit.
    pen?.getExtension('WEBGL_lose_context')?.loseContext()
    return pen !== null
  } catch {
    return false
  }
}
