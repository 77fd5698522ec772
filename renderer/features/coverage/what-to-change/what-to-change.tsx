import { CalendarPlus, CircleCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { ToggleButton } from 'react-aria-components'
import { Button } from '../../../kit/button.tsx'
import { Card, CardHead } from '../../../kit/card.tsx'
import { Skeleton } from '../../../kit/skeleton.tsx'
import { reportOf } from '../../../app/errors/error-report.ts'
import { useFormat } from '../../../format/format-context.tsx'
import { Rich } from '../../../format/rich.ts'
import { useRouting } from '../../../app/routing/use-route.tsx'
import { formatPool } from '../../../app/pools/pool-choice.ts'
import { formatRange } from '../../../app/range/range-choice.ts'
import { blockPriorities, type BlockPriority } from '../../../app/staffing-blocks/block-priority.ts'
import type { StaffingBlock } from '../../../app/staffing-blocks/block-types.ts'
import { agentsMore, blockWhen, capitalised, planText } from '../../../app/staffing-blocks/block-text.ts'
import { isSameHours, shiftsToAdd, type HoursChoice } from '../../../app/staffing-blocks/hours-choice.ts'
import { FreeMoves } from '../../../app/staffing-blocks/free-moves.tsx'
import { usePlanHere } from '../../../app/staffing-blocks/use-plan-here.ts'
import { useWorkspace } from '../../../app/workspace/workspace-context.tsx'
import type { CoverageView } from '../coverage-view.ts'
import type { BlocksState } from './use-blocks.ts'
import './what-to-change.css'

/** The rest is on the staffing screen. */
const SHOWN = 3

interface WhatToChangeProps extends BlocksState {
  readonly view: CoverageView
  readonly target: number
  readonly change: (patch: Partial<CoverageView>) => void
}

/** The hours that miss most, beside the charts: each shows its cells in the heatmap, and leads to a plan. */
export function WhatToChange({ view, target, change, ...state }: WhatToChangeProps): ReactNode {
  const { blocks, isChanging } = state
  const format = useFormat()
  const t = format.texts.coverage
  const { workspaceId } = useWorkspace()
  const { go } = useRouting()
  const openStaffing = (): void =>
    go({
      page: 'workspace',
      workspaceId,
      screen: 'staffing',
      params: { ...formatRange(view.range), ...formatPool(view.pool) },
    })
  return (
    <Card
      kind="figure"
      className={isChanging ? 'coverage-panel what-to-change coverage-changing' : 'coverage-panel what-to-change'}
      label={t.whatToChange}
      isBusy={isChanging}
    >
      <CardHead>
        <h2>{t.whatToChange}</h2>
        {view.countries === null ? null : <span className="coverage-panel-note">{t.byOrganization}</span>}
        {view.pages.kind === 'all' ? null : <span className="coverage-panel-note">{t.ofAllPages}</span>}
        {blocks === null || blocks.length === 0 ? null : (
          <Button kind="link" onPress={openStaffing}>
            {blocks.length <= SHOWN ? t.moreInStaffing : t.allInStaffing({ count: format.count(blocks.length) })}
          </Button>
        )}
      </CardHead>
      <Body {...state} view={view} target={target} change={change} />
    </Card>
  )
}

function Body({ blocks, none, isTooEarly, error, retry, view, target, change }: WhatToChangeProps): ReactNode {
  const format = useFormat()
  const t = format.texts.coverage
  const { overview } = useWorkspace()
  if (blocks === null && error !== null) {
    return (
      <p className="what-to-change-note" role="alert">
        {reportOf(error).message}{' '}
        <Button kind="link" onPress={retry}>
          {format.texts.app.tryAgain}
        </Button>
      </p>
    )
  }
  if (isTooEarly) return <p className="what-to-change-note quiet">{t.afterFirstSync}</p>
  if (blocks === null) return <Skeleton label={t.calculating} heights={[40, 40]} />
  if (none !== null && !none.isGood)
    return <p className="what-to-change-note">{t.noneRecommended({ title: none.title, text: none.text })}</p>
  if (blocks.length === 0) {
    return (
      <p className="what-to-change-note what-to-change-good">
        <CircleCheck size={16} aria-hidden /> {t.looksGood({ target: format.rate(target) })}
      </p>
    )
  }
  const priorities = blockPriorities(blocks, overview?.settings.priorityBy ?? 'share', format)
  const show = (block: StaffingBlock | null): void =>
    change({ tab: 'heatmap', asTable: false, block: block === null ? null : blockHours(block) })
  return (
    <>
      <FreeMoves pool={view.pool} />
      <ol className="top-blocks" aria-label={t.mostMissedFirst}>
        {blocks.slice(0, SHOWN).map((block, index) => (
          <TopBlock
            key={blockWhen(block, format)}
            block={block}
            priority={priorities[index]!}
            isShown={isSameHours(block, view.block)}
            onShow={(isShown) => show(isShown ? block : null)}
          />
        ))}
      </ol>
    </>
  )
}

interface TopBlockProps {
  readonly block: StaffingBlock
  readonly priority: BlockPriority
  readonly isShown: boolean
  readonly onShow: (isShown: boolean) => void
}

function TopBlock({ block, priority, isShown, onShow }: TopBlockProps): ReactNode {
  const format = useFormat()
  const t = format.texts.coverage
  const planHere = usePlanHere()
  const when = capitalised(blockWhen(block, format))
  return (
    <li className="top-block">
      <ToggleButton className="top-block-show" isSelected={isShown} onChange={onShow}>
        <strong>{when}</strong>{' '}
        <span className={`top-block-missed top-block-${priority.level}`}>{format.count(block.missedVisitors)}</span>{' '}
        <span className="top-block-take">
          <span className="visually-hidden">{t.missedPriority({ priority: priority.text })}</span>{' '}
          <Rich
            parts={t.takes({
              agents: agentsMore(block.suggestedAgents, format),
              won:
                block.expectedRecoveredPerWeek < 1
                  ? t.wonShortFew
                  : t.wonShort({ count: format.count(Math.round(block.expectedRecoveredPerWeek)) }),
              strong: (text) => <span className="top-block-won">{text}</span>,
            })}
          />
        </span>{' '}
        <span className="top-block-missed-word" aria-hidden>
          {t.missed}
        </span>
      </ToggleButton>
      <Button
        kind="quiet"
        icon={<CalendarPlus size={16} aria-hidden />}
        aria-label={t.addShiftsFor({ action: planText(block, format), when })}
        onPress={() => planHere(shiftsToAdd(block))}
      />
    </li>
  )
}

function blockHours({ dayIndices, startHour, endHour }: StaffingBlock): HoursChoice {
  return { dayIndices, startHour, endHour }
}
