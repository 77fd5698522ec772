import { CircleCheck } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Segments } from '../../components/segments.tsx'
import { useFormat } from '../../format/format-context.tsx'
import { USUAL_RANGE } from '../../workspace/range-choice.ts'
import { rangeName } from '../../workspace/range-words.ts'
import type { PoolChoice } from '../../workspace/pool-choice.ts'
import type { Recommendation, StaffingBlock } from '../../workspace/staffing-blocks/block-types.ts'
import { lostByPoolSentence, lostSentence, takeSentence, unbroken } from '../../workspace/staffing-blocks/block-words.ts'
import { noBlocks } from '../../workspace/staffing-blocks/no-blocks.ts'
import { canSplit, shownBlocks } from '../../workspace/staffing-blocks/shown-blocks.ts'
import { StarvedPools } from '../../workspace/starved-pools.tsx'
import type { ChangeView } from '../../workspace/use-kept-view.ts'
import { BlockCard } from './block-card.tsx'
import type { StaffingView } from './staffing-view.ts'

/** Cards at first: the rest loses little. */
const FIRST_CARDS = 12
const PARTS = [
  { id: 'together', label: 'All pools together' },
  { id: 'pool', label: 'Pool by pool' },
] as const

interface GuideProps {
  readonly recommendation: Recommendation
  readonly view: StaffingView
  readonly change: ChangeView<StaffingView>
}

/** What to change: the answer in a sentence, then block by block. */
export function Guide({ recommendation, view, change }: GuideProps): ReactNode {
  const format = useFormat()
  const [isWhole, setWhole] = useState(false)
  const blocks = shownBlocks(recommendation, view)
  if (recommendation.totalVisitors === 0) return <NoVisitors recommendation={recommendation} change={change} />
  const isSplit = canSplit(recommendation) && view.byPool
  const names = new Map(recommendation.poolNames.map(({ poolId, name }) => [poolId, name]))
  const lost = isSplit ? lostByPoolSentence(recommendation, blocks, format) : lostSentence(recommendation, blocks, format)
  const shown = isWhole ? blocks : blocks.slice(0, FIRST_CARDS)
  const none = blocks.length === 0 ? noBlocks(recommendation, format) : null
  return (
    <>
      <StarvedPools pools={recommendation.starvedPools} />
      <section className={none?.isGood ? 'staffing-answer staffing-good' : 'staffing-answer'} aria-label="In short">
        <div className="staffing-answer-text">
          {none === null ? (
            <h2>{unbroken(lost)}</h2>
          ) : (
            <h2>
              {none.isGood ? <CircleCheck size={20} aria-hidden /> : null}
              {none.title}
            </h2>
          )}
          <p className="quiet">
            {none !== null
              ? `${none.text} ${lostSentence(recommendation, [], format)}`
              : `${blocks.length === 1 ? 'One block of hours stays' : `${format.count(blocks.length)} blocks of hours stay`} under ${format.rate(recommendation.target)}. ${takeSentence(blocks, format)}`}
          </p>
        </div>
        {canSplit(recommendation) ? <Segments name="Pools" choices={PARTS} value={view.byPool ? 'pool' : 'together'} onChange={(part) => change({ byPool: part === 'pool' })} /> : null}
      </section>
      {blocks.length === 0 ? null : (
        <>
          <ul className="block-cards" aria-label="Hours to staff better, most missed first">
            {shown.map((block) => (
              <BlockCard
                key={`${block.poolId} ${block.dayIndices.join('')} ${block.startHour}`}
                block={block}
                pool={isSplit ? (names.get(block.poolId) ?? 'No pool') : null}
                shown={isSplit ? choiceOf(block) : view.pool}
                range={view.range}
                target={recommendation.target}
                share={(100 * block.missedVisitors) / recommendation.missedVisitors}
              />
            ))}
          </ul>
          {shown.length < blocks.length ? (
            <div>
              <Button onPress={() => setWhole(true)}>Show {format.count(blocks.length - shown.length)} more, with fewer missed</Button>
            </div>
          ) : null}
        </>
      )}
      <p className="staffing-basis">
        {rangeName(view.range, format)}, of which {format.average(recommendation.range.knownDays)} days are known.{' '}
        {canSplit(recommendation) && !view.byPool ? 'The agents meant are ones who serve every pool. ' : ''}
        They are counted as online all the time; a plan expects them to be away for some of it, and promises a little less.{' '}
        <Button kind="link" onPress={() => change({ tab: 'trust' })}>
          How well do we predict?
        </Button>
      </p>
    </>
  )
}

function NoVisitors({ recommendation, change }: Omit<GuideProps, 'view'>): ReactNode {
  return (
    <EmptyState title="No coverage data" actions={<Button onPress={() => change({ range: USUAL_RANGE, pool: { kind: 'all' } })}>Show the last 30 days of all pools</Button>}>
      <p>{recommendation.range.knownDays === 0 ? 'Nothing of these dates is known, so there is nothing to go by.' : 'Nobody came in these dates, so nobody was missed.'}</p>
    </EmptyState>
  )
}

function choiceOf({ poolId }: StaffingBlock): PoolChoice {
  return poolId === null ? { kind: 'none' } : { kind: 'pool', id: poolId }
}
