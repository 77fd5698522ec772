import { CalendarPlus, TriangleAlert, UserPlus } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../../components/button.tsx'
import { useFormat } from '../../format/format-context.tsx'
import { useRouting } from '../../routing/use-route.tsx'
import { formatPool, type PoolChoice } from '../../workspace/pool-choice.ts'
import { formatRange, type RangeChoice } from '../../workspace/range-choice.ts'
import { usePlanHere } from '../../workspace/use-plan-here.ts'
import { useWorkspace } from '../../workspace/workspace-context.tsx'
import { agentsMore, blockWhen, PRIORITY_WORDS, wonWords } from './block-words.ts'
import type { StaffingBlock } from './staffing-types.ts'

interface BlockCardProps {
  readonly block: StaffingBlock
  /** null: it is clear which. */
  readonly pool: string | null
  /** Whose cells the heatmap shows. */
  readonly shown: PoolChoice
  readonly range: RangeChoice
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** One block of hours: when, how many more agents, what they give, why. */
export function BlockCard({ block, pool, shown, range }: BlockCardProps): ReactNode {
  const format = useFormat()
  const { workspaceId } = useWorkspace()
  const { go } = useRouting()
  const planHere = usePlanHere()
  const when = blockWhen(block, format)
  const name = pool === null ? when : `${when}, ${pool}`
  const cell = { dayOfWeek: block.dayIndices[0]!, hour: block.startHour }
  const openCell = (): void =>
    go({ page: 'workspace', workspaceId, screen: 'coverage', params: { ...formatRange(range), ...formatPool(shown), cell: `${cell.dayOfWeek}-${cell.hour}` } })
  return (
    <li className="block-card" aria-label={capitalised(name)}>
      <header className="block-head">
        <h3>{capitalised(when)}</h3>
        {pool === null ? null : <span className="block-pool">{pool}</span>}
        <span className={`block-priority block-${block.priority}`}>
          {block.priority === 'critical' ? <TriangleAlert size={12} aria-hidden /> : null}
          <span className="visually-hidden">Priority: </span>
          {PRIORITY_WORDS[block.priority]}
        </span>
      </header>
      <p className="block-advice">
        <span className="block-agents">
          <UserPlus size={16} aria-hidden />
          {agentsMore(block.suggestedAgents, format)}
        </span>
        <span className="block-won">{wonWords(block.expectedRecoveredPerWeek, format)}</span>
      </p>
      <div className="block-rates">
        <span className="block-bar" aria-hidden>
          <span className="block-bar-covered" style={{ width: `${block.coverageRate}%` }} />
          <span className="block-bar-won" style={{ width: `${Math.max(0, block.expectedRate - block.coverageRate)}%` }} />
        </span>
        <p>
          {format.count(block.missedVisitors)} of {format.count(block.totalVisitors)} missed: {format.rate(block.coverageRate)} covered, {format.rate(block.expectedRate)} with them.
        </p>
      </div>
      <p className="block-reason">{block.reason}</p>
      <div className="block-actions">
        <Button kind="secondary" icon={<CalendarPlus size={16} aria-hidden />} aria-label={`Plan a shift here: ${name}`} onPress={() => planHere(cell)}>
          Plan a shift here
        </Button>
        <Button kind="link" aria-label={`Show in heatmap: ${name}`} onPress={openCell}>
          Show in heatmap
        </Button>
      </div>
    </li>
  )
}
