/** Images of the map by name: a layer names what it wants, the picture is drawn on a canvas when the map first asks. */
import { states, type State } from '../indicators/result'
import type { FacilitySymbol, Look, Shape } from './facility-symbol'
import { paintPicture } from './paint-picture'
import { compoundPicture, facilityPicture, hatchPicture, signPicture, type Picture } from './picture'

export const facilityImage = ({ shape, glyph, look, state }: FacilitySymbol): string =>
  `facility|${shape}|${glyph}|${look}|${state ?? ''}`
export const signImage = (state: State, hollow: boolean): string => `sign|${state}|${hollow ? 'hollow' : 'solid'}`
export const compoundImage = (state: State | null): string => `compound|${state ?? ''}`
export const hatchImage = 'hatch'

/** null: not a name of ours. */
export function pictureOf(name: string): Picture | null {
  const [family, a = '', b = '', c = '', d = ''] = name.split('|')
  switch (family) {
    case 'facility':
      return isShape(a) && isLook(c)
        ? facilityPicture({ shape: a, glyph: b, look: c, state: isState(d) ? d : null })
        : null
    case 'sign':
      return isState(a) ? signPicture(a, b === 'hollow') : null
    case 'compound':
      return compoundPicture(isState(a) ? a : null)
    case hatchImage:
      return hatchPicture
    default:
      return null
  }
}

/** Device pixels per CSS pixel of every image: sharp on a projector and on a phone. */
export const imageRatio = 2

/** null where there is no canvas. */
export function drawImage(picture: Picture): ImageData | null {
  const side = Math.round(picture.size * imageRatio)
  const canvas = document.createElement('canvas')
  canvas.width = side
  canvas.height = side
  const pen = canvas.getContext('2d')
  if (!pen) return null
  pen.scale(imageRatio, imageRatio)
  pen.translate(picture.size / 2, picture.size / 2)
  paintPicture(pen, picture)
  return pen.getImageData(0, 0, side, side)
}

const isState = (text: string): text is State => (states as readonly string[]).includes(text)
const isShape = (text: string): text is Shape => ['triangle', 'diamond', 'circle', 'square'].includes(text)
const isLook = (text: string): text is Look => ['operating', 'building', 'planned', 'closed', 'unknown'].includes(text)
