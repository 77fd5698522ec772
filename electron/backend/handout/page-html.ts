import { createHash } from 'node:crypto'
// Under a name of its own, so that no formatter takes what it writes for a document and adds blanks to it.
import { html as markup, raw } from 'hono/html'
import type { Formatter } from '../../../shared/language/formatter.ts'
import type { RosterPage, ShownShift } from '../../../shared/handout/roster-page.ts'
import { PAGE_SCRIPT, PAGE_STYLE } from './page-assets.ts'

export { markup }
export type Markup = ReturnType<typeof markup>

const NOTHING: Markup = markup``

/**
 * A page for the phone as one HTML file: it asks for nothing, runs nothing but its own few lines, which only mark today and what is past,
 * and is whole without them.
 */
export function pageHtml(page: RosterPage, format: Formatter): string {
  const { handout } = format.texts
  const { person, planName, dates } = page
  const title =
    person === null
      ? handout.page.titleTeam({ plan: planName, dates })
      : handout.page.titlePerson({ name: person.name, dates })
  const body = markup`${head(page, format)}${ownPart(page, format)}${daysPart(page, format)}${peoplePart(page, format)}`
  return documentHtml({ title, format, body })
}

interface DocumentParts {
  readonly title: string
  readonly format: Formatter
  readonly body: Markup
}

/** A whole HTML file around its content. Whatever a name holds, its policy lets nothing run or load but what is here by its hash. */
export function documentHtml({ title, format, body }: DocumentParts): string {
  const policy = [
    "default-src 'none'",
    'img-src data:',
    `style-src ${hashOf(PAGE_STYLE)}`,
    `script-src ${hashOf(PAGE_SCRIPT)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  const page = markup`<!doctype html>
<html lang="${format.language}" dir="${format.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="format-detection" content="telephone=no">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>${title}</title>
${raw(`<style>${PAGE_STYLE}</style>`)}
</head>
<body>
<main>
${body}
<footer><p>${format.texts.handout.page.madeWith}</p></footer>
</main>
${raw(`<script>${PAGE_SCRIPT}</script>`)}
</body>
</html>
`
  // Nothing in it has to be waited for.
  return (page as string).toString()
}

function head({ person, planName, pool, dates, made, city }: RosterPage, format: Formatter): Markup {
  const { handout } = format.texts
  const about = [...(person === null ? [] : [planName]), ...(pool === null ? [] : [pool])]
  return markup`<header>
<h1 dir="auto" translate="no">${person?.name ?? planName}</h1>
<p>${about.map((text) => markup`<bdi translate="no">${text}</bdi> · `)}${dates}</p>
<p class="quiet">${handout.page.made({ when: made, zone: handout.zone({ city }) })}</p>
</header>
`
}

/** On a person's page: the next shift, what changed, and all shifts by week. */
function ownPart({ person, changes, now, timeZone }: RosterPage, format: Formatter): Markup {
  if (person === null) return NOTHING
  const { page } = format.texts.handout
  const shifts = person.weeks.flatMap((week) => week.shifts)
  const next = shifts.find(({ end }) => end > now)
  const coming =
    next === undefined
      ? markup`<p class="quiet">${shifts.length === 0 ? page.noShifts : page.noneLeft}</p>`
      : markup`<ol class="shifts">${shift(next, format)}</ol><p class="quiet" hidden>${page.noneLeft}</p>`
  const changed =
    changes.length === 0
      ? NOTHING
      : markup`<section>
<h2>${page.changes}</h2>
<ul class="changes">${changes.map((text) => markup`<li dir="auto">${text}</li>`)}</ul>
</section>
`
  const own =
    shifts.length === 0
      ? NOTHING
      : markup`<section class="own">
<h2>${page.yourShifts}</h2>
${person.weeks.map((week) => weekPart(week, format))}</section>
`
  return markup`<section class="next" data-zone="${timeZone}" data-today="${page.today}" data-now="${page.now}">
<h2>${page.next}</h2>
${coming}
</section>
${changed}${own}`
}

type Week = RosterPage['people'][number]['weeks'][number]

function weekPart({ title, hours, shifts }: Week, format: Formatter): Markup {
  const heading = format.texts.handout.page.week({ dates: title, hours })
  return markup`<h3>${heading}</h3>
<ol class="shifts">${shifts.map((one) => shift(one, format))}</ol>
`
}

function shift({ date, start, end, day, times, breaks, hours, note, ownTimes }: ShownShift, format: Formatter): Markup {
  const { page } = format.texts.handout
  const more = [...(breaks === '' ? [] : [page.breaks({ breaks })]), hours].join(' · ')
  return markup`<li data-start="${String(start)}" data-end="${String(end)}" data-date="${date}">
<p class="when"><time datetime="${date}">${day}</time> <strong>${times}</strong></p>
<p class="quiet">${more}</p>
${ownTimes === null ? NOTHING : markup`<p class="quiet">${ownTimes}</p>`}${note === '' ? NOTHING : markup`<p class="note" dir="auto">${note}</p>`}</li>
`
}

function daysPart({ person, days, timeZone }: RosterPage, format: Formatter): Markup {
  const { page } = format.texts.handout
  if (days.length === 0) return person === null ? markup`<p class="quiet">${page.emptyTeam}</p>` : NOTHING
  return markup`<section class="team" data-zone="${timeZone}" data-today="${page.today}" data-past="${page.past}">
<h2>${page.team}</h2>
${days.map(
  ({ date, title, count, entries }, index) => markup`<details data-date="${date}"${index === 0 ? raw(' open') : ''}>
<summary><time datetime="${date}">${title}</time> <span class="quiet">${page.agents({ count })}</span></summary>
<ul>${entries.map((one) => entry(one, format))}</ul>
</details>
`,
)}</section>
`
}

type Entry = RosterPage['days'][number]['entries'][number]

function entry({ name, times, breaks, note, isOwn }: Entry, format: Formatter): Markup {
  const { page } = format.texts.handout
  const who = name === null ? markup`<em>${page.unassigned}</em>` : markup`<bdi translate="no">${name}</bdi>`
  const away = breaks === '' ? NOTHING : markup` <span class="quiet">${page.breaks({ breaks })}</span>`
  const said = note === '' ? NOTHING : markup` <span class="note" dir="auto">${note}</span>`
  return markup`<li${isOwn ? raw(' class="mine"') : ''}><span class="times">${times}</span> <span class="who">${who}${away}${said}</span></li>
`
}

function peoplePart({ people }: RosterPage, format: Formatter): Markup {
  if (people.length === 0) return NOTHING
  return markup`<section class="people">
<h2>${format.texts.handout.page.people}</h2>
${people.map(
  ({ name, hours, weeks }) => markup`<details>
<summary><bdi translate="no">${name}</bdi> <span class="quiet">${hours}</span></summary>
${weeks.map((week) => weekPart(week, format))}</details>
`,
)}</section>
`
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}
