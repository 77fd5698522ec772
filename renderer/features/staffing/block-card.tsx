import { CalendarPlus, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { describeReason } from '../../../shared/recommend/index.ts'
import { Button } from '../../kit/button.tsx'
import { useFormat } from '../../format/format-context.tsx'
import { useRouting } from '../../app/routing/use-route.tsx'
import { formatPool, type PoolChoice } from '../../app/pools/pool-choice.ts'
import { formatRange, type RangeChoice } from '../../app/range/range-choice.ts'
import type { BlockPriority } from '../../app/staffing-blocks/block-priority.ts'
import type { StaffingBlock } from '../../app/staffing-blocks/block-types.ts'
import {
  agentsMore,
  blockWhen,
  capitalised,
  planText,
  unbroken,
  wonText,
} from '../../app/staffing-blocks/block-text.ts'
import { formatHours, shiftsToAdd } from '../../app/staffing-blocks/hours-choice.ts'
import { usePlanHere } from '../../app/staffing-blocks/use-plan-here.ts'
import { useWorkspace } from '../../app/workspace/workspace-context.tsx'

interface BlockCardProps {
  readonly block: StaffingBlock
  readonly priority: BlockPriority
  /** null: it is clear which. */
  readonly pool: string | null
  /** Whose cells the heatmap shows. */
  readonly shown: PoolChoice
  readonly range: RangeChoice
  /** Of all who were missed, 0-100. */
  readonly share: number
  /** 0-100. */
  readonly target: number
}

/** One block of hours: when, how many are missed, how many more agents it takes, what they give, why. */
export function BlockCard({ block, priority, pool, shown, range, share, target }: BlockCardProps): ReactNode {
  const format = useFormat()
  const t = format.texts.staffing
  const { workspaceId } = useWorkspace()
  const { go } = useRouting()
  const planHere = usePlanHere()
  const when = capitalised(blockWhen(block, format))
  const name = pool === null ? when : t.nameWithPool({ when, pool })
  const showCells = (): void =>
    go({
      page: 'workspace',
      workspaceId,
      screen: 'coverage',
      params: { ...formatRange(range), ...formatPool(shown), block: formatHours(block) },
    })
  return (
    <li className="block-card" aria-label={name}>
      <header className="block-head">
        <h3>{unbroken(when)}</h3>
        <span className={`block-priority block-${priority.level}`}>
          {priority.level === 'critical' ? <TriangleAlert size={12} aria-hidden /> : null}
          <span className="visually-hidden">{t.priority} </span>
          {priority.text}
        </span>
        {pool === null ? null : (
          <span className="block-pool" translate="no">
            {pool}
          </span>
        )}
      </header>
      <div className="block-figures">
        <p className="block-missed">
          <strong>{format.count(block.missedVisitors)}</strong>
          <span>{t.shareOfMissed({ share: share < 1 ? t.lessThanOnePercent : format.rate(share) })}</span>
        </p>
        <p className="block-advice">
          <strong>{agentsMore(block.suggestedAgents, format)}</strong>
          <span>{wonText(block.expectedRecoveredPerWeek, format)}</span>
        </p>
      </div>
      <div className="block-rates">
        <span className="block-bar" aria-hidden>
          <span className="block-bar-covered" style={{ width: `${block.coverageRate}%` }} />
          <span
            className="block-bar-won"
            style={{ width: `${Math.max(0, block.expectedRate - block.coverageRate)}%` }}
          />
        </span>
        <p>
          {t.coverage({
            before: format.rate(block.coverageRate),
            after: format.rate(block.expectedRate),
            count: block.totalVisitors,
          })}
        </p>
      </div>
      <p className="block-reason">
        {describeReason(block.reason, format)}{' '}
        {block.coverageRate < target ? '' : t.fewVisitors({ target: format.rate(target) })}
      </p>
      <div className="block-actions">
        <Button
          kind="secondary"
          icon={<CalendarPlus size={16} aria-hidden />}
          aria-label={t.addShiftsTo({ action: planText(block, format), name })}
          onPress={() => planHere(shiftsToAdd(block))}
        >
          {planText(block, format)}
        </Button>
        <Button kind="link" aria-label={t.showInHeatmapOf({ name })} onPress={showCells}>
          {t.showInHeatmap}
        </Button>
      </div>
    </li>
  )
}
