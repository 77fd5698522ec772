import type { WeekPrediction } from '../../../../../shared/predict/types.ts'
import { axisWidth, type Axis } from '../board/axis.ts'
import type { EditorState } from '../store/editor-state.ts'
import type { Editor } from '../store/editor-store.ts'
import { minimumLine, type MinimumLine } from './minimum-line.ts'
import { paintStrips, STRIPS_HEIGHT } from './paint-strips.ts'
import type { StripColours } from './strip-colours.ts'
import { placeSlots, type AxisText, type StripBands, type StripScene } from './strip-scene.ts'

export interface StripsOptions {
  /** The scrolling element over which the strips stay in sight. */
  readonly scroller: HTMLElement
  readonly axis: Axis
  /** Pixels of the column of names, which lies over what is scrolled. */
  readonly nameWidth: number
  /** Minute of the week at which each quarter-hour begins. */
  readonly weekMinutes: readonly number[]
  /** Holds the prediction that is drawn. */
  readonly store: Editor['store']
  readonly needed: Float64Array
  readonly bands: StripBands
  /** 0-1. */
  readonly target: number
  /** The label at the top of each strip's axis. */
  readonly axisText: (mostVisitors: number, mostAgents: number) => AxisText
}

/** The custom property behind each colour. */
const TOKENS: Readonly<Record<keyof StripColours, string>> = {
  visitors: '--strip-visitors',
  band: '--strip-band',
  agents: '--agents',
  agentsArea: '--strip-agents',
  short: '--strip-short',
  needed: '--rate',
  minimum: '--text',
  underMinimum: '--danger',
  coverage: '--covered-text',
  coverageBand: '--strip-coverage-band',
  line: '--line',
  text: '--text-quiet',
  surface: '--surface',
  font: '--font',
}

/**
 * Paints the strips whenever the prediction, the size or what is in sight changes; of an edit, only the hours that it touched. Returns
 * what ends it. Colours are those of the moment: to be called again when the theme changes.
 */
export function mountStrips(
  canvas: HTMLCanvasElement,
  { scroller, axis, nameWidth, weekMinutes, store, needed, bands, target, axisText }: StripsOptions,
): () => void {
  const context = canvas.getContext('2d')
  if (context === null) return () => undefined
  const places = placeSlots(axis, weekMinutes)
  const predicted = (): WeekPrediction => store.getState().prediction.week
  const colours = readColours()
  const coverage = slotCoverage(predicted())
  let minimum = minimumOf(store.getState())
  // Bands come when the plan is as they were drawn for.
  const bandOf = coveragesOfBands.get(bands) ?? coverage.slice()
  coveragesOfBands.set(bands, bandOf)
  const mostVisitors = highest(bands.visitors.upper)
  let painted: WeekPrediction | null = null
  let width = 0
  let mostAgents = 0

  const paint = (from: number, to: number): void => {
    const week = predicted()
    coverage.set(slotCoverage(week))
    const scene: StripScene = {
      places,
      visitors: week.visitors,
      visitorsBand: bands.visitors,
      agents: week.agents,
      needed,
      minimum,
      coverage,
      coverageBand: bands.coverage,
      bandOf,
      target,
      mostVisitors: mostVisitors,
      mostAgents,
      axisText: axisText(mostVisitors, mostAgents),
    }
    paintStrips(context, scene, { view: { scrollX: scroller.scrollLeft, width, from, to }, colours })
    painted = week
  }
  /** While one edits, the scale of agents only grows: lines that do not move say that nothing changed there. */
  const growScale = (): boolean => {
    const most = Math.ceil(
      Math.max(highest(predicted().agents), mostButRare(needed), highest(minimum?.people ?? [])) * 1.05,
    )
    const grows = most > mostAgents
    if (grows) mostAgents = most
    return grows
  }
  const paintAll = (): void => {
    growScale()
    paint(0, axisWidth(axis))
  }
  const onChange = (): void => {
    if (painted === null || growScale()) {
      paintAll()
      return
    }
    const range = changedRange(painted, predicted())
    if (range !== null) paint(places.left[range[0]]! - 2, places.right[range[1]]! + 2)
  }
  const resize = (): void => {
    width = Math.max(1, Math.min(scroller.clientWidth - nameWidth, axisWidth(axis)))
    canvas.width = Math.round(width * devicePixelRatio)
    canvas.height = Math.round(STRIPS_HEIGHT * devicePixelRatio)
    canvas.style.width = `${width}px`
    canvas.style.height = `${STRIPS_HEIGHT}px`
    context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0)
    paintAll()
  }
  let scrolledTo = scroller.scrollLeft
  const onScroll = (): void => {
    if (scroller.scrollLeft === scrolledTo) return
    scrolledTo = scroller.scrollLeft
    paintAll()
  }
  const observer = new ResizeObserver(resize)
  observer.observe(scroller)
  scroller.addEventListener('scroll', onScroll, { passive: true })
  const stop = store.subscribe((state, before) => {
    if (state.planned.ruleReport !== before.planned.ruleReport) {
      const now = minimumOf(state)
      const isSame = now === null && minimum === null
      minimum = now
      if (!isSame) paintAll()
    }
    if (state.prediction !== before.prediction) onChange()
  })
  resize()
  return () => {
    observer.disconnect()
    scroller.removeEventListener('scroll', onScroll)
    stop()
  }
}

function minimumOf({ planned, week }: EditorState): MinimumLine | null {
  return minimumLine(planned.ruleReport, week.starts)
}

function readColours(): StripColours {
  const style = getComputedStyle(document.documentElement)
  return Object.fromEntries(
    Object.entries(TOKENS).map(([name, token]) => [name, style.getPropertyValue(token).trim()]),
  ) as unknown as StripColours
}

/** The coverage for which bands were drawn: strips are mounted anew when the window or the zoom changes, perhaps in the middle of a drag. */
const coveragesOfBands = new WeakMap<StripBands, Float64Array>()

/** 0-1 by quarter-hour; 1 where nobody is expected. */
function slotCoverage({ visitors, covered }: WeekPrediction): Float64Array {
  return visitors.map((expected, slot) => (expected > 0 ? covered[slot]! / expected : 1))
}

function highest(values: Float64Array | readonly number[]): number {
  let most = 0
  for (const value of values) if (value > most) most = value
  return most
}

/** Leaves out the few quarter-hours that would need a crowd: they would press all others flat. */
function mostButRare(needed: Float64Array): number {
  const sorted = needed.toSorted()
  return sorted[Math.floor(sorted.length * 0.99)] ?? 0
}

/** The first and last quarter-hour in which two predictions differ; null: none. */
function changedRange(one: WeekPrediction, other: WeekPrediction): readonly [number, number] | null {
  const differs = (slot: number): boolean =>
    one.covered[slot] !== other.covered[slot] || one.agents[slot] !== other.agents[slot]
  let first = 0
  const length = other.covered.length
  while (first < length && !differs(first)) first++
  if (first === length) return null
  let last = length - 1
  while (!differs(last)) last--
  return [first, last]
}
