import type { Formatter } from '../../format/formatter.ts'
import type { PastForecasts } from './forecast-types.ts'
import { slotName } from './forecast-words.ts'

type Accuracy = PastForecasts['accuracy']

/** How forecasts did so far, in words; the most important first. */
export interface AccuracyWords {
  /** The answer in one sentence. */
  readonly headline: string
  readonly sentences: readonly string[]
  /** Whether bands held about as often as they say. */
  readonly trust: 'good' | 'narrow' | 'wide' | 'unknown'
}

/** With fewer weeks tried nothing can be concluded. */
const FEW_WEEKS = 4
const HONEST = { least: 0.72, most: 0.92 }
/** From here on forecasts lean to one side. */
const LEANS = 0.05

/** Says how far off forecasts were, how often their bands held, and what a plain guess would have done. */
export function accuracyWords({ slot, day, week, bias, weeks }: Accuracy, slotMinutes: number, format: Formatter): AccuracyWords {
  if (weeks === 0 || slot.wape === null) {
    return { headline: 'No past week can be tried yet.', sentences: ['How good forecasts are shows as soon as a second week is known.'], trust: 'unknown' }
  }
  const percent = (share: number): string => format.rate(100 * share)
  const name = slotName(slotMinutes)
  const longer = [day.wape === null ? null : `of a day by ${percent(day.wape)}`, week.wape === null ? null : `of a week by ${percent(week.wape)}`].filter((part) => part !== null)
  const trust = slot.holds80 === null || weeks < FEW_WEEKS ? 'unknown' : slot.holds80 < HONEST.least ? 'narrow' : slot.holds80 > HONEST.most ? 'wide' : 'good'
  return {
    headline: `${capital(articleOf(name))} ${name}'s forecast is off by ${percent(slot.wape)} on average${longer.length === 0 ? '' : `, that ${longer.join(', that ')}`}.`,
    sentences: [
      ...(slot.holds80 === null ? [] : [`${tenths(slot.holds80)} of 10 ${name}s lay in their 80 % band.${TRUST_WORDS[trust]}`]),
      ...(slot.naiveWape === null ? [] : [`A guess from the week before would be off by ${percent(slot.naiveWape)}.`]),
      ...(bias === null || Math.abs(bias) < LEANS ? [] : [`Forecasts were ${percent(Math.abs(bias))} too ${bias > 0 ? 'high' : 'low'} in all.`]),
      weeks < FEW_WEEKS ? `Only ${weeks === 1 ? 'one week' : `${weeks} weeks`} could be tried, so this says little.` : `Tried on ${weeks} weeks, each forecast from what was known before it.`,
    ],
    trust,
  }
}

const TRUST_WORDS: Readonly<Record<AccuracyWords['trust'], string>> = {
  good: ' The bands are honest.',
  narrow: ' That is too few: expect more surprises than the bands say.',
  wide: ' That is more than they say: the bands are wider than need be.',
  unknown: '',
}

function tenths(share: number): string {
  return String(Math.round(share * 10))
}

function articleOf(name: string): string {
  return name === 'hour' ? 'an' : 'a'
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
