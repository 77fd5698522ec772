import { CircleCheck } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Card } from '../../kit/card.tsx'
import { Button } from '../../kit/button.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { Segments } from '../../kit/segments.tsx'
import { useFormat, useTexts } from '../../format/format-context.tsx'
import { USUAL_RANGE } from '../../app/range/range-choice.ts'
import { rangeName } from '../../app/range/range-text.ts'
import type { PoolChoice } from '../../app/pools/pool-choice.ts'
import type { Recommendation, StaffingBlock } from '../../app/staffing-blocks/block-types.ts'
import { lostByPoolSentence, lostSentence, takeSentence, unbroken } from '../../app/staffing-blocks/block-text.ts'
import { blockPriorities } from '../../app/staffing-blocks/block-priority.ts'
import { FreeMoves } from '../../app/staffing-blocks/free-moves.tsx'
import { noBlocks } from '../../app/staffing-blocks/no-blocks.ts'
import { canSplit, shownBlocks } from '../../app/staffing-blocks/shown-blocks.ts'
import { StarvedPools } from '../../app/pools/starved-pools.tsx'
import type { ChangeView } from '../../app/routing/use-kept-view.ts'
import { useWorkspace } from '../../app/workspace/workspace-context.tsx'
import { BlockCard } from './block-card.tsx'
import type { StaffingView } from './staffing-view.ts'

/** Cards at first: the rest loses little. */
const FIRST_CARDS = 12

interface GuideProps {
  readonly recommendation: Recommendation
  readonly view: StaffingView
  readonly change: ChangeView<StaffingView>
}

/** What to change: the answer in a sentence, then block by block. */
export function Guide({ recommendation, view, change }: GuideProps): ReactNode {
  const format = useFormat()
  const t = format.texts.staffing
  const { overview } = useWorkspace()
  const [isWhole, setWhole] = useState(false)
  const blocks = shownBlocks(recommendation, view)
  if (recommendation.totalVisitors === 0) return <NoVisitors recommendation={recommendation} change={change} />
  const isSplit = canSplit(recommendation) && view.byPool
  const names = new Map(recommendation.poolNames.map(({ poolId, name }) => [poolId, name]))
  const lost = isSplit
    ? lostByPoolSentence(recommendation, blocks, format)
    : lostSentence(recommendation, blocks, format)
  const priorities = blockPriorities(blocks, overview?.settings.priorityBy ?? 'share', format)
  const shown = isWhole ? blocks : blocks.slice(0, FIRST_CARDS)
  const none = blocks.length === 0 ? noBlocks(recommendation, format) : null
  return (
    <>
      <StarvedPools pools={recommendation.starvedPools} />
      <Card
        kind="answer"
        className={none?.isGood ? 'staffing-answer staffing-good' : 'staffing-answer'}
        label={t.inShort}
      >
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
              : `${t.underTarget({ count: blocks.length, target: format.rate(recommendation.target) })} ${takeSentence(blocks, format)}`}
          </p>
        </div>
        {canSplit(recommendation) ? (
          <Segments
            name={t.pools}
            choices={[
              { id: 'together', label: t.together },
              { id: 'pool', label: t.byPool },
            ]}
            value={view.byPool ? 'pool' : 'together'}
            onChange={(part) => change({ byPool: part === 'pool' })}
          />
        ) : null}
      </Card>
      {blocks.length === 0 ? null : (
        <>
          <FreeMoves pool={view.pool} first={blocks[0]} />
          <ul className="block-cards" aria-label={t.blocks}>
            {shown.map((block, index) => (
              <BlockCard
                key={`${block.poolId} ${block.dayIndices.join('')} ${block.startHour}`}
                block={block}
                priority={priorities[index]!}
                pool={isSplit ? (names.get(block.poolId) ?? t.noPool) : null}
                shown={isSplit ? blockPool(block) : view.pool}
                range={view.range}
                target={recommendation.target}
                share={(100 * block.missedVisitors) / recommendation.missedVisitors}
              />
            ))}
          </ul>
          {shown.length < blocks.length ? (
            <div>
              <Button onPress={() => setWhole(true)}>
                {t.showMore({ count: format.count(blocks.length - shown.length) })}
              </Button>
            </div>
          ) : null}
        </>
      )}
      <p className="staffing-basis">
        {t.basis({
          range: rangeName(view.range, format),
          count: recommendation.range.knownDays,
          // A day that is still running counts in part: minutes of it are of no interest.
          days: format.hours(Math.round(recommendation.range.knownDays * 10) / 10),
        })}{' '}
        {canSplit(recommendation) && !view.byPool ? t.servesAll : ''} {t.alwaysAvailable}{' '}
        <Button kind="link" onPress={() => change({ tab: 'trust' })}>
          {t.tabs.trust}
        </Button>
      </p>
    </>
  )
}

function NoVisitors({ recommendation, change }: Omit<GuideProps, 'view'>): ReactNode {
  const t = useTexts('staffing')
  return (
    <EmptyState
      title={t.noVisitorsTitle}
      actions={<Button onPress={() => change({ range: USUAL_RANGE, pool: { kind: 'all' } })}>{t.showAll}</Button>}
    >
      <p>{recommendation.range.knownDays === 0 ? t.noDataInRange : t.noVisitorsInRange}</p>
    </EmptyState>
  )
}

function blockPool({ poolId }: StaffingBlock): PoolChoice {
  return poolId === null ? { kind: 'none' } : { kind: 'pool', id: poolId }
}
