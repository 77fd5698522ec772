import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { Form } from 'react-aria-components'
import { LIMITS } from '../../../shared/contract/limits.ts'
import type { ReplayOutput } from '../../../shared/contract/replay-output.ts'
import { addDays, daysBetween, localDateOf } from '../../../shared/time/local.ts'
import { useFormat } from '../../format/format-context.tsx'
import type { Formatter } from '../../format/formatter.ts'
import { Button } from '../../kit/button.tsx'
import { DateField } from '../../kit/date-field.tsx'
import { ErrorNotice } from '../../kit/error-notice.tsx'
import { FiguresTable } from '../../kit/figures-table.tsx'
import { KeyFigures } from '../../kit/key-figures.tsx'
import { Modal } from '../../kit/modal.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { Skeleton } from '../../kit/skeleton.tsx'
import { TabPanel, TabRow, Tabs } from '../../kit/tabs.tsx'
import { reportOf } from '../errors/error-report.ts'
import { useTRPC, WHILE_SHOWN } from '../rpc/client.ts'
import { useWorkspace } from '../workspace/workspace-context.tsx'
import type { Overview } from '../workspace/workspace-types.ts'
import { dayRows, hourRows } from './replay-tables.ts'
import './replay.css'

/** Days that are replayed unless others are chosen. */
const USUAL_DAYS = 28
const TABS = ['days', 'hours'] as const

interface ReplayDialogProps {
  readonly overview: Overview
  /** The plan to begin with; null: the first of all. */
  readonly planId: string | null
  readonly onClose: () => void
}

/** What past days would have been under a plan. */
export function ReplayDialog({ overview, planId, onClose }: ReplayDialogProps): ReactNode {
  const { replay: t } = useFormat().texts
  const { workspaceId } = useWorkspace()
  const { data, error } = useQuery(useTRPC().plans.list.queryOptions({ workspaceId }, { staleTime: 0 }))
  const plans = data?.filter(({ archived }) => !archived)
  return (
    <Modal title={t.title} isOpen wide onClose={onClose}>
      {error !== null ? (
        <ErrorNotice report={reportOf(error)} />
      ) : plans === undefined ? (
        <Skeleton label={t.title} heights={[40, 200]} />
      ) : plans.length === 0 ? (
        <p>{t.noPlans}</p>
      ) : (
        <Replay overview={overview} plans={plans} planId={planId ?? plans[0]!.id} />
      )}
    </Modal>
  )
}

interface Question {
  readonly planId: string
  readonly from: string
  readonly to: string
}

interface ReplayProps {
  readonly overview: Overview
  readonly plans: readonly { readonly id: string; readonly name: string }[]
  readonly planId: string
}

function Replay({ overview, plans, planId }: ReplayProps): ReactNode {
  const format = useFormat()
  const { replay: t } = format.texts
  const [chosen, choose] = useState(planId)
  const usual = usualDays(overview)
  const [from, setFrom] = useState<string | null>(usual.from)
  const [to, setTo] = useState<string | null>(usual.to)
  const [asked, ask] = useState<Question | null>(null)
  const problem = from === null || to === null ? null : problemOf(from, to, format)
  return (
    <>
      <p className="quiet">{t.intro}</p>
      <Form
        className="replay-question"
        onSubmit={(event) => {
          event.preventDefault()
          if (from !== null && to !== null && problem === null) ask({ planId: chosen, from, to })
        }}
      >
        <SelectField
          label={t.plan}
          options={plans.map(({ id, name }) => ({ id, label: name, isName: true }))}
          value={chosen}
          onChange={choose}
        />
        <DateField label={t.from} value={from} onChange={setFrom} />
        <DateField label={t.to} value={to} onChange={setTo} problem={problem} />
        <Button kind="primary" type="submit" isDisabled={from === null || to === null || problem !== null}>
          {t.start}
        </Button>
      </Form>
      {asked === null ? null : <Answer question={asked} timeZone={overview.timeZone} />}
    </>
  )
}

function Answer({ question, timeZone }: { readonly question: Question; readonly timeZone: string }): ReactNode {
  const format = useFormat()
  const { replay: t } = format.texts
  const { workspaceId } = useWorkspace()
  const { planId, from, to } = question
  const { data, error } = useQuery(
    useTRPC().compare.replay.queryOptions(
      { workspaceId, plan: { kind: 'stored', id: planId }, from, to, timeZone },
      { ...WHILE_SHOWN, retry: false },
    ),
  )
  if (error !== null) return <ErrorNotice report={reportOf(error)} />
  if (data === undefined) return <Skeleton label={t.replaying} heights={[60, 280]} />
  return <Replayed output={data.output} />
}

function Replayed({ output }: { readonly output: ReplayOutput }): ReactNode {
  const format = useFormat()
  const { replay: t } = format.texts
  const [tab, setTab] = useState<(typeof TABS)[number]>('days')
  const { actual, replayed, difference, range, plan } = output
  return (
    <section className="replay-answer" aria-label={t.result}>
      <KeyFigures
        figures={[
          {
            label: t.actual,
            value: format.rate(actual.coverageRate),
            note: t.ofVisitors({ visitors: format.visitors(actual.visitors) }),
          },
          {
            label: t.withPlan,
            value: format.rate(replayed.coverageRate),
            note: t.rangeNote({ lower: format.count(replayed.lower80), upper: format.count(replayed.upper80) }),
          },
          {
            label: t.difference,
            value: format.signed(difference.covered),
            note: t.visitorsRange({
              lower: format.signed(difference.lower80),
              upper: format.signed(difference.upper80),
            }),
          },
        ]}
      />
      <p className="quiet">
        {[
          t.learnedBefore({ date: format.date(range.from) }),
          ...(plan.repeated ? [t.repeated] : []),
          ...(range.knownShare < 1 ? [t.known({ share: format.rate(100 * range.knownShare) })] : []),
        ].join(' ')}
      </p>
      <Tabs tabs={TABS} selected={tab} onSelect={setTab}>
        <TabRow label={t.parts} tabs={TABS} titles={{ days: t.byDay, hours: t.byHour }} />
        <TabPanel id="days">
          <FiguresTable {...dayRows(output, format)} />
        </TabPanel>
        <TabPanel id="hours">
          <FiguresTable {...hourRows(output, format)} />
        </TabPanel>
      </Tabs>
    </section>
  )
}

/** Four weeks, up to the last whole day that was synced. */
function usualDays({ now, timeZone }: Overview): { readonly from: string; readonly to: string } {
  const to = addDays(localDateOf(now === null ? 0 : Date.parse(now), timeZone), -1)
  return { from: addDays(to, 1 - USUAL_DAYS), to }
}

function problemOf(from: string, to: string, format: Formatter): string | null {
  const { replay: t } = format.texts
  const days = daysBetween(from, to) + 1
  if (days < 1) return t.outOfOrder
  return days > LIMITS.replayDays ? t.tooLong({ days: format.count(LIMITS.replayDays) }) : null
}
