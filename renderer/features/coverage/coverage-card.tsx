import { ArrowDown, ArrowRight, ArrowUp, CircleCheck, CircleHelp, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { useFormat, useTexts } from '../../format/format-context.tsx'
import { valueFigures } from './by-value.ts'
import { cardModel, type CardModel, type CardMood, type KnownBlocks } from './card-model.ts'
import type { CellChoice, CoverageView } from './coverage-view.ts'
import type { CoverageReport } from './report.ts'
import { useRouting } from '../../app/routing/use-route.tsx'
import { formatPool, poolIdOf } from '../../app/pools/pool-choice.ts'
import { formatRange } from '../../app/range/range-choice.ts'
import { planAtHour, shiftsToAdd } from '../../app/staffing-blocks/hours-choice.ts'
import { useWorkspace } from '../../app/workspace/workspace-context.tsx'
import { blockWhen, unbroken } from '../../app/staffing-blocks/block-text.ts'
import { usePlanHere } from '../../app/staffing-blocks/use-plan-here.ts'
import './coverage-card.css'

interface CoverageCardProps {
  readonly report: CoverageReport
  readonly blocks: KnownBlocks
  readonly view: CoverageView
  readonly change: (patch: Partial<CoverageView>) => void
}

const MOOD_ICONS: Readonly<Record<CardMood, ReactNode>> = {
  good: <CircleCheck size={16} aria-hidden />,
  lost: <TriangleAlert size={16} aria-hidden />,
  early: <CircleHelp size={16} aria-hidden />,
  partial: <CircleHelp size={16} aria-hidden />,
  quiet: <CircleHelp size={16} aria-hidden />,
  unknown: <CircleHelp size={16} aria-hidden />,
}

/** The answer in one line: how much is covered, how that changed, and where visitors are lost. */
export function CoverageCard({ report, blocks, view, change }: CoverageCardProps): ReactNode {
  const format = useFormat()
  const t = format.texts.coverage
  const { workspaceId } = useWorkspace()
  const { go } = useRouting()
  const planHere = usePlanHere()
  const card = cardModel(report, blocks, format)
  const value = valueFigures(report, format)
  const worst = worstCell(report)
  const first = typeof blocks === 'string' ? undefined : blocks[0]
  return (
    <Card kind="answer" label={t.card}>
      <div className="card-figures">
        <p className="card-rate">
          {card.rate === null ? (
            <span className="card-rate-early">{card.basis}</span>
          ) : (
            <>
              <span className="card-rate-label">{t.rate}</span> <span className="card-rate-value">{card.rate}</span>
            </>
          )}
        </p>
        <Change change={card.change} />
        <dl className="card-counts">
          <Count label={t.visitors} value={card.visitors} />
          <Count label={t.covered} value={card.covered} kind="covered" />
          <Count label={t.missed} value={card.missed} kind="missed" />
          {value === null ? null : <Count label={t.coverageByValue} value={value.rate} />}
          {value === null || value.missedWorth === null ? null : (
            <Count label={t.missedByValue} value={value.missedWorth} kind="missed" />
          )}
          {card.agents === null ? null : (
            <Count
              label={report.range.agentsOnline === 'present' ? t.agentsOnAverageWithoutAway : t.agentsOnAverage}
              value={card.agents}
            />
          )}
        </dl>
      </div>
      <span className={card.rate === null ? 'card-bar card-bar-early' : 'card-bar'} aria-hidden>
        <span
          className="card-bar-covered"
          style={{ width: `${card.rate === null ? 100 * report.range.knownShare : card.rateValue}%` }}
        />
      </span>
      <div className={`card-headline card-${card.mood}`}>
        <p className="card-headline-text">
          {MOOD_ICONS[card.mood]}
          <span>{unbroken(card.headline)}</span>
        </p>
        {card.mood === 'lost' && worst !== null ? (
          <>
            <Button kind="link" onPress={() => change({ tab: 'heatmap', asTable: false, cell: worst })}>
              {t.seeWorstHour}
            </Button>
            <Button
              kind="link"
              {...(first === undefined ? {} : { 'aria-label': t.addShiftsAt({ when: blockWhen(first, format) }) })}
              onPress={() =>
                planHere(first === undefined ? planAtHour(worst, poolIdOf(view.pool)) : shiftsToAdd(first))
              }
            >
              {t.addShifts}
            </Button>
            <Button
              kind="link"
              onPress={() =>
                go({
                  page: 'workspace',
                  workspaceId,
                  screen: 'staffing',
                  params: { ...formatRange(view.range), ...formatPool(view.pool) },
                })
              }
            >
              {t.seeRecommendations}
            </Button>
          </>
        ) : null}
        {card.basis === null || card.rate === null ? null : <p className="card-aside quiet">{card.basis}</p>}
        {value === null || value.basis === null ? null : <p className="card-aside quiet">{value.basis}</p>}
      </div>
    </Card>
  )
}

function Change({ change }: { readonly change: CardModel['change'] }): ReactNode {
  const t = useTexts('coverage')
  if (change === null) return null
  const icon = {
    up: <ArrowUp size={14} aria-label={t.up} />,
    down: <ArrowDown size={14} aria-label={t.down} />,
    same: <ArrowRight size={14} aria-hidden />,
  }[change.direction]
  return (
    <p className={`card-change card-change-${change.direction}`}>
      {icon}
      <span>{change.text}</span>
    </p>
  )
}

interface CountProps {
  readonly label: string
  readonly value: string
  readonly kind?: 'covered' | 'missed'
}

function Count({ label, value, kind }: CountProps): ReactNode {
  return (
    <div className="card-count">
      <dt>{label}</dt>
      <dd>
        {kind === undefined ? null : <span className={`card-key card-key-${kind}`} aria-hidden />}
        {value}
      </dd>
    </div>
  )
}

/** The hour of the week that loses most; null where none does. */
function worstCell(report: CoverageReport): CellChoice | null {
  const worst = report.byDayHour.flat().toSorted((a, b) => b.missedOpportunities - a.missedOpportunities)[0]
  return worst === undefined || worst.missedOpportunities === 0
    ? null
    : { dayOfWeek: worst.dayOfWeek, hour: worst.hour }
}
