import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { BROKEN_SAMPLES } from '../support/rosters/broken-samples.ts'
import { ROSTER_SAMPLES } from '../support/rosters/all-samples.ts'
import { readSample } from '../support/rosters/describe-roster.ts'

// Writes docs/import-results.md: how the made-up rosters of the tests are read, and what is said of broken ones.
const COMMAND = 'node electron/node.mjs test/bench/import-run.ts'
const MEGABYTE = 1024 ** 2
const READ_ALONE = fileURLToPath(new URL('read-roster-alone.ts', import.meta.url))

interface ReadAlone {
  /** What is said where nothing of it can be read. */
  readonly failure: string | null
  readonly shifts: number
  readonly notUnderstood: readonly string[]
  /** The most memory of the process, in MB. */
  readonly memory: number
  readonly took: number
}

const { values } = parseArgs({ options: { out: { type: 'string', default: 'docs/import-results.md' } } })
const folder = mkdtempSync(join(tmpdir(), 'covercast-import-'))
try {
  writeFileSync(values.out, `${intro()}${await samples()}\n${broken()}`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function intro(): string {
  return `# How rosters are read

This page is made by \`${COMMAND}\`. It reads the files that the tests make up (\`test/support/rosters/\`), in the shapes in which tools and people write rosters; none is anybody's real file. What each may look like is in [import.md](import.md).

## Files that are whole

`
}

async function samples(): Promise<string> {
  const rows: string[] = []
  for (const sample of ROSTER_SAMPLES) {
    const read = await readSample(sample)
    const right = read.shifts.filter((shift, index) => shift === sample.shifts[index]).length
    rows.push(
      `| ${sample.name} | ${sample.like} | ${right} of ${sample.shifts.length} | ${read.absences.length} | ${read.notUnderstood.join(', ') || 'nothing'} |`,
    )
  }
  return `| file | in the shape of | shifts read as they are, of those in it | absences | not understood (row:column) |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`
}

function broken(): string {
  const idle = readAlone('agent,date,start,end\n')
  const rows = BROKEN_SAMPLES.map(({ name, bytes }) => {
    const { failure, shifts, notUnderstood, memory, took } = readAlone(bytes())
    const said =
      failure ??
      `${shifts.toLocaleString('en')} ${shifts === 1 ? 'shift' : 'shifts'}; not understood: ${notUnderstood.join(', ') || 'nothing'}`
    return `| ${name} | ${said} | ${Math.max(0, memory - idle.memory)} MB | ${Math.round(took)} ms |`
  })
  return `## Files that are broken, hostile or no roster

Where a file is refused, nothing is stored; nor is anything of the others before somebody has seen what was understood. Memory is the most that a process of its own needed, above the ${idle.memory} MB with which it reads a table without rows.

| file | what is said | memory | time |
| --- | --- | --- | --- |
${rows.join('\n')}
`
}

function readAlone(content: Uint8Array | string): ReadAlone {
  const file = join(folder, 'roster')
  writeFileSync(file, content)
  return JSON.parse(
    execFileSync(process.execPath, [READ_ALONE, file], { encoding: 'utf8', maxBuffer: 16 * MEGABYTE }),
  ) as ReadAlone
}
