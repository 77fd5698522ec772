import { useQuery } from '@tanstack/react-query'
import { CircleCheck, CircleHelp, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { isPool } from '../../../../shared/predict/is-pool.ts'
import { Card } from '../../../kit/card.tsx'
import { Button } from '../../../kit/button.tsx'
import { ErrorNotice } from '../../../kit/error-notice.tsx'
import { ProgressLine } from '../../../kit/progress-line.tsx'
import { Skeleton } from '../../../kit/skeleton.tsx'
import { reportOf } from '../../../app/errors/error-report.ts'
import { useFormat, useTexts } from '../../../format/format-context.tsx'
import type { Formatter } from '../../../format/formatter.ts'
import { useTRPC, WHILE_SHOWN } from '../../../app/rpc/client.ts'
import { useWorkspace } from '../../../app/workspace/workspace-context.tsx'
import { poolIdOf, poolName, type PoolChoice } from '../../../app/pools/pool-choice.ts'
import type { Overview } from '../../../app/workspace/workspace-types.ts'
import { HoursOfDay } from './hours-of-day.tsx'
import { PoolModels } from './pool-models.tsx'
import { TriedWeeks } from './tried-weeks.tsx'
import { type TrustModel, trustModel } from './trust-model.ts'
import { isWithoutSessions, trustDetails, trustHeadline, trustMood, type TrustMood } from './trust-text.ts'
import { type CalibrationProgress, useCalibration } from './use-calibration.ts'

const ICONS: Readonly<Record<TrustMood, ReactNode>> = {
  good: <CircleCheck size={20} aria-hidden />,
  care: <TriangleAlert size={20} aria-hidden />,
  early: <CircleHelp size={20} aria-hidden />,
  blind: <TriangleAlert size={20} aria-hidden />,
}

/** How well past weeks would have been predicted, what is known of each pool, and what would help. */
export function Trust({ overview, pool }: { readonly overview: Overview; readonly pool: PoolChoice }): ReactNode {
  const format = useFormat()
  const { workspaceId } = useWorkspace()
  const trpc = useTRPC()
  const { timeZone, revision } = overview
  const poolId = poolIdOf(pool)
  const calibration = useCalibration({ workspaceId, timeZone, revision, poolId })
  const model = useQuery(
    trpc.recommend.model.queryOptions(
      { workspaceId, timeZone },
      { ...WHILE_SHOWN, staleTime: Number.POSITIVE_INFINITY },
    ),
  )
  const pools = (model.data?.pools ?? []).filter((one) => poolId === undefined || isPool(one, poolId))
  return (
    <div className="trust">
      {calibration.error === null ? null : <Failure error={calibration.error} retry={calibration.retry} />}
      {calibration.outcome === null ? (
        calibration.error === null ? (
          <Trying progress={calibration.progress} timeZone={timeZone} />
        ) : null
      ) : (
        <Tried
          model={trustModel(calibration.outcome.weeks)}
          isBlind={isWithoutSessions(pools)}
          timeZone={timeZone}
          visitors={visitorsText(pool, overview, format)}
        />
      )}
      {model.error === null ? null : <Failure error={model.error} retry={() => void model.refetch()} />}
      {model.data === undefined ? (
        model.error === null ? (
          <Skeleton label={format.texts.trust.loading} heights={[160]} />
        ) : null
      ) : (
        <PoolModels model={model.data} poolId={poolId} byPool={calibration.outcome?.byPool ?? null} />
      )}
    </div>
  )
}

/** Of which visitors alone the figures are; null: of all. */
function visitorsText(pool: PoolChoice, overview: Overview, format: Formatter): string | null {
  const t = format.texts.trust
  if (pool.kind === 'all') return null
  return pool.kind === 'none' ? t.forNoPool : t.forPool({ pool: poolName(pool, overview, format) })
}

function Failure({ error, retry }: { readonly error: unknown; readonly retry: () => void }): ReactNode {
  const { tryAgain } = useTexts('app')
  return (
    <ErrorNotice report={reportOf(error)}>
      <Button onPress={retry}>{tryAgain}</Button>
    </ErrorNotice>
  )
}

function Trying({
  progress,
  timeZone,
}: {
  readonly progress: CalibrationProgress | null
  readonly timeZone: string
}): ReactNode {
  const format = useFormat()
  const t = format.texts.trust
  const isBegun = progress !== null && progress.of > 0
  const text = isBegun
    ? t.testingProgress({ done: format.count(progress.weeks.length), all: format.count(progress.of) })
    : t.testing
  const model = trustModel(progress?.weeks ?? [])
  return (
    <>
      <Card kind="answer" className="staffing-answer" label={format.texts.staffing.inShort}>
        <div className="staffing-answer-text">
          <h2>{t.testingTitle}</h2>
          <ProgressLine label={text} share={isBegun ? progress.weeks.length / progress.of : null} />
          <p className="quiet">{text}</p>
          <p className="quiet">{t.testingGoesOn}</p>
        </div>
      </Card>
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
  /** Of which visitors alone; null: of all. */
  readonly visitors: string | null
}

function Tried({ model, isBlind, timeZone, visitors }: TriedProps): ReactNode {
  const format = useFormat()
  const mood = trustMood(model, isBlind)
  return (
    <>
      <Card kind="answer" className={`staffing-answer trust-${mood}`} label={format.texts.staffing.inShort}>
        <div className="staffing-answer-text">
          <h2>
            {ICONS[mood]}
            {trustHeadline(model, format, isBlind)}
          </h2>
          {visitors === null ? null : <p className="quiet">{visitors}</p>}
          {trustDetails(model, format).map((text) => (
            <p key={text}>{text}</p>
          ))}
        </div>
      </Card>
      <Columns model={model} timeZone={timeZone} />
    </>
  )
}
