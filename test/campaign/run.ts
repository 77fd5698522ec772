import { parseArgs } from 'node:util'
import { startPostgres } from '../support/postgres-server.ts'
import { describeResults, isClean, type KindResult, runCampaign } from './campaign.ts'
import { KINDS } from './kinds.ts'
import { openSetting } from './setting.ts'

// `npm run campaign -- --rounds N [--seed TEXT] [--only KIND]`: breaks the built app in every way there is, N times each.
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    seed: { type: 'string', default: 'one' },
    only: { type: 'string' },
  },
})
const rounds = Number(values.rounds)
const kinds = KINDS.filter(({ name }) => values.only === undefined || name.startsWith(values.only))
if (!Number.isInteger(rounds) || rounds < 1 || kinds.length === 0) {
  process.stderr.write(
    `Give --rounds a whole number, and --only one of: ${KINDS.map(({ name }) => name).join(', ')}.\n`,
  )
  process.exit(2)
}

const server = await startPostgres()
const setting = await openSetting(server.url)
try {
  const onResult = ({ kind, rounds: ran, found }: KindResult): void =>
    void process.stderr.write(`${kind}: ${ran} rounds, ${isClean(found) ? 'nothing found' : JSON.stringify(found)}\n`)
  const results = await runCampaign({ kinds, rounds, seed: values.seed, setting, onResult })
  process.stdout.write(`${describeResults(results)}\n`)
  process.exitCode = results.every(({ found }) => isClean(found)) ? 0 : 1
} finally {
  await setting.close()
  await server.close()
}
