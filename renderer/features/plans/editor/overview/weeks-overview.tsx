import { memo, useMemo, useRef, type ReactNode } from 'react'
import { dayOfWeekOfDay, formatLocalDate, weekStartOf } from '../../../../../shared/time/local.ts'
import type { Shift } from '../../../../../shared/plan/plan.ts'
import { useFormat } from '../../../../format/format-context.tsx'
import type { Formatter } from '../../../../format/formatter.ts'
import { textWidth } from '../../../../kit/text-width.ts'
import { useWidth } from '../../../../kit/use-width.ts'
import { usePlansView } from '../../use-plans-view.ts'
import { BAR_TEXT_SIZE, barText } from '../board/bar-text.ts'
import { useEditor, useEditorState } from '../store/editor-context.ts'
import { openPlan } from '../store/editor-state.ts'
import { overviewDays, shiftsByDay, type OverviewSpan } from './overview-days.ts'
import './weeks-overview.css'

/** What the edges of a day take. */
const EDGES = 6
const LEAST_DAY = 20

/** Two weeks or a month of everybody, to be looked over: a day leads to its week on the board. */
export function WeeksOverview({ span }: { readonly span: OverviewSpan }): ReactNode {
  const format = useFormat()
  const { planBoard: t } = format.texts
  const { setOverview } = useEditor()
  const { change } = usePlansView()
  const plan = useEditorState(openPlan)
  const firstDate = useEditorState(({ week }) => week.firstDate)
  const rows = useEditorState(({ planned }) => planned.rows)
  const nameWidth = useEditorState((state) => state.nameWidth)
  const scroller = useRef<HTMLDivElement>(null)
  const width = useWidth(scroller)
  const days = useMemo(() => overviewDays(firstDate, span), [firstDate, span])
  const shiftsOf = useMemo(() => shiftsByDay(plan), [plan])
  const dayWidth = Math.max(LEAST_DAY, Math.floor((width - nameWidth) / days.length))
  const show = (day: number): void => {
    setOverview(null)
    change({ week: weekStartOf(formatLocalDate(day), format.weekOrder[0]!) }, 'replace')
  }
  return (
    <div className="weeks-overview" dir="ltr" ref={scroller}>
      <table style={{ width: nameWidth + dayWidth * days.length }}>
        <caption className="visually-hidden">{t.overview}</caption>
        <colgroup>
          <col style={{ width: nameWidth }} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t.agent}</span>
            </th>
            {days.map((day) => (
              <th key={day} scope="col" className={isWeekStart(day, format) ? 'weeks-overview-week' : undefined}>
                <button
                  type="button"
                  className="weeks-overview-day"
                  aria-label={t.showWeekOf({ date: format.date(formatLocalDate(day), 'full') })}
                  onClick={() => show(day)}
                >
                  <span className="quiet">{format.dayName(dayOfWeekOfDay(day), 'short').slice(0, 2)}</span>
                  <span>{Number(formatLocalDate(day).slice(8))}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ agentId, name }) => (
            <tr key={agentId ?? ''}>
              <th scope="row" dir="auto" translate={agentId === null ? undefined : 'no'}>
                {name}
              </th>
              {days.map((day) => (
                <td key={day} className={isWeekStart(day, format) ? 'weeks-overview-week' : undefined}>
                  {shiftsOf(agentId, day).map((shift) => (
                    <Mark key={shift.id} shift={shift} width={dayWidth} format={format} />
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface MarkProps {
  readonly shift: Shift
  /** CSS pixels of a day. */
  readonly width: number
  readonly format: Formatter
}

/** A shift: its times where they fit, else how many hours it has. */
const Mark = memo(function Mark({ shift, width, format }: MarkProps): ReactNode {
  const { startMinute, endMinute } = shift
  const times = barText(
    { startMinute, endMinute, isRest: false },
    { width: width - EDGES, measure: (text) => textWidth(text, BAR_TEXT_SIZE) },
    format,
  )
  const spoken = `${format.wallTime(startMinute)}–${format.wallTime(endMinute)}`
  return (
    <span
      className={shift.agentId === null ? 'weeks-overview-shift shift-open' : 'weeks-overview-shift'}
      title={spoken}
    >
      <span className="visually-hidden">{spoken}</span>
      <span aria-hidden>{times.includes('–') ? times : format.hours((endMinute - startMinute) / 60)}</span>
    </span>
  )
})

function isWeekStart(day: number, { weekOrder }: Formatter): boolean {
  return dayOfWeekOfDay(day) === weekOrder[0]
}
