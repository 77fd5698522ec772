import { useMutation } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import { useTRPCClient } from '../../app/rpc/client.ts'
import type { PreviewAnswer, SourceAnswer, SourceInput, TablesAnswer } from './connect-form.ts'

type PreviewInput = SourceInput & { readonly timeZone: string }

/** The looks at a database before it is connected: a test, its tables, and its newest day. Leaving the screen ends what runs. */
export function useLooks() {
  const client = useTRPCClient()
  const running = useRef(new Set<string>())
  const look = async <T>(ask: (lookId: string) => Promise<T>): Promise<T> => {
    const lookId = crypto.randomUUID()
    running.current.add(lookId)
    try {
      return await ask(lookId)
    } finally {
      running.current.delete(lookId)
    }
  }
  const cancel = useCallback((): void => {
    for (const lookId of running.current) void client.source.cancelLook.mutate({ lookId }).catch(() => undefined)
  }, [client])
  useEffect(() => cancel, [cancel])
  const test = useMutation({
    networkMode: 'always',
    mutationFn: (input: SourceInput): Promise<SourceAnswer> =>
      look((lookId) => client.source.test.mutate({ ...input, lookId })),
  })
  const tables = useMutation({
    networkMode: 'always',
    mutationFn: (input: SourceInput): Promise<TablesAnswer> =>
      look((lookId) => client.source.tables.mutate({ ...input, lookId })),
  })
  const preview = useMutation({
    networkMode: 'always',
    mutationFn: (input: PreviewInput): Promise<PreviewAnswer> =>
      look((lookId) => client.source.preview.mutate({ ...input, lookId })),
  })
  return { test, tables, preview, cancel }
}
