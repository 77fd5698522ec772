import type { ReactNode } from 'react'
import { useFormat, useTexts } from '../../format/format-context.tsx'
import { ChoiceField } from '../../kit/choice-field.tsx'
import { ColumnHeads } from '../../kit/table-body.tsx'
import type { NameMatchOutput } from '../../../shared/contract/roster-output.ts'
import './import.css'

type Match = NameMatchOutput

interface NamesTableProps {
  readonly matches: readonly Match[]
  readonly agents: readonly { readonly id: string; readonly name: string }[]
  readonly names: ReadonlyMap<string, string | null>
  readonly onNames: (names: ReadonlyMap<string, string | null>) => void
  /** What becomes of a name that is no agent's, as a choice. */
  readonly newLabel: (name: string) => string
  /** The same, as how the name was found. */
  readonly newHow: string
}

/** An agent with this id is none: no agent has an empty id. */
const NEW = ''
/** As many are drawn; those that are not sure come first. */
const MOST_DRAWN = 200
const BY_DOUBT: readonly Match['how'][] = ['ambiguous', 'near', 'initials', 'email-name', 'new', 'last-first', 'case']

/** Who is meant by each name of the file; each can be changed. */
export function NamesTable({ matches, agents, names, onNames, newLabel, newHow }: NamesTableProps): ReactNode {
  const t = useTexts('rosterImport')
  const format = useFormat()
  const { rosters } = format.texts
  const nameOf = (id: string): string => agents.find((agent) => agent.id === id)?.name ?? id
  const known = new Set(agents.map(({ id }) => id))
  const doubt = ({ how }: Match): number => {
    const place = BY_DOUBT.indexOf(how)
    return place === -1 ? BY_DOUBT.length : place
  }
  const drawn = matches.toSorted((one, other) => doubt(one) - doubt(other)).slice(0, MOST_DRAWN)
  const optionsOf = ({ inFile, candidates }: Match) => [
    { id: NEW, label: newLabel(inFile) },
    ...agents
      .toSorted((one, other) => Number(candidates.includes(other.id)) - Number(candidates.includes(one.id)))
      .map(({ id, name }) => ({ id, label: name, ...(name === id ? {} : { detail: id }) })),
  ]
  return (
    <>
      <section className="import-table-frame">
        <table className="import-table">
          <caption className="visually-hidden">{t.tabs.names({ count: format.count(matches.length) })}</caption>
          <thead>
            <tr>
              <ColumnHeads columns={[t.table.text, t.table.agent, t.table.how]} />
            </tr>
          </thead>
          <tbody>
            {drawn.map((match) => {
              const { inFile, agentId, how } = match
              const isNew = agentId === null ? how !== 'ambiguous' : !known.has(agentId)
              return (
                <tr key={inFile}>
                  <th scope="row" translate="no">
                    {inFile}
                  </th>
                  <td className="import-name">
                    <ChoiceField
                      label={t.agentFor({ name: inFile })}
                      hideLabel
                      value={isNew ? NEW : (agentId ?? '-')}
                      shown={isNew ? newLabel(inFile) : agentId === null ? t.chooseAgent : nameOf(agentId)}
                      options={() => optionsOf(match)}
                      searchLabel={t.searchAgent}
                      onChange={(id) => onNames(new Map(names).set(inFile, id === NEW ? null : id))}
                    />
                  </td>
                  <td className={how === 'ambiguous' ? 'import-warning' : 'quiet'}>
                    {how === 'new' ? newHow : rosters.matchedBy[how]}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </section>
      {matches.length > drawn.length ? (
        <p className="field-hint">
          {t.more({ shown: format.count(drawn.length), count: format.count(matches.length) })}
        </p>
      ) : null}
    </>
  )
}
