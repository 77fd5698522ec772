import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, TooltipComponent } from 'echarts/components'
import { type EChartsType, init, use as useParts } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

useParts([BarChart, LineChart, GridComponent, TooltipComponent, SVGRenderer])

/** Without a size as large as the element is. */
interface ChartSize {
  readonly width?: number | undefined
  readonly height?: number | undefined
}

/** A chart that is drawn into an element, as vectors. */
export function chartIn(element: HTMLElement, { width, height }: ChartSize = {}): EChartsType {
  return init(element, null, {
    renderer: 'svg',
    ...(width === undefined ? {} : { width }),
    ...(height === undefined ? {} : { height }),
  })
}
