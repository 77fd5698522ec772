import type { EChartsCoreOption } from 'echarts/core'
import type { ChartTheme } from './chart-theme.ts'

export interface PlanWeekInput {
  /** An entry an hour of the week, in the order in which it is shown; the first hour of each day has the name of the day, others are empty. */
  readonly labels: readonly string[]
  readonly visitors: readonly number[]
  readonly agents: readonly number[]
  /** Agents that reach the target. */
  readonly needed: readonly number[]
  /** People who have to be there at least, 0 where nobody has to; null: no rule says so. */
  readonly minimum: readonly number[] | null
  /** 0-100; null: nobody is expected. */
  readonly coverage: readonly (number | null)[]
  /** The 80% band, 0-100. */
  readonly band: readonly (readonly [lower: number, upper: number] | null)[]
  /** 0-100. */
  readonly target: number
  /** Of the three rows. */
  readonly titles: { readonly visitors: string; readonly agents: string; readonly coverage: string }
  readonly formatCount: (value: number) => string
  readonly formatRate: (value: number) => string
}

const FONT_SIZE = 10
const ROWS = [
  { top: 26, height: 64 },
  { top: 126, height: 64 },
  { top: 226, height: 88 },
] as const
/** The height that the rows and what stands between them take. */
export const PLAN_WEEK_HEIGHT = 336
const LEFT = 44

/** A week in three rows under one another on one axis of time: visitors expected, agents planned and needed, coverage with its band. */
export function planWeekOption(input: PlanWeekInput, theme: ChartTheme): EChartsCoreOption {
  const { labels, visitors, agents, needed, minimum, coverage, band, target, titles } = input
  const text = { fontSize: FONT_SIZE, color: theme.textQuiet, fontFamily: theme.font }
  const isDay = (hour: number): boolean => labels[hour] !== ''
  const axis = (row: number): object => ({
    type: 'category',
    gridIndex: row,
    data: labels.map((_, hour) => String(hour)),
    boundaryGap: true,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: theme.line } },
    axisLabel: {
      ...text,
      show: row === ROWS.length - 1,
      interval: isDay,
      formatter: (_: string, hour: number) => labels[hour] ?? '',
      align: 'left',
    },
    splitLine: { show: true, interval: isDay, lineStyle: { color: theme.line } },
  })
  const values = (row: number, name: string, more: object): object => ({
    type: 'value',
    gridIndex: row,
    min: 0,
    splitNumber: 3,
    name,
    nameLocation: 'end',
    nameGap: 10,
    nameTextStyle: { ...text, color: theme.text, align: 'left', padding: [0, 0, 0, -LEFT + 8] },
    axisLabel: { ...text, formatter: input.formatCount },
    splitLine: { lineStyle: { color: theme.line } },
    ...more,
  })
  return {
    animation: false,
    textStyle: { fontFamily: theme.font },
    grid: ROWS.map(({ top, height }) => ({ left: LEFT, right: 8, top, height })),
    xAxis: ROWS.map((_, row) => axis(row)),
    yAxis: [
      values(0, titles.visitors, {}),
      values(1, titles.agents, { minInterval: 1 }),
      values(2, titles.coverage, {
        max: 100,
        interval: 25,
        axisLabel: { ...text, formatter: input.formatRate },
      }),
    ],
    series: [
      { ...bars(0), data: visitors, itemStyle: { color: theme.agents } },
      { ...steps(1), data: needed, lineStyle: { color: theme.missed, width: 1.5, type: [4, 2] } },
      ...(minimum === null
        ? []
        : [
            {
              ...steps(1),
              data: minimum.map((people) => (people === 0 ? null : people)),
              lineStyle: { color: theme.accent, width: 1.5, type: 'dotted' },
            },
          ]),
      { ...steps(1), data: agents, lineStyle: { color: theme.text, width: 1.5 } },
      { ...steps(2), data: band.map((one) => one?.[0] ?? null), stack: 'band', lineStyle: { width: 0, opacity: 0 } },
      {
        ...steps(2),
        data: band.map((one) => (one === null ? null : one[1] - one[0])),
        stack: 'band',
        lineStyle: { width: 0, opacity: 0 },
        areaStyle: { color: theme.covered, opacity: 0.2 },
      },
      { ...steps(2), data: coverage, lineStyle: { color: theme.covered, width: 1.5 } },
      { ...steps(2), data: labels.map(() => target), lineStyle: { color: theme.textQuiet, width: 1, type: 'dotted' } },
    ],
  }
}

function bars(row: number): object {
  return {
    type: 'bar',
    xAxisIndex: row,
    yAxisIndex: row,
    barCategoryGap: '20%',
    silent: true,
    emphasis: { disabled: true },
  }
}

function steps(row: number): object {
  return {
    type: 'line',
    xAxisIndex: row,
    yAxisIndex: row,
    step: 'middle',
    symbol: 'none',
    silent: true,
    connectNulls: false,
    emphasis: { disabled: true },
  }
}
