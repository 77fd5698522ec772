import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Card } from '../../kit/card.tsx'
import { useFormat } from '../../format/format-context.tsx'
import type { Formatter } from '../../format/formatter.ts'
import { Button } from '../../kit/button.tsx'
import { RadioField } from '../../kit/fields.tsx'
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
export function TablesPanel({
  server,
  choices,
  check,
  mapping,
  isUsual,
  works,
  onChange,
  onLoad,
}: TablesPanelProps): ReactNode {
  const format = useFormat()
  const t = format.texts.connect
  const [isOpen, setOpen] = useState(!works)
  const panel = useRef<HTMLElement>(null)
  const wasOpen = useRef(isOpen)
  // The button that opened it is gone; the keyboard goes on from the first choice.
  useEffect(() => {
    if (isOpen && !wasOpen.current) panel.current?.querySelector('button')?.focus()
    wasOpen.current = isOpen
  }, [isOpen])
  const choose = (key: TableKey, choice: TableChoice | null): void =>
    onChange({ ...choices, tables: { ...choices.tables, [key]: choice } })
  const fields = (keys: readonly TableKey[]): ReactNode =>
    keys.map((key) => (
      <TableFields
        key={key}
        check={check.tables[key]}
        tables={server.tables}
        onChange={(choice) => choose(key, choice)}
      />
    ))
  return (
    <Card ref={panel} kind="form" labelledBy="connect-tables">
      <header className="tables-head">
        <div>
          <h2 id="connect-tables">{t.tables}</h2>
          <p className="quiet">{introduction({ check, isUsual, isOpen, works }, format)}</p>
        </div>
        {isOpen ? null : <Button onPress={() => setOpen(true)}>{t.chooseTables}</Button>}
      </header>
      {isOpen ? (
        <>
          {server.isCut ? <p className="quiet">{t.moreTables({ count: server.tables.length })}</p> : null}
          <h3 className="tables-group">{t.required}</h3>
          {fields(REQUIRED)}
          {check.withoutZone.length === 0 ? null : (
            <div className="zone-question">
              <RadioField
                label={t.areUtc}
                hint={t.withoutZone({ columns: format.list(check.withoutZone) })}
                value={choices.timestampsWithoutZone}
                onChange={(timestampsWithoutZone) => onChange({ ...choices, timestampsWithoutZone })}
                choices={[
                  { id: 'utc', label: t.yesUtc },
                  {
                    id: 'refuse',
                    label: t.noUtc,
                    hint: t.noUtcHint,
                  },
                ]}
              />
            </div>
          )}
          <h3 className="tables-group">{t.optional}</h3>
          {fields(OPTIONAL)}
          <MappingDocument mapping={mapping} onLoad={onLoad} />
        </>
      ) : null}
    </Card>
  )
}

function introduction(
  {
    check,
    isUsual,
    isOpen,
    works,
  }: Pick<TablesPanelProps, 'check' | 'isUsual' | 'works'> & { readonly isOpen: boolean },
  format: Formatter,
): string {
  const t = format.texts.connect
  const missing = Object.values(check.tables)
    .filter(({ state }) => state === 'unusable')
    .map(({ key }) => TABLE_PARTS[key].label.toLowerCase())
  // What is optional and cannot be read is no task where the rest works: the answer of the test lists it.
  if (missing.length > 0 && !works) return t.stillToDo({ tables: format.list(missing) })
  if (isUsual) return isOpen ? t.usualNamesOpen : t.usualNames
  return isOpen ? t.theseTables : t.chosenTables
}
