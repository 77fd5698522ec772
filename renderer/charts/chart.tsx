import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, TooltipComponent } from 'echarts/components'
import { type EChartsCoreOption, type EChartsType, init, use as useParts } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef, type ReactNode } from 'react'
import { CHART_TOKENS, type ChartTheme } from './chart-theme.ts'
import type { ThemeName } from './coverage-colour.ts'
import './chart.css'

useParts([BarChart, LineChart, GridComponent, TooltipComponent, SVGRenderer])

interface ChartProps {
  /** What the chart shows, in a sentence; its numbers stand in a table beside it. */
  readonly label: string
  /** CSS length; may depend on the window. */
  readonly height: string
  readonly theme: ThemeName
  /** Must be memoized: a new function draws anew. */
  readonly option: (theme: ChartTheme) => EChartsCoreOption
}

/** Draws a chart in the app's colours, as wide as its place. */
export function Chart({ label, height, theme, option }: ChartProps): ReactNode {
  const element = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType>(null)

  useEffect(() => {
    if (element.current === null) return undefined
    const drawn = init(element.current, null, { renderer: 'svg' })
    chart.current = drawn
    const observer = new ResizeObserver(() => drawn.resize())
    observer.observe(element.current)
    return () => {
      observer.disconnect()
      drawn.dispose()
      chart.current = null
    }
  }, [])

  useEffect(() => {
    chart.current?.setOption(option(readTheme()), { notMerge: true })
    // The tokens follow the theme.
  }, [option, theme])

  // The element only holds what the library draws.
  // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
  return <div ref={element} className="chart" role="img" aria-label={label} style={{ height }} />
}

/** Whether charts may move: not where the system asks for stillness. */
export function mayAnimate(): boolean {
  return !matchMedia('(prefers-reduced-motion: reduce)').matches
}

function readTheme(): ChartTheme {
  const style = getComputedStyle(document.documentElement)
  const colours = Object.entries(CHART_TOKENS).map(([name, token]) => [name, style.getPropertyValue(token).trim()])
  return { ...Object.fromEntries(colours), font: getComputedStyle(document.body).fontFamily } as ChartTheme
}
