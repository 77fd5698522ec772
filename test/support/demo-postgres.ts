import { parseArgs } from 'node:util'
import { DEMO_AGENTS, DEMO_COUNTRY_RULE, DEMO_MEMBERS, DEMO_ORGANIZATION, DEMO_POOLS } from '../../electron/sync/demo/company.ts'
import { demoDay } from '../../electron/sync/demo/demo-day.ts'
import { localDayOf } from '../../electron/sync/demo/local-days.ts'
import { startPostgres } from './postgres-server.ts'
import { createDatabase, insertAgents, insertOrganization, insertPageviews, insertPoolMembers, insertPools, insertSessions } from './source-database.ts'

// A real Postgres with the made-up company in the real schema, to try the connection without a server of one's own.
const { values } = parseArgs({ options: { weeks: { type: 'string', default: '44' }, now: { type: 'string' } } })
const weeks = Number(values.weeks)
const now = values.now === undefined ? Date.now() : Date.parse(values.now)
if (!Number.isInteger(weeks) || weeks < 1 || Number.isNaN(now)) {
  process.stderr.write('Usage: npm run demo:postgres -- [--weeks 44] [--now 2026-06-30T12:00:00Z]\n')
  process.exit(2)
}

const server = await startPostgres()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close().then(() => process.exit(0)))
// The server alone does not keep this process alive.
setInterval(() => undefined, 60_000)
const database = await createDatabase(server.url, { name: 'demo' })
const { client } = database
const organizationId = DEMO_ORGANIZATION.id

await insertOrganization(client, {
  id: organizationId,
  name: DEMO_ORGANIZATION.name ?? '',
  blockedCountries: DEMO_COUNTRY_RULE.countries,
  countryListMode: DEMO_COUNTRY_RULE.mode,
})
await insertPools(client, DEMO_POOLS.map(({ id, name, isCatchAll }) => ({ id, organizationId, name: name ?? '', isCatchAll })))
await insertAgents(client, DEMO_AGENTS.map(({ id, name }) => ({ id, organizationId, name })))
await insertPoolMembers(client, DEMO_MEMBERS)

const today = localDayOf(now)
let visits = 0
for (let day = today - weeks * 7; day <= today; day++) {
  const { pageviews, sessions } = demoDay(day)
  const past = pageviews.filter(({ createdAt }) => createdAt < now)
  visits += past.length
  await insertPageviews(client, past.map((visit) => ({ organizationId, ...visit })))
  await insertSessions(
    client,
    sessions
      .filter(({ startedAt }) => startedAt < now)
      .map(({ id, agentId, startedAt, endedAt }) => ({ id, organizationId, agentId, startedAt, endedAt: endedAt > now ? null : endedAt })),
  )
  if (process.stderr.isTTY) process.stderr.write(`\r${visits.toLocaleString()} visits ...`)
}
await client.query('analyze')
await client.end()
process.stdout.write(
  `${process.stderr.isTTY ? '\r' : ''}${DEMO_ORGANIZATION.name ?? ''}, ${visits.toLocaleString()} visits of ${weeks} weeks, in a real Postgres:\n\n  ${database.url}\n\nSync it from another terminal:\n  npm run --silent covercast -- sync --source ${database.url}\n\nCtrl+C stops the server and removes its data.\n`,
)
