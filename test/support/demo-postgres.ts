import { parseArgs } from 'node:util'
import {
  DEMO_AGENTS,
  DEMO_COUNTRY_RULE,
  DEMO_MEMBERS,
  DEMO_ORGANIZATION,
  DEMO_POOLS,
} from '../../electron/sync/demo/company.ts'
import { localDayOf } from '../../electron/sync/demo/local-days.ts'
import { demoFormerAgent, DEMO_FOUNDER, recordDemoDay } from './demo-records.ts'
import { parseHabits } from './product-habits.ts'
import { startPostgres } from './postgres-server.ts'
import { createDatabase, insertAgents, insertOrganization, insertPoolMembers, insertPools } from './source-database.ts'
import { storeRecords } from './store-records.ts'

// A real Postgres with the made-up company in the true schema, recorded as the product records it, to try the connection without a server of one's own.
const { values } = parseArgs({
  options: {
    weeks: { type: 'string', default: '44' },
    now: { type: 'string' },
    habits: { type: 'string', default: 'all' },
  },
})
const weeks = Number(values.weeks)
const now = values.now === undefined ? Date.now() : Date.parse(values.now)
if (!Number.isInteger(weeks) || weeks < 1 || Number.isNaN(now)) {
  process.stderr.write('Usage: npm run demo:postgres -- [--weeks 44] [--now 2026-06-30T12:00:00Z] [--habits all]\n')
  process.exit(2)
}
const habits = parseHabits(values.habits)

const server = await startPostgres()
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void server.close().then(() => process.exit(0)))
// The server alone does not keep this process alive.
setInterval(() => undefined, 60_000)
const database = await createDatabase(server.url, { name: 'demo' })
const { client } = database
const organizationId = DEMO_ORGANIZATION.id
const today = localDayOf(now)
const firstDay = today - weeks * 7
const former = demoFormerAgent(firstDay, today)

await insertOrganization(client, {
  id: organizationId,
  name: DEMO_ORGANIZATION.name ?? '',
  blockedCountries: DEMO_COUNTRY_RULE.countries,
  countryListMode: DEMO_COUNTRY_RULE.mode,
})
await insertPools(
  client,
  DEMO_POOLS.map(({ id, name, isCatchAll }) => ({ id, organizationId, name: name ?? '', isCatchAll })),
)
await insertAgents(client, [
  { ...DEMO_FOUNDER, organizationId, role: 'admin' },
  ...DEMO_AGENTS.map(({ id, name }) => ({ id, organizationId, name })),
  ...(habits.has('former-agents')
    ? [{ id: former.formerId, organizationId, name: former.name, deactivatedAt: former.at }]
    : []),
])
await insertPoolMembers(client, DEMO_MEMBERS)

let visits = 0
for (let day = firstDay; day <= today; day++) {
  const records = recordDemoDay(day, { now, former, habits })
  visits += records.visits.length
  await storeRecords(client, organizationId, records)
  if (process.stderr.isTTY) process.stderr.write(`\r${visits.toLocaleString()} visits ...`)
}
await client.query('analyze')
await client.end()
process.stdout.write(
  `${process.stderr.isTTY ? '\r' : ''}${DEMO_ORGANIZATION.name ?? ''}, ${visits.toLocaleString()} visits of ${weeks} weeks, in a real Postgres:\n\n  ${database.url}\n\nSync it from another terminal:\n  npm run --silent covercast -- sync --source ${database.url}\n\nCtrl+C stops the server and removes its data.\n`,
)
