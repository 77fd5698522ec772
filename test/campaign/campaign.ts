import { Draw } from './draw.ts'
import type { Setting } from './setting.ts'

/** What a round must not find. Each counts; all are to be zero. */
export interface Findings {
  readonly lostEdits: number
  readonly unequalFigures: number
  readonly hungJobs: number
  readonly secondWorkspaces: number
  readonly passwordsElsewhere: number
}

export const NOTHING_FOUND: Findings = {
  lostEdits: 0,
  unequalFigures: 0,
  hungJobs: 0,
  secondWorkspaces: 0,
  passwordsElsewhere: 0,
}

export interface Round {
  readonly setting: Setting
  /** Draws everything of the round: the same seed breaks the same things. */
  readonly random: Draw
  /** An empty data folder of the round's own. */
  readonly dataDir: string
}

/** One way to break Covercast. */
export interface Kind {
  readonly name: string
  /** Why it cannot run here; null: it can. */
  readonly obstacle: () => string | null
  readonly run: (round: Round) => Promise<Findings>
}

export interface KindResult {
  readonly kind: string
  readonly rounds: number
  readonly found: Findings
  /** What was found, by the name of the round that finds it again; or why none ran. */
  readonly notes: readonly string[]
}

export interface CampaignOptions {
  readonly kinds: readonly Kind[]
  readonly rounds: number
  readonly seed: string
  readonly setting: Setting
  /** Told of each kind as it is done. */
  readonly onResult?: (result: KindResult) => void
}

/** Runs every kind so many rounds, one after the other. A round that fails by surprise is a finding too. */
export async function runCampaign({
  kinds,
  rounds,
  seed,
  setting,
  onResult = () => undefined,
}: CampaignOptions): Promise<readonly KindResult[]> {
  const results: KindResult[] = []
  for (const kind of kinds) {
    const result = await runKind(kind, { rounds, seed, setting })
    results.push(result)
    onResult(result)
  }
  return results
}

async function runKind(
  kind: Kind,
  { rounds, seed, setting }: Pick<CampaignOptions, 'rounds' | 'seed' | 'setting'>,
): Promise<KindResult> {
  const obstacle = kind.obstacle()
  if (obstacle !== null) return { kind: kind.name, rounds: 0, found: NOTHING_FOUND, notes: [`not run: ${obstacle}`] }
  let found = NOTHING_FOUND
  const notes: string[] = []
  for (let round = 0; round < rounds; round += 1) {
    const name = `${seed}/${kind.name}/${round}`
    try {
      const one = await setting.withDataFolder((dataDir) => kind.run({ setting, dataDir, random: new Draw(name) }))
      found = sum(found, one)
      if (!isClean(one)) notes.push(`${name}: ${JSON.stringify(one)}`)
    } catch (thrown) {
      found = sum(found, { ...NOTHING_FOUND, hungJobs: 1 })
      notes.push(`${name}: ${thrown instanceof Error ? thrown.message : String(thrown)}`)
    }
  }
  return { kind: kind.name, rounds, found, notes }
}

function sum(a: Findings, b: Findings): Findings {
  return {
    lostEdits: a.lostEdits + b.lostEdits,
    unequalFigures: a.unequalFigures + b.unequalFigures,
    hungJobs: a.hungJobs + b.hungJobs,
    secondWorkspaces: a.secondWorkspaces + b.secondWorkspaces,
    passwordsElsewhere: a.passwordsElsewhere + b.passwordsElsewhere,
  }
}

export function isClean(found: Findings): boolean {
  return Object.values(found).every((count) => count === 0)
}

/** The results as lines of a table. */
export function describeResults(results: readonly KindResult[]): string {
  const head = [
    'kind',
    'rounds',
    'lost edits',
    'unequal figures',
    'hung or failed',
    'second workspaces',
    'passwords elsewhere',
  ]
  const rows = results.map(({ kind, rounds, found }) =>
    [
      kind,
      rounds,
      found.lostEdits,
      found.unequalFigures,
      found.hungJobs,
      found.secondWorkspaces,
      found.passwordsElsewhere,
    ].map(String),
  )
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]!.length)))
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join(' | ')} |`
  const notes = results.flatMap((result) => result.notes.map((note) => `${result.kind}: ${note}`))
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line), ...notes].join('\n')
}
