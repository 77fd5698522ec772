import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { usualDateOrder } from '../../../../shared/roster/usual-order.ts'
import { uploadFile } from '../../../app/files/transfer.ts'
import { useTRPCClient } from '../../../app/rpc/client.ts'
import { useWorkspace } from '../../../app/workspace/workspace-context.tsx'
import { useFormat } from '../../../format/format-context.tsx'
import type { Formatter } from '../../../format/formatter.ts'
import type { ImportChoices, RosterFile } from './import-types.ts'

/** What a file is read as, by the choices that were made; the reading before stays until the next is there. */
export function useRosterPreview(chosen: RosterFile | null, choices: ImportChoices) {
  const client = useTRPCClient()
  const format = useFormat()
  const { workspaceId } = useWorkspace()
  return useQuery({
    queryKey: ['roster-preview', workspaceId, chosen?.id, { ...choices, names: [...choices.names] }],
    queryFn: async () => {
      const { file } = chosen!
      const uploadId = await uploadFile(file, format.texts.rosterImport.failed)
      return client.rosters.preview.mutate({ workspaceId, uploadId, ...readingOf(file, choices, format) })
    },
    enabled: chosen !== null,
    placeholderData: keepPreviousData,
    // What a file says stays; a file that is chosen again is another.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  })
}

/** How a file is to be read, as the backend is asked. */
export function readingOf(
  { name }: File,
  { timeZone, dateOrder, sheet, into, datesOnly, names }: ImportChoices,
  format: Formatter,
) {
  return {
    fileName: name,
    // A plan that it goes into has a zone of its own.
    timeZone: into === null ? timeZone : null,
    dateOrder,
    sheet,
    into,
    datesOnly,
    names: [...names] as [string, string | null][],
    usualOrder: usualDateOrder(navigator.language),
    firstDayOfWeek: format.weekOrder[0]!,
  }
}
