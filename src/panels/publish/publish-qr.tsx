/** A link as a QR code: one path, drawn in black on white whatever the theme, with the quiet zone that readers need. */
import { encode } from 'uqr'

export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { path, size } = qrPath(text)
  return (
    <svg className="qr-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path d={`M0 0H${size}V${size}H0Z`} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}

/** In modules; a run of dark ones in a row is one rectangle. */
export function qrPath(text: string): { readonly path: string; readonly size: number } {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const runs = data.flatMap((row, y) => {
    const found: string[] = []
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue
      const from = x
      while (row[x + 1]) x++
      found.push(`M${from} ${y}h${x - from + 1}v1h-${x - from + 1}z`)
    }
    return found
  })
  return { path: runs.join(''), size }
}
