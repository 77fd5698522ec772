import { useState, type ReactNode } from 'react'
import { RemarksTable } from '../../../app/import/found-tables.tsx'
import { NamesTable } from '../../../app/import/names-table.tsx'
import { useFormat } from '../../../format/format-context.tsx'
import { TabPanel, TabRow, Tabs } from '../../../kit/tabs.tsx'
import type { AgentEntry } from '../agent-types.ts'
import type { AgentFilePreview } from './agent-file-types.ts'
import { AvailabilityTable, TimeOffTable } from './entries-tables.tsx'

const PARTS = ['entries', 'names', 'notUnderstood', 'changed'] as const
type Part = (typeof PARTS)[number]

interface FoundPartsProps {
  readonly read: AgentFilePreview
  readonly agents: readonly AgentEntry[]
  readonly names: ReadonlyMap<string, string | null>
  readonly onNames: (names: ReadonlyMap<string, string | null>) => void
}

/** What of a file would be stored, who is meant, and what was not understood. */
export function FoundParts({ read, agents, names, onNames }: FoundPartsProps): ReactNode {
  const format = useFormat()
  const { agentImport: t, rosterImport, rosters } = format.texts
  const counts: Readonly<Record<Part, number>> = {
    entries: read.entries.length,
    names: read.matches.length,
    notUnderstood: read.notUnderstoodCount,
    changed: read.changedCount,
  }
  const tabs = PARTS.filter((part) => part === 'entries' || counts[part] > 0)
  const [chosen, setChosen] = useState<Part>('entries')
  const selected = tabs.includes(chosen) ? chosen : 'entries'
  const titles = {
    entries: read.kind === 'availability' ? t.tabs.availability : t.tabs.timeOff,
    names: rosterImport.tabs.names({ count: format.count(counts.names) }),
    notUnderstood: rosterImport.tabs.notUnderstood({ count: format.count(counts.notUnderstood) }),
    changed: rosterImport.tabs.changed({ count: format.count(counts.changed) }),
  }
  const nameOf = (id: string): string => agents.find((agent) => agent.id === id)?.name ?? id
  const content: Readonly<Record<Part, () => ReactNode>> = {
    entries: () =>
      read.kind === 'availability' ? (
        <AvailabilityTable read={read} nameOf={nameOf} />
      ) : (
        <TimeOffTable read={read} nameOf={nameOf} />
      ),
    names: () => (
      <NamesTable
        matches={read.matches}
        agents={agents}
        names={names}
        onNames={onNames}
        newLabel={(name) => t.leaveOut({ name })}
        newHow={rosters.notAnAgent}
      />
    ),
    notUnderstood: () => (
      <RemarksTable
        caption={titles.notUnderstood}
        remarks={read.notUnderstood.map((one) => ({ ...one, why: rosters.notUnderstood[one.why] }))}
        count={counts.notUnderstood}
      />
    ),
    changed: () => (
      <RemarksTable
        caption={titles.changed}
        remarks={read.changed.map((one) => ({ ...one, why: rosters.changed[one.why] }))}
        count={counts.changed}
      />
    ),
  }
  return (
    <Tabs tabs={tabs} selected={selected} onSelect={setChosen} className="import-parts">
      <TabRow label={rosterImport.sections} tabs={tabs} titles={titles} />
      {tabs.map((part) => (
        <TabPanel key={part} id={part}>
          {content[part]()}
        </TabPanel>
      ))}
    </Tabs>
  )
}
