import type { ConnectionReport } from '../../sync/postgres/check-connection.ts'
import type { SourceCheck } from './services.ts'

const LISTED_ORGANIZATIONS = 20

/** What a connection test found, in words. */
export function describeConnection(report: ConnectionReport): SourceCheck {
  const { organization, organizations, suggestedIndex } = report
  const server = `Postgres ${report.serverVersion}${report.isReplica ? ' (a replica)' : ''}, ${report.encrypted ? 'encrypted' : 'not encrypted'} connection.`
  return {
    report,
    lines: [
      server,
      ...(organization === null ? [`${organizations.length} organizations; choose one with --org ID:`, ...listOf(report)] : [describeOrganization(organization)]),
      ...report.missing.map((problem) => `Note: ${problem.note}`),
      ...(suggestedIndex === null ? [] : [suggestedIndex.hasBasicIndex ? 'Advice: this index makes counting faster.' : 'Advice: without this index every sync reads the whole table.', suggestedIndex.sql]),
    ],
  }
}

function listOf({ organizations }: ConnectionReport): readonly string[] {
  const listed = organizations.slice(0, LISTED_ORGANIZATIONS).map(({ id, name }) => `  ${id}  ${name ?? ''}`.trimEnd())
  return organizations.length > listed.length ? [...listed, `  ... and ${organizations.length - listed.length} more`] : listed
}

function describeOrganization(organization: NonNullable<ConnectionReport['organization']>): string {
  const { id, name, estimatedVisits, earliest, latest } = organization
  const label = name === null ? id : `${name} (${id})`
  if (earliest === null || latest === null) return `${label}: no visit yet.`
  const visits = estimatedVisits === null ? 'visits' : `about ${Math.round(estimatedVisits).toLocaleString()} visits`
  return `${label}: ${visits} from ${day(earliest)} to ${day(latest)} (UTC).`
}

function day(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10)
}
