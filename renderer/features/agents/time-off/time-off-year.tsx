import { useQuery } from '@tanstack/react-query'
import { ChevronLeft, ChevronRight, Plus } from 'lucide-react'
import { useMemo, useRef, useState, type ReactNode } from 'react'
import { localDateOf } from '../../../../shared/time/local.ts'
import { reportOf } from '../../../app/errors/error-report.ts'
import { useTRPC } from '../../../app/rpc/client.ts'
import { TimeOffDialog } from '../../../app/time-off/time-off-dialog.tsx'
import type { TimeOffForm } from '../../../app/time-off/time-off-form.ts'
import { timeOffText } from '../../../app/time-off/time-off-text.ts'
import { useWorkspace } from '../../../app/workspace/workspace-context.tsx'
import { useFormat } from '../../../format/format-context.tsx'
import { useClock } from '../../../format/use-clock.ts'
import { Button } from '../../../kit/button.tsx'
import { CopyTable } from '../../../kit/copy-table.tsx'
import { ErrorNotice } from '../../../kit/error-notice.tsx'
import { Skeleton } from '../../../kit/skeleton.tsx'
import type { AgentEntry } from '../agent-types.ts'
import { PublicHolidaysSwitch, type HolidaySettings } from './public-holidays-switch.tsx'
import { TimeOffFiles } from './time-off-files.tsx'
import { monthStarts, yearRows, type YearRow } from './year-rows.ts'
import './time-off-year.css'

interface TimeOffYearProps {
  readonly agents: readonly AgentEntry[]
  readonly timeZone: string
  readonly settings: HolidaySettings
  readonly onClose: () => void
}

interface OpenForm {
  readonly form: TimeOffForm
  readonly isNew: boolean
}

/** Everybody's time off in a calendar year: entered, counted, imported and exported here. */
export function TimeOffYear({ agents, timeZone, settings, onClose }: TimeOffYearProps): ReactNode {
  const trpc = useTRPC()
  const format = useFormat()
  const t = format.texts.timeOff
  const { workspaceId } = useWorkspace()
  const today = localDateOf(useClock(), timeZone)
  const [year, setYear] = useState(() => Number(today.slice(0, 4)))
  const [opened, setOpened] = useState<OpenForm | null>(null)
  const timeOff = useQuery(trpc.timeOff.list.queryOptions({ workspaceId }))
  const figures = useQuery(trpc.timeOff.year.queryOptions({ workspaceId, year }))
  const rows = useMemo(
    () => yearRows({ year, agents, timeOff: timeOff.data ?? [], figures: figures.data ?? [] }),
    [year, agents, timeOff.data, figures.data],
  )
  const add = (agentId: string): void => {
    const date = today.startsWith(String(year)) ? today : `${year}-01-01`
    const form = {
      id: crypto.randomUUID(),
      agentId,
      kind: 'vacation',
      from: date,
      to: date,
      part: null,
      note: '',
    } as const
    setOpened({ form, isNew: true })
  }
  const error = timeOff.error ?? figures.error
  return (
    <>
      <header className="agents-head">
        <h1>{t.title}</h1>
        <div className="time-off-choice">
          <Button
            kind="quiet"
            icon={<ChevronLeft size={16} aria-hidden />}
            aria-label={t.yearBefore}
            onPress={() => setYear(year - 1)}
          />
          <output>{year}</output>
          <Button
            kind="quiet"
            icon={<ChevronRight size={16} aria-hidden />}
            aria-label={t.yearAfter}
            onPress={() => setYear(year + 1)}
          />
        </div>
        <Button onPress={onClose}>{t.agentsLink}</Button>
        <Button
          kind="primary"
          icon={<Plus size={16} aria-hidden />}
          isDisabled={rows.length === 0}
          onPress={() => add(rows[0]!.agentId)}
        >
          {t.add}
        </Button>
      </header>
      {error !== null && timeOff.data === undefined ? (
        <ErrorNotice report={reportOf(error)} />
      ) : timeOff.data === undefined ? (
        <Skeleton label={t.reading} heights={[40, 40, 40]} />
      ) : (
        <div className="agents-table-frame">
          <YearTable year={year} rows={rows} onAdd={add} onOpen={(form) => setOpened({ form, isNew: false })} />
        </div>
      )}
      <PublicHolidaysSwitch settings={settings} />
      <TimeOffFiles agents={agents} isEmpty={!(timeOff.data ?? []).some(({ isPublicHoliday }) => !isPublicHoliday)} />
      {opened === null ? null : (
        <TimeOffDialog
          begin={opened.form}
          isNew={opened.isNew}
          agents={agents.map(({ id, name }) => ({ id, name }))}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  )
}

interface YearTableProps {
  readonly year: number
  readonly rows: readonly YearRow[]
  readonly onAdd: (agentId: string) => void
  readonly onOpen: (form: TimeOffForm) => void
}

function YearTable({ year, rows, onAdd, onOpen }: YearTableProps): ReactNode {
  const format = useFormat()
  const t = format.texts.timeOff
  const months = monthStarts(year)
  const name = t.yearTable({ year: String(year) })
  const table = useRef<HTMLTableElement>(null)
  return (
    <>
      <CopyTable name={name} table={table} />
      <table className="agents-table time-off-table" aria-label={name} ref={table}>
        <thead>
          <tr>
            <th scope="col">{t.agent}</th>
            <th scope="col" className="time-off-line-cell" data-not-copied>
              <div className="time-off-months">
                {months.map((left, month) => (
                  <span key={left} className="time-off-month" style={{ insetInlineStart: `${100 * left}%` }}>
                    {format.monthName(month)}
                  </span>
                ))}
              </div>
            </th>
            <th scope="col" className="agents-figure">
              {t.vacation}
            </th>
            <th scope="col" className="agents-figure">
              {t.vacationLeft}
            </th>
            <th scope="col" className="agents-figure">
              {t.ill}
            </th>
            <th scope="col" className="agents-figure">
              {t.other}
            </th>
            <th scope="col" data-not-copied>
              <span className="visually-hidden">{t.add}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ agentId, name, bars, figures }) => (
            <tr key={agentId} className="open-row">
              <th scope="row" translate="no">
                {name}
              </th>
              <td className="time-off-line-cell" data-not-copied>
                <div className="time-off-year-line">
                  {months.map((left) => (
                    <span
                      key={left}
                      className="time-off-rule"
                      style={{ insetInlineStart: `${100 * left}%` }}
                      aria-hidden
                    />
                  ))}
                  {bars.map(({ record, left, width }) => {
                    const text = timeOffText(record, format)
                    const place = {
                      className: `time-off-bar time-off-${record.kind}`,
                      style: { insetInlineStart: `${100 * left}%`, width: `${100 * width}%` },
                      title: text,
                    }
                    return record.isPublicHoliday ? (
                      <span key={record.id} {...place}>
                        <span className="visually-hidden">{text}</span>
                      </span>
                    ) : (
                      <button
                        key={record.id}
                        type="button"
                        aria-label={text}
                        {...place}
                        onClick={() => onOpen(record)}
                      />
                    )
                  })}
                </div>
              </td>
              <td className="agents-figure">{daysText(figures?.days.vacation ?? 0, format)}</td>
              <td className="agents-figure">
                {figures === null || figures.vacationLeft === null ? '' : format.average(figures.vacationLeft)}
              </td>
              <td className="agents-figure">{daysText(figures?.days.ill ?? 0, format)}</td>
              <td className="agents-figure">
                {daysText(
                  figures === null ? 0 : figures.days.training + figures.days.holiday + figures.days.other,
                  format,
                )}
              </td>
              <td data-not-copied>
                <Button
                  kind="quiet"
                  icon={<Plus size={14} aria-hidden />}
                  aria-label={t.addFor({ name })}
                  onPress={() => onAdd(agentId)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function daysText(days: number, format: { readonly average: (value: number) => string }): string {
  return days === 0 ? '' : format.average(days)
}
