import type { StripColours } from './strip-colours.ts'
import { AXIS_TEXT_WIDTH, axisTexts } from './axis-texts.ts'
import { STRIP_GAP, STRIP_HEIGHT } from './strip-size.ts'
import type { StripScene } from './strip-scene.ts'

/** What of the strips is in sight, in CSS pixels; `from` and `to` limit what is painted anew. */
export interface StripView {
  readonly scrollX: number
  readonly width: number
  readonly from: number
  readonly to: number
}

const STRIPS = 3
export const STRIPS_HEIGHT = STRIPS * STRIP_HEIGHT + (STRIPS - 1) * STRIP_GAP

/** Paints visitors, agents and coverage over one another on one time axis; touches only [view.from, view.to) of the week's pixels. */
export function paintStrips(
  context: CanvasRenderingContext2D,
  scene: StripScene,
  { view, colours }: { readonly view: StripView; readonly colours: StripColours },
): void {
  const from = Math.max(view.from, view.scrollX)
  const to = Math.min(view.to, view.scrollX + view.width)
  if (to <= from) return
  context.save()
  context.translate(-view.scrollX, 0)
  context.beginPath()
  context.rect(from, 0, to - from, STRIPS_HEIGHT)
  context.clip()
  context.clearRect(from, 0, to - from, STRIPS_HEIGHT)
  const [first, last] = slotsIn(scene, from, to)
  const painter = { context, scene, first, last }
  const base = (strip: number): number => strip * (STRIP_HEIGHT + STRIP_GAP) + STRIP_HEIGHT
  context.fillStyle = colours.line
  for (let strip = 0; strip < STRIPS; strip++) context.fillRect(from, base(strip) - 1, to - from, 1)
  visitors(painter, base(0), colours)
  agents(painter, base(1), colours)
  coverage(painter, base(2), colours)
  // Most edits paint hours that lie elsewhere.
  if (from < view.scrollX + AXIS_TEXT_WIDTH) axisTexts(context, scene, { x: view.scrollX, base, colours })
  context.restore()
}

interface Painter {
  readonly context: CanvasRenderingContext2D
  readonly scene: StripScene
  readonly first: number
  readonly last: number
}

/** Slots lie in the order of time, so the ones in sight follow one another. */
function slotsIn({ places }: StripScene, from: number, to: number): readonly [number, number] {
  let first = 0
  while (first < places.right.length && places.right[first]! <= from) first++
  let last = first
  while (last < places.left.length && places.left[last]! < to) last++
  return [first, last]
}

function visitors(painter: Painter, base: number, colours: StripColours): void {
  const { context, scene } = painter
  const scale = (STRIP_HEIGHT - 2) / Math.max(scene.mostVisitors, 1e-9)
  context.fillStyle = colours.band
  fillBetween(
    painter,
    (slot) => base - scene.visitorsBand.lower[slot]! * scale,
    (slot) => base - Math.min(STRIP_HEIGHT, scene.visitorsBand.upper[slot]! * scale),
  )
  context.fillStyle = colours.visitors
  fillBetween(
    painter,
    () => base,
    (slot) => base - scene.visitors[slot]! * scale,
  )
}

function agents(painter: Painter, base: number, colours: StripColours): void {
  const { context, scene } = painter
  const scale = (STRIP_HEIGHT - 3) / Math.max(scene.mostAgents, 1)
  const planned = (slot: number): number => base - scene.agents[slot]! * scale
  const needed = (slot: number): number => base - Math.min(scene.needed[slot]!, scene.mostAgents) * scale
  context.fillStyle = colours.agentsArea
  fillBetween(painter, () => base, planned)
  context.fillStyle = colours.short
  fillBetween(painter, planned, (slot) => Math.min(planned(slot), needed(slot)))
  strokeSteps(painter, planned, { colour: colours.agents, width: 1.5 })
  strokeSteps(painter, needed, { colour: colours.needed, width: 1.5, dash: [3, 2] })
  minimum(painter, (people) => base - Math.min(people, scene.mostAgents) * scale, colours)
}

/** A line at the people who have to be there, broken into dashes where there are fewer. */
function minimum({ context, scene, first, last }: Painter, y: (people: number) => number, colours: StripColours): void {
  if (scene.minimum === null) return
  const { left, right } = scene.places
  const { people, isShort } = scene.minimum
  for (const short of [false, true]) {
    context.strokeStyle = short ? colours.underMinimum : colours.minimum
    context.lineWidth = 2
    context.setLineDash(short ? [3, 3] : [])
    context.beginPath()
    let end = Number.NaN
    for (let slot = first; slot < last; slot++) {
      if (people[slot]! === 0 || isShort[slot] !== short || right[slot]! <= left[slot]!) continue
      // One line as long as it goes on: dashes would begin anew at each quarter-hour.
      if (Math.abs(left[slot]! - end) < 0.01) context.lineTo(left[slot]!, y(people[slot]!))
      else context.moveTo(left[slot]!, y(people[slot]!))
      context.lineTo(right[slot]!, y(people[slot]!))
      end = right[slot]!
    }
    context.stroke()
  }
  context.setLineDash([])
}

function coverage(painter: Painter, base: number, colours: StripColours): void {
  const { context, scene } = painter
  const height = STRIP_HEIGHT - 2
  const y = (rate: number): number => base - 1 - rate * (height - 1)
  const { coverageBand, bandOf } = scene
  if (coverageBand !== null && bandOf !== null) {
    context.fillStyle = colours.coverageBand
    fillBetween(
      painter,
      (slot) => y(coverageBand.lower[slot]!),
      (slot) => y(bandOf[slot] === scene.coverage[slot] ? coverageBand.upper[slot]! : coverageBand.lower[slot]!),
    )
  }
  const isShort = (slot: number): boolean => scene.visitors[slot]! > 0 && scene.coverage[slot]! < scene.target
  context.fillStyle = colours.short
  fillBetween(
    painter,
    () => y(scene.target),
    (slot) => (isShort(slot) ? y(scene.coverage[slot]!) : y(scene.target)),
  )
  strokeSteps(painter, (slot) => y(scene.visitors[slot]! > 0 ? scene.coverage[slot]! : 1), {
    colour: colours.coverage,
    width: 1.5,
  })
  context.setLineDash([2, 3])
  context.strokeStyle = colours.needed
  context.lineWidth = 1
  context.beginPath()
  context.moveTo(scene.places.left[painter.first] ?? 0, y(scene.target) + 0.5)
  context.lineTo(scene.places.right[painter.last - 1] ?? 0, y(scene.target) + 0.5)
  context.stroke()
  context.setLineDash([])
}

function fillBetween(
  { context, scene, first, last }: Painter,
  low: (slot: number) => number,
  high: (slot: number) => number,
): void {
  const { left, right } = scene.places
  context.beginPath()
  for (let slot = first; slot < last; slot++) {
    const width = right[slot]! - left[slot]!
    const top = high(slot)
    const bottom = low(slot)
    if (width > 0 && bottom !== top) context.rect(left[slot]!, Math.min(top, bottom), width, Math.abs(bottom - top))
  }
  context.fill()
}

interface Stroke {
  readonly colour: string
  readonly width: number
  readonly dash?: readonly number[]
}

function strokeSteps(
  { context, scene, first, last }: Painter,
  y: (slot: number) => number,
  { colour, width, dash = [] }: Stroke,
): void {
  const { left, right } = scene.places
  context.strokeStyle = colour
  context.lineWidth = width
  context.setLineDash([...dash])
  context.beginPath()
  let before = Number.NaN
  for (let slot = first; slot < last; slot++) {
    if (right[slot]! <= left[slot]!) continue
    const now = y(slot)
    // A vertical step only where the value changes: fewer points for the same picture.
    if (Number.isNaN(before)) context.moveTo(left[slot]!, now)
    else if (now !== before) {
      context.lineTo(left[slot]!, before)
      context.lineTo(left[slot]!, now)
    }
    before = now
  }
  if (last > first) context.lineTo(right[last - 1]!, before)
  context.stroke()
  context.setLineDash([])
}
