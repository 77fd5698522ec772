import type { ReactNode } from 'react'
import { Button } from '../../components/button.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { ProgressLine } from '../../components/progress-line.tsx'
import { useFormat } from '../../format/format-context.tsx'
import { cityOf } from '../../format/zone-names.ts'
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
export function FirstLook({ answer, isPending, isReady, organizations, organizationId, onOrganization, onLook, onCancel }: FirstLookProps): ReactNode {
  const wasCancelled = answer?.ok === false && answer.error.code === 'cancelled'
  return (
    <section className="panel" aria-labelledby="connect-first-look" aria-busy={isPending}>
      <div>
        <h2 id="connect-first-look">First look</h2>
        <p className="quiet">The newest day with data, counted in your database. Nothing is stored yet.</p>
      </div>
      {organizations.length > 1 ? (
        <SelectField
          label="Organization"
          value={organizationId}
          onChange={onOrganization}
          options={organizations.map((one) => ({ id: one.id, label: one.name ?? one.id, ...(one.name === null ? {} : { detail: one.id.slice(0, 8) }) }))}
        />
      ) : null}
      <div aria-live="polite" className="look-result">
        {isPending ? <ProgressLine label="Counting the newest day" share={null} /> : null}
        {!isPending && answer?.ok === true ? <Figures look={answer} /> : null}
        {!isPending && answer?.ok === false && !wasCancelled ? <ErrorNotice report={answer.error} /> : null}
        {wasCancelled && !isPending ? <p className="quiet">Cancelled. Nothing was stored.</p> : null}
      </div>
      <div className="connect-actions">
        {isPending ? (
          <Button onPress={onCancel}>Cancel</Button>
        ) : answer?.ok === true ? null : (
          <Button kind={isReady && answer === null ? 'primary' : 'secondary'} isDisabled={!isReady} onPress={onLook}>
            {answer === null ? 'Show figures' : 'Try again'}
          </Button>
        )}
        {isReady || isPending ? null : <p className="field-hint">Finish the choices above first.</p>}
      </div>
    </section>
  )
}

function Figures({ look }: { readonly look: GoodPreview }): ReactNode {
  const format = useFormat()
  const { day, problems, timeZone } = look
  if (look.organizations.length === 0) return <p>The tables hold no organization, no visit and no session yet.</p>
  if (day === null) return <p>{look.organization === null ? 'Choose an organization.' : 'This organization has no visit yet.'}</p>
  const { totals } = day
  const figures = [
    { label: 'Visitors', value: format.count(totals.totalPageviews) },
    { label: 'Covered', value: format.count(totals.pageviewsWithAgent) },
    { label: 'Missed', value: format.count(totals.missedOpportunities) },
    { label: 'Coverage', value: totals.totalPageviews === 0 ? '–' : format.rate(totals.coverageRate) },
    { label: 'Agents online, average', value: format.average(totals.avgAgentsOnline) },
  ]
  const notes = [poolsText(day, format), countriesText(day, format), countryRuleText(day, format), sessionsText(day, format)].filter((text) => text !== null)
  return (
    <>
      <h3>
        {look.organization?.name ?? look.organization?.id}: {format.date(day.date, 'full')}
        <span className="look-zone">
          {day.isOver ? '' : ', so far'} ({cityOf(timeZone)} time)
        </span>
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
        <p className="quiet">No data issues found.</p>
      ) : (
        <>
          <h3>Data issues</h3>
          <ul className="look-notes">
            {problems.map(({ kind, note }) => (
              <li key={`${kind} ${note}`}>{note}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
