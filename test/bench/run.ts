import { writeFileSync } from 'node:fs'
import { availableParallelism, cpus, totalmem, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildIfStale } from '../../electron/build-if-stale.ts'
import { startPostgres } from '../support/postgres-server.ts'
import { createDatabase } from '../support/source-database.ts'
import { benchCompute } from './bench-compute.ts'
import { benchEditor } from './bench-editor.ts'
import { benchGrowth } from './bench-growth.ts'
import { benchHealth } from './bench-health.ts'
import { benchHost } from './bench-host.ts'
import { benchPages } from './bench-pages.ts'
import { benchPrediction } from './bench-prediction.ts'
import { benchReport } from './bench-report.ts'
import { benchRosters } from './bench-rosters.ts'
import { benchRules } from './bench-rules.ts'
import { benchSchema } from './bench-schema.ts'
import { benchSuggest } from './bench-suggest.ts'
import { benchSync } from './bench-sync.ts'
import type { BenchSubject } from './first-sync.ts'
import { FULL_SIZE, makeData, TENTH_SIZE } from './make-data.ts'
import { tableText, type BenchTable } from './table.ts'
import { writeMarkdown } from './write-markdown.ts'

// What the goals of speed and size come to on this machine, against what else there is. Makes its own data in a Postgres of its own.
const WITH_DATA = {
  sync: benchSync,
  pages: benchPages,
  schema: benchSchema,
  report: benchReport,
  compute: benchCompute,
  host: benchHost,
  growth: benchGrowth,
} as const
const WITHOUT_DATA = {
  prediction: benchPrediction,
  editor: benchEditor,
  suggest: benchSuggest,
  rules: benchRules,
  rosters: benchRosters,
  health: () => benchHealth(size),
} as const
const PARTS = [...Object.keys(WITH_DATA), ...Object.keys(WITHOUT_DATA)]

const { values } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    only: { type: 'string' },
    json: { type: 'string', default: join(tmpdir(), `covercast-bench-${process.pid}.json`) },
    markdown: { type: 'string' },
  },
})
const wanted = values.only?.split(',') ?? PARTS
const unknown = wanted.filter((part) => !PARTS.includes(part))
if (unknown.length > 0) throw new Error(`There is no part "${unknown.join('", "')}"; there are ${PARTS.join(', ')}.`)

const size = values.full ? FULL_SIZE : TENTH_SIZE
const machine = {
  platform: `${process.platform} ${process.arch}`,
  processor: cpus()[0]?.model ?? '',
  cores: availableParallelism(),
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  node: process.version,
  size: size.isFull ? 'full' : 'a tenth',
}
const tables: BenchTable[] = []
const show = (more: readonly BenchTable[]): void => {
  for (const table of more) process.stdout.write(tableText(table))
  tables.push(...more)
}

/** What fails is said, and takes nothing from the other parts. */
const runPart = async (part: string, bench: () => Promise<readonly BenchTable[]>): Promise<void> => {
  try {
    show(await bench())
  } catch (thrown) {
    process.exitCode = 1
    show([
      {
        title: `The part "${part}" failed`,
        rows: [],
        notes: [thrown instanceof Error ? thrown.message : String(thrown)],
      },
    ])
  }
}

buildIfStale()
const withData = Object.entries(WITH_DATA).filter(([part]) => wanted.includes(part))
if (withData.length > 0)
  await overPostgres(async (subject) => {
    for (const [part, bench] of withData) await runPart(part, () => bench(subject))
  })
for (const [part, bench] of Object.entries(WITHOUT_DATA)) if (wanted.includes(part)) await runPart(part, bench)

writeFileSync(values.json, `${JSON.stringify({ machine, tables }, null, 2)}\n`)
process.stdout.write(`\nWritten to ${values.json}\n`)
if (values.markdown !== undefined && process.exitCode !== 1) writeMarkdown(values.markdown, { machine, tables })

async function overPostgres(work: (subject: BenchSubject) => Promise<void>): Promise<void> {
  const server = await startPostgres({ settings: { max_wal_size: '8GB', shared_buffers: '1GB' } })
  try {
    const database = await createDatabase(server.url, { schema: 'plain' })
    process.stdout.write(
      `Making ${size.visits.toLocaleString('en')} visits and ${size.sessions.toLocaleString('en')} sessions ...\n`,
    )
    await makeData(database, size, { growth: wanted.includes('growth') })
    await work({ database, size })
    await database.drop()
  } finally {
    await server.close()
  }
}
