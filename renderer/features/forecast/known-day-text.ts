import { dayOfWeekOf } from '../../../shared/time/local.ts'
import type { Formatter } from '../../format/formatter.ts'
import type { Forecast } from './forecast-types.ts'

type KnownDay = Forecast['knownDays'][number]

/** What is said of a known day: how much its figures differ from a usual day's, and why. */
export interface KnownDaySentences {
  readonly date: string
  readonly key: string
  readonly share: 'fewer' | 'more' | 'same'
  readonly values: {
    readonly name: string
    readonly date: string
    readonly share: string
    readonly lower: string
    readonly upper: string
  }
  /** What that rests on. */
  readonly basis: readonly string[]
  /** All of it, without the name, as plain text. */
  readonly plain: readonly string[]
}

/** Days around holidays are worth a sentence once it is known what they do. */
const QUIET: ReadonlySet<KnownDay['class']> = new Set(['around', 'observance'])
const WORTH_SAYING = 0.05

/** A few sentences for each known day of a week that matters. */
export function knownDaySentences(days: Forecast['knownDays'], format: Formatter): readonly KnownDaySentences[] {
  return days
    .filter(
      ({ class: ofDay, source, effect }) =>
        effect !== null && (!QUIET.has(ofDay) || (source === 'own' && Math.abs(effect) >= WORTH_SAYING)),
    )
    .map((day) => sentencesOf(day, format))
}

function sentencesOf(day: KnownDay, format: Formatter): KnownDaySentences {
  const t = format.texts.knownDays
  const { date, effect, lower80, upper80 } = day
  const rounded = Math.round(100 * (effect ?? 0))
  const share = rounded < 0 ? 'fewer' : rounded > 0 ? 'more' : 'same'
  const values = {
    name: day.name === date ? t.classes[day.class] : day.name,
    date: format.date(date, 'weekday'),
    share: format.rate(Math.abs(rounded)),
    lower: signedShare(lower80 ?? 0, format),
    upper: signedShare(upper80 ?? 0, format),
  }
  const basis = basisOf(day, format)
  const plainTags = { ...values, strong: (text: string) => text }
  return {
    date,
    key: `${date} ${day.name}`,
    share,
    values,
    basis,
    plain: [t[share](plainTags).join(''), ...basis],
  }
}

/** What an effect rests on, in sentences. */
function basisOf({ source, known, stated, date }: KnownDay, format: Formatter): readonly string[] {
  const t = format.texts.knownDays
  const expected = stated === null ? null : statedText(stated, format)
  if (known.length > 0) {
    const effects = known
      .slice(-LAST_SHOWN)
      .map((one) =>
        t.earlierOne({ effect: signedShare(one.effect, format), date: earlierDate(one.date, date, format) }),
      )
    return [
      ...(expected === null ? [] : [t.saidBefore({ effect: expected })]),
      t.earlier({ count: effects.length, effects: format.list(effects) }),
    ]
  }
  if (expected !== null) return [t.said({ effect: expected })]
  return [source === 'class' ? t.fromOthers : t.unknown]
}

const LAST_SHOWN = 3

function earlierDate(earlier: string, date: string, format: Formatter): string {
  const isSameYear = earlier.slice(0, 4) === date.slice(0, 4)
  return isSameYear
    ? `${format.dayName(dayOfWeekOf(earlier), 'short')} ${format.date(earlier, 'short')}`
    : format.date(earlier)
}

function statedText(stated: NonNullable<KnownDay['stated']>, format: Formatter): string {
  const t = format.texts.knownDays
  if (stated.kind === 'share') return signedShare(stated.value, format)
  const count = Math.abs(stated.value)
  return stated.value < 0 ? t.visitorsADayFewer({ count }) : t.visitorsADay({ count })
}

/** "−65%", "+40%". */
export function signedShare(share: number, format: Formatter): string {
  const text = format.rate(Math.abs(100 * share))
  return share < 0 ? `−${text}` : share > 0 ? `+${text}` : text
}
