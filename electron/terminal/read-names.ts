import { z } from 'zod'
import { AppError } from '../../shared/foundation/errors.ts'
import type { AppCaller } from '../backend/core/in-process.ts'
import type { TerminalTexts } from './format.ts'
import { usage } from './options.ts'
import { NAMES_EXAMPLE, readNamesFile } from './read-plan-file.ts'
import { agentNamed } from './resolve.ts'

const namesSchema = z.record(z.string(), z.string().min(1).nullable())

/** What a file of names says: agents by id or name, or null, by the names in another file. Throws 'usage'. */
export function namesInFile(file: string, texts: TerminalTexts): Readonly<Record<string, string | null>> {
  try {
    return namesSchema.parse(JSON.parse(readNamesFile(file, texts)))
  } catch (error) {
    if (error instanceof AppError) throw error
    throw usage(texts.imports.notNames({ file }), texts.imports.namesForm({ example: NAMES_EXAMPLE }))
  }
}

/** The ids of the agents that a file of names means. */
export async function agentsMeant(
  call: AppCaller,
  { workspaceId, names }: { readonly workspaceId: string; readonly names: Readonly<Record<string, string | null>> },
  texts: TerminalTexts,
): Promise<[string, string | null][]> {
  const entries = Object.entries(names)
  if (entries.length === 0) return []
  const agents = await call.agents.list({ workspaceId })
  return entries.map(([inFile, named]) => [
    inFile,
    named === null ? null : agentNamed(agents, named, { kept: texts.imports.nothingStored, texts }),
  ])
}

/** Something was not understood, and `--strict` was given. */
export function notStrict(count: number, { imports: t }: TerminalTexts): AppError {
  return new AppError({
    code: 'invalid-input',
    message: t.entriesNotUnderstood({ count }),
    kept: t.nothingStored,
    next: t.correct,
  })
}
