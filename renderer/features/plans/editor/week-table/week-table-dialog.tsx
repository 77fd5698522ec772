import { useState, useSyncExternalStore, type ReactNode } from 'react'
import { RadioField } from '../../../../components/fields.tsx'
import { FiguresTable } from '../../../../components/figures-table.tsx'
import { Modal } from '../../../../components/modal.tsx'
import { useFormat } from '../../../../format/format-context.tsx'
import { cityOf } from '../../../../format/zone-names.ts'
import type { LivePrediction } from '../live-prediction.ts'
import { weekTableRows, type WeekFigure } from './week-table.ts'

interface WeekTableDialogProps {
  readonly live: LivePrediction
  readonly needed: Float64Array
  readonly weekMinutes: readonly number[]
  /** "Mon", by column. */
  readonly dayTitles: readonly string[]
  /** 0-1. */
  readonly target: number
  readonly timeZone: string
  readonly onClose: () => void
}

/** The week hour by hour as a table: what the strips over the board draw. */
export function WeekTableDialog({ live, needed, weekMinutes, dayTitles, target, timeZone, onClose }: WeekTableDialogProps): ReactNode {
  const format = useFormat()
  const week = useSyncExternalStore(live.subscribe, live.week)
  const [figure, setFigure] = useState<WeekFigure>('coverage')
  const choices = [
    { id: 'coverage' as const, label: 'Coverage' },
    { id: 'visitors' as const, label: 'Visitors' },
    { id: 'planned' as const, label: 'Agents planned' },
    { id: 'needed' as const, label: 'Agents needed' },
  ]
  const captions: Readonly<Record<WeekFigure, string>> = {
    coverage: 'Coverage predicted',
    visitors: 'Visitors expected',
    planned: 'Agents expected to be online, on average over the hour',
    needed: `Agents needed to cover ${format.rate(100 * target)}, in the busiest quarter of the hour`,
  }
  return (
    <Modal title="The week by hour" isOpen wide onClose={onClose}>
      <div className="week-table">
        <RadioField label="Show" choices={choices} value={figure} onChange={setFigure} inline />
        <p className="quiet">
          {captions[figure]}, {cityOf(timeZone)} time
        </p>
        <FiguresTable caption={`${captions[figure]} by hour and day`} columns={['Hour', ...dayTitles]} rows={weekTableRows(figure, { week, needed, weekMinutes }, format)} />
      </div>
    </Modal>
  )
}
