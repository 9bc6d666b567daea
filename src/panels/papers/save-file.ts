/** Hands a file to the browser's own downloads; nothing leaves this computer. */
export function saveFile(name: string, bytes: Uint8Array, type: string): void {
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  // The download has begun by then; the address would otherwise hold the bytes for as long as the page lives.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
