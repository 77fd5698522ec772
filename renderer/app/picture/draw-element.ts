import { ascentOf, linesOf } from './text-lines.ts'
import { paintOf, type Paint } from './paint.ts'

const SVG = 'http://www.w3.org/2000/svg'
const SIDES = ['Top', 'Right', 'Bottom', 'Left'] as const

interface Pen {
  /** Where the picture begins in the window. */
  readonly left: number
  readonly top: number
  readonly definitions: SVGElement
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/**
 * What an element shows, drawn as vectors: boxes, lines, texts as texts, and charts as they are. Only what the app's figures are made of;
 * shadows, images and what CSS adds before and after elements are left out.
 */
export function drawElement(root: HTMLElement): SVGSVGElement {
  const { left, top, width, height } = root.getBoundingClientRect()
  const picture = document.createElementNS(SVG, 'svg')
  const size = { width: Math.ceil(width), height: Math.ceil(height) }
  set(picture, { ...size, viewBox: `0 0 ${size.width} ${size.height}`, role: 'img' })
  const definitions = add(picture, 'defs', {})
  drawNode(root, picture, { left, top, definitions })
  return picture
}

function drawNode(node: Element, place: SVGElement, pen: Pen): void {
  const style = getComputedStyle(node)
  const opacity = Number(style.opacity)
  if (style.display === 'none' || style.visibility === 'hidden' || opacity === 0) return
  if (node.classList.contains('visually-hidden')) return
  const box = boxOf(node.getBoundingClientRect(), pen)
  if (node instanceof SVGSVGElement) {
    place.append(drawnCopy(node, box, style))
    return
  }
  const group = opacity < 1 ? add(place, 'g', { opacity }) : place
  drawBackground(box, group, { style, pen })
  const inside = style.overflowX === 'visible' || box.width === 0 ? group : clipped(group, box, { style, pen })
  for (const child of node.childNodes) {
    if (child instanceof Element) drawNode(child, inside, pen)
    else if (child instanceof Text) drawText(child, inside, { style, pen })
  }
  drawBorders(box, group, style)
}

function boxOf({ left, top, width, height }: DOMRect, pen: Pen): Box {
  return { x: left - pen.left, y: top - pen.top, width, height }
}

/** A chart or a sign is vectors already. */
function drawnCopy(node: SVGSVGElement, { x, y, width, height }: Box, style: CSSStyleDeclaration): SVGElement {
  const copy = node.cloneNode(true) as SVGSVGElement
  copy.removeAttribute('style')
  copy.removeAttribute('class')
  const paint = paintOf(style.color)
  set(copy, { x, y, width, height, ...(paint === null ? {} : { color: paint.colour }) })
  return copy
}

interface Drawing {
  readonly style: CSSStyleDeclaration
  readonly pen: Pen
}

function drawBackground(box: Box, place: SVGElement, { style, pen }: Drawing): void {
  if (box.width === 0 || box.height === 0) return
  const rx = radiusOf(box, style)
  const paint = paintOf(style.backgroundColor)
  if (paint !== null) add(place, 'rect', { ...rounded(box), rx, ...fill(paint) })
  const hatch = /^repeating-linear-gradient\([^,]+, (\w+\([^)]+\))/u.exec(style.backgroundImage)?.[1]
  if (hatch !== undefined) add(place, 'rect', { ...rounded(box), rx, fill: `url(#${hatching(hatch, pen)})` })
}

/** Lines across what is not known. */
function hatching(colour: string, { definitions }: Pen): string {
  const paint = paintOf(colour)
  const id = `hatch-${definitions.childElementCount}`
  const known = [...definitions.children].find((one) => one.getAttribute('data-colour') === colour)
  if (known !== undefined) return known.id
  const pattern = add(definitions, 'pattern', {
    id,
    'data-colour': colour,
    width: 5,
    height: 5,
    patternUnits: 'userSpaceOnUse',
    patternTransform: 'rotate(45)',
  })
  if (paint !== null) add(pattern, 'rect', { width: 1, height: 5, ...fill(paint) })
  return id
}

function clipped(place: SVGElement, box: Box, { style, pen }: Drawing): SVGElement {
  const id = `clip-${pen.definitions.childElementCount}`
  const shape = add(pen.definitions, 'clipPath', { id })
  add(shape, 'rect', { ...rounded(box), rx: radiusOf(box, style) })
  return add(place, 'g', { 'clip-path': `url(#${id})` })
}

function drawBorders(box: Box, place: SVGElement, style: CSSStyleDeclaration): void {
  const sides = SIDES.map((side) => ({
    side,
    width: Number.parseFloat(style[`border${side}Width`]),
    kind: style[`border${side}Style`],
    colour: style[`border${side}Color`],
  })).filter(({ width, kind, colour }) => width > 0 && kind !== 'none' && kind !== 'hidden' && paintOf(colour) !== null)
  const [first] = sides
  if (first === undefined) return
  const isRing = sides.length === SIDES.length && sides.every((one) => one.colour === first.colour)
  if (isRing && first.width === sides[2]!.width) {
    const half = first.width / 2
    const ring = { x: box.x + half, y: box.y + half, width: box.width - 2 * half, height: box.height - 2 * half }
    add(place, 'rect', { ...rounded(ring), rx: radiusOf(box, style), fill: 'none', ...stroke(first) })
    return
  }
  for (const one of sides) add(place, 'line', { ...edge(box, one), ...stroke(one) })
}

function edge(
  { x, y, width, height }: Box,
  { side, width: thickness }: { readonly side: (typeof SIDES)[number]; readonly width: number },
): Record<string, number> {
  const half = thickness / 2
  switch (side) {
    case 'Top':
      return { x1: x, x2: x + width, y1: y + half, y2: y + half }
    case 'Bottom':
      return { x1: x, x2: x + width, y1: y + height - half, y2: y + height - half }
    case 'Left':
      return { x1: x + half, x2: x + half, y1: y, y2: y + height }
    case 'Right':
      return { x1: x + width - half, x2: x + width - half, y1: y, y2: y + height }
  }
}

function stroke({
  width,
  kind,
  colour,
}: {
  readonly width: number
  readonly kind: string
  readonly colour: string
}): Record<string, string | number> {
  const paint = paintOf(colour)
  const dashes = kind === 'dashed' ? { 'stroke-dasharray': `${3 * width} ${2 * width}` } : {}
  const dots = kind === 'dotted' ? { 'stroke-dasharray': `${width} ${width}` } : {}
  return {
    stroke: paint?.colour ?? 'none',
    'stroke-width': width,
    ...(paint === null || paint.opacity === 1 ? {} : { 'stroke-opacity': paint.opacity }),
    ...dashes,
    ...dots,
  }
}

function drawText(text: Text, place: SVGElement, { style, pen }: Drawing): void {
  const paint = paintOf(style.color)
  if (paint === null) return
  const isRightToLeft = style.direction === 'rtl'
  for (const line of linesOf(text)) {
    const written = add(place, 'text', {
      x: Math.round(10 * ((isRightToLeft ? line.right : line.left) - pen.left)) / 10,
      y: Math.round(10 * (line.top - pen.top + ascentOf(style))) / 10,
      'font-size': Number.parseFloat(style.fontSize),
      'font-weight': style.fontWeight,
      ...(style.fontStyle === 'normal' ? {} : { 'font-style': style.fontStyle }),
      ...(isRightToLeft ? { direction: 'rtl' } : {}),
      ...fill(paint),
    })
    written.textContent = style.textTransform === 'uppercase' ? line.text.toUpperCase() : line.text
  }
}

function fill({ colour, opacity }: Paint): Record<string, string | number> {
  return opacity === 1 ? { fill: colour } : { fill: colour, 'fill-opacity': opacity }
}

function radiusOf({ width, height }: Box, { borderTopLeftRadius: radius }: CSSStyleDeclaration): number {
  const value = Number.parseFloat(radius)
  return Math.min(radius.endsWith('%') ? (value / 100) * width : value, width / 2, height / 2)
}

function rounded({ x, y, width, height }: Box): Record<string, number> {
  const tenth = (value: number): number => Math.round(10 * value) / 10
  return { x: tenth(x), y: tenth(y), width: tenth(Math.max(0, width)), height: tenth(Math.max(0, height)) }
}

function add(place: Element, name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS(SVG, name)
  set(element, attributes)
  place.append(element)
  return element
}

function set(element: Element, attributes: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value))
}
