import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { reportOf } from '../errors/error-report.ts'
import { uploadFile } from '../files/transfer.ts'
import { useTRPC } from '../rpc/client.ts'
import type { Outputs } from '../rpc/procedures.ts'
import { useInvalidate } from '../rpc/what-changes-what.ts'

type RestoredWorkspace = Outputs['workspaces']['restore']

interface RestoreRequest {
  readonly file: File
  /** null: the one that the backup has. */
  readonly name: string | null
}

interface Restore {
  readonly run: (file: File) => void
  /** The same file again, under another name. */
  readonly runAs: (name: string) => void
  /** The file whose workspace has a name that is taken; null: none waits for a name. */
  readonly taken: File | null
  readonly isPending: boolean
  readonly error: unknown
  /** null: none yet. */
  readonly restored: RestoredWorkspace | null
}

/** Makes a workspace from a backup that the user chose. */
export function useRestore(onRestored?: (workspace: RestoredWorkspace) => void): Restore {
  const trpc = useTRPC()
  const invalidate = useInvalidate()
  const [restored, setRestored] = useState<RestoredWorkspace | null>(null)
  const fromUpload = useMutation(trpc.workspaces.restore.mutationOptions())
  const run = useMutation({
    networkMode: 'always',
    mutationFn: async ({ file, name }: RestoreRequest) =>
      fromUpload.mutateAsync({ uploadId: await uploadFile(file), name }),
    onSuccess: async (workspace) => {
      setRestored(workspace)
      await invalidate('workspaces')
      onRestored?.(workspace)
    },
  })
  const begin = (request: RestoreRequest): void => {
    setRestored(null)
    run.mutate(request)
  }
  const taken = run.error !== null && reportOf(run.error).code === 'conflict' ? (run.variables?.file ?? null) : null
  return {
    run: (file) => begin({ file, name: null }),
    runAs: (name) => (taken === null ? undefined : begin({ file: taken, name })),
    taken,
    isPending: run.isPending,
    error: run.error,
    restored,
  }
}
