import { useEffect, useRef, type ReactNode } from 'react'
import { Card } from '../../kit/card.tsx'
import { dataProblemText } from '../../../shared/coverage/data-problem-text.ts'
import { Button } from '../../kit/button.tsx'
import { ErrorNotice } from '../../kit/error-notice.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { ProgressLine } from '../../kit/progress-line.tsx'
import { useFormat, useTexts } from '../../format/format-context.tsx'
import { zoneText } from '../../app/sync/sync-text.ts'
import type { GoodPreview, PreviewAnswer } from './connect-form.ts'
import { countriesText, countryRuleText, poolsText, sessionsText } from './first-look-texts.ts'

interface FirstLookProps {
  readonly answer: PreviewAnswer | null
  readonly isPending: boolean
  /** Whether all choices can be read, so that there is something to look at. */
  readonly isReady: boolean
  /** Those to choose from; one or none: there is no choice. */
  readonly organizations: readonly { readonly id: string; readonly name: string | null }[]
  readonly organizationId: string
  readonly onOrganization: (id: string) => void
  readonly onLook: () => void
  readonly onCancel: () => void
}

/** The newest day of the source as Coverage will show it, before anything is stored. */
export function FirstLook({
  answer,
  isPending,
  isReady,
  organizations,
  organizationId,
  onOrganization,
  onLook,
  onCancel,
}: FirstLookProps): ReactNode {
  const t = useTexts('connect')
  const { app } = useFormat().texts
  const result = useRef<HTMLDivElement>(null)
  const wasCancelled = answer?.ok === false && answer.error.code === 'cancelled'
  // What was found meanwhile is shown above and pushes the figures down: whoever waits for them here has them in sight.
  useEffect(() => {
    if (!isPending && document.activeElement === result.current) result.current?.scrollIntoView({ block: 'nearest' })
  }, [isPending, answer])
  /** The buttons come and go with what they do, so the keyboard goes on from the result. */
  const thenWait = (act: () => void) => () => {
    result.current?.focus({ preventScroll: true })
    act()
  }
  return (
    <Card kind="form" labelledBy="connect-first-look" isBusy={isPending}>
      <div>
        <h2 id="connect-first-look">{t.firstLook}</h2>
        <p className="quiet">{t.firstLookText}</p>
      </div>
      {organizations.length > 1 ? (
        <SelectField
          label={t.organization}
          value={organizationId}
          onChange={onOrganization}
          options={organizations.map((one) => ({
            id: one.id,
            label: one.name ?? one.id,
            ...(one.name === null ? {} : { detail: one.id.slice(0, 8) }),
          }))}
        />
      ) : null}
      <div ref={result} tabIndex={-1} aria-live="polite" className="look-result">
        {isPending ? <ProgressLine label={t.counting} share={null} /> : null}
        {!isPending && answer?.ok === true ? <Figures look={answer} /> : null}
        {!isPending && answer?.ok === false && !wasCancelled ? <ErrorNotice report={answer.error} /> : null}
        {wasCancelled && !isPending ? <p className="quiet">{t.lookCancelled}</p> : null}
      </div>
      {!isPending && answer?.ok === true ? null : (
        <div className="connect-actions">
          {isPending ? (
            <Button onPress={thenWait(onCancel)}>{app.cancel}</Button>
          ) : (
            <Button
              kind={isReady && answer === null ? 'primary' : 'secondary'}
              isDisabled={!isReady}
              onPress={thenWait(onLook)}
            >
              {answer === null ? t.showFigures : app.tryAgain}
            </Button>
          )}
          {isReady || isPending ? null : <p className="field-hint">{t.finishFirst}</p>}
        </div>
      )}
    </Card>
  )
}

function Figures({ look }: { readonly look: GoodPreview }): ReactNode {
  const format = useFormat()
  const t = format.texts.connect
  const { day, problems, timeZone } = look
  if (look.organizations.length === 0) return <p>{t.emptyTables}</p>
  if (day === null) return <p>{look.organization === null ? t.chooseOrganization : t.noVisitYet}</p>
  const { totals } = day
  const figures = [
    { label: t.visitors, value: format.count(totals.totalPageviews) },
    { label: t.covered, value: format.count(totals.pageviewsWithAgent) },
    { label: t.missed, value: format.count(totals.missedOpportunities) },
    { label: t.coverage, value: totals.totalPageviews === 0 ? '–' : format.rate(totals.coverageRate) },
    { label: t.agentsOnline, value: format.average(totals.avgAgentsOnline) },
  ]
  const notes = [
    poolsText(day, format),
    countriesText(day, format),
    countryRuleText(day, format),
    sessionsText(day, format),
  ].filter((text) => text !== null)
  return (
    <>
      <h3>
        {t.dayOf({
          organization: look.organization?.name ?? look.organization?.id ?? '',
          date: format.date(day.date, 'full'),
        })}{' '}
        <span className="look-zone">{(day.isOver ? t.dayZone : t.daySoFar)({ zone: zoneText(timeZone, format) })}</span>
      </h3>
      <dl className="look-figures">
        {figures.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <ul className="look-notes">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      {problems.length === 0 ? (
        <p className="quiet">{t.noIssues}</p>
      ) : (
        <>
          <h3>{t.issues}</h3>
          <ul className="look-notes">
            {problems.map((problem) => (
              <li key={`${problem.kind} ${problem.note}`}>{dataProblemText(problem, format)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
