import type { EChartsCoreOption } from 'echarts/core'
import { CHART_FONT_SIZE, type ChartTheme } from './chart-theme.ts'
import { escapeMarkup } from './column-tooltip.ts'

/** One line over the hours of a week; null: nothing to show there. */
export interface WeekLine {
  readonly name: string
  readonly values: readonly (number | null)[]
}

export interface WeekLinesInput {
  /** In the order in which they are drawn, at most as many as there are ways to draw them. */
  readonly lines: readonly WeekLine[]
  /** The first hour of each day has the name of its day, the others are empty. */
  readonly labels: readonly string[]
  /** Whether a label stands for its hour alone, rather than for a day that begins there. */
  readonly areHours?: boolean
  /** 0-100. */
  readonly target: number
  readonly formatRate: (value: number) => string
  /** What is said at an hour, line by line. */
  readonly tooltip: (hour: number) => readonly string[]
  readonly animate: boolean
}

/** How lines are distinguished, by shape as well as by colour. */
const DASHES: readonly (readonly number[] | 'solid')[] = ['solid', [6, 3], [2, 2], [8, 3, 2, 3], [12, 4], [1, 3]]
export const MOST_LINES = DASHES.length

/** Coverage by hour of several plans over one another, with the target. */
export function weekLinesOption(
  { lines, labels, areHours, target, formatRate, tooltip, animate }: WeekLinesInput,
  theme: ChartTheme,
): EChartsCoreOption {
  const colours = [theme.covered, theme.agents, theme.missed, theme.rate, theme.textQuiet, theme.text]
  const text = { fontSize: CHART_FONT_SIZE, color: theme.textQuiet, fontFamily: theme.font }
  return {
    animation: animate,
    animationDuration: 150,
    animationDurationUpdate: 150,
    textStyle: { fontFamily: theme.font },
    grid: { left: 8, right: 8, top: 16, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: {
      trigger: 'axis',
      className: 'chart-tooltip',
      confine: true,
      transitionDuration: 0,
      formatter: (items: readonly { readonly dataIndex: number }[]) =>
        tooltip(items[0]?.dataIndex ?? 0)
          .map((part) => `<div>${escapeMarkup(part)}</div>`)
          .join(''),
    },
    xAxis: {
      type: 'category',
      data: labels.map((_, hour) => String(hour)),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: theme.line } },
      axisLabel: {
        ...text,
        interval: (hour: number) => labels[hour] !== '',
        formatter: (_: string, hour: number) => labels[hour] ?? '',
        align: areHours === true ? 'center' : 'left',
      },
      splitLine: { show: true, interval: (hour: number) => labels[hour] !== '', lineStyle: { color: theme.line } },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: 100,
      interval: 25,
      axisLabel: { ...text, formatter: formatRate },
      splitLine: { lineStyle: { color: theme.line } },
    },
    series: [
      ...lines.map(({ name, values }, index) => ({
        ...lineSeries(name, values),
        lineStyle: {
          width: index === 0 ? 2 : 1.5,
          color: colours[index % colours.length],
          type: DASHES[index % DASHES.length],
        },
        itemStyle: { color: colours[index % colours.length] },
      })),
      {
        ...lineSeries(
          'Target',
          labels.map(() => target),
        ),
        lineStyle: { width: 1, color: theme.textQuiet, type: 'dotted' },
        itemStyle: { color: theme.textQuiet },
      },
    ],
  }
}

function lineSeries(name: string, values: readonly (number | null)[]): object {
  return { name, type: 'line', step: 'middle', symbol: 'none', connectNulls: false, data: values }
}
