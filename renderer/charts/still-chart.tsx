import type { EChartsCoreOption } from 'echarts/core'
import { useLayoutEffect, useRef, type ReactNode } from 'react'
import { readTheme, type ChartTheme } from './chart-theme.ts'
import { chartIn } from './draw-chart.ts'
import './chart.css'

interface StillChartProps {
  /** What the chart shows, in a sentence. */
  readonly label: string
  /** CSS pixels; absent: as large as its place. */
  readonly width?: number
  readonly height?: number
  readonly option: (theme: ChartTheme) => EChartsCoreOption
}

/** A chart for paper and pictures: vectors, drawn completely before anything else happens. */
export function StillChart({ label, width, height, option }: StillChartProps): ReactNode {
  const element = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (element.current === null) return undefined
    const drawn = chartIn(element.current, { width, height })
    drawn.setOption({ ...option(readTheme(element.current)), animation: false, tooltip: { show: false } })
    // Else it would be drawn with the next frame, and a hidden window may have none.
    drawn.getZr().flush()
    return () => drawn.dispose()
  }, [width, height, option])
  // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the element only holds what the library draws
  return <div ref={element} className="still-chart" role="img" aria-label={label} style={{ width, height }} />
}
