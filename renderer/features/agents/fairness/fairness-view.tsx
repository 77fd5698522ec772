import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { EARLY, FAIRNESS_DAYS, LATE, UNPOPULAR } from '../../../../shared/plan/staffing/fairness.ts'
import { addDays, localDateOf } from '../../../../shared/time/local.ts'
import { reportOf } from '../../../app/errors/error-report.ts'
import type { Outputs } from '../../../app/rpc/procedures.ts'
import { useTRPC } from '../../../app/rpc/client.ts'
import { useWorkspace } from '../../../app/workspace/workspace-context.tsx'
import { useFormat } from '../../../format/format-context.tsx'
import type { Formatter } from '../../../format/formatter.ts'
import { useClock } from '../../../format/use-clock.ts'
import { Button } from '../../../kit/button.tsx'
import { DateRangePanel } from '../../../kit/date-range-panel.tsx'
import { ErrorNotice } from '../../../kit/error-notice.tsx'
import { FiguresTable } from '../../../kit/figures-table.tsx'
import { PopoverButton } from '../../../kit/popover-button.tsx'
import { Segments } from '../../../kit/segments.tsx'
import { Skeleton } from '../../../kit/skeleton.tsx'

type Shares = Outputs['compare']['fairness']['worked']
type Basis = 'worked' | 'planned'

/** How evenly nights and weekends are shared among agents, in dates that can be chosen. */
export function FairnessView({
  timeZone,
  onClose,
}: {
  readonly timeZone: string
  readonly onClose: () => void
}): ReactNode {
  const trpc = useTRPC()
  const format = useFormat()
  const t = format.texts.fairness
  const { workspaceId } = useWorkspace()
  const yesterday = addDays(localDateOf(useClock(), timeZone), -1)
  const [chosen, setChosen] = useState<{ readonly from: string; readonly to: string } | null>(null)
  const [basis, setBasis] = useState<Basis>('worked')
  const range = chosen ?? { from: addDays(yesterday, 1 - FAIRNESS_DAYS), to: yesterday }
  const { data, error } = useQuery(
    trpc.compare.fairness.queryOptions({ workspaceId, ...range }, { placeholderData: keepPreviousData }),
  )
  const time = (hour: number): string => format.shortWallTime(60 * hour)
  return (
    <>
      <header className="agents-head">
        <h1>{t.title}</h1>
        <PopoverButton name={t.dates} value={format.dateRange(range.from, range.to)}>
          {(close) => (
            <DateRangePanel
              from={range.from}
              to={range.to}
              action={t.show}
              onChoose={(from, to) => {
                close()
                setChosen({ from, to })
              }}
            />
          )}
        </PopoverButton>
        <Segments
          name={t.basis}
          choices={[
            { id: 'worked', label: t.bases.worked },
            { id: 'planned', label: t.bases.planned },
          ]}
          value={basis}
          onChange={setBasis}
        />
        <Button onPress={onClose}>{t.agentsLink}</Button>
      </header>
      <p className="quiet">
        {t.intro({ from: time(UNPOPULAR.nightFrom), to: time(UNPOPULAR.nightTo) })}{' '}
        {t.kinds({
          earlyFrom: time(EARLY.from),
          earlyBefore: time(EARLY.before),
          lateAfter: time(LATE.after),
          lateTo: time(LATE.to),
        })}
      </p>
      {data !== undefined ? (
        <SharesTable shares={data[basis]} basis={basis} />
      ) : error === null ? (
        <Skeleton label={t.loading} heights={[24, 40, 40, 40]} />
      ) : (
        <ErrorNotice report={reportOf(error)} />
      )}
    </>
  )
}

function SharesTable({ shares, basis }: { readonly shares: Shares; readonly basis: Basis }): ReactNode {
  const format = useFormat()
  const t = format.texts.fairness
  const hasWishes = shares.agents.some(({ wishes }) => wishes > 0)
  if (shares.spread === null) return <p>{basis === 'worked' ? t.none : t.nonePlanned}</p>
  return (
    <>
      <p>
        {t.spread({
          spread: format.agentHours(Math.round(10 * shares.spread) / 10),
          hours: format.agentHours(Math.round(shares.unpopularHours)),
        })}{' '}
        {outliersText(shares, format)}
      </p>
      <FiguresTable
        caption={t.title}
        columns={[
          t.agent,
          t.hours,
          t.nights,
          t.weekends,
          t.early,
          t.late,
          t.holidays,
          ...(hasWishes ? [t.wishesKept] : []),
          t.unpopular,
          t.fair,
          t.difference,
        ]}
        rows={shares.agents.map((one) => [
          one.name,
          format.average(one.hours),
          format.count(one.nights),
          format.count(one.weekends),
          format.count(one.earlyShifts),
          format.count(one.lateShifts),
          format.count(one.holidays),
          ...(hasWishes ? [keptText(one, format)] : []),
          format.average(one.unpopularHours),
          format.average(one.fairHours),
          format.signed(one.difference, 1),
        ])}
        isNamedByData
      />
    </>
  )
}

function outliersText({ agents }: Shares, format: Formatter): string {
  const t = format.texts.fairness
  const names = agents.filter(({ isOutlier }) => isOutlier).map(({ name }) => name)
  return names.length === 0 ? t.noOutliers : t.outliers({ count: names.length, names: format.list(names) })
}

function keptText({ wishes, wishesKept }: Shares['agents'][number], format: Formatter): string {
  if (wishes === 0) return '–'
  return format.texts.fairness.keptOf({ kept: format.count(wishesKept), all: format.count(wishes) })
}
