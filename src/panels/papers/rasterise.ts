/** An SVG as a PNG, drawn by the browser on a canvas; nothing leaves the page. */

/** Rejects where the browser cannot: too large a canvas, no canvas at all. */
export async function rasterise(svg: string, { width, height }: { readonly width: number; readonly height: number }): Promise<Uint8Array> {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('no canvas')
  const image = await loaded(withSize(svg, width, height))
  pen.fillStyle = '#ffffff'
  pen.fillRect(0, 0, width, height)
  pen.drawImage(image, 0, 0, width, height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  // The memory of a 17-megapixel canvas is given back at once.
  canvas.width = 0
  if (!blob) throw new Error('the canvas gave no picture')
  return new Uint8Array(await blob.arrayBuffer())
}

/** Drawn at its final size: an SVG that is enlarged afterwards is blurred in some browsers. */
const withSize = (svg: string, width: number, height: number): string => svg.replace(/<svg ([^>]*)>/, (_, attributes: string) => `<svg ${attributes.replace(/ ?\b(width|height)="[^"]*"/g, '')} width="${width}" height="${height}">`)

function loaded(svg: string): Promise<HTMLImageElement> {
  const image = new Image()
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  return new Promise<HTMLImageElement>((resolve, reject) => {
    image.onload = () => resolve(image)
    image.onerror = () => reject(new Error('the SVG was not drawn'))
    image.src = url
  }).finally(() => setTimeout(() => URL.revokeObjectURL(url), 1000))
}
