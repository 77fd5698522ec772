import { useFormat } from '../../../format/format-context.tsx'
import { useMutation } from '@tanstack/react-query'
import { download, saveCalendar, saveJson, savePage } from '../../../app/files/transfer.ts'
import { useSaveText } from '../../../app/files/use-save-text.ts'
import { useTRPCClient } from '../../../app/rpc/client.ts'
import { useWorkspace } from '../../../app/workspace/workspace-context.tsx'
import type { PlanEntry } from '../plan-types.ts'

/** A file of a plan; agent null: the whole team's. */
export type HandOutFile =
  | { readonly kind: 'page' | 'calendar'; readonly agent: string | null }
  | { readonly kind: 'html' | 'csv' | 'json'; readonly since: string | null }
  | { readonly kind: 'all' }

/** A calendar of a weekly pattern goes this far. */
const WEEKS_OF_PATTERN = 13

interface HandOutFiles {
  /** Resolves with the name under which the file was saved; undefined: it could not be, which `error` says, or another is being made. */
  readonly save: (file: HandOutFile) => Promise<string | undefined>
  /** What is being made; null: nothing. */
  readonly making: HandOutFile['kind'] | null
  readonly error: unknown
}

/** Makes and saves what people are handed of a plan. */
export function useHandOutFiles(planId: string, planKind: PlanEntry['kind']): HandOutFiles {
  const client = useTRPCClient()
  const saveText = useSaveText()
  const { workspaceId } = useWorkspace()
  const of = { workspaceId, plan: { kind: 'stored', id: planId } } as const
  const language = { language: navigator.language, texts: useFormat().code } as const
  const { mutateAsync, isPending, variables, error } = useMutation({
    networkMode: 'always',
    mutationFn: async (file: HandOutFile): Promise<string> => {
      switch (file.kind) {
        case 'page': {
          const { fileName, text } = await client.handout.page.query({ ...of, agent: file.agent, ...language })
          savePage(fileName, text)
          return fileName
        }
        case 'calendar': {
          const weeks = planKind === 'weekly' ? WEEKS_OF_PATTERN : null
          const { agent } = file
          const { fileName, text } = await client.exports.plan.query({
            ...of,
            kind: 'calendar',
            agent,
            weeks,
            ...language,
          })
          saveCalendar(fileName, text)
          return fileName
        }
        case 'all': {
          const { path, fileName } = await client.handout.all.mutate({ ...of, ...language })
          download(path, fileName)
          return fileName
        }
        default: {
          const { fileName, text } = await client.handout.changesFile.query({ ...of, ...file, ...language })
          const save = { html: savePage, csv: saveText, json: saveJson }[file.kind]
          save(fileName, text)
          return fileName
        }
      }
    },
  })
  return {
    // A button that is pressed keeps the focus, and does nothing again until it is done.
    save: (file) => (isPending ? Promise.resolve(undefined) : mutateAsync(file).catch(() => undefined)),
    making: isPending ? variables.kind : null,
    error,
  }
}
