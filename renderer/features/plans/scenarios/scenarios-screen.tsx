import { useQueries, useQuery } from '@tanstack/react-query'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import { Checkbox, CheckboxGroup, Label } from 'react-aria-components'
import { addDays } from '../../../../shared/time/local.ts'
import { MOST_LINES } from '../../../charts/week-lines.ts'
import { Button } from '../../../kit/button.tsx'
import { ErrorNotice } from '../../../kit/error-notice.tsx'
import { Skeleton } from '../../../kit/skeleton.tsx'
import { reportOf } from '../../../app/errors/error-report.ts'
import { useFormat } from '../../../format/format-context.tsx'
import { useClock } from '../../../format/use-clock.ts'
import { useTRPC, WHILE_SHOWN } from '../../../app/rpc/client.ts'
import { useWorkspace } from '../../../app/workspace/workspace-context.tsx'
import type { Overview } from '../../../app/workspace/workspace-types.ts'
import { rulesFor, storedPlanRules } from '../rules/plan-rules.ts'
import { unknownWeek } from '../editor/panel/unknown-week.ts'
import { UnknownWeekNote } from '../editor/panel/unknown-week-note.tsx'
import { NotSynced } from '../not-synced.tsx'
import { nextWeek, type PlansView } from '../plan-route.ts'
import { ComparedScenarios } from './compared-scenarios.tsx'
import { predictScenario, typicalScenario, type Scenario } from './scenario-figures.ts'
import './scenarios.css'

interface ScenariosScreenProps {
  readonly overview: Overview
  readonly view: PlansView
  readonly change: (patch: Partial<PlansView>, how?: 'push' | 'replace') => void
}

/** Several plans side by side: what each would give in one week. */
export function ScenariosScreen({ overview, view, change }: ScenariosScreenProps): ReactNode {
  const trpc = useTRPC()
  const { workspaceId } = useWorkspace()
  const compared = view.compared ?? []
  const format = useFormat()
  const { weekOrder, date } = format
  const { scenarios: t } = format.texts
  const clock = useClock()
  const { timeZone } = overview
  const week =
    view.week ??
    nextWeek(overview.now === null ? clock : Date.parse(overview.now), { timeZone, firstDayOfWeek: weekOrder[0]! })
  const plans = useQuery(trpc.plans.list.queryOptions({ workspaceId }))
  const agents = useQuery(trpc.agents.list.queryOptions({ workspaceId }))
  const inputs = useQuery(
    trpc.prediction.inputs.queryOptions(
      { workspaceId, week, timeZone },
      { ...WHILE_SHOWN, staleTime: Number.POSITIVE_INFINITY, enabled: overview.now !== null },
    ),
  )
  const timeOff = useQuery(trpc.timeOff.list.queryOptions({ workspaceId }))
  const chosen = useQueries({ queries: compared.map((planId) => trpc.plans.get.queryOptions({ workspaceId, planId })) })
  const error =
    plans.error ??
    agents.error ??
    timeOff.error ??
    inputs.error ??
    chosen.find((one) => one.error !== null)?.error ??
    null
  const documents = chosen.flatMap(({ data }) => (data === undefined ? [] : [data]))
  const published = useQueries({
    queries: documents.map(({ plan: { poolId, timeZone: zone }, settings }) => {
      const { noticeDays = null } = storedPlanRules(settings)
      return trpc.plans.publishedShifts.queryOptions(
        { workspaceId, poolId, timeZone: zone, days: noticeDays ?? 1 },
        { ...WHILE_SHOWN, enabled: noticeDays !== null },
      )
    }),
  })
  const people = agents.data
  const away = timeOff.data
  const report = inputs.data
  const unknown = report === undefined ? null : unknownWeek(report, format)
  const key = documents
    .map(({ id, revision }, index) => `${id} ${revision} ${published[index]?.dataUpdatedAt}`)
    .join(',')
  const scenarios = useMemo<readonly Scenario[]>(
    () =>
      report === undefined || people === undefined || away === undefined
        ? []
        : [
            typicalScenario(report.inputs, { poolId: documents[0]?.plan.poolId ?? null, name: t.typicalWeek }),
            ...documents.map(({ id, plan, settings }, index) =>
              predictScenario({
                id,
                plan,
                rules: rulesFor(settings, {
                  agents: people,
                  timeOff: away,
                  published: published[index]?.data ?? null,
                }),
                inputs: report.inputs,
              }),
            ),
          ],
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the documents are new objects at every drawing; their revisions are not
    [report, people, away, key, t],
  )
  if (overview.now === null) return <NotSynced onBack={() => change({ compared: null, week: null })} />
  return (
    <div className="plan-list-screen">
      <header className="plan-list-head">
        <Button
          kind="quiet"
          icon={<ChevronLeft size={16} aria-hidden />}
          onPress={() => change({ compared: null, week: null })}
        >
          {t.plans}
        </Button>
        <h1>{t.title}</h1>
        <div className="plan-toolbar-week">
          <Button
            kind="quiet"
            icon={<ChevronLeft size={16} aria-hidden />}
            aria-label={t.weekBefore}
            onPress={() => change({ week: addDays(week, -7) }, 'replace')}
          />
          <span>{t.weekOf({ date: date(week, 'day') })}</span>
          <Button
            kind="quiet"
            icon={<ChevronRight size={16} aria-hidden />}
            aria-label={t.weekAfter}
            onPress={() => change({ week: addDays(week, 7) }, 'replace')}
          />
        </div>
      </header>
      {error === null ? null : <ErrorNotice report={reportOf(error)} />}
      <CheckboxGroup
        className="scenario-choice"
        value={[...compared]}
        onChange={(ids) => change({ compared: ids }, 'replace')}
      >
        <Label className="field-label">{t.plans}</Label>
        {(plans.data ?? [])
          .filter(({ archived }) => !archived)
          .map(({ id, name }) => (
            <Checkbox
              key={id}
              value={id}
              className="copy-person"
              isDisabled={!compared.includes(id) && compared.length >= MOST_LINES - 1}
            >
              <span className="copy-box" aria-hidden />
              <span translate="no">{name}</span>
            </Checkbox>
          ))}
      </CheckboxGroup>
      {report === undefined || scenarios.length === 0 ? (
        error === null ? (
          <Skeleton label={t.loading} heights={[160, 280]} />
        ) : null
      ) : unknown !== null ? (
        <UnknownWeekNote unknown={unknown} onWeek={(next) => change({ week: next }, 'replace')} />
      ) : (
        <ComparedScenarios report={report} scenarios={scenarios} target={overview.settings.targetCoverage} />
      )}
    </div>
  )
}
