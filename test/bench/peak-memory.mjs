import { writeFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

// Loaded before a program: writes the most memory its process ever had, in bytes, where the program's environment says.
if (isMainThread)
  process.once('exit', () =>
    writeFileSync(process.env['PEAK_MEMORY_FILE'], String(process.resourceUsage().maxRSS * 1024)),
  )
