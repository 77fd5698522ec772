import type { EChartsCoreOption } from 'echarts/core'
import { CHART_FONT_SIZE, type ChartTheme } from './chart-theme.ts'
import { escapeMarkup } from './column-tooltip.ts'

/** What is expected at one place of the axis, between which limits, and what came. */
export interface BandPoint {
  /** On the axis; empty: nothing is written here, and no line begins. */
  readonly label: string
  readonly expected: number
  readonly lower: number
  readonly upper: number
  /** null: not known, or still to come. */
  readonly came: number | null
  readonly tooltip: readonly string[]
}

export interface BandChartInput {
  readonly points: readonly BandPoint[]
  /** 'boxes': a few points, each with a box for its band and its number above; 'lines': many, with lines and an area. */
  readonly shape: 'boxes' | 'lines'
  /** How what came is drawn. */
  readonly came: 'dots' | 'line'
  /** Of the horizontal axis: "New York time". */
  readonly axisName: string
  /** What is counted, at the top of the axis: "visitors". */
  readonly countName: string
  readonly bandName: string
  /** What is expected, above a box. */
  readonly formatCount: (value: number) => string
  readonly formatAxis: (value: number) => string
  /** For an axis whose numbers are large. */
  readonly formatCompact: (value: number) => string
  readonly animate: boolean
}

/** How much of the ink a soft area takes. */
const SOFT = 0.16
/** From here on an axis counts in thousands. */
const LARGE = 10_000
/** Pixels of a line of the horizontal axis: its labels have one or more, then comes its name. */
const AXIS_LINE = 16
/** Signs of a line under a box, where the name of a day goes on in the next line. */
const BOX_LABEL = 14
/** Of the name of a day under its box. */
const MOST_LINES = 2
/** Signs of a name where days are side by side on lines. */
const MOST_LETTERS = 16
/** What came lies beside the number of what was expected. */
const BESIDE_NUMBER = 22
/** From here on lines are drawn thin. */
const MANY = 400
const TICK = { width: 48, height: 3 }

/** Visitors expected, with a named band as a soft area, and what came over it. Zero-based. */
export function bandChartOption(input: BandChartInput, theme: ChartTheme): EChartsCoreOption {
  const { points, shape } = input
  const text = { fontSize: CHART_FONT_SIZE, color: theme.textQuiet, fontFamily: theme.font }
  const isDayStart = (index: number): boolean => (points[index]?.label ?? '') !== ''
  const labels = points.map(({ label }) => (shape === 'boxes' ? brokenLabel(label) : shortLabel(label)))
  const labelLines = Math.max(1, ...labels.map((label) => label.split('\n').length))
  const format = points.some(({ upper, came }) => Math.max(upper, came ?? 0) >= LARGE)
    ? input.formatCompact
    : input.formatAxis
  return {
    animation: input.animate,
    animationDuration: 150,
    animationDurationUpdate: 150,
    textStyle: { fontFamily: theme.font },
    grid: {
      left: 8,
      right: 8,
      top: 32,
      bottom: 8 + labelLines * AXIS_LINE,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    tooltip: {
      trigger: 'axis',
      className: 'chart-tooltip',
      confine: true,
      transitionDuration: 0,
      axisPointer: shape === 'boxes' ? { type: 'shadow', shadowStyle: { opacity: 0.12 } } : { type: 'line' },
      // Lines of words only; every sign of markup in them is escaped.
      formatter: (items: readonly { readonly dataIndex: number }[]) =>
        (points[items[0]?.dataIndex ?? -1]?.tooltip ?? []).map((part) => `<div>${escapeMarkup(part)}</div>`).join(''),
    },
    xAxis: {
      type: 'category',
      data: points.map((_, index) => String(index)),
      name: input.axisName,
      nameLocation: 'middle',
      nameGap: 16 + labelLines * AXIS_LINE,
      nameTextStyle: text,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: theme.line } },
      axisLabel: {
        ...text,
        lineHeight: AXIS_LINE,
        hideOverlap: true,
        interval: isDayStart,
        formatter: (_: string, index: number) => labels[index] ?? '',
        align: shape === 'boxes' ? 'center' : 'left',
      },
      splitLine: { show: shape === 'lines', interval: isDayStart, lineStyle: { color: theme.line } },
    },
    yAxis: {
      type: 'value',
      min: 0,
      minInterval: 1,
      splitNumber: 4,
      name: input.countName,
      nameLocation: 'end',
      nameGap: 10,
      nameTextStyle: { ...text, align: 'left', padding: 0 },
      axisLabel: { ...text, formatter: format },
      splitLine: { lineStyle: { color: theme.line, width: 1 } },
    },
    series: shape === 'boxes' ? boxes(input, theme) : lines(input, theme),
  }
}

/** A date, and under it the name of the day in one line. */
function shortLabel(label: string): string {
  const [date = '', name] = label.split('\n')
  if (name === undefined) return date
  return `${date}\n${name.length <= MOST_LETTERS ? name : `${name.slice(0, MOST_LETTERS - 1).trimEnd()}…`}`
}

/** A date, and under it the name of the day in lines that fit under a box: a label that is wider than its place would be left out whole. */
function brokenLabel(label: string): string {
  const [date = '', ...name] = label.split('\n')
  const lines: string[] = []
  for (const word of name.join(' ').split(' ').filter(Boolean)) {
    const line = lines.at(-1)
    if (line !== undefined && line.length + 1 + word.length <= BOX_LABEL) lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  const shown = lines.slice(0, MOST_LINES)
  if (lines.length > MOST_LINES) shown[MOST_LINES - 1] += '…'
  return [date, ...shown].join('\n')
}

function boxes(input: BandChartInput, theme: ChartTheme): readonly object[] {
  const { points, bandName, formatCount } = input
  const box = { type: 'bar', stack: 'band', barWidth: '64%', silent: true, emphasis: { disabled: true } }
  const label = {
    show: true,
    position: 'top',
    color: theme.text,
    fontSize: CHART_FONT_SIZE,
    fontFamily: theme.font,
    formatter: ({ dataIndex }: { readonly dataIndex: number }) => formatCount(points[dataIndex]!.expected),
  }
  return [
    { ...box, name: 'below-band', itemStyle: { color: 'transparent' }, data: points.map(({ lower }) => lower) },
    {
      ...box,
      name: bandName,
      itemStyle: { color: theme.rate, opacity: SOFT, borderRadius: 4 },
      data: points.map(({ lower, upper }) => upper - lower),
    },
    {
      ...lineSeries(
        'Expected',
        points.map(({ expected }) => expected),
      ),
      symbol: 'rect',
      symbolSize: [TICK.width, TICK.height],
      showSymbol: true,
      lineStyle: { width: 0 },
      itemStyle: { color: theme.rate },
      label,
    },
    ...cameSeries(input, theme),
  ]
}

function lines(input: BandChartInput, theme: ChartTheme): readonly object[] {
  const { points, bandName } = input
  const edge = { stack: 'band', step: 'middle', lineStyle: { width: 0 }, silent: true }
  return [
    {
      ...lineSeries(
        'below-band',
        points.map(({ lower }) => lower),
      ),
      ...edge,
    },
    {
      ...lineSeries(
        bandName,
        points.map(({ lower, upper }) => upper - lower),
      ),
      ...edge,
      areaStyle: { color: theme.rate, opacity: SOFT },
    },
    {
      ...lineSeries(
        'Expected',
        points.map(({ expected }) => expected),
      ),
      step: 'middle',
      lineStyle: { width: 1.5, color: theme.rate },
      itemStyle: { color: theme.rate },
    },
    ...cameSeries(input, theme),
  ]
}

function cameSeries({ points, came, shape }: BandChartInput, theme: ChartTheme): readonly object[] {
  if (points.every((point) => point.came === null)) return []
  const series = {
    ...lineSeries(
      'Came',
      points.map((point) => point.came),
    ),
    itemStyle: { color: theme.accent, borderColor: theme.surface, borderWidth: 1 },
    z: 4,
  }
  return came === 'dots'
    ? [
        {
          ...series,
          symbol: 'circle',
          symbolSize: 8,
          symbolOffset: [shape === 'boxes' ? BESIDE_NUMBER : 0, 0],
          showSymbol: true,
          showAllSymbol: true,
          lineStyle: { width: 0 },
        },
      ]
    : [{ ...series, step: 'middle', lineStyle: { width: points.length > MANY ? 1 : 1.5, color: theme.accent } }]
}

function lineSeries(name: string, data: readonly (number | null)[]): object {
  return {
    type: 'line',
    name,
    data,
    symbol: 'none',
    showAllSymbol: true,
    connectNulls: false,
    emphasis: { disabled: true },
  }
}
