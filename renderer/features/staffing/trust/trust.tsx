import { useQuery } from '@tanstack/react-query'
import { CircleCheck, CircleHelp, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { isPool } from '../../../../shared/predict/is-pool.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorNotice } from '../../../components/error-notice.tsx'
import { ProgressLine } from '../../../components/progress-line.tsx'
import { Skeleton } from '../../../components/skeleton.tsx'
import { reportOf } from '../../../errors/error-report.ts'
import { useFormat } from '../../../format/format-context.tsx'
import { useTRPC } from '../../../rpc.ts'
import { useWorkspace } from '../../../workspace/workspace-context.tsx'
import { poolIdOf, poolName, type PoolChoice } from '../../../workspace/pool-choice.ts'
import type { Overview } from '../../../workspace/workspace-types.ts'
import { HoursOfDay } from './hours-of-day.tsx'
import { PoolModels } from './pool-models.tsx'
import { TriedWeeks } from './tried-weeks.tsx'
import { type TrustModel, trustModel } from './trust-model.ts'
import { isWithoutSessions, trustDetails, trustHeadline, trustMood, type TrustMood } from './trust-words.ts'
import { type CalibrationProgress, useCalibration } from './use-calibration.ts'

const ICONS: Readonly<Record<TrustMood, ReactNode>> = {
  good: <CircleCheck size={20} aria-hidden />,
  care: <TriangleAlert size={20} aria-hidden />,
  early: <CircleHelp size={20} aria-hidden />,
  blind: <TriangleAlert size={20} aria-hidden />,
}

/** How well past weeks would have been predicted, what is known of each pool, and what would help. */
export function Trust({ overview, pool }: { readonly overview: Overview; readonly pool: PoolChoice }): ReactNode {
  const { workspaceId } = useWorkspace()
  const trpc = useTRPC()
  const { timeZone, revision } = overview
  const poolId = poolIdOf(pool)
  const calibration = useCalibration({ workspaceId, timeZone, revision, poolId })
  const model = useQuery(trpc.recommend.model.queryOptions({ workspaceId, timeZone }, { staleTime: Number.POSITIVE_INFINITY }))
  const pools = (model.data?.pools ?? []).filter((one) => poolId === undefined || isPool(one, poolId))
  return (
    <div className="trust">
      {calibration.error === null ? null : <Failure error={calibration.error} retry={calibration.retry} />}
      {calibration.outcome === null ? calibration.error === null ? <Trying progress={calibration.progress} timeZone={timeZone} /> : null : <Tried model={trustModel(calibration.outcome.weeks)} isBlind={isWithoutSessions(pools)} timeZone={timeZone} of={whoseVisitors(pool, overview)} />}
      {model.error === null ? null : <Failure error={model.error} retry={() => void model.refetch()} />}
      {model.data === undefined ? model.error === null ? <Skeleton words="Learning from the history" heights={[160]} /> : null : <PoolModels model={model.data} poolId={poolId} byPool={calibration.outcome?.byPool ?? null} />}
    </div>
  )
}

function whoseVisitors(pool: PoolChoice, overview: Overview): string | null {
  if (pool.kind === 'all') return null
  return pool.kind === 'none' ? 'visitors without a pool' : `the visitors of ${poolName(pool, overview)}`
}

function Failure({ error, retry }: { readonly error: unknown; readonly retry: () => void }): ReactNode {
  return (
    <ErrorNotice report={reportOf(error)}>
      <Button onPress={retry}>Try again</Button>
    </ErrorNotice>
  )
}

function Trying({ progress, timeZone }: { readonly progress: CalibrationProgress | null; readonly timeZone: string }): ReactNode {
  const isBegun = progress !== null && progress.of > 0
  const text = isBegun ? `Trying past weeks: ${progress.weeks.length} of ${progress.of} done` : 'Trying past weeks'
  const model = trustModel(progress?.weeks ?? [])
  return (
    <>
      <section className="staffing-answer" aria-label="In short">
        <div className="staffing-answer-text">
          <h2>Each past week is predicted from what was known before it …</h2>
          <ProgressLine label={text} share={isBegun ? progress.weeks.length / progress.of : null} />
          <p className="quiet">{text}. It goes on while you look elsewhere.</p>
        </div>
      </section>
      <Columns model={model} timeZone={timeZone} />
    </>
  )
}

function Columns({ model, timeZone }: { readonly model: TrustModel; readonly timeZone: string }): ReactNode {
  if (model.weeks.length === 0) return null
  return (
    <div className="trust-columns">
      <TriedWeeks weeks={model.weeks} />
      <HoursOfDay model={model} timeZone={timeZone} />
    </div>
  )
}

interface TriedProps {
  readonly model: TrustModel
  readonly isBlind: boolean
  readonly timeZone: string
  /** Whose weeks; null: everybody's. */
  readonly of: string | null
}

function Tried({ model, isBlind, timeZone, of }: TriedProps): ReactNode {
  const format = useFormat()
  const mood = trustMood(model, isBlind)
  return (
    <>
      <section className={`staffing-answer trust-${mood}`} aria-label="In short">
        <div className="staffing-answer-text">
          <h2>
            {ICONS[mood]}
            {trustHeadline(model, isBlind)}
          </h2>
          {of === null ? null : <p className="quiet">For {of} alone.</p>}
          {trustDetails(model, format).map((text) => (
            <p key={text}>{text}</p>
          ))}
        </div>
      </section>
      <Columns model={model} timeZone={timeZone} />
    </>
  )
}
