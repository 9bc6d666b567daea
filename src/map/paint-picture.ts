/** Draws a sign on any canvas, around the place where the pen stands: for the app's map and for the public page's. */
import type { Picture } from './picture'

export function paintPicture(pen: CanvasRenderingContext2D, { parts }: Picture): void {
  pen.lineCap = 'round'
  pen.lineJoin = 'round'
  for (const part of parts) {
    if ('text' in part) {
      pen.font = `600 ${part.size}px ${glyphFont}`
      pen.textAlign = 'center'
      pen.textBaseline = 'middle'
      pen.fillStyle = part.fill
      pen.fillText(part.text, part.x, part.y)
      continue
    }
    const path = new Path2D(part.path)
    pen.save()
    if (part.at) {
      pen.translate(part.at.x, part.at.y)
      pen.scale(part.at.scale, part.at.scale)
    }
    if (part.fill) {
      pen.fillStyle = part.fill
      pen.fill(path)
    }
    if (part.stroke) {
      pen.strokeStyle = part.stroke
      pen.lineWidth = part.width ?? 1
      pen.setLineDash(part.dash ? [...part.dash] : [])
      pen.stroke(path)
    }
    pen.restore()
  }
}

export const glyphFont = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",system-ui,sans-serif'
