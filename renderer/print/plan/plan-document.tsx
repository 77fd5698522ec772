import type { ReactNode } from 'react'
import type { ChartTheme } from '../../charts/chart-theme.ts'
import { coverageStrength } from '../../charts/coverage-colour.ts'
import { PLAN_WEEK_HEIGHT, planWeekOption } from '../../charts/plan-week.ts'
import { StillChart } from '../../charts/still-chart.tsx'
import type { Formatter } from '../../format/formatter.ts'
import { Figures } from '../figures.tsx'
import { HeatTable, paperColour } from '../heat-table.tsx'
import { FactList, PaperTable, Part, Sheet, CHART_WIDTH } from '../sheet.tsx'
import type { PlanPrint } from './plan-print.ts'
import type { Problem } from './plan-problems.ts'
import { RosterTable } from '../../app/roster/roster-table.tsx'
import type { HourFigures } from './week-hours-model.ts'

interface PlanDocumentProps {
  readonly plan: PlanPrint
  readonly format: Formatter
}

/** A plan on paper: what it gives, who works when, and what that rests on. */
export function PlanDocument({ plan, format }: PlanDocumentProps): ReactNode {
  const { paperPlan: t } = format.texts
  return (
    <Sheet title={plan.title} facts={plan.facts}>
      <Figures figures={plan.figures} />
      {plan.hours === null ? (
        <Part title={t.prediction}>
          <p>{plan.notPredicted}</p>
        </Part>
      ) : (
        <Week hours={plan.hours} target={plan.target} format={format} />
      )}
      <Part title={t.roster} isWide>
        <RosterTable roster={plan.roster} />
      </Part>
      <Part title={t.issues}>
        <Problems problems={plan.problems} none={plan.noProblems} format={format} />
        <p>{plan.checked}</p>
      </Part>
      {plan.hours === null ? null : (
        <Part title={t.howPredicted} isWhole>
          {plan.basis.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <h3>{t.accuracy}</h3>
          <FactList facts={plan.record} className="sheet-record" />
        </Part>
      )}
    </Sheet>
  )
}

function Week({
  hours,
  target,
  format,
}: {
  readonly hours: readonly HourFigures[]
  readonly target: number
  readonly format: Formatter
}): ReactNode {
  const { planWeek, paperPlan: t } = format.texts
  const days = Array.from({ length: 7 }, (_, day) => hours.slice(day * 24, day * 24 + 24))
  const dayNames = days.map((day) => format.dayName(day[0]!.dayOfWeek))
  const shortNames = days.map((day) => format.dayName(day[0]!.dayOfWeek, 'short'))
  const hasMinimum = hours.some(({ minimum }) => minimum > 0)
  const option = (theme: ChartTheme): ReturnType<typeof planWeekOption> =>
    planWeekOption(
      {
        labels: hours.map(({ hour }, index) => (hour === 0 ? shortNames[Math.floor(index / 24)]! : '')),
        visitors: hours.map(({ visitors }) => visitors),
        agents: hours.map(({ agents }) => agents),
        needed: hours.map(({ needed }) => needed),
        minimum: hasMinimum ? hours.map(({ minimum }) => minimum) : null,
        coverage: hours.map(({ rate }) => rate),
        band: hours.map(({ band }) => band),
        target,
        titles: {
          visitors: planWeek.visitorsTitle,
          agents: hasMinimum ? planWeek.agentsTitleMinimum : planWeek.agentsTitle,
          coverage: planWeek.coverageTitle({ target: format.rate(target) }),
        },
        formatCount: format.compact,
        formatRate: format.rate,
      },
      theme,
    )
  return (
    <>
      <Part title={t.demand} isWhole>
        <StillChart label={t.demandChart} width={CHART_WIDTH} height={PLAN_WEEK_HEIGHT} option={option} />
      </Part>
      <Part title={t.byHour} note={t.byHourNote({ target: format.rate(target) })} isWhole>
        <HeatTable
          caption={t.byHourTable}
          columns={days[0]!.map(({ hour }) => format.shortHour(hour))}
          rows={days.map((day, index) => ({
            label: shortNames[index]!,
            cells: day.map(({ hour, rate, exists }) => ({
              key: String(hour),
              text: exists ? (rate === null ? '·' : format.rate(rate).replace(/\s*%/u, '')) : '',
              colour: rate === null ? null : paperColour(coverageStrength(rate, target)),
            })),
          }))}
        />
      </Part>
      <Part title={t.inNumbers}>
        <PaperTable
          caption={t.inNumbersTable}
          columns={[t.hour, ...dayNames]}
          rows={days[0]!.map(({ hour }) => [
            format.hourRange(hour, hour + 1),
            ...days.map((day) => cellText(day[hour]!, format)),
          ])}
        />
      </Part>
    </>
  )
}

function cellText({ exists, visitors, agents, rate }: HourFigures, format: Formatter): string {
  if (!exists) return format.texts.paperPlan.skipped
  return `${visitors < 10 ? format.average(visitors) : format.count(visitors)} / ${format.average(agents)} / ${rate === null ? '–' : format.rate(rate)}`
}

interface ProblemsProps {
  readonly problems: readonly Problem[]
  readonly none: string
  readonly format: Formatter
}

function Problems({ problems, none, format }: ProblemsProps): ReactNode {
  const { paperPlan: t } = format.texts
  if (problems.length === 0) return <p>{none}</p>
  return (
    <dl className="problems">
      {problems.map(({ who, texts }, place) => (
        // Two agents may have one name.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={place}>
          <dt>{who ?? t.wholePlan}</dt>
          {texts.map((text, index) => (
            // The same rule may be broken twice in the same words.
            // oxlint-disable-next-line react/no-array-index-key
            <dd key={`${text} ${index}`}>{text}</dd>
          ))}
        </div>
      ))}
    </dl>
  )
}
