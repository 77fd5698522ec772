import { parseArgs } from 'node:util'
import { startPostgres } from '../support/postgres-server.ts'
import { createDatabase } from '../support/source-database.ts'
import { benchEditor } from './bench-editor.ts'
import { benchPrediction } from './bench-prediction.ts'
import { benchReport } from './bench-report.ts'
import { benchSync } from './bench-sync.ts'
import { benchDataSql, type BenchSize } from './make-data.ts'

// Makes its own data in an embedded Postgres and prints what the goals of speed and size come to on this machine.
const { values } = parseArgs({ options: { full: { type: 'boolean', default: false } } })
const size: BenchSize = values.full ? { visits: 9_900_000, days: 180, sessions: 60_000 } : { visits: 1_250_000, days: 180, sessions: 10_000 }

const server = await startPostgres({ settings: { max_wal_size: '8GB', shared_buffers: '512MB' } })
try {
  const database = await createDatabase(server.url)
  process.stdout.write(`Making ${size.visits.toLocaleString('en')} visits and ${size.sessions.toLocaleString('en')} sessions ...\n`)
  await database.run(benchDataSql(size))
  const folder = await benchSync(database, size)
  await benchReport(database, folder.path, size)
  folder.remove()
  await database.drop()
} finally {
  await server.close()
}
await benchPrediction()
await benchEditor()
