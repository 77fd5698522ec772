import { openServices, makeDataFolder, syncRequest, unwatched } from '../support/services.ts'
import { BENCH_NOW } from './make-data.ts'

// A first sync in a process of its own, with its threads, as the app runs it: prints the most memory the process ever had, in bytes.
const [url, organizationId] = process.argv.slice(2)
const folder = makeDataFolder()
const services = openServices(folder.path)
await services.sync(syncRequest({ sourceUrl: url!, organizationId: organizationId!, now: BENCH_NOW }), unwatched())
await services.close()
folder.remove()
process.stdout.write(JSON.stringify({ peakBytes: process.resourceUsage().maxRSS * 1024 }))
