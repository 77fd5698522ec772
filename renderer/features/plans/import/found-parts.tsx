import { useState, type ReactNode } from 'react'
import { useFormat, useTexts } from '../../../format/format-context.tsx'
import { TabPanel, TabRow, Tabs } from '../../../kit/tabs.tsx'
import type { AgentEntry } from '../plan-types.ts'
import { RemarksTable } from '../../../app/import/found-tables.tsx'
import { NamesTable } from '../../../app/import/names-table.tsx'
import { AbsencesTable, ShiftsTable } from './found-tables.tsx'
import { placeText } from './import-text.ts'
import type { RosterPreview } from './import-types.ts'

const PARTS = ['shifts', 'names', 'notUnderstood', 'changed', 'absences'] as const
type Part = (typeof PARTS)[number]

interface FoundPartsProps {
  readonly read: RosterPreview
  readonly agents: readonly AgentEntry[]
  readonly names: ReadonlyMap<string, string | null>
  readonly onNames: (names: ReadonlyMap<string, string | null>) => void
}

/** What was found, what was not, and who is meant. */
export function FoundParts({ read, agents, names, onNames }: FoundPartsProps): ReactNode {
  const t = useTexts('rosterImport')
  const format = useFormat()
  const counts: Readonly<Record<Part, number>> = {
    shifts: read.understood.shifts,
    names: read.matches.length,
    notUnderstood: read.notUnderstoodCount,
    changed: read.changedCount,
    absences: read.absences.length,
  }
  const tabs = PARTS.filter((part) => part === 'shifts' || counts[part] > 0)
  const [chosen, setChosen] = useState<Part>('shifts')
  const selected = tabs.includes(chosen) ? chosen : 'shifts'
  const titles = {
    shifts: t.tabs.shifts,
    names: t.tabs.names({ count: format.count(counts.names) }),
    notUnderstood: t.tabs.notUnderstood({ count: format.count(counts.notUnderstood) }),
    changed: t.tabs.changed({ count: format.count(counts.changed) }),
    absences: t.tabs.absences({ count: format.count(counts.absences) }),
  }
  const nameOf = (id: string | null): string =>
    id === null ? t.unassigned : (agents.find((agent) => agent.id === id)?.name ?? id)
  const { rosters } = format.texts
  const content: Readonly<Record<Part, () => ReactNode>> = {
    shifts: () => <ShiftsTable read={read} nameOf={nameOf} />,
    names: () => (
      <NamesTable
        matches={read.matches}
        agents={agents}
        names={names}
        onNames={onNames}
        newLabel={(name) => t.newAgent({ name })}
        newHow={rosters.matchedBy.new}
      />
    ),
    notUnderstood: () => (
      <RemarksTable
        placeOf={(place) => placeText(place, read, format)}
        caption={titles.notUnderstood}
        remarks={read.notUnderstood.map((one) => ({ ...one, why: rosters.notUnderstood[one.why] }))}
        count={counts.notUnderstood}
      />
    ),
    changed: () => (
      <RemarksTable
        placeOf={(place) => placeText(place, read, format)}
        caption={titles.changed}
        remarks={read.changed.map((one) => ({ ...one, why: rosters.changed[one.why] }))}
        count={counts.changed}
      />
    ),
    absences: () => <AbsencesTable read={read} nameOf={nameOf} />,
  }
  return (
    <Tabs tabs={tabs} selected={selected} onSelect={setChosen} className="import-parts">
      <TabRow label={t.sections} tabs={tabs} titles={titles} />
      {tabs.map((part) => (
        <TabPanel key={part} id={part}>
          {content[part]()}
        </TabPanel>
      ))}
    </Tabs>
  )
}
