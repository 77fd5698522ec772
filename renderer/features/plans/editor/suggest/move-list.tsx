import { memo, useState, type ReactNode } from 'react'
import type { ValuedMove } from '../../../../../shared/optimise/suggested-plan.ts'
import { useFormat } from '../../../../format/format-context.tsx'
import { Button } from '../../../../kit/button.tsx'
import type { BoardWeek } from '../board/board-week.ts'
import { useEditor } from '../store/editor-context.ts'
import { moveText } from './move-text.ts'

/** Rows at first: what comes later gains least. */
const FIRST_ROWS = 100

interface MoveListProps {
  readonly moves: readonly ValuedMove[]
  readonly board: BoardWeek
  readonly nameOf: (agentId: string | null) => string
  /** Indices of the moves that would be made. */
  readonly chosen: ReadonlySet<number>
  /** Moves can no longer be chosen: they are in the plan, or do not fit it any more. */
  readonly isFixed: boolean
  /** Stable, so that a row that did not change is not drawn again. */
  readonly onToggle: (index: number) => void
  readonly onAll: (areChosen: boolean) => void
}

/** The moves of an answer, each to be taken or left; the one under the pointer or the focus is drawn on the board. */
export function MoveList({ moves, board, nameOf, chosen, isFixed, onToggle, onAll }: MoveListProps): ReactNode {
  const format = useFormat()
  const t = format.texts.suggest
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? moves : moves.slice(0, FIRST_ROWS)
  const isAll = chosen.size === moves.length
  return (
    <section className="suggest-moves" aria-label={t.list}>
      <header>
        <label className="suggest-all">
          <input
            type="checkbox"
            checked={isAll}
            disabled={isFixed}
            ref={(box) => {
              if (box !== null) box.indeterminate = !isAll && chosen.size > 0
            }}
            onChange={() => onAll(!isAll)}
          />
          {t.takeAll}
        </label>
        <span className="quiet">{t.chosen({ chosen: format.count(chosen.size), count: moves.length })}</span>
      </header>
      <ul>
        {shown.map((move, index) => (
          <MoveRow
            key={(move.before ?? move.after)!.id}
            move={move}
            index={index}
            board={board}
            who={nameOf(move.agentId)}
            isChosen={chosen.has(index)}
            isFixed={isFixed}
            onToggle={onToggle}
          />
        ))}
      </ul>
      {shown.length < moves.length ? (
        <Button kind="quiet" onPress={() => setWhole(true)}>
          {t.more({ count: format.count(moves.length - shown.length) })}
        </Button>
      ) : null}
    </section>
  )
}

interface MoveRowProps extends Pick<MoveListProps, 'board' | 'isFixed' | 'onToggle'> {
  readonly move: ValuedMove
  readonly index: number
  readonly who: string
  readonly isChosen: boolean
}

const MoveRow = memo(function MoveRow({
  move,
  index,
  board,
  who,
  isChosen,
  isFixed,
  onToggle,
}: MoveRowProps): ReactNode {
  const format = useFormat()
  const t = format.texts.suggest
  const { showMove } = useEditor()
  const { what, from, to, gain } = moveText(move, board, format)
  const when = from === null ? to! : to === null ? from : t.fromTo({ from, to })
  return (
    <li onPointerEnter={() => showMove(move)} onPointerLeave={() => showMove(null)}>
      <label className="suggest-move">
        <input
          type="checkbox"
          checked={isChosen}
          disabled={isFixed}
          aria-label={t.moveName({ who, what, when, gain, count: Math.abs(move.coveredGain) })}
          onChange={() => onToggle(index)}
          onFocus={() => showMove(move)}
          onBlur={() => showMove(null)}
        />
        <span className="suggest-move-who">
          <span translate="no">{who}</span> <span className="quiet">{what}</span>
        </span>
        <strong className={move.coveredGain < 0 ? 'panel-worse' : 'panel-better'}>{gain}</strong>
        <span className="suggest-move-when">{when}</span>
      </label>
    </li>
  )
})
