import { afterAll, describe, expect, inject, it } from 'vitest'
import { liveHistory, totalsOf } from '../../simulation/replay.ts'
import { storeWorld } from '../../simulation/store-world.ts'
import { makeWorld } from '../../simulation/worlds.ts'
import { ALL_HABITS } from '../../support/product-habits.ts'
import { coverageRequest, makeDataFolder, openServices, syncRequest, unwatched } from '../../support/services.ts'
import type { TestDatabase } from '../../support/source-database.ts'

describe('a made-up site that is recorded with every habit of the product', () => {
  const folder = makeDataFolder()
  let database: TestDatabase | undefined
  afterAll(async () => {
    await database?.drop()
    folder.remove()
  })

  it('is taken by the true schema, and synced to the last visit', async () => {
    const world = { ...makeWorld('two pools, members not known', 5), weeks: 2 }
    const history = liveHistory(world)
    database = await storeWorld(inject('postgresUrl'), world, { history, habits: ALL_HABITS })
    const [rows] = await database.run(
      `select (select count(*) from agent_sessions where ended_at is null)::int as open, (select count(*) from agent_status_changes where to_status = 'away')::int as away,
         (select count(*) - count(distinct visitor_id) from call_logs)::int as rerouted, (select count(*) from agent_profiles where not is_active)::int as former`,
    )
    for (const count of Object.values(rows!)) expect(count).toBeGreaterThan(0)

    const services = openServices(folder.path)
    await services.sync(syncRequest({ sourceUrl: database.url, now: history.end, from: world.firstDate }), unwatched())
    const { output } = await services.coverage(
      coverageRequest({
        from: world.firstDate,
        timeZone: world.timeZone,
        to: new Date(history.end).toISOString().slice(0, 10),
      }),
    )
    const { visitors, covered } = totalsOf(history)
    expect(output.totals).toMatchObject({ totalPageviews: visitors, pageviewsWithAgent: covered })
    await services.close()
  })
})
