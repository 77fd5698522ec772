import { ChevronRight, CircleAlert, CircleCheck, CircleMinus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import { ChoiceField } from '../../kit/choice-field.tsx'
import { useFormat } from '../../format/format-context.tsx'
import type { TableCheck, TableChoice } from '../../../shared/contract/source/choices.ts'
import { TABLE_PARTS } from '../../../shared/contract/source/parts.ts'
import type { ServerTable } from '../../../shared/contract/source/server-tables.ts'
import { suggestColumns } from '../../../shared/contract/source/suggest.ts'
import { columnId, columnOptions, idOfTable, NOT_READ, tableOptions } from './choice-options.ts'

interface TableFieldsProps {
  readonly check: TableCheck
  readonly tables: readonly ServerTable[]
  readonly onChange: (choice: TableChoice | null) => void
}

const ICONS = {
  ready: <CircleCheck size={16} aria-hidden className="part-ready" />,
  off: <CircleMinus size={16} aria-hidden className="part-off" />,
  unusable: <CircleAlert size={16} aria-hidden className="part-unusable" />,
} as const

/** The choice of one table and its columns, with what is wrong with each. */
export function TableFields({ check, tables, onChange }: TableFieldsProps): ReactNode {
  const format = useFormat()
  const t = format.texts.connect
  const { key, choice, table, state } = check
  const part = TABLE_PARTS[key]
  const [isOpen, setOpen] = useState(state === 'unusable')
  const chosen = choice === null ? 0 : Object.values(choice.columns).filter((name) => name !== null).length
  const chooseTable = (id: string): void => {
    if (id === NOT_READ) {
      onChange(null)
      return
    }
    const found = tables.find((one) => idOfTable(one) === id)
    if (found === undefined) return
    const columns = suggestColumns(part, found)
    onChange({ schema: found.schema, table: found.table, columns })
    if (Object.entries(part.columns).some(([column, { required }]) => required && columns[column] === null))
      setOpen(true)
  }
  return (
    <section className="part" aria-label={part.label}>
      <div className="part-head">
        {ICONS[state]}
        <div>
          <h4 className="part-title">
            <span aria-hidden>{part.label}</span>
            <span className="visually-hidden">{t.tableState({ table: part.label, state: t[state] })}</span>
          </h4>
          <p className="field-hint">
            {state === 'off' ? t.offBecause({ consequence: part.without ?? '' }) : part.meaning}
          </p>
        </div>
        <ChoiceField
          label={t.tableOf({ table: part.label })}
          hideLabel
          value={choice === null ? NOT_READ : idOfTable(choice)}
          shown={choice === null ? (part.required ? t.notChosen : t.notRead) : `${choice.schema}.${choice.table}`}
          options={() => tableOptions(tables, { part, format })}
          onChange={chooseTable}
          searchLabel={t.searchTables}
          problem={check.problem}
        />
      </div>
      {choice === null || table === undefined ? null : (
        <Disclosure className="part-columns" isExpanded={isOpen} onExpandedChange={setOpen}>
          <Heading level={5} className="names-head">
            <Button slot="trigger" className="button button-quiet names-trigger">
              <ChevronRight size={14} aria-hidden />
              {t.columns({ chosen: format.count(chosen), count: Object.keys(part.columns).length })}
            </Button>
          </Heading>
          <DisclosurePanel className="part-panel">
            {Object.entries(part.columns).map(([columnKey, column]) => {
              const name = choice.columns[columnKey] ?? null
              const found = check.columns[columnKey]
              return (
                <ChoiceField
                  key={columnKey}
                  label={column.label}
                  {...(column.required ? {} : { remark: t.optionalRemark })}
                  value={name === null ? NOT_READ : columnId(name)}
                  shown={
                    name === null
                      ? column.required
                        ? t.notChosen
                        : t.notRead
                      : found?.column === undefined
                        ? name
                        : t.columnAndType({ column: name, type: found.column.type })
                  }
                  options={() => columnOptions(table, column, format)}
                  onChange={(id) =>
                    onChange({
                      ...choice,
                      columns: {
                        ...choice.columns,
                        [columnKey]: id === NOT_READ ? null : id.slice(columnId('').length),
                      },
                    })
                  }
                  searchLabel={t.searchColumns}
                  hint={
                    found?.notice ??
                    (name === null && column.without !== undefined
                      ? column.without
                      : t.meaning({ meaning: column.meaning }))
                  }
                  problem={found?.problem ?? null}
                />
              )
            })}
          </DisclosurePanel>
        </Disclosure>
      )}
    </section>
  )
}
