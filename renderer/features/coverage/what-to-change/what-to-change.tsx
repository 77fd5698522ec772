import { CalendarPlus, CircleCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { ToggleButton } from 'react-aria-components'
import { Button } from '../../../components/button.tsx'
import { Skeleton } from '../../../components/skeleton.tsx'
import { reportOf } from '../../../errors/error-report.ts'
import { useFormat } from '../../../format/format-context.tsx'
import { useRouting } from '../../../routing/use-route.tsx'
import { formatPool } from '../../../workspace/pool-choice.ts'
import { formatRange } from '../../../workspace/range-choice.ts'
import type { StaffingBlock } from '../../../workspace/staffing-blocks/block-types.ts'
import { agentsMore, blockWhen, capitalised, planWords, PRIORITY_WORDS, wonWords } from '../../../workspace/staffing-blocks/block-words.ts'
import { isSameHours, planAtOf, type HoursChoice } from '../../../workspace/staffing-blocks/hours-choice.ts'
import { usePlanHere } from '../../../workspace/use-plan-here.ts'
import { useWorkspace } from '../../../workspace/workspace-context.tsx'
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
  const { workspaceId } = useWorkspace()
  const { go } = useRouting()
  const openStaffing = (): void => go({ page: 'workspace', workspaceId, screen: 'staffing', params: { ...formatRange(view.range), ...formatPool(view.pool) } })
  return (
    <section className={isChanging ? 'coverage-panel what-to-change coverage-changing' : 'coverage-panel what-to-change'} aria-label="What to change" aria-busy={isChanging}>
      <header className="coverage-panel-head">
        <h2>What to change</h2>
        {view.countries === null ? null : <span className="coverage-panel-note">by the organization’s countries</span>}
        {blocks === null || blocks.length === 0 ? null : (
          <Button kind="link" onPress={openStaffing}>
            {blocks.length <= SHOWN ? 'More in Staffing' : `All ${format.count(blocks.length)} in Staffing`}
          </Button>
        )}
      </header>
      <Body {...state} view={view} target={target} change={change} />
    </section>
  )
}

function Body({ blocks, none, isTooEarly, error, retry, view, target, change }: WhatToChangeProps): ReactNode {
  const format = useFormat()
  if (blocks === null && error !== null) {
    return (
      <p className="what-to-change-note" role="alert">
        {reportOf(error).message}{' '}
        <Button kind="link" onPress={retry}>
          Try again
        </Button>
      </p>
    )
  }
  if (isTooEarly) return <p className="what-to-change-note quiet">Recommendations come with the end of the first sync.</p>
  if (blocks === null) return <Skeleton words="Learning from the history how many agents it takes" heights={[40, 40]} />
  if (none !== null && !none.isGood) return <p className="what-to-change-note">{`${none.title}. ${none.text}`}</p>
  if (blocks.length === 0) {
    return (
      <p className="what-to-change-note what-to-change-good">
        <CircleCheck size={16} aria-hidden /> Staffing looks good: no hour of the week stays under {format.rate(target)}.
      </p>
    )
  }
  const show = (block: StaffingBlock | null): void => change({ tab: 'heatmap', asTable: false, block: block === null ? null : hoursOf(block) })
  return (
    <ol className="top-blocks" aria-label="Hours to staff better, most missed first">
      {blocks.slice(0, SHOWN).map((block) => (
        <TopBlock key={blockWhen(block, format)} block={block} isShown={isSameHours(block, view.block)} onShow={(isShown) => show(isShown ? block : null)} />
      ))}
    </ol>
  )
}

interface TopBlockProps {
  readonly block: StaffingBlock
  readonly isShown: boolean
  readonly onShow: (isShown: boolean) => void
}

function TopBlock({ block, isShown, onShow }: TopBlockProps): ReactNode {
  const format = useFormat()
  const planHere = usePlanHere()
  const when = capitalised(blockWhen(block, format))
  return (
    <li className="top-block">
      <ToggleButton className="top-block-show" isSelected={isShown} onChange={onShow}>
        <strong>{when}</strong> <span className={`top-block-missed top-block-${block.priority}`}>{format.count(block.missedVisitors)}</span>{' '}
        <span className="top-block-take">
          <span className="visually-hidden">missed, priority {PRIORITY_WORDS[block.priority]}, </span>
          {agentsMore(block.suggestedAgents, format)}, <span className="top-block-won">{wonWords(block.expectedRecoveredPerWeek, format).replace(' visitors covered', '').replace(' visitor covered', '')}</span>
        </span>{' '}
        <span className="top-block-missed-word" aria-hidden>
          missed
        </span>
      </ToggleButton>
      <Button kind="quiet" icon={<CalendarPlus size={16} aria-hidden />} aria-label={`${planWords(block)}: ${when}`} onPress={() => planHere(planAtOf(block))} />
    </li>
  )
}

function hoursOf({ dayIndices, startHour, endHour }: StaffingBlock): HoursChoice {
  return { dayIndices, startHour, endHour }
}
