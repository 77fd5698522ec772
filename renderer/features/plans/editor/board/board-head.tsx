import { memo, useEffect, useMemo, useRef, useState, type PointerEvent, type ReactNode, type RefObject } from 'react'
import { DAY_MINUTES } from '../../../../../shared/foundation/minutes.ts'
import { coveragePercent } from '../../../../../shared/foundation/rate.ts'
import { textWidth } from '../../../../kit/text-width.ts'
import { useDateNames } from '../../../../app/known-dates/known-dates.ts'
import { useWorkspace } from '../../../../app/workspace/workspace-context.tsx'
import { useThemeName } from '../../../../app/settings/theme-context.tsx'
import { useFormat, useTexts } from '../../../../format/format-context.tsx'
import { cityOf } from '../../../../../shared/time/zone-city.ts'
import { useEditor, useEditorState } from '../store/editor-context.ts'
import { isUnknownWeek, newestBands, openPlan } from '../store/editor-state.ts'
import { mountStrips } from '../strips/mount-strips.ts'
import { STRIP_GAP, STRIP_HEIGHT } from '../strips/strip-size.ts'
import { stripBands } from '../strips/strip-bands.ts'
import { dayNotes } from './week-times.ts'
import { axisWidth, labelStep, minuteWidth, weekMinuteAt, type Axis } from './axis.ts'
import { NameResizer } from './name-resizer.tsx'
import { dateOfColumn } from './board-week.ts'
import { dayNames, dayTitles } from './day-titles.ts'
import './board-head.css'

interface BoardHeadProps {
  /** The scrolling element that holds the board. */
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly axis: Axis
}

const HOUR_LABEL_WIDTH = 30
/** The size of what is read off the strips, and what its edges take. */
const READING_SIZE = 12
const READING_EDGES = 18
const STRIPS = ['visitors', 'agents', 'coverage'] as const

/** What stays over the rows while they scroll: the days, the strips that answer to every edit, and the hours. */
export const BoardHead = memo(function BoardHead({ scroller, axis }: BoardHeadProps): ReactNode {
  const format = useFormat()
  const { board, clock } = useEditorState((state) => state.week)
  const timeZone = useEditorState((state) => openPlan(state).timeZone)
  const isUnknown = useEditorState(isUnknownWeek)
  const notes = useMemo(() => dayNotes(clock, format), [clock, format])
  const { workspaceId } = useWorkspace()
  const names = useDateNames(workspaceId, { from: dateOfColumn(board, 0), to: dateOfColumn(board, 6) })
  const titles = useMemo(
    () => dayTitles(dayNames(board, format).titles, { dayWidth: axis.dayWidth, notes }),
    [board, format, axis, notes],
  )
  return (
    <div className="board-head">
      <div className="board-head-row">
        <div className="board-corner quiet" title={timeZone}>
          {format.texts.planBoard.cityTime({ city: cityOf(timeZone) })}
          <NameResizer />
        </div>
        {titles.map((title, column) => (
          <div key={title} className="board-day" data-day={column} style={{ width: axis.dayWidth }}>
            <strong>{title}</strong>
            {notes[column] === null ? null : <span className="board-day-note">{notes[column]}</span>}
            <DayName name={names.get(dateOfColumn(board, column))} />
          </div>
        ))}
      </div>
      {isUnknown ? <UnknownStrips /> : <Strips scroller={scroller} axis={axis} dayTitles={titles} />}
      <Hours axis={axis} />
    </div>
  )
})

/** What a day is called that is known not to be usual, as far as it has room; all of it to those who point at it. */
function DayName({ name }: { readonly name: string | undefined }): ReactNode {
  return name === undefined ? null : (
    <span className="board-day-name" title={name}>
      {name}
    </span>
  )
}

function Hours({ axis }: { readonly axis: Axis }): ReactNode {
  const format = useFormat()
  const step = labelStep(axis, HOUR_LABEL_WIDTH) * 60
  const first = Math.ceil(axis.fromMinute / step) * step
  const minutes = Array.from(
    { length: Math.max(0, Math.ceil((axis.toMinute - first) / step)) },
    (_, index) => first + index * step,
  )
  return (
    <div className="board-head-row board-hours" aria-hidden>
      <div className="board-corner" />
      {Array.from({ length: 7 }, (_, column) => (
        <div key={column} className="board-day-hours" style={{ width: axis.dayWidth }}>
          {minutes.map((minute) => (
            <span key={minute} style={{ left: (minute - axis.fromMinute) * minuteWidth(axis) }}>
              {format.shortHour(minute / 60)}
            </span>
          ))}
        </div>
      ))}
    </div>
  )
}

/** As high as the strips: zeros would say that nobody comes. */
function UnknownStrips(): ReactNode {
  const t = useTexts('planBoard')
  return (
    <div className="board-head-row">
      <div
        className="board-corner"
        style={{ height: STRIPS.length * STRIP_HEIGHT + (STRIPS.length - 1) * STRIP_GAP }}
      />
      <p className="strips-unknown quiet">{t.noStrips}</p>
    </div>
  )
}

interface StripsProps extends BoardHeadProps {
  /** "Mon 23 Nov", or "Mon 23" where there is little room, by column. */
  readonly dayTitles: readonly string[]
}

interface Reading {
  readonly left: number
  readonly text: string
}

function Strips({ scroller, axis, dayTitles }: StripsProps): ReactNode {
  const format = useFormat()
  const { planBoard: t } = format.texts
  const theme = useThemeName()
  const { store } = useEditor()
  const { weekMinutes, needed, visitorsBand, cells } = useEditorState((state) => state.week)
  const target = useEditorState(({ inputs }) => inputs.target)
  const nameWidth = useEditorState((state) => state.nameWidth)
  const newest = useEditorState(newestBands)
  const bands = useMemo(() => stripBands(newest, visitorsBand, cells), [newest, visitorsBand, cells])
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    if (canvas.current === null || scroller.current === null) return undefined
    return mountStrips(canvas.current, {
      scroller: scroller.current,
      axis,
      nameWidth,
      weekMinutes,
      store,
      needed,
      bands,
      target,
      axisText: (visitors, agents) => ({
        visitors: format.texts.planBoard.axisPerQuarter({ count: format.average(visitors) }),
        agents: format.count(agents),
        coverage: format.rate(100),
        target: format.rate(100 * target),
      }),
    })
    // The colours follow the theme.
  }, [scroller, axis, nameWidth, weekMinutes, store, needed, bands, target, theme, format])
  const [reading, setReading] = useState<Reading | null>(null)
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    const box = event.currentTarget.getBoundingClientRect()
    const x = event.clientX - box.left - nameWidth
    if (x < 0 || x >= axisWidth(axis) || event.buttons !== 0) {
      setReading(null)
      return
    }
    const slot = slotAt(weekMinutes, weekMinuteAt(axis, x))
    const { week } = store.getState().prediction
    const visitors = week.visitors[slot]!
    const start = weekMinutes[slot]!
    const percent = coveragePercent({ visitors, covered: week.covered[slot]! })
    const values = {
      day: dayTitles[Math.floor(start / DAY_MINUTES)]!,
      start: format.wallTime(start),
      end: format.wallTime(start + 15),
      agents: format.agents(week.agents[slot]!),
    }
    const text =
      percent === null
        ? t.readingNobody(values)
        : t.reading({
            ...values,
            count: Math.round(10 * visitors) / 10,
            visitors: format.average(visitors),
            required: format.count(needed[slot]!),
            rate: format.rate(percent),
          })
    // It stays whole in sight, also over the last days.
    const half = (textWidth(text, READING_SIZE) + READING_EDGES) / 2
    const left = (scroller.current?.scrollLeft ?? 0) + nameWidth + half
    const right = (scroller.current?.scrollLeft ?? 0) + (scroller.current?.clientWidth ?? box.width) - half
    setReading({ left: Math.max(left, Math.min(x + nameWidth, right)), text })
  }
  return (
    <div className="board-head-row strips" onPointerMove={onPointerMove} onPointerLeave={() => setReading(null)}>
      <div className="board-corner strip-names" style={{ gap: STRIP_GAP }}>
        {STRIPS.map((strip) => (
          <span key={strip} style={{ height: STRIP_HEIGHT }}>
            {t.strips[strip]}
          </span>
        ))}
      </div>
      {/* The same figures are in the table of the week beside the board. */}
      <canvas ref={canvas} className="strip-canvas" aria-hidden />
      {reading === null ? null : (
        <div className="strip-reading" style={{ left: reading.left }}>
          {reading.text}
        </div>
      )}
    </div>
  )
}

/** The quarter-hour of a minute of the week; of a repeated one the first. */
function slotAt(weekMinutes: readonly number[], minute: number): number {
  const found = weekMinutes.findIndex((start) => minute >= start && minute < start + 15)
  return found === -1 ? weekMinutes.findLastIndex((start) => start <= minute) : found
}
