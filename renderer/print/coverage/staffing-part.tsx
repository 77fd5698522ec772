import type { ReactNode } from 'react'
import type { ErrorReport } from '../../../shared/foundation/errors.ts'
import { describeReason } from '../../../shared/recommend/index.ts'
import { agentsMore, blockWhen, lostSentence, takeSentence } from '../../app/staffing-blocks/block-text.ts'
import { noBlocks } from '../../app/staffing-blocks/no-blocks.ts'
import { canSplit, shownBlocks } from '../../app/staffing-blocks/shown-blocks.ts'
import type { Recommendation, StaffingBlock } from '../../app/staffing-blocks/block-types.ts'
import type { Formatter } from '../../format/formatter.ts'
import { isReport } from '../or-report.ts'
import { Part } from '../sheet.tsx'

interface StaffingPartProps {
  readonly staffing: Recommendation | ErrorReport
  /** The rest of the document counts the visitors of some countries only. */
  readonly isOfCountries: boolean
  /** The same of pages. */
  readonly isOfPages: boolean
  /** What starved pools mean for it. */
  readonly starved: readonly string[]
  readonly format: Formatter
}

/** The rest loses little. */
const MOST_BLOCKS = 20

/** Which hours to staff better, most missed first, as far as that is known. */
export function StaffingPart({ staffing, starved, isOfCountries, isOfPages, format }: StaffingPartProps): ReactNode {
  const t = format.texts.paper
  const sentence = (text: string): ReactNode => <Sentence title={t.whatToChange} text={text} />
  if (isReport(staffing)) return sentence(t.staffingUnknown({ reason: staffing.message }))
  if (staffing.range.knownDays === 0) return sentence(t.noDays)
  if (staffing.totalVisitors === 0) return sentence(t.nobodyCame)
  const blocks = shownBlocks(staffing, { byPool: false })
  const notes = [
    ...(canSplit(staffing) ? [t.poolsTogether] : []),
    ...(isOfCountries ? [t.ownCountries] : []),
    ...(isOfPages ? [t.allPages] : []),
  ]
  const none = noBlocks(staffing, format)
  if (blocks.length === 0)
    return sentence([`${none.title}.`, none.text, ...starved, lostSentence(staffing, [], format), ...notes].join(' '))
  const more = blocks.length - MOST_BLOCKS
  return (
    <Part title={t.whatToChange} {...(notes.length === 0 ? {} : { note: notes.join(' ') })}>
      <p className="headline">{lostSentence(staffing, blocks, format)}</p>
      <p>{takeSentence(blocks, format)}</p>
      {starved.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <BlockTable blocks={blocks.slice(0, MOST_BLOCKS)} target={staffing.target} format={format} />
      {more > 0 ? <p>{t.moreBlocks({ count: more })}</p> : null}
    </Part>
  )
}

function Sentence({ title, text }: { readonly title: string; readonly text: string }): ReactNode {
  return (
    <Part title={title} isWhole>
      <p>{text}</p>
    </Part>
  )
}

function BlockTable({
  blocks,
  target,
  format,
}: {
  readonly blocks: readonly StaffingBlock[]
  readonly target: number
  readonly format: Formatter
}): ReactNode {
  const t = format.texts.paper
  return (
    <table className="paper-table">
      <caption>{t.blocksTable({ target: format.rate(target) })}</caption>
      <thead>
        <tr>
          <th scope="col">{t.daysAndHours}</th>
          <th scope="col">{t.missed}</th>
          <th scope="col">{t.coverage}</th>
          <th scope="col">{t.moreAgents}</th>
          <th scope="col">{t.gainAWeek}</th>
          <th scope="col" className="paper-text">
            {t.why}
          </th>
        </tr>
      </thead>
      <tbody>
        {blocks.map((block) => (
          <tr key={`${block.poolId} ${block.dayIndices.join('')} ${block.startHour}`}>
            <th scope="row">{blockWhen(block, format)}</th>
            <td>
              {t.missedOf({
                missed: format.count(block.missedVisitors),
                visitors: format.count(block.totalVisitors),
              })}
            </td>
            <td>{t.fromToRate({ from: format.rate(block.coverageRate), to: format.rate(block.expectedRate) })}</td>
            <td>{agentsMore(block.suggestedAgents, format)}</td>
            <td>
              {block.expectedRecoveredPerWeek < 1
                ? t.fewerThanOne
                : format.count(Math.round(block.expectedRecoveredPerWeek))}
            </td>
            <td className="paper-text">{describeReason(block.reason, format)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
