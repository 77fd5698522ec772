import type { ReactNode } from 'react'
import { useFormat, useTexts } from '../../../../format/format-context.tsx'
import type { Formatter } from '../../../../format/formatter.ts'
import { Segments } from '../../../../kit/segments.tsx'
import { SelectField } from '../../../../kit/select-field.tsx'
import { WHOLE_DAY, type Hours } from '../board/axis.ts'
import { HOURS } from '../board/default-hours.ts'
import { SPANS, zoomOfDays } from '../board/zoom.ts'
import type { OverviewSpan } from '../overview/overview-days.ts'
import { useEditor, useEditorState } from '../store/editor-context.ts'
import { shownZoom } from '../store/editor-state.ts'

const USUAL = 'usual'
/** Between two spans none is chosen. */
const NO_SPAN = 'none'
const OVERVIEWS = ['two-weeks', 'month'] as const satisfies readonly OverviewSpan[]

type Span = (typeof SPANS)[number]['id'] | OverviewSpan

/** How many days fill the board, or how many weeks are looked over. */
export function SpanChoice(): ReactNode {
  const t = useTexts('planBoard')
  const { setZoom, setOverview } = useEditor()
  const zoom = useEditorState(shownZoom)
  const overview = useEditorState((state) => state.overview)
  const fitting = SPANS.find(({ days }) => Math.abs(zoomOfDays(days) - zoom) < 0.01)?.id ?? NO_SPAN
  return (
    <Segments
      name={t.span}
      choices={[...SPANS.map(({ id }) => id), ...OVERVIEWS].map((id) => ({ id, label: t.spans[id] }))}
      value={overview ?? (fitting as Span)}
      onChange={(id) => {
        const days = SPANS.find((span) => span.id === id)?.days
        if (days === undefined) setOverview(id as OverviewSpan)
        else setZoom(zoomOfDays(days))
      }}
    />
  )
}

/** Which hours of the days are drawn: those that the plan works, or a fixed part of the day. */
export function HoursChoice(): ReactNode {
  const format = useFormat()
  const { planBoard: t } = format.texts
  const { setHours } = useEditor()
  const chosen = useEditorState(({ chosenHours }) => chosenHours)
  const usual = useEditorState(({ usualHours }) => usualHours)
  return (
    <SelectField
      label={t.hoursShown}
      hideLabel
      options={[
        { id: USUAL, label: hoursText(usual, format) },
        ...HOURS.filter(({ hours }) => !isSame(hours, usual)).map(({ id, hours }) => ({
          id,
          label: hoursText(hours, format),
        })),
      ]}
      value={HOURS.find(({ hours }) => chosen !== null && isSame(hours, chosen) && !isSame(hours, usual))?.id ?? USUAL}
      onChange={(id) => setHours(HOURS.find((one) => one.id === id)?.hours ?? null)}
    />
  )
}

function isSame(one: Hours, other: Hours): boolean {
  return one.fromMinute === other.fromMinute && one.toMinute === other.toMinute
}

/** "Whole day", "6:00 to 22:00", "6a to 10p". */
function hoursText(hours: Hours, { texts, shortWallTime }: Formatter): string {
  return isSame(hours, WHOLE_DAY)
    ? texts.planBoard.wholeDay
    : texts.planBoard.hoursFromTo({
        from: shortWallTime(hours.fromMinute),
        to: shortWallTime(hours.toMinute),
      })
}
