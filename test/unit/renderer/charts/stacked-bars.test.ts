import { describe, expect, it } from 'vitest'
import { type StackedBar, stackedBarsOption, type StackedBarsInput } from '../../../../renderer/charts/stacked-bars.ts'
import { escapeMarkup } from '../../../../renderer/charts/column-tooltip.ts'
import { CHART_TOKENS, type ChartTheme } from '../../../../renderer/charts/chart-theme.ts'

const theme = {
  ...Object.fromEntries(Object.keys(CHART_TOKENS).map((name) => [name, `colour of ${name}`])),
  font: 'Family of the page',
} as ChartTheme
const bar = (given: Partial<StackedBar>): StackedBar => ({
  label: '10',
  covered: 3,
  missed: 1,
  line: null,
  unknown: false,
  tooltip: ['10:00: 4 visitors'],
  ...given,
})
const input = (given: Partial<StackedBarsInput> = {}): StackedBarsInput => ({
  countName: 'visitors',
  bars: [bar({}), bar({ label: '11', covered: 0, missed: 0, tooltip: ['<b>11</b> & more', 'second line'] })],
  line: null,
  formatCount: String,
  formatCompact: (value) => `${value / 1000}k`,
  animate: false,
  compact: false,
  ...given,
})

interface Option {
  readonly series: readonly {
    readonly name: string
    readonly type: string
    readonly data: readonly (number | null)[]
    readonly yAxisIndex?: number
    readonly itemStyle?: { readonly color: string }
  }[]
  readonly yAxis: readonly {
    readonly min: number
    readonly max?: number | null
    readonly name?: string
    readonly axisLabel: { readonly fontFamily: string; readonly formatter: (value: number) => string }
  }[]
  readonly grid: object
  readonly textStyle: { readonly fontFamily: string }
  readonly tooltip: {
    readonly position: (point: readonly number[], ...rest: readonly unknown[]) => readonly number[]
    readonly formatter: (items: readonly { readonly dataIndex: number }[]) => string
  }
  readonly animation: boolean
}
const optionOf = (given?: Partial<StackedBarsInput>): Option =>
  stackedBarsOption(input(given), theme) as unknown as Option
const seriesOf = (option: Option, name: string) => option.series.find((series) => series.name === name)

describe('the stacked bars', () => {
  it('stack missed on covered, in the colours of the app, from zero', () => {
    const option = optionOf()
    expect(option.series.map((series) => series.name)).toEqual(['Covered', 'Missed'])
    expect(seriesOf(option, 'Covered')).toMatchObject({
      data: [3, null],
      stack: 'visitors',
      itemStyle: { color: 'colour of covered' },
    })
    expect(seriesOf(option, 'Missed')).toMatchObject({
      data: [1, null],
      stack: 'visitors',
      // Hatched: without colours covered and missed look alike.
      itemStyle: { color: 'colour of missed', decal: { color: 'colour of surface' } },
    })
    expect(option.yAxis.every((axis) => axis.min === 0)).toBe(true)
  })

  it('count in thousands where the numbers are large, on the whole axis', () => {
    const label = (covered: number, value: number): string =>
      optionOf({ bars: [bar({ covered })] }).yAxis[0]!.axisLabel.formatter(value)
    expect(label(9_000, 5_000)).toBe('5000')
    expect([0, 5_000, 30_000].map((value) => label(29_999, value))).toEqual(['0k', '5k', '30k'])
  })

  it('measure their labels in the family that is drawn, with room for all of them', () => {
    const option = optionOf()
    expect(option.textStyle.fontFamily).toBe('Family of the page')
    expect(option.yAxis[0]!.axisLabel.fontFamily).toBe('Family of the page')
    expect(option.grid).toMatchObject({ outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' })
  })

  it('draw the line on an axis of its own', () => {
    const option = optionOf({
      bars: [bar({ line: 75 }), bar({ line: null })],
      line: { name: 'coverage', colour: 'rate', max: 100, format: String },
    })
    expect(seriesOf(option, 'coverage')).toMatchObject({ type: 'line', data: [75, null], yAxisIndex: 1 })
    expect(option.yAxis[1]).toMatchObject({ name: 'coverage', max: 100 })
  })

  it('hatch what is not known over the full height, and only that', () => {
    expect(seriesOf(optionOf(), 'unknown')).toBeUndefined()
    const option = optionOf({ bars: [bar({}), bar({ unknown: true })] })
    const hatched = seriesOf(option, 'unknown')!
    expect(hatched.data).toEqual([null, 1])
    expect(option.yAxis[hatched.yAxisIndex!]).toMatchObject({ min: 0, max: 1 })
  })

  it('put the tooltip beside the pointer, on the side that has room', () => {
    const size = { contentSize: [200, 60], viewSize: [1000, 120] }
    const at = (x: number): readonly number[] => optionOf().tooltip.position([x, 60], null, null, null, size)
    expect(at(100)).toEqual([116, 30])
    expect(at(900)).toEqual([684, 30])
  })

  it('say the tooltip line by line, with no markup of its own', () => {
    const { formatter } = optionOf().tooltip
    expect(formatter([{ dataIndex: 1 }])).toBe('<div>&lt;b&gt;11&lt;/b&gt; &amp; more</div><div>second line</div>')
    expect(formatter([])).toBe('')
  })

  it('keep still where stillness is asked for', () => {
    expect(optionOf({ animate: false }).animation).toBe(false)
    expect(optionOf({ animate: true }).animation).toBe(true)
  })
})

it('escapes every sign of markup', () => {
  expect(escapeMarkup('<img src="x" onerror=y>&')).toBe('&lt;img src=&quot;x&quot; onerror=y&gt;&amp;')
})
