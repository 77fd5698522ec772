import type { AppCaller } from '../backend/core/in-process.ts'

/** What a test of a connection found. */
export type ConnectionReport = Extract<
  Awaited<ReturnType<AppCaller['source']['test']>>,
  { readonly ok: true }
>['report']

const LISTED_ORGANIZATIONS = 20
const GIVE_A_VIEW = 'An administrator can give the table as a view: docs/source-database.md has the script.'

/** The document of `covercast sync --check`: what a connection test found, and the same in words. */
export function describeConnection(report: ConnectionReport) {
  const { organization, organizations, suggestedIndex } = report
  const server = `Postgres ${report.serverVersion}${report.isReplica ? ' (a replica)' : ''}, connection ${report.encrypted ? 'encrypted' : 'not encrypted'}.`
  return {
    report,
    lines: [
      server,
      ...(organization === null
        ? [`${organizations.length} organizations; choose one with --org ID:`, ...listOf(report)]
        : [describeOrganization(organization)]),
      ...report.missing.map((problem) => `Note: ${problem.note}`),
      ...report.access.flatMap(({ message, cure }) => [
        `Cannot be read: ${message}`,
        cure === null ? GIVE_A_VIEW : `An administrator can allow it: ${cure}`,
      ]),
      ...(suggestedIndex === null
        ? []
        : [
            suggestedIndex.hasBasicIndex
              ? 'Advice: this index makes counting faster.'
              : 'Advice: without this index every sync reads the whole table.',
            suggestedIndex.sql,
          ]),
    ],
  }
}

function listOf({ organizations }: ConnectionReport): readonly string[] {
  const listed = organizations.slice(0, LISTED_ORGANIZATIONS).map(({ id, name }) => `  ${id}  ${name ?? ''}`.trimEnd())
  return organizations.length > listed.length
    ? [...listed, `  ... and ${organizations.length - listed.length} more`]
    : listed
}

function describeOrganization(organization: NonNullable<ConnectionReport['organization']>): string {
  const { id, name, visits, earliest, latest } = organization
  const label = name === null ? id : `${name} (${id})`
  if (earliest === null || latest === null) return `${label}: no visit yet.`
  return `${label}: ${describeVisits(visits)} from ${day(earliest)} to ${day(latest)} (UTC).`
}

const ACCURACY = { exact: '', estimate: 'about ', 'at-least': 'more than ' } as const

function describeVisits(visits: NonNullable<ConnectionReport['organization']>['visits']): string {
  if (visits === null) return 'visits'
  const count = Math.round(visits.count)
  return `${ACCURACY[visits.accuracy]}${count.toLocaleString()} ${count === 1 ? 'visit' : 'visits'}`
}

function day(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10)
}
