import { useCallback, useState, type ReactNode } from 'react'
import { DropFrame } from '../../../app/files/drop-frame.tsx'
import { useBroughtFiles } from '../../../app/files/use-brought-files.ts'
import { FileButton } from '../../../app/import/file-button.tsx'
import { useFormat } from '../../../format/format-context.tsx'
import type { AgentEntry } from '../agent-types.ts'
import { storedText } from './agent-file-text.ts'
import type { AgentFilePreview } from './agent-file-types.ts'
import { AGENT_FILE_TYPES, ImportAgentFile } from './import-agent-file.tsx'

/** Takes a table of time off or availability, chosen, dropped on the window or pasted. */
export function AgentFileDoor({ agents }: { readonly agents: readonly AgentEntry[] }): ReactNode {
  const format = useFormat()
  const { agentImport: t, rosterImport } = format.texts
  const [chosen, setChosen] = useState<{ readonly file: File; readonly id: string } | null>(null)
  const [stored, setStored] = useState<AgentFilePreview | null>(null)
  const open = useCallback((file: File) => {
    setStored(null)
    setChosen({ file, id: crypto.randomUUID() })
  }, [])
  const { isDragged } = useBroughtFiles(rosterImport.pasted, open)
  return (
    <>
      <FileButton kind="quiet" types={AGENT_FILE_TYPES} label={t.open} onFile={open} />
      <output className="quiet">{stored === null ? '' : storedText(stored, format)}</output>
      {chosen === null ? null : (
        <ImportAgentFile
          key={chosen.id}
          agents={agents}
          chosen={chosen}
          onFile={open}
          onClose={() => setChosen(null)}
          onStored={(read) => {
            setChosen(null)
            setStored(read)
          }}
        />
      )}
      <DropFrame isDragged={isDragged} label={t.drop} />
    </>
  )
}
