import { useMutation } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { reportOf } from '../../app/errors/error-report.ts'
import { useRouting } from '../../app/routing/use-route.tsx'
import { useTRPCClient } from '../../app/rpc/client.ts'
import { useInvalidate } from '../../app/rpc/what-changes-what.ts'
import { useFormat } from '../../format/format-context.tsx'
import { Button } from '../../kit/button.tsx'
import { ErrorNotice } from '../../kit/error-notice.tsx'
import type { Organization } from './organization-types.ts'

interface OrganizationPanelProps {
  readonly one: Organization
  /** Of days and months. */
  readonly timeZone: string
  readonly onClose: () => void
}

const PARTS = ['activity', 'engagement', 'coverage', 'growth'] as const
/** In percent, as the score weighs them. */
const WEIGHTS = { activity: 35, engagement: 20, coverage: 25, growth: 20 } as const

/** Both scores of one organization, part by part, and why they differ. */
export function OrganizationPanel({ one, timeZone, onClose }: OrganizationPanelProps): ReactNode {
  const format = useFormat()
  const { organizations: t, health } = format.texts
  const { own, fall } = one
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [one.id])
  return (
    <section className="organization-panel" aria-labelledby="organization-title">
      <header className="organization-head">
        <div>
          <h2 id="organization-title" tabIndex={-1} ref={title} translate="no">
            {one.name ?? one.id}
          </h2>
          <p className="quiet">
            {[
              one.status,
              one.plan === null ? null : t.planOf({ plan: one.plan }),
              one.activeAgents === null ? null : t.agents({ count: one.activeAgents }),
            ]
              .filter((text) => text !== null)
              .join(' · ')}
          </p>
        </div>
        <Button kind="quiet" icon={<X size={16} aria-hidden />} aria-label={t.close} onPress={onClose} />
      </header>
      <div className="organization-body">
        <table className="organization-scores" aria-label={t.scores}>
          <thead>
            <tr>
              <th scope="col">{t.part}</th>
              <th scope="col">{t.weight}</th>
              <th scope="col">{t.dashboard}</th>
              <th scope="col">{t.own}</th>
            </tr>
          </thead>
          <tbody>
            {PARTS.map((part) => (
              <tr key={part}>
                <th scope="row">{t.parts[part]}</th>
                <td>{format.rate(WEIGHTS[part])}</td>
                <td>{one.scores[part]}</td>
                <td>{own.scores[part]}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t.score}</th>
              <td>{format.rate(100)}</td>
              <td>{t.classed({ score: String(one.healthScore), risk: health.risks[one.riskLevel] })}</td>
              <td>{t.classed({ score: String(own.score), risk: health.risks[own.riskLevel] })}</td>
            </tr>
            <tr>
              <th scope="row">{t.range}</th>
              <td colSpan={3}>
                {t.rangeOf({
                  lower: String(own.lower80),
                  upper: String(own.upper80),
                  sureness: health.surenesses[own.sureness],
                })}
              </td>
            </tr>
          </tfoot>
        </table>
        {fall === null ? null : (
          <p className="organizations-fell">
            {t.fallOf({
              from: health.risks[fall.from],
              to: health.risks[fall.to],
              time: format.instant(fall.at, timeZone),
            })}
          </p>
        )}
        <h3>{t.why}</h3>
        {own.differences.length === 0 ? (
          <p>{t.same}</p>
        ) : (
          <ul>
            {own.differences.map((reason) => (
              <li key={reason}>{health.differences[reason]}</li>
            ))}
          </ul>
        )}
        <p>
          {own.coverageRate === null
            ? t.monthNone
            : t.month({
                rate: format.rate(own.coverageRate),
                visitors: format.texts.figures.visitors({ count: own.visitors }),
              })}{' '}
          {own.before.coverageRate === null
            ? t.beforeNone
            : t.before({
                rate: format.rate(own.before.coverageRate),
                visitors: format.texts.figures.visitors({ count: own.before.visitors }),
              })}{' '}
          {own.blockedVisitors === 0 ? null : t.blocked({ count: own.blockedVisitors })}
        </p>
        <Figures one={one} />
        <OpenWorkspace organizationId={one.id} />
      </div>
    </section>
  )
}

/** What is kept of it, all time and this month. */
function Figures({ one }: { readonly one: Organization }): ReactNode {
  const format = useFormat()
  const t = format.texts.organizations
  const missedThisMonth = one.visitorsThisMonth - one.coveredThisMonth
  const rows: readonly (readonly [label: string, allTime: string, thisMonth: string | null])[] = [
    [t.visitors, format.count(one.visitors), format.count(one.visitorsThisMonth)],
    [t.covered, format.count(one.covered), format.count(one.coveredThisMonth)],
    [t.missedVisitors, format.count(one.missed), format.count(missedThisMonth)],
    [
      t.coverageRate,
      one.visitors === 0 ? '–' : format.rate(one.coverageRate),
      one.visitorsThisMonth === 0 ? '–' : format.rate(one.coverageRateThisMonth),
    ],
    [t.callsMade, format.count(one.calls), format.count(one.callsThisMonth)],
    [t.answeredCalls, format.count(one.answered), null],
    [t.answerRate, one.covered === 0 ? '–' : format.rate(one.answerRate), null],
  ]
  return (
    <>
      <table className="organization-scores" aria-label={t.figures}>
        <thead>
          <tr>
            <th scope="col">{t.figures}</th>
            <th scope="col">{t.allTime}</th>
            <th scope="col">{t.thisMonth}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, allTime, thisMonth]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{allTime}</td>
              <td>{thisMonth}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet">{t.figuresNote}</p>
    </>
  )
}

/** Leads to the organization's workspace, and makes it where there is none. */
function OpenWorkspace({ organizationId }: { readonly organizationId: string }): ReactNode {
  const t = useFormat().texts.organizations
  const client = useTRPCClient()
  const invalidate = useInvalidate()
  const { go } = useRouting()
  const { mutate, error, isPending } = useMutation({
    networkMode: 'always',
    mutationFn: () => client.health.open.mutate({ organizationId }),
    onSuccess: async ({ workspaceId }) => {
      go({ page: 'workspace', workspaceId, screen: 'coverage', params: {} })
      await invalidate('workspaces')
    },
  })
  return (
    <>
      {error === null ? null : <ErrorNotice report={reportOf(error)} />}
      <div>
        <Button kind="primary" isPending={isPending} onPress={() => mutate()}>
          {isPending ? t.opening : t.open}
        </Button>
      </div>
    </>
  )
}
