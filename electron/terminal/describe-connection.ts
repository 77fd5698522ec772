import type { AppCaller } from '../backend/core/in-process.ts'
import type { Formatter } from './format.ts'

/** What a test of a connection found. */
export type ConnectionReport = Extract<
  Awaited<ReturnType<AppCaller['source']['test']>>,
  { readonly ok: true }
>['report']

const LISTED_ORGANIZATIONS = 20

/** The document of `covercast sync --check`: what a connection test found, and the same in sentences. */
export function describeConnection(report: ConnectionReport, format: Formatter) {
  const { connection: t, sync } = format.texts
  const { organization, organizations, suggestedIndex } = report
  return {
    report,
    lines: [
      t.server({
        version: report.serverVersion,
        isReplica: report.isReplica ? 'yes' : 'no',
        isEncrypted: report.encrypted ? 'yes' : 'no',
      }),
      ...(organization === null
        ? [t.organizations({ count: organizations.length }), ...organizationLines(report, format)]
        : [organizationText(organization, format)]),
      ...report.missing.map(({ note }) => sync.note({ note })),
      ...report.access.flatMap(({ message, cure }) => [
        t.cannotRead({ what: message }),
        cure === null ? t.giveView : t.cure({ statement: cure }),
      ]),
      ...(suggestedIndex === null
        ? []
        : [suggestedIndex.hasBasicIndex ? t.adviceFaster : t.adviceNeeded, suggestedIndex.sql]),
    ],
  }
}

function organizationLines({ organizations }: ConnectionReport, { count, texts }: Formatter): readonly string[] {
  const listed = organizations.slice(0, LISTED_ORGANIZATIONS).map(({ id, name }) => `${id}  ${name ?? ''}`.trimEnd())
  const more = organizations.length - listed.length
  return [...listed, ...(more > 0 ? [texts.connection.moreOrganizations({ count: count(more) })] : [])].map(
    (line) => `  ${line}`,
  )
}

function organizationText(found: NonNullable<ConnectionReport['organization']>, { texts }: Formatter): string {
  const { connection: t } = texts
  const { id, name, visits, earliest, latest } = found
  const organization = name === null ? id : t.nameAndId({ name, id })
  if (earliest === null || latest === null) return t.noVisit({ organization })
  const facts = { organization, from: day(earliest), to: day(latest) }
  return visits === null
    ? t.visitsFrom(facts)
    : t.visits[visits.accuracy]({ ...facts, count: Math.round(visits.count) })
}

function day(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10)
}
