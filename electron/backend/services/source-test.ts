import { toErrorReport } from '../../../shared/contract/errors.ts'
import type { ConnectionReport } from '../../sync/postgres/check-connection.ts'
import type { SourceRequest, SourceTest } from './app-services.ts'
import type { ServiceDependencies } from './dependencies.ts'
import type { Passwords } from './passwords.ts'
import { publicReport } from './public-report.ts'
import { accessOfRequest } from './source-request.ts'

/** Connects and looks at what is there; whatever is wrong is part of the answer. */
export async function testSource(deps: ServiceDependencies, passwords: Passwords, request: SourceRequest): Promise<SourceTest> {
  try {
    const access = await accessOfRequest(deps, passwords, request)
    passwords.hide(access.password)
    const writer = deps.data.writer({ progress: () => undefined, notice: () => undefined })
    return describe(await writer.check(access))
  } catch (thrown) {
    if (toErrorReport(thrown).code === 'internal') throw thrown
    return { ok: false, error: publicReport(thrown) }
  }
}

function describe(report: ConnectionReport): SourceTest {
  const { organization, organizations } = report
  return {
    ok: true,
    serverVersion: report.serverVersion,
    organizations: organizations.map(({ id, name }) => ({ id, name })),
    earliest: isoOf(organization?.earliest),
    latest: isoOf(organization?.latest),
    notes: [
      `Postgres ${report.serverVersion}${report.isReplica ? ', a replica' : ''}.`,
      report.encrypted ? 'The connection is encrypted.' : 'The connection is not encrypted.',
      ...report.missing.map(({ note }) => note),
    ],
    access: report.access.map(({ message, cure }) => ({ message, cure })),
    advice: adviceOf(report),
  }
}

function adviceOf({ suggestedIndex }: ConnectionReport): readonly string[] {
  if (suggestedIndex === null) return []
  const why = suggestedIndex.hasBasicIndex ? 'This index makes counting visits faster' : 'Without this index every sync reads the whole table'
  return [`${why}: ${suggestedIndex.sql}`]
}

function isoOf(instant: number | null | undefined): string | null {
  return instant === null || instant === undefined ? null : new Date(instant).toISOString()
}
