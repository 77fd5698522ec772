import type { EChartsCoreOption } from 'echarts/core'
import { columnTooltip } from './column-tooltip.ts'
import { CHART_FONT_SIZE, type ChartTheme } from './chart-theme.ts'

/** One bar: what was counted, what its tooltip says. */
export interface StackedBar {
  /** On the axis. */
  readonly label: string
  readonly covered: number
  readonly missed: number
  /** A value of the line, if there is one; null: none here. */
  readonly line: number | null
  /** Not, or not wholly, known: hatched. */
  readonly unknown: boolean
  /** A day that is known not to be usual: a sign over the bar. */
  readonly isNamed?: boolean
  readonly tooltip: readonly string[]
}

export interface StackedBarsInput {
  readonly bars: readonly StackedBar[]
  readonly line: {
    readonly name: string
    readonly colour: 'agents' | 'rate'
    readonly max: number | null
    readonly format: (value: number) => string
  } | null
  /** What the bars count, at their axis. */
  readonly countName: string
  readonly formatCount: (value: number) => string
  /** For an axis whose numbers are large. */
  readonly formatCompact: (value: number) => string
  /** Writes above each bar; absent: nothing. */
  readonly barLabel?: (bar: StackedBar) => string
  readonly animate: boolean
  readonly compact: boolean
  /** On paper nothing is hatched: a pattern would be a picture of pixels. */
  readonly isPaper?: true
}

const MAX_BAR_WIDTH = 40
/** From here on an axis counts in thousands. */
const LARGE = 10_000

/** Bars of covered and missed visitors over each other, with an optional line on an axis of its own. Zero-based. */
export function stackedBarsOption(input: StackedBarsInput, theme: ChartTheme): EChartsCoreOption {
  const { bars, line } = input
  const text = { fontSize: CHART_FONT_SIZE, color: theme.textQuiet, fontFamily: theme.font }
  return {
    animation: input.animate,
    animationDuration: 150,
    animationDurationUpdate: 150,
    textStyle: { fontFamily: theme.font },
    grid: {
      left: 8,
      right: 8,
      top: input.compact ? 24 : input.barLabel ? 48 : 32,
      bottom: 8,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    tooltip: columnTooltip(bars),
    xAxis: {
      type: 'category',
      data: bars.map((bar) => bar.label),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: theme.line } },
      axisLabel: { ...text, hideOverlap: true, interval: 'auto' },
    },
    yAxis: [
      valueAxis({
        text,
        theme,
        format: axisFormat(input),
        name: input.countName,
        align: 'left',
        splits: input.compact ? 2 : 4,
        nameGap: input.barLabel ? 26 : 10,
      }),
      ...(line
        ? [
            {
              ...valueAxis({
                text,
                theme,
                format: line.format,
                name: line.name,
                align: 'right',
                splits: input.compact ? 2 : 4,
                nameGap: 10,
              }),
              max: line.max,
              splitLine: { show: false },
            },
          ]
        : []),
      { type: 'value', show: false, min: 0, max: 1 },
    ],
    series: [
      { ...barSeries('Covered', theme.covered), data: bars.map((bar) => (bar.covered === 0 ? null : bar.covered)) },
      {
        ...barSeries('Missed', theme.missed),
        // Covered and missed are one grey to some eyes.
        itemStyle: { color: theme.missed, ...(input.isPaper ? {} : { decal: hatching(theme.surface) }) },
        data: bars.map((bar) => (bar.missed === 0 ? null : bar.missed)),
      },
      ...(input.barLabel ? [labelSeries(bars, input.barLabel, text)] : []),
      ...(line ? [lineSeries(input, theme)] : []),
      ...unknownSeries(input, theme),
      ...namedSeries(input, theme),
    ],
  }
}

/** One way for the whole axis, so that its numbers compare. */
function axisFormat({ bars, formatCount, formatCompact }: StackedBarsInput): (value: number) => string {
  return bars.some((bar) => bar.covered + bar.missed >= LARGE) ? formatCompact : formatCount
}

interface AxisInput {
  readonly text: object
  readonly theme: ChartTheme
  readonly format: (value: number) => string
  readonly name: string
  readonly align: 'left' | 'right'
  readonly splits: number
  readonly nameGap: number
}

function valueAxis({ text, theme, format, name, align, splits, nameGap }: AxisInput): Record<string, unknown> {
  return {
    type: 'value',
    min: 0,
    minInterval: align === 'left' ? 1 : undefined,
    splitNumber: splits,
    name,
    nameLocation: 'end',
    nameGap,
    nameTextStyle: { ...text, align, padding: 0 },
    axisLabel: { ...text, formatter: format },
    splitLine: { lineStyle: { color: theme.line, width: 1 } },
  }
}

function barSeries(name: string, color: string): Record<string, unknown> {
  return {
    type: 'bar',
    name,
    stack: 'visitors',
    barMaxWidth: MAX_BAR_WIDTH,
    barCategoryGap: '32%',
    itemStyle: { color },
    emphasis: { disabled: true },
  }
}

function labelSeries(bars: readonly StackedBar[], label: (bar: StackedBar) => string, text: object): object {
  return {
    ...barSeries('Label', 'transparent'),
    silent: true,
    data: bars.map(() => 0),
    label: {
      ...text,
      show: true,
      position: 'top',
      formatter: ({ dataIndex }: { readonly dataIndex: number }) => label(bars[dataIndex]!),
    },
  }
}

function lineSeries({ bars, line }: StackedBarsInput, theme: ChartTheme): object {
  const color = theme[line!.colour]
  return {
    type: 'line',
    name: line!.name,
    yAxisIndex: 1,
    data: bars.map((bar) => bar.line),
    showSymbol: false,
    symbol: 'circle',
    symbolSize: 6,
    lineStyle: { color, width: 2 },
    itemStyle: { color, borderColor: theme.surface, borderWidth: 2 },
    emphasis: { disabled: true },
    z: 4,
  }
}

/** A small sign at the top over each bar that has a name, on the axis of hatching. */
function namedSeries({ bars, line }: StackedBarsInput, theme: ChartTheme): readonly object[] {
  if (!bars.some(({ isNamed }) => isNamed === true)) return []
  return [
    {
      type: 'line',
      name: 'named',
      yAxisIndex: line ? 2 : 1,
      data: bars.map(({ isNamed }) => (isNamed === true ? 1 : null)),
      showSymbol: true,
      showAllSymbol: true,
      symbol: 'diamond',
      symbolSize: 7,
      silent: true,
      clip: false,
      lineStyle: { opacity: 0 },
      itemStyle: { color: theme.textQuiet },
      z: 5,
    },
  ]
}

/** Hatched columns over the full height, on an axis of their own, where a bar's figures are not, or not wholly, known. */
function unknownSeries(input: StackedBarsInput, theme: ChartTheme): readonly object[] {
  if (!input.bars.some((bar) => bar.unknown)) return []
  return [
    {
      ...barSeries('unknown', 'transparent'),
      stack: 'unknown',
      barGap: '-100%',
      silent: true,
      z: 1,
      yAxisIndex: input.line ? 2 : 1,
      data: input.bars.map((bar) => (bar.unknown ? 1 : null)),
      itemStyle: { color: 'transparent', decal: hatching(theme.unknown) },
    },
  ]
}

function hatching(color: string): object {
  return {
    symbol: 'rect',
    symbolSize: 1,
    color,
    dashArrayX: [1, 0],
    dashArrayY: [1, 5],
    rotation: -Math.PI / 4,
  }
}
