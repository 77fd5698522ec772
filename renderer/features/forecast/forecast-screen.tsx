import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { addDays, localDateOf } from '../../../shared/time/local.ts'
import { Button } from '../../kit/button.tsx'
import { ErrorNotice } from '../../kit/error-notice.tsx'
import { HeaderTools } from '../../kit/header-tools.tsx'
import { Skeleton } from '../../kit/skeleton.tsx'
import { TabPanel, TabRow, Tabs } from '../../kit/tabs.tsx'
import { reportOf } from '../../app/errors/error-report.ts'
import { useFormat, useTexts } from '../../format/format-context.tsx'
import { useClock } from '../../format/use-clock.ts'
import { useTRPC, WHILE_SHOWN } from '../../app/rpc/client.ts'
import { PoolFilter } from '../../app/pools/pool-filter.tsx'
import { StarvedPools } from '../../app/pools/starved-pools.tsx'
import { useKeptView } from '../../app/routing/use-kept-view.ts'
import { WorkspaceFailure } from '../../app/workspace/workspace-failure.tsx'
import { useDateNames } from '../../app/known-dates/known-dates.ts'
import { useWorkspace } from '../../app/workspace/workspace-context.tsx'
import type { Overview } from '../../app/workspace/workspace-types.ts'
import { ForecastNotices } from './forecast-notices.tsx'
import { FORECAST_TABS, FORECAST_VIEW, type ChangeForecastView, type ForecastView } from './forecast-view.ts'
import { MarksPanel } from './marks-panel.tsx'
import { NextWeeks } from './next-weeks.tsx'
import { NoHistory } from './no-history.tsx'
import { PastWeeks } from './past-weeks.tsx'
import { useForecastCommands } from './use-forecast-commands.ts'
import { useForecasts } from './use-forecasts.ts'
import { useMarkDraft } from './use-mark-draft.ts'
import { useMarks } from './use-marks.ts'
import { WeekStrip } from './week-strip.tsx'
import { weeksAround } from './weeks.ts'
import { changeText, type LastChange } from './forecast-text.ts'
import './forecast.css'

const SKELETON = [40, 96, 360]
/** So far back past forecasts reach. */
const MOST_PAST_WEEKS = 27

/** How many visitors are to come, how sure that is, how good it was so far, and which days are not usual ones. */
export function ForecastScreen(): ReactNode {
  const { openingWorkspace } = useTexts('app')
  const { title } = useTexts('forecast')
  const { workspaceId, overview, error, retry } = useWorkspace()
  const { view, change } = useKeptView(workspaceId, FORECAST_VIEW)
  if (error !== null) return <WorkspaceFailure error={error} retry={retry} />
  if (overview === undefined || view === null) return <Skeleton label={openingWorkspace} heights={SKELETON} />
  return (
    <>
      <h1 className="visually-hidden">{title}</h1>
      <HeaderTools>
        <PoolFilter overview={overview} pool={view.pool} onChange={(pool) => change({ pool })} />
      </HeaderTools>
      {overview.now === null ? <NoHistory /> : <Content overview={overview} view={view} change={change} />}
    </>
  )
}

interface ContentProps {
  readonly overview: Overview
  readonly view: ForecastView
  readonly change: ChangeForecastView
}

function Content({ overview, view, change }: ContentProps): ReactNode {
  const trpc = useTRPC()
  const format = useFormat()
  const t = format.texts.forecast
  const clock = useClock()
  const { workspaceId } = useWorkspace()
  const today = localDateOf(clock, overview.timeZone)
  const choices = weeksAround(view.week, { today, firstDayOfWeek: format.weekOrder[0]! })
  const { input, forecasts, error, isFetching, retry } = useForecasts({
    ...choices,
    pool: view.pool,
    slotMinutes: view.slotMinutes,
  })
  const forecast = forecasts[choices.weeks.indexOf(choices.chosen)]
  const pastInput = { ...input, week: addDays(choices.thisWeek, 7) }
  const past = useQuery(
    trpc.forecast.past.queryOptions(pastInput, {
      ...WHILE_SHOWN,
      staleTime: Number.POSITIVE_INFINITY,
      placeholderData: keepPreviousData,
    }),
  )
  const names = useDateNames(workspaceId, {
    from: addDays(choices.thisWeek, -7 * MOST_PAST_WEEKS),
    to: addDays(choices.weeks.at(-1)!, 6),
  })
  const marks = useMarks(workspaceId)
  const { draft, setDraft, markToday, markDay } = useMarkDraft(marks.marks, today)
  const [lastChange, setLastChange] = useState<LastChange | null>(null)
  useForecastCommands(view, change, markToday)
  const failure = error ?? past.error
  const shown =
    forecast === undefined ? null : { firstDate: choices.chosen, visitors: forecast.week.visitors, isFetching }
  if (forecast !== undefined && forecasts.every((one) => one === undefined || one.weeksObserved === 0))
    return <NoHistory />
  return (
    <>
      {failure === null ? null : (
        <ErrorNotice report={reportOf(failure)}>
          <Button
            onPress={() => {
              retry()
              if (past.error !== null) void past.refetch()
            }}
          >
            {format.texts.app.tryAgain}
          </Button>
        </ErrorNotice>
      )}
      {forecast === undefined || forecast.weeksObserved === 0 ? null : <ForecastNotices forecast={forecast} />}
      {forecast === undefined || view.pool.kind === 'all' ? null : <StarvedPools pools={forecast.starvedPools} />}
      <div className="forecast" aria-busy={isFetching} data-revision={forecast?.revision}>
        <Tabs className="forecast-main" tabs={FORECAST_TABS} selected={view.tab} onSelect={(tab) => change({ tab })}>
          <TabRow label={t.tabsLabel} tabs={FORECAST_TABS} titles={t.tabs} />
          <TabPanel id="next">
            <WeekStrip choices={choices} forecasts={forecasts} onChoose={(week) => change({ week }, 'replace')} />
            {forecast === undefined ? (
              failure === null ? (
                <Skeleton label={t.loading} heights={[24, 400]} />
              ) : null
            ) : (
              <NextWeeks
                forecast={forecast}
                input={input}
                past={past.isPlaceholderData ? undefined : past.data}
                isThisWeek={choices.chosen === choices.thisWeek}
                names={names}
                view={view}
                change={change}
                onDay={markDay}
              />
            )}
          </TabPanel>
          <TabPanel id="past">
            {past.data === undefined ? (
              failure === null ? (
                <Skeleton label={t.loadingPast} heights={[64, 400]} />
              ) : null
            ) : (
              <PastWeeks past={past.data} input={pastInput} names={names} view={view} change={change} onDay={markDay} />
            )}
          </TabPanel>
        </Tabs>
        <MarksPanel
          marks={marks}
          today={today}
          calendars={overview.settings.holidayCalendars}
          draft={draft}
          setDraft={setDraft}
          onMark={markToday}
          lastChangeText={changeText(lastChange, shown, format)}
          onChanged={(text) =>
            setLastChange({ text, firstDate: choices.chosen, visitors: forecast?.week.visitors ?? 0 })
          }
        />
      </div>
    </>
  )
}
