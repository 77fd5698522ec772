import { Plus, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../../../kit/button.tsx'
import { SelectField } from '../../../kit/select-field.tsx'
import { ShortField } from '../../../kit/short-field.tsx'
import { TimeField } from '../../../kit/time-field.tsx'
import { columnProblem, type RuleColumn, type RuleList, type RuleRow } from './rule-list.ts'

interface RuleListFieldProps {
  readonly list: RuleList
  readonly rows: readonly RuleRow[]
  readonly onChange: (rows: readonly RuleRow[]) => void
}

/** Rules of one kind, a line each, to be added, changed and removed. */
export function RuleListField({ list, rows, onChange }: RuleListFieldProps): ReactNode {
  return (
    <fieldset>
      <legend>{list.title}</legend>
      {rows.map((row, index) => {
        const which = rows.length > 1 ? ` ${index + 1}` : ''
        return (
          // Rules have no name but their place.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={index} className="rule-row">
            {list.columns.map((column) => (
              <RuleField
                key={column.id}
                column={column}
                name={`${column.name}${which}`}
                row={row}
                onChange={(text) => onChange(rows.with(index, { ...row, [column.id]: text }))}
              />
            ))}
            <Button
              kind="quiet"
              icon={<X size={14} aria-hidden />}
              aria-label={`Remove ${list.title.toLowerCase()}${which}`}
              onPress={() => onChange(rows.toSpliced(index, 1))}
            />
          </div>
        )
      })}
      {rows.length < list.most ? (
        <div>
          <Button kind="link" icon={<Plus size={14} aria-hidden />} onPress={() => onChange([...rows, list.first])}>
            {list.add}
          </Button>
        </div>
      ) : null}
    </fieldset>
  )
}

interface RuleFieldProps {
  readonly column: RuleColumn
  readonly name: string
  readonly row: RuleRow
  readonly onChange: (text: string) => void
}

function RuleField({ column, name, row, onChange }: RuleFieldProps): ReactNode {
  const value = row[column.id] ?? ''
  if (column.kind === 'number')
    return (
      <ShortField
        name={name}
        {...(column.before === '' ? {} : { before: column.before })}
        {...(column.after === '' ? {} : { after: column.after })}
        value={value}
        onChange={onChange}
        problem={columnProblem(column, row)}
        placeholder={column.optional ? 'none' : ''}
      />
    )
  return (
    <span className="rule-part">
      {column.before === '' ? null : <span aria-hidden>{column.before}</span>}
      {column.kind === 'time' ? (
        <TimeField label={name} hideLabel minute={Number(value)} onChange={(minute) => onChange(String(minute))} />
      ) : (
        <SelectField label={name} hideLabel options={column.options} value={value} onChange={onChange} />
      )}
    </span>
  )
}
