import type { ReactNode } from 'react'
import type { ErrorReport } from '../../../shared/contract/errors.ts'
import { agentsMore, blockWhen, lostSentence, takeSentence } from '../../workspace/staffing-blocks/block-words.ts'
import { noBlocks } from '../../workspace/staffing-blocks/no-blocks.ts'
import { canSplit, shownBlocks } from '../../workspace/staffing-blocks/shown-blocks.ts'
import type { Recommendation, StaffingBlock } from '../../workspace/staffing-blocks/block-types.ts'
import type { Formatter } from '../../format/formatter.ts'
import { isReport } from '../or-report.ts'
import { Part } from '../sheet.tsx'

interface StaffingPartProps {
  readonly staffing: Recommendation | ErrorReport
  /** The rest of the document counts the visitors of some countries only. */
  readonly isOfCountries: boolean
  readonly format: Formatter
}

/** The rest loses little. */
const MOST_BLOCKS = 20

/** Which hours to staff better, most missed first, as far as that can be told. */
export function StaffingPart({ staffing, isOfCountries, format }: StaffingPartProps): ReactNode {
  if (isReport(staffing)) return <Sentence text={`What to change cannot be told: ${staffing.message}`} />
  if (staffing.range.knownDays === 0) return <Sentence text="Nothing of these dates is known, so there is nothing to go by." />
  if (staffing.totalVisitors === 0) return <Sentence text="Nobody came in these dates, so nobody was missed." />
  const blocks = shownBlocks(staffing, { byPool: false })
  const notes = [...(canSplit(staffing) ? ['All pools together: the agents meant are ones who serve every pool.'] : []), ...(isOfCountries ? ['Visitors are counted here by the organization’s own choice of countries.'] : [])]
  const starved = staffing.starvedPools.map(({ text }) => text)
  const none = noBlocks(staffing, format)
  if (blocks.length === 0) return <Sentence text={[`${none.title}.`, none.text, ...starved, lostSentence(staffing, [], format), ...notes].join(' ')} />
  const more = blocks.length - MOST_BLOCKS
  return (
    <Part title={TITLE} {...(notes.length === 0 ? {} : { note: notes.join(' ') })}>
      <p className="headline">{lostSentence(staffing, blocks, format)}</p>
      <p>{takeSentence(blocks, format)}</p>
      {starved.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <BlockTable blocks={blocks.slice(0, MOST_BLOCKS)} target={staffing.target} format={format} />
      {more > 0 ? <p>{`${format.count(more)} more ${more === 1 ? 'block' : 'blocks'} of hours, with fewer missed, ${more === 1 ? 'is' : 'are'} not shown here.`}</p> : null}
    </Part>
  )
}

const TITLE = 'What to change'

function Sentence({ text }: { readonly text: string }): ReactNode {
  return (
    <Part title={TITLE} isWhole>
      <p>{text}</p>
    </Part>
  )
}

function BlockTable({ blocks, target, format }: { readonly blocks: readonly StaffingBlock[]; readonly target: number; readonly format: Formatter }): ReactNode {
  return (
    <table className="paper-table">
      <caption>{`Hours of the week that stay under ${format.rate(target)}, most missed first`}</caption>
      <thead>
        <tr>
          <th scope="col">Days and hours</th>
          <th scope="col">Missed</th>
          <th scope="col">Coverage</th>
          <th scope="col">More agents</th>
          <th scope="col">Gained a week</th>
          <th scope="col" className="paper-words">
            Why
          </th>
        </tr>
      </thead>
      <tbody>
        {blocks.map((block) => (
          <tr key={`${block.poolId} ${block.dayIndices.join('')} ${block.startHour}`}>
            <th scope="row">{blockWhen(block, format)}</th>
            <td>{`${format.count(block.missedVisitors)} of ${format.count(block.totalVisitors)}`}</td>
            <td>{`${format.rate(block.coverageRate)} → ${format.rate(block.expectedRate)}`}</td>
            <td>{agentsMore(block.suggestedAgents, format)}</td>
            <td>{block.expectedRecoveredPerWeek < 1 ? '< 1' : format.count(Math.round(block.expectedRecoveredPerWeek))}</td>
            <td className="paper-words">{block.reason}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
