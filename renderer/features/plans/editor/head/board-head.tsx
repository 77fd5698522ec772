import { useEffect, useRef, useState, type PointerEvent, type ReactNode, type RefObject } from 'react'
import type { ThemeName } from '../../../../charts/coverage-colour.ts'
import { useFormat } from '../../../../format/format-context.tsx'
import { cityOf } from '../../../../format/zone-names.ts'
import { shortWallTime, wallTime } from '../../../../format/wall-time.ts'
import { axisWidth, labelStep, minuteWidth, weekMinuteAt, type Axis } from '../board/axis.ts'
import { NAME_WIDTH } from '../board/board-size.ts'
import type { LivePrediction } from '../live-prediction.ts'
import { mountStrips, type StripsOptions } from '../strips/mount-strips.ts'
import { STRIP_GAP, STRIP_HEIGHT } from '../strips/paint-strips.ts'
import './board-head.css'

interface BoardHeadProps extends Omit<StripsOptions, 'scroller' | 'live'> {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly live: LivePrediction
  readonly theme: ThemeName
  /** "Mon 23 Nov", or "Mon 23" where there is little room, by column. */
  readonly dayTitles: readonly string[]
  /** What is special about a day's clock, by column: "25 h". */
  readonly dayNotes: readonly (string | null)[]
  readonly timeZone: string
  /** Nothing can be predicted for the week. */
  readonly isUnknown: boolean
}

const HOUR_LABEL_WIDTH = 30
const STRIP_NAMES = ['Visitors expected', 'Agents planned, needed', 'Coverage predicted']

/** What stays over the rows while they scroll: the days, the strips that answer to every edit, and the hours. */
export function BoardHead({ scroller, axis, weekMinutes, live, needed, bands, target, theme, dayTitles, dayNotes, timeZone, isUnknown }: BoardHeadProps): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    if (canvas.current === null || scroller.current === null) return undefined
    return mountStrips(canvas.current, { scroller: scroller.current, axis, weekMinutes, live, needed, bands, target })
    // The colours follow the theme.
  }, [scroller, axis, weekMinutes, live, needed, bands, target, theme, isUnknown])
  return (
    <div className="board-head">
      <div className="board-head-row">
        <div className="board-corner quiet" title={timeZone}>
          {cityOf(timeZone)} time
        </div>
        {dayTitles.map((title, column) => (
          <div key={title} className="board-day" style={{ width: axis.dayWidth }}>
            <strong>{title}</strong>
            {dayNotes[column] === null ? null : <span className="board-day-note">{dayNotes[column]}</span>}
          </div>
        ))}
      </div>
      {isUnknown ? <UnknownStrips /> : <Strips canvas={canvas} axis={axis} weekMinutes={weekMinutes} live={live} needed={needed} dayTitles={dayTitles} scroller={scroller} />}
      <Hours axis={axis} />
    </div>
  )
}

function Hours({ axis }: { readonly axis: Axis }): ReactNode {
  const { hour12 } = useFormat()
  const step = labelStep(axis, HOUR_LABEL_WIDTH) * 60
  const first = Math.ceil(axis.fromMinute / step) * step
  const minutes = Array.from({ length: Math.max(0, Math.ceil((axis.toMinute - first) / step)) }, (_, index) => first + index * step)
  return (
    <div className="board-head-row board-hours" aria-hidden>
      <div className="board-corner" />
      {Array.from({ length: 7 }, (_, column) => (
        <div key={column} className="board-day-hours" style={{ width: axis.dayWidth }}>
          {minutes.map((minute) => (
            <span key={minute} style={{ left: (minute - axis.fromMinute) * minuteWidth(axis) }}>
              {hour12 ? shortWallTime(minute, true) : minute / 60}
            </span>
          ))}
        </div>
      ))}
    </div>
  )
}

/** As high as the strips: zeros would say that nobody comes. */
function UnknownStrips(): ReactNode {
  return (
    <div className="board-head-row">
      <div className="board-corner" style={{ height: STRIP_NAMES.length * STRIP_HEIGHT + (STRIP_NAMES.length - 1) * STRIP_GAP }} />
      <p className="strips-unknown quiet">Visitors and coverage of this week cannot be predicted.</p>
    </div>
  )
}

interface StripsProps {
  readonly canvas: RefObject<HTMLCanvasElement | null>
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly axis: Axis
  readonly weekMinutes: readonly number[]
  readonly live: LivePrediction
  readonly needed: Float64Array
  readonly dayTitles: readonly string[]
}

interface Reading {
  readonly left: number
  readonly text: string
}

function Strips({ canvas, scroller, axis, weekMinutes, live, needed, dayTitles }: StripsProps): ReactNode {
  const format = useFormat()
  const [reading, setReading] = useState<Reading | null>(null)
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    const box = event.currentTarget.getBoundingClientRect()
    const x = event.clientX - box.left + (scroller.current?.scrollLeft ?? 0) - NAME_WIDTH
    if (x < 0 || x >= axisWidth(axis) || event.buttons !== 0) {
      setReading(null)
      return
    }
    const slot = slotAt(weekMinutes, weekMinuteAt(axis, x))
    const week = live.week()
    const visitors = week.visitors[slot]!
    const start = weekMinutes[slot]!
    const rate = visitors > 0 ? `${format.rate((100 * week.covered[slot]!) / visitors)} covered` : 'nobody expected'
    setReading({
      left: Math.min(Math.max(event.clientX - box.left, NAME_WIDTH + 120), box.width - 160),
      text: `${dayTitles[Math.floor(start / 1440)]} ${wallTime(start, format.hour12)}–${wallTime(start + 15, format.hour12)}: ${format.average(visitors)} visitors, ${format.average(week.agents[slot]!)} agents online, ${needed[slot]! > 0 ? format.count(needed[slot]!) : 'none'} needed, ${rate}`,
    })
  }
  return (
    <div className="board-head-row strips" onPointerMove={onPointerMove} onPointerLeave={() => setReading(null)}>
      <div className="board-corner strip-names" style={{ gap: STRIP_GAP }}>
        {STRIP_NAMES.map((name) => (
          <span key={name} style={{ height: STRIP_HEIGHT }}>
            {name}
          </span>
        ))}
      </div>
      {/* The same figures stand in the table of the week beside the board. */}
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
