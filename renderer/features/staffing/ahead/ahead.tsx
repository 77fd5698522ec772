import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, type ReactNode } from 'react'
import { capacitySources } from '../../../../shared/contract/capacity-sources.ts'
import type { CapacityOutput } from '../../../../shared/contract/capacity-output.ts'
import { monthsAfter } from '../../../../shared/predict/capacity/month-weeks.ts'
import { localDateOf } from '../../../../shared/time/local.ts'
import { reportOf } from '../../../app/errors/error-report.ts'
import { PdfButton } from '../../../app/files/pdf-button.tsx'
import { useTRPC, WHILE_SHOWN } from '../../../app/rpc/client.ts'
import { useThemeName } from '../../../app/settings/theme-context.tsx'
import { useWorkspace } from '../../../app/workspace/workspace-context.tsx'
import type { Overview } from '../../../app/workspace/workspace-types.ts'
import { Chart, mayAnimate } from '../../../charts/chart.tsx'
import type { ChartTheme } from '../../../charts/chart-theme.ts'
import { stackedBarsOption } from '../../../charts/stacked-bars.ts'
import { useFormat } from '../../../format/format-context.tsx'
import { useClock } from '../../../format/use-clock.ts'
import { Button } from '../../../kit/button.tsx'
import { Card } from '../../../kit/card.tsx'
import { ErrorNotice } from '../../../kit/error-notice.tsx'
import { FiguresTable } from '../../../kit/figures-table.tsx'
import { KeyFigures } from '../../../kit/key-figures.tsx'
import { Skeleton } from '../../../kit/skeleton.tsx'
import { useSettled } from '../../../kit/use-settled.ts'
import { aheadBars, aheadFigures, aheadTable } from './ahead-figures.ts'
import { type AheadForm, type AheadQuestion, questionOf } from './ahead-form.ts'
import { AheadFields } from './ahead-fields.tsx'
import './ahead.css'

/** So long nothing has to be typed until it is calculated. */
const SETTLED_MS = 400
const CHART_HEIGHT = 'clamp(180px, 26vh, 300px)'

interface AheadProps {
  readonly overview: Overview
  readonly form: AheadForm
  readonly change: (form: AheadForm) => void
}

/** The months to come under a plan, and whether hiring pays. */
export function Ahead({ overview, form, change }: AheadProps): ReactNode {
  const { ahead: t } = useFormat().texts
  const clock = useClock()
  const { timeZone } = overview
  const firstDate = monthsAfter(localDateOf(clock, timeZone), 1)[0]!.from
  const settled = useSettled(form, SETTLED_MS)
  const question = useMemo(() => questionOf(settled, firstDate), [settled, firstDate])
  return (
    <>
      <Card kind="figure" label={t.question}>
        <p className="quiet">{t.intro}</p>
        <AheadFields
          form={form}
          set={(patch) => change({ ...form, ...patch })}
          firstDate={firstDate}
          target={overview.settings.targetCoverage}
        />
      </Card>
      {question === null ? null : <Answer question={question} timeZone={timeZone} />}
    </>
  )
}

interface AnswerProps {
  readonly question: AheadQuestion
  readonly timeZone: string
}

function Answer({ question, timeZone }: AnswerProps): ReactNode {
  const { ahead: t, app } = useFormat().texts
  const { workspaceId } = useWorkspace()
  const { data, error, isPlaceholderData, refetch } = useQuery(
    useTRPC().capacity.months.queryOptions(
      { workspaceId, ...question, plan: question.plan?.kind === 'stored' ? question.plan : null, timeZone },
      { ...WHILE_SHOWN, placeholderData: keepPreviousData, retry: false },
    ),
  )
  if (error !== null)
    return (
      <ErrorNotice report={reportOf(error)}>
        <Button onPress={() => void refetch()}>{app.tryAgain}</Button>
      </ErrorNotice>
    )
  if (data === undefined) return <Skeleton label={t.loading} heights={[72, 240, 320]} />
  return (
    <div
      className={isPlaceholderData ? 'ahead-answer staffing-changing' : 'ahead-answer'}
      aria-busy={isPlaceholderData}
    >
      <Months output={data.output} question={question} timeZone={timeZone} />
    </div>
  )
}

function Months({ output, question, timeZone }: AnswerProps & { readonly output: CapacityOutput }): ReactNode {
  const format = useFormat()
  const theme = useThemeName()
  const { workspaceId } = useWorkspace()
  const { ahead: t } = format.texts
  const { hires, assumed } = output
  const option = useCallback(
    (colours: ChartTheme) => stackedBarsOption({ ...aheadBars(output, format), animate: mayAnimate() }, colours),
    [output, format],
  )
  const isWithoutMoney = hires !== null && (assumed.visitorWorth === null || assumed.costPerHour === null)
  const table = aheadTable(output, format)
  return (
    <>
      <Card kind="figure" label={t.answer}>
        <div className="ahead-head">
          <KeyFigures figures={aheadFigures(output, format)} />
          <PdfButton page={{ kind: 'capacity', workspaceId, timeZone, ...question }} name={t.document} />
        </div>
        {isWithoutMoney ? <p className="quiet">{t.noMoney}</p> : null}
        {output.unknownAgents.length === 0 ? null : (
          <p className="quiet">{t.unknownAgents({ count: output.unknownAgents.length })}</p>
        )}
        <Chart label={t.chart} height={CHART_HEIGHT} theme={theme} option={option} />
      </Card>
      <Card kind="figure">
        <h2>{t.byMonth}</h2>
        <FiguresTable {...table} />
      </Card>
      <Card kind="figure" label={t.sources}>
        <h2>{t.sources}</h2>
        <ul className="ahead-sources">
          {capacitySources(output, question.hires, format).map(({ source, text }) => (
            <li key={source}>{text}</li>
          ))}
        </ul>
      </Card>
    </>
  )
}
