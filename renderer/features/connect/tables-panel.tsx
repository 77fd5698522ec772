import { useState, type ReactNode } from 'react'
import { Button } from '../../components/button.tsx'
import { RadioField } from '../../components/fields.tsx'
import type { ChoicesCheck, SourceChoices, TableChoice } from '../../../shared/contract/source/choices.ts'
import type { SourceMappingInput } from '../../../shared/contract/source/mapping.ts'
import { TABLE_KEYS, TABLE_PARTS, type TableKey } from '../../../shared/contract/source/parts.ts'
import type { ServerTables } from '../../../shared/contract/source/server-tables.ts'
import { MappingDocument } from './mapping-document.tsx'
import { TableFields } from './table-fields.tsx'

interface TablesPanelProps {
  readonly server: ServerTables
  readonly choices: SourceChoices
  readonly check: ChoicesCheck
  /** As it would be stored; null: every name is the usual one. */
  readonly mapping: SourceMappingInput | null
  /** Whether everything has its usual name, so that there is nothing to choose. */
  readonly isUsual: boolean
  /** Whether it is known to be readable, so that nothing needs a look. */
  readonly works: boolean
  readonly onChange: (choices: SourceChoices) => void
  readonly onLoad: (mapping: SourceMappingInput) => void
}

const REQUIRED = TABLE_KEYS.filter((key) => TABLE_PARTS[key].required)
const OPTIONAL = TABLE_KEYS.filter((key) => !TABLE_PARTS[key].required)

/** Which tables and columns are read: found by their usual names, suggested, or chosen here. */
export function TablesPanel({ server, choices, check, mapping, isUsual, works, onChange, onLoad }: TablesPanelProps): ReactNode {
  const [isOpen, setOpen] = useState(!works)
  const choose = (key: TableKey, choice: TableChoice | null): void => onChange({ ...choices, tables: { ...choices.tables, [key]: choice } })
  const fields = (keys: readonly TableKey[]): ReactNode =>
    keys.map((key) => <TableFields key={key} check={check.tables[key]} tables={server.tables} onChange={(choice) => choose(key, choice)} />)
  return (
    <section className="panel" aria-labelledby="connect-tables">
      <header className="tables-head">
        <div>
          <h2 id="connect-tables">Tables</h2>
          <p className="quiet">{introduction({ check, isUsual, isOpen })}</p>
        </div>
        {isOpen ? null : <Button onPress={() => setOpen(true)}>Choose tables</Button>}
      </header>
      {isOpen ? (
        <>
          {server.isCut ? <p className="quiet">This database has more tables than can be listed; the first {server.tables.length} are shown.</p> : null}
          <h3 className="tables-group">Required</h3>
          {fields(REQUIRED)}
          {check.withoutZone.length === 0 ? null : (
            <div className="zone-question">
              <RadioField
                label="Do these times hold UTC?"
                hint={`They have no time zone: ${check.withoutZone.join(', ')}.`}
                value={choices.timestampsWithoutZone}
                onChange={(timestampsWithoutZone) => onChange({ ...choices, timestampsWithoutZone })}
                choices={[
                  { id: 'utc', label: 'Yes, they hold UTC' },
                  { id: 'refuse', label: 'No, or not sure', hint: 'Choose other columns, or give a view that converts them to timestamp with time zone.' },
                ]}
              />
            </div>
          )}
          <h3 className="tables-group">Optional</h3>
          {fields(OPTIONAL)}
          <MappingDocument mapping={mapping} onLoad={onLoad} />
        </>
      ) : null}
    </section>
  )
}

function introduction({ check, isUsual, isOpen }: { readonly check: ChoicesCheck; readonly isUsual: boolean; readonly isOpen: boolean }): string {
  const missing = Object.values(check.tables).filter(({ state }) => state === 'unusable').map(({ key }) => TABLE_PARTS[key].label.toLowerCase())
  if (missing.length > 0) return `Choose what to read. Still to do: ${missing.join(', ')}.`
  if (isUsual) return isOpen ? 'All tables were found under their usual names. Change what differs.' : 'All tables were found under their usual names.'
  return isOpen ? 'These tables are read. Check that each is the right one, then look at the figures below.' : 'Tables with other names are read, as you chose.'
}
