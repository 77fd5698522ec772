import type { EChartsCoreOption, EChartsType } from 'echarts/core'
import { createContext, use, useEffect, useRef, type ReactNode } from 'react'
import { readTheme, type ChartTheme } from './chart-theme.ts'
import type { ThemeName } from './coverage-colour.ts'
import { chartIn } from './draw-chart.ts'
import { StillChart } from './still-chart.tsx'
import './chart.css'

const MOVES = ['mousemove', 'pointermove'] as const

interface ChartProps {
  /** What the chart shows, in a sentence; its numbers stand in a table beside it. */
  readonly label: string
  /** CSS length; may depend on the window. */
  readonly height: string
  readonly theme: ThemeName
  /** Must be memoized: a new function draws anew. */
  readonly option: (theme: ChartTheme) => EChartsCoreOption
  /** Opens what lies behind the bar of that index; must be memoized. */
  readonly onBar?: (index: number) => void
}

/** Whether charts are drawn at once and stay: in a picture of the screen. */
export const StillCharts = createContext(false)

/** Draws a chart in the app's colours, as wide as its place. */
export function Chart(props: ChartProps): ReactNode {
  const isStill = use(StillCharts)
  return isStill ? <StillChart label={props.label} option={props.option} /> : <MovingChart {...props} />
}

function MovingChart({ label, height, theme, option, onBar }: ChartProps): ReactNode {
  const element = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType>(null)

  useEffect(() => {
    if (element.current === null) return undefined
    const drawn = chartIn(element.current)
    chart.current = drawn
    const observer = new ResizeObserver(() => drawn.resize())
    const place = element.current
    observer.observe(place)
    for (const type of MOVES) place.addEventListener(type, dropStillMove, true)
    return () => {
      for (const type of MOVES) place.removeEventListener(type, dropStillMove, true)
      observer.disconnect()
      drawn.dispose()
      chart.current = null
    }
  }, [])

  useEffect(() => {
    if (element.current !== null) chart.current?.setOption(option(readTheme(element.current)), { notMerge: true })
    // The tokens follow the theme.
  }, [option, theme])

  useEffect(() => {
    const drawn = chart.current
    if (drawn === null || onBar === undefined) return undefined
    const onClick = ({ offsetX, offsetY }: { readonly offsetX: number; readonly offsetY: number }): void => {
      if (!drawn.containPixel({ gridIndex: 0 }, [offsetX, offsetY])) return
      const [index] = drawn.convertFromPixel({ seriesIndex: 0 }, [offsetX, offsetY]) as readonly number[]
      if (index !== undefined) onBar(index)
    }
    drawn.getZr().on('click', onClick)
    // A chart that is gone has let go of it already.
    return () => {
      if (!drawn.isDisposed()) drawn.getZr().off('click', onClick)
    }
  }, [onBar])

  // The element only holds what the library draws.
  // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
  return <div ref={element} className="chart" role="img" aria-label={label} style={{ height }} />
}

/** A page that changes under a resting pointer does not ask for a tooltip. */
function dropStillMove(event: Event): void {
  if (event instanceof MouseEvent && event.movementX === 0 && event.movementY === 0) event.stopPropagation()
}

/** Whether charts may move: not where the system asks for stillness. */
export function mayAnimate(): boolean {
  return !matchMedia('(prefers-reduced-motion: reduce)').matches
}
