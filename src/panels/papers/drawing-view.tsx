/** A drawing of exports/ on the page, element by element: names from files are text nodes, never markup. */
import { createElement, type ReactNode } from 'react'
import type { Drawing } from '../../exports/drawing/drawing'
import { svgTree, type SvgElement } from '../../exports/drawing/svg'

export function DrawingView({ drawing, className }: { readonly drawing: Drawing; readonly className?: string }) {
  const tree = svgTree(drawing)
  return elementOf({ ...tree, attributes: { ...tree.attributes, ...(className ? { className } : {}) } }, 0)
}

function elementOf({ tag, attributes, children }: SvgElement, key: number): ReactNode {
  const named = Object.fromEntries(Object.entries(attributes).map(([name, value]) => [reactName(name), value]))
  return createElement(tag, { ...named, key }, ...children.map((child, at) => (typeof child === 'string' ? child : elementOf(child, at))))
}

/** 'stroke-width' is strokeWidth to React; aria-… stays. */
const reactName = (name: string): string => (name.startsWith('aria-') ? name : name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()))
