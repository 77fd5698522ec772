import { describe, expect, it } from 'vitest'
import { bandChartOption, type BandChartInput, type BandPoint } from '../../../../renderer/charts/band-chart.ts'
import { CHART_TOKENS, type ChartTheme } from '../../../../renderer/charts/chart-theme.ts'
import { british } from '../support/report-fixture.ts'

const THEME = { ...CHART_TOKENS, font: 'Test Sans' } as ChartTheme

const point = (changes: Partial<BandPoint> = {}): BandPoint => ({
  label: '',
  expected: 20,
  lower: 12,
  upper: 31,
  came: null,
  tooltip: ['Monday: 20 visitors expected.'],
  ...changes,
})

function draw(
  points: readonly BandPoint[],
  changes: Partial<BandChartInput> = {},
): {
  readonly series: readonly Drawn[]
  readonly xAxis: Record<string, unknown>
  readonly yAxis: Record<string, unknown>
  readonly tooltip: { formatter(items: readonly { dataIndex: number }[]): string }
} {
  return bandChartOption(
    {
      points,
      shape: 'lines',
      came: 'line',
      axisName: 'New York time',
      countName: 'visitors',
      bandName: '80% range',
      formatCount: british.count,
      formatAxis: british.count,
      formatCompact: british.compact,
      animate: false,
      ...changes,
    },
    THEME,
  ) as never
}

interface Drawn {
  readonly name: string
  readonly type: string
  readonly data: readonly (number | null)[]
  readonly stack?: string
  readonly areaStyle?: { readonly opacity: number }
  readonly itemStyle: { readonly color: string; readonly opacity?: number }
}

const named = (series: readonly Drawn[], name: string): Drawn => series.find((one) => one.name === name)!

describe.each(['lines', 'boxes'] as const)('a chart of expected visitors, as %s', (shape) => {
  it('stands its named band on its lower limit', () => {
    const { series } = draw([point(), point({ lower: 0, upper: 3, expected: 1.2 })], { shape })
    expect(named(series, 'below-band').data).toEqual([12, 0])
    expect(named(series, '80% range').data).toEqual([19, 3])
    expect(named(series, '80% range').stack).toBe(named(series, 'below-band').stack)
    expect(named(series, 'Expected').data).toEqual([20, 1.2])
  })

  it('draws what came over it only where something did, and nothing where it is not known', () => {
    expect(named(draw([point(), point()], { shape }).series, 'Came')).toBeUndefined()
    expect(named(draw([point({ came: 0 }), point()], { shape }).series, 'Came').data).toEqual([0, null])
  })

  it('begins at zero, and names the zone of its time and the unit', () => {
    const { xAxis, yAxis } = draw([point()], { shape })
    expect(yAxis).toMatchObject({ min: 0, name: 'visitors' })
    expect(xAxis['name']).toBe('New York time')
  })

  it('says every place in words, with markup made harmless', () => {
    const { tooltip } = draw([point({ tooltip: ['20 visitors expected.', 'Marked: event, <b>sale</b>.'] })], { shape })
    expect(tooltip.formatter([{ dataIndex: 0 }])).toBe(
      '<div>20 visitors expected.</div><div>Marked: event, &lt;b&gt;sale&lt;/b&gt;.</div>',
    )
    expect(tooltip.formatter([])).toBe('')
  })
})

describe('the axes of a chart of expected visitors', () => {
  it('write the days only where they begin', () => {
    const { xAxis } = draw([point({ label: 'Mon' }), point(), point({ label: 'Tue' })])
    const { interval, formatter } = xAxis['axisLabel'] as {
      readonly interval: (index: number) => boolean
      readonly formatter: (_: string, index: number) => string
    }
    expect([0, 1, 2].map((index) => interval(index))).toEqual([true, false, true])
    expect(formatter('2', 2)).toBe('Tue')
  })

  it('count in thousands where numbers are large', () => {
    const axisOf = (points: readonly BandPoint[]): string =>
      (draw(points).yAxis['axisLabel'] as { formatter(value: number): string }).formatter(2000)
    expect([axisOf([point()]), axisOf([point({ upper: 12_000 })]), axisOf([point({ came: 12_000 })])]).toEqual([
      '2,000',
      '2k',
      '2k',
    ])
  })
})

describe('the labels under boxes', () => {
  it('break the names of days into lines that fit, so that none is left out', () => {
    const labels = ['Thu 26 Nov\nThanksgiving Day', 'Mon 18 Jan\nMartin Luther King Jr. Day', 'Tue 1 Dec']
    const { xAxis } = draw(
      labels.map((label) => point({ label })),
      { shape: 'boxes' },
    )
    const { formatter } = xAxis['axisLabel'] as { formatter: (value: string, index: number) => string }
    expect(labels.map((_, index) => formatter('', index))).toEqual([
      'Thu 26 Nov\nThanksgiving\nDay',
      'Mon 18 Jan\nMartin Luther\nKing Jr. Day',
      'Tue 1 Dec',
    ])
    expect(xAxis['nameGap']).toBe(16 + 3 * 16)
  })
})
