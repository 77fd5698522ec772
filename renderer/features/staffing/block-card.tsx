import { CalendarPlus, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../../components/button.tsx'
import { useFormat } from '../../format/format-context.tsx'
import { useRouting } from '../../routing/use-route.tsx'
import { formatPool, type PoolChoice } from '../../workspace/pool-choice.ts'
import { formatRange, type RangeChoice } from '../../workspace/range-choice.ts'
import type { StaffingBlock } from '../../workspace/staffing-blocks/block-types.ts'
import { agentsMore, blockWhen, capitalised, planWords, PRIORITY_WORDS, unbroken, wonWords } from '../../workspace/staffing-blocks/block-words.ts'
import { formatHours, planAtOf } from '../../workspace/staffing-blocks/hours-choice.ts'
import { usePlanHere } from '../../workspace/use-plan-here.ts'
import { useWorkspace } from '../../workspace/workspace-context.tsx'

interface BlockCardProps {
  readonly block: StaffingBlock
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
export function BlockCard({ block, pool, shown, range, share, target }: BlockCardProps): ReactNode {
  const format = useFormat()
  const { workspaceId } = useWorkspace()
  const { go } = useRouting()
  const planHere = usePlanHere()
  const when = capitalised(blockWhen(block, format))
  const name = pool === null ? when : `${when}, ${pool}`
  const showCells = (): void => go({ page: 'workspace', workspaceId, screen: 'coverage', params: { ...formatRange(range), ...formatPool(shown), block: formatHours(block) } })
  return (
    <li className="block-card" aria-label={name}>
      <header className="block-head">
        <h3>{unbroken(when)}</h3>
        <span className={`block-priority block-${block.priority}`}>
          {block.priority === 'critical' ? <TriangleAlert size={12} aria-hidden /> : null}
          <span className="visually-hidden">Priority: </span>
          {PRIORITY_WORDS[block.priority]}
        </span>
        {pool === null ? null : <span className="block-pool">{pool}</span>}
      </header>
      <div className="block-figures">
        <p className="block-missed">
          <strong>{format.count(block.missedVisitors)}</strong>
          <span>missed, {share < 1 ? '<1\u00a0%' : format.rate(share)} of all</span>
        </p>
        <p className="block-advice">
          <strong>{agentsMore(block.suggestedAgents, format)}</strong>
          <span>{wonWords(block.expectedRecoveredPerWeek, format)}</span>
        </p>
      </div>
      <div className="block-rates">
        <span className="block-bar" aria-hidden>
          <span className="block-bar-covered" style={{ width: `${block.coverageRate}%` }} />
          <span className="block-bar-won" style={{ width: `${Math.max(0, block.expectedRate - block.coverageRate)}%` }} />
        </span>
        <p>
          {format.rate(block.coverageRate)} of {format.visitors(block.totalVisitors)} covered, {format.rate(block.expectedRate)} with them.
        </p>
      </div>
      <p className="block-reason">
        {block.reason}
        {block.coverageRate < target ? '' : ` So few came that what is usual counts too, and that is under ${format.rate(target)}.`}
      </p>
      <div className="block-actions">
        <Button kind="secondary" icon={<CalendarPlus size={16} aria-hidden />} aria-label={`${planWords(block)}: ${name}`} onPress={() => planHere(planAtOf(block))}>
          {planWords(block)}
        </Button>
        <Button kind="link" aria-label={`Show in heatmap: ${name}`} onPress={showCells}>
          Show in heatmap
        </Button>
      </div>
    </li>
  )
}
