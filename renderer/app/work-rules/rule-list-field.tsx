import { Plus, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../../kit/button.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { ShortField } from '../../kit/short-field.tsx'
import { TimeField } from '../../kit/time-field.tsx'
import { useFormat } from '../../format/format-context.tsx'
import {
  columnProblem,
  type ColumnTexts,
  type RuleColumn,
  type RuleList,
  type RuleListTexts,
  type RuleRow,
} from './rule-list.ts'
import './rule-list.css'

interface RuleListFieldProps {
  readonly list: RuleList
  readonly rows: readonly RuleRow[]
  readonly onChange: (rows: readonly RuleRow[]) => void
}

/** Rules of one kind, a line each, to be added, changed and removed. */
export function RuleListField({ list, rows, onChange }: RuleListFieldProps): ReactNode {
  const format = useFormat()
  const { planRules: t } = format.texts
  const texts: RuleListTexts = t.lists[list.id]
  return (
    <fieldset>
      <legend>{texts.title}</legend>
      {rows.map((row, index) => {
        const numbered = (name: string): string =>
          rows.length > 1 ? t.numbered({ name, number: format.count(index + 1) }) : name
        return (
          // Rules have no name but their place.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={index} className="rule-row">
            <RuleRowFields
              list={list}
              row={row}
              nameOf={numbered}
              onChange={(changed) => onChange(rows.with(index, changed))}
            />
            <Button
              kind="quiet"
              icon={<X size={14} aria-hidden />}
              aria-label={numbered(texts.remove)}
              onPress={() => onChange(rows.toSpliced(index, 1))}
            />
          </div>
        )
      })}
      {rows.length < list.most ? (
        <div>
          <Button kind="link" icon={<Plus size={14} aria-hidden />} onPress={() => onChange([...rows, list.first])}>
            {texts.add}
          </Button>
        </div>
      ) : null}
    </fieldset>
  )
}

interface RuleRowFieldsProps {
  readonly list: RuleList
  readonly row: RuleRow
  /** What a column is called where there are several rows. */
  readonly nameOf?: (name: string) => string
  readonly onChange: (row: RuleRow) => void
}

/** The numbers, times and choices of one rule. */
export function RuleRowFields({ list, row, nameOf, onChange }: RuleRowFieldsProps): ReactNode {
  const texts: RuleListTexts = useFormat().texts.planRules.lists[list.id]
  return list.columns.map((column) => {
    const ofColumn = texts.columns[column.id]!
    return (
      <RuleField
        key={column.id}
        column={column}
        texts={{ ...ofColumn, name: nameOf?.(ofColumn.name) ?? ofColumn.name }}
        row={row}
        onChange={(text) => onChange({ ...row, [column.id]: text })}
      />
    )
  })
}

interface RuleFieldProps {
  readonly column: RuleColumn
  readonly texts: ColumnTexts
  readonly row: RuleRow
  readonly onChange: (text: string) => void
}

function RuleField({ column, texts: { name, before, after }, row, onChange }: RuleFieldProps): ReactNode {
  const format = useFormat()
  const value = row[column.id] ?? ''
  if (column.kind === 'number')
    return (
      <ShortField
        name={name}
        {...(before === undefined ? {} : { before })}
        {...(after === undefined ? {} : { after })}
        value={value}
        onChange={onChange}
        problem={columnProblem(column, row)}
        placeholder={column.optional ? format.texts.planRules.none : ''}
      />
    )
  return (
    <span className="rule-part">
      {before === undefined ? null : <span aria-hidden>{before}</span>}
      {column.kind === 'time' ? (
        <TimeField label={name} hideLabel minute={Number(value)} onChange={(minute) => onChange(String(minute))} />
      ) : (
        <SelectField label={name} hideLabel options={column.options(format)} value={value} onChange={onChange} />
      )}
    </span>
  )
}
